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

        DemandChecks.Run(run);
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
            table.Note(IssueCodes.MembershipsRemoved, $"tolta l'appartenenza di {orphans.Length} comuni che non ci sono più: {Some.Of(orphans.Select(m => m.Comune.Value))}");
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
                    $"{homeless.Length} sedi dell'insieme «{set.Name}» stanno in comuni che il file toglie: {Some.Of(homeless.Select(s => $"{s.Id} ({s.Comune})"))}");
            }

            foreach (Site site in set.Sites.Where(s => run.Comuni.Find(s.Comune) is { } comune && !ReferenceEquals(comune.Boundary, run.StartOf(s.Comune)?.Boundary)))
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
                $"{points.Length} punti stanno in comuni che il file toglie: {Some.Of(points.Select(p => p.Id.Value))}");
        }
    }

    private static void MissingMemberships(ImportRun run, TableReader table)
    {
        HashSet<ComuneCode> known = [.. run.Content.Memberships.Select(m => m.Comune)];
        Comune[] without = [.. run.Content.Comuni.Where(c => !known.Contains(c.Code))];
        if (without.Length > 0)
            table.Notice(IssueCodes.ComuniWithoutUnits, $"{without.Length} comuni restano senza ATS, Distretto e Ambito: {Some.Of(without.Select(c => $"{c.Code} {c.Name}"))}");
        foreach ((string level, Func<Membership, string?> name) in (ReadOnlySpan<(string, Func<Membership, string?>)>)[("Ambito", m => m.Ambito), ("Distretto", m => m.Distretto)])
        {
            Membership[] blank = [.. run.Content.Memberships.Where(m => name(m) is null)];
            if (blank.Length > 0)
                table.Notice(IssueCodes.LevelMissing, $"{blank.Length} comuni senza {level}: {Some.Of(blank.Select(m => m.Comune.Value))}", $"Scrivere il {level}, se è noto.",
                    column: level.ToLowerInvariant());
        }
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
                $"il file toglie reti di cui fanno parte {orphans.Length} sedi: {Some.Of(orphans.Select(s => $"{s.Id} ({s.Network})"))}");
        }
    }
}
