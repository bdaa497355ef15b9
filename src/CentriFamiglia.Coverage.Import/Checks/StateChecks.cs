namespace CentriFamiglia.Coverage.Import.Checks;

/// <summary>What must hold of the state as a whole once every file is in.</summary>
internal static class StateChecks
{
    public static void Run(ImportRun run)
    {
        if (run.Imported(ImportKind.Comuni))
            RemovedComuni(run, run.Tables.Last(t => t.Kind == ImportKind.Comuni));
        if (run.Imported(ImportKind.Unita) || run.Imported(ImportKind.Comuni))
        {
            TableReader members = run.Tables.Last(t => t.Kind is ImportKind.Unita or ImportKind.Comuni);
            MissingMemberships(run, members);
            RenamedAts.Follow(run, members);
        }

        if (run.Imported(ImportKind.Punti))
            DemandAgainstResidents(run, run.Tables.Last(t => t.Kind == ImportKind.Punti));
        if (run.Imported(ImportKind.Reti) || run.Imported(ImportKind.Sedi))
        {
            if (run.Imported(ImportKind.Reti))
                RemovedNetworks(run, run.Tables.Last(t => t.Kind == ImportKind.Reti));
            NetworkRemarks.Report(run.Tables.Last(t => t.Kind is ImportKind.Reti or ImportKind.Sedi), run.Set());
        }

        if (run.Imported(ImportKind.Sedi) || run.Request.CompleteFor is not null)
            Completeness.Declare(run);
    }

    /// <summary>A comune that goes away takes its membership with it, but not a sede or a demand point.</summary>
    private static void RemovedComuni(ImportRun run, TableReader table)
    {
        Membership[] orphans = [.. run.Content.Memberships.Where(m => run.Comuni.Find(m.Comune) is null)];
        if (orphans.Length > 0)
        {
            table.Note(IssueCodes.MembershipsRemoved, $"tolta l'appartenenza di {orphans.Length} comuni che non ci sono più: {Some(orphans.Select(m => m.Comune.Value))}");
            run.Content = run.Content with { Memberships = [.. run.Content.Memberships.Where(m => run.Comuni.Find(m.Comune) is not null)] };
        }

        foreach (SiteSet set in run.Content.SiteSets)
        {
            Site[] homeless = [.. set.Sites.Where(s => run.Comuni.Find(s.Comune) is null)];
            if (homeless.Length > 0)
            {
                run.Break(
                    table,
                    IssueCodes.SediLeftHomeless,
                    $"{homeless.Length} sedi dell'insieme «{set.Name}» stanno in comuni che il file toglie: {Some(homeless.Select(s => $"{s.Id} ({s.Comune})"))}");
            }

            foreach (Site site in set.Sites.Where(s => run.Comuni.Find(s.Comune) is { } comune && !ReferenceEquals(comune.Boundary, StartBoundary(run, s.Comune))))
            {
                Comune comune = run.Comuni.Find(site.Comune)!;
                if (!run.Comuni.Contains(comune, site.Lon, site.Lat) && Metres.To(comune.Boundary, site.Lon, site.Lat) > PlaceCheck.ToleranceMetres)
                    table.Notice(IssueCodes.SedeOutsideNow, $"con i nuovi confini la sede «{site.Id}» ({site.Name}) è fuori da {comune.Name}",
                        id: site.Id.Value, column: "geometria");
            }
        }

        HashSet<ComuneCode> gone = [.. run.Content.DemandPoints.Codes.Where(c => run.Comuni.Find(c) is null)];
        DemandPoint[] points = gone.Count == 0 ? [] : [.. run.Content.DemandPoints.Where(p => gone.Contains(p.Comune))];
        if (points.Length > 0)
        {
            run.Break(
                table,
                IssueCodes.PointsLeftHomeless,
                $"{points.Length} punti stanno in comuni che il file toglie: {Some(points.Select(p => p.Id.Value))}");
        }
    }

    private static NetTopologySuite.Geometries.Geometry? StartBoundary(ImportRun run, ComuneCode code)
    {
        int index = run.Start.Comuni.AsSpan().BinarySearch(new ByCode(code));
        return index < 0 ? null : run.Start.Comuni[index].Boundary;
    }

    private static void MissingMemberships(ImportRun run, TableReader table)
    {
        HashSet<ComuneCode> known = [.. run.Content.Memberships.Select(m => m.Comune)];
        Comune[] without = [.. run.Content.Comuni.Where(c => !known.Contains(c.Code))];
        if (without.Length > 0)
            table.Notice(IssueCodes.ComuniWithoutUnits, $"{without.Length} comuni restano senza ATS, Distretto e Ambito: {Some(without.Select(c => $"{c.Code} {c.Name}"))}");
        foreach ((string level, Func<Membership, string?> name) in (ReadOnlySpan<(string, Func<Membership, string?>)>)[("Ambito", m => m.Ambito), ("Distretto", m => m.Distretto)])
        {
            Membership[] blank = [.. run.Content.Memberships.Where(m => name(m) is null)];
            if (blank.Length > 0)
                table.Notice(IssueCodes.LevelMissing, $"{blank.Length} comuni senza {level}: {Some(blank.Select(m => m.Comune.Value))}", $"Scrivere il {level}, se è noto.",
                    column: level.ToLowerInvariant());
        }
    }

    private static void DemandAgainstResidents(ImportRun run, TableReader table)
    {
        if (run.Content.DemandPoints.IsEmpty)
        {
            table.Note(IssueCodes.NoPoints, "nessun punto: i residenti stanno nel centro di ogni comune");
            return;
        }

        HashSet<ComuneCode> covered = [.. run.Content.DemandPoints.Codes];
        Comune[] without = [.. run.Content.Comuni.Where(c => !covered.Contains(c.Code) && c.Residents is > 0)];
        if (without.Length > 0)
        {
            table.Notice(
                IssueCodes.ComuniWithoutPoints,
                $"{without.Length} comuni non hanno punti: i loro {without.Sum(c => (long)c.Residents!.Value)} residenti non contano nei tempi di viaggio "
                    + $"({Some(without.Select(c => c.Code.Value))})");
        }

        double points = Enumerable.Range(0, run.Content.DemandPoints.Length).Sum(run.Content.DemandPoints.Residents);
        long residents = run.Content.Comuni.Sum(c => (long)(c.Residents ?? 0));
        if (Math.Abs(points - residents) >= 1)
            table.Notice(IssueCodes.PointsSumDiffers, $"i punti sommano {points:0} residenti, i comuni {residents}", column: "residenti");
    }

    private static void RemovedNetworks(ImportRun run, TableReader table)
    {
        SiteSet set = run.Set();
        HashSet<NetworkId> known = [.. set.Networks.Select(n => n.Id)];
        Site[] orphans = [.. set.Sites.Where(s => s.Network is { } network && !known.Contains(network))];
        if (orphans.Length > 0)
        {
            run.Break(
                table,
                IssueCodes.NetworksOfSediRemoved,
                $"il file toglie reti di cui fanno parte {orphans.Length} sedi: {Some(orphans.Select(s => $"{s.Id} ({s.Network})"))}");
        }
    }

    private static string Some(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return string.Join(", ", all.Take(10)) + (all.Length > 10 ? $" e altri {all.Length - 10}" : "");
    }

    private readonly record struct ByCode(ComuneCode Code) : IComparable<Comune>
    {
        public int CompareTo(Comune? other) => Code.CompareTo(other!.Code);
    }
}
