namespace CentriFamiglia.Coverage.Import.Checks;

/// <summary>
/// The points of a comune against its residents. Where a comune is counted anew (residents, families, ages), points that counted all of before count
/// all of now.
/// </summary>
internal static class DemandChecks
{
    /// <summary>Persons that rounding may leave between two sums.</summary>
    private const double Rounding = 0.5;

    private static readonly ImmutableArray<(DemandFigure Figure, string Now)> _followed =
    [
        (DemandFigure.Residents, "i residenti nuovi, in proporzione a quelli di prima"),
        (DemandFigure.Families, "le famiglie nuove, in proporzione a quelle di prima"),
        (DemandFigure.Children, "i bambini da 0 a 14 anni contati ora, in proporzione a quelli di prima"),
        (DemandFigure.Elderly, "le persone di 65 anni e oltre contate ora, in proporzione a quelle di prima"),
    ];

    public static void Run(ImportRun run)
    {
        if (run.Imported(ImportKind.Punti))
        {
            TableReader table = run.Tables.Last(t => t.Kind == ImportKind.Punti);
            Places(run, table);
            Sums(run, table);
        }
        else if (run.Tables.LastOrDefault(t => t.Kind is ImportKind.Popolazione or ImportKind.Comuni or ImportKind.Eta) is { } counts
            && !run.Content.DemandPoints.IsEmpty)
        {
            foreach ((DemandFigure figure, string now) in _followed)
                Follow(run, counts, figure, now);
            if (counts.Kind != ImportKind.Eta)
                Sums(run, counts);
        }
    }

    /// <summary>Where the residents of the comuni without points are.</summary>
    private static void Places(ImportRun run, TableReader table)
    {
        if (run.Content.DemandPoints.IsEmpty)
        {
            table.Note(IssueCodes.NoPoints, "nessun punto: i residenti stanno nel centro di ogni comune");
            return;
        }

        HashSet<ComuneCode> covered = [.. run.Content.DemandPoints.Codes];
        Comune[] without = [.. run.Content.Comuni.Where(c => !covered.Contains(c.Code))];
        Comune[] nowhere = [.. without.Where(c => c.Seat is null && c.Boundary.IsEmpty && c.Residents is > 0)];
        if (without.Length > nowhere.Length)
            table.Note(IssueCodes.SeatsKept, $"{without.Length - nowhere.Length} comuni senza punti propri sono un punto solo, il capoluogo con tutti i residenti");
        if (nowhere.Length > 0)
        {
            table.Notice(
                IssueCodes.ComuniWithoutPoints,
                $"{nowhere.Length} comuni non hanno punti, sede comunale né confine: i loro {nowhere.Sum(c => (long)c.Residents!.Value)} residenti non contano "
                    + $"nei tempi di viaggio ({Some.Of(nowhere.Select(c => c.Code.Value))})");
        }
    }

    private static void Sums(ImportRun run, TableReader table)
    {
        Dictionary<ComuneCode, double> sums = SumsOf(run.Content.DemandPoints, DemandFigure.Residents);
        string[] other =
        [
            .. run.Content.Comuni.Where(c => c.Residents is { } residents && sums.TryGetValue(c.Code, out double points) && Math.Abs(points - residents) >= 1)
                .Select(c => $"{c.Code} {c.Name}: {sums[c.Code]:0} invece di {c.Residents}"),
        ];
        if (other.Length > 0)
            table.Notice(IssueCodes.PointsSumDiffers, $"i punti di {other.Length} comuni non sommano i loro residenti ({Some.Of(other)})", column: "residenti");
    }

    /// <summary>Points that counted all there was of their comune are scaled to what there is now, in proportion.</summary>
    private static void Follow(ImportRun run, TableReader table, DemandFigure figure, string now)
    {
        if (!run.Content.DemandPoints.HasOwn(figure))
            return;
        Dictionary<ComuneCode, double> sums = SumsOf(run.Content.DemandPoints, figure);
        var factors = new Dictionary<ComuneCode, double>();
        foreach (Comune comune in run.Content.Comuni)
        {
            int? before = run.StartOf(comune.Code)?.Count(figure);
            if (before is > 0 && comune.Count(figure) is { } counted && counted != before && sums.TryGetValue(comune.Code, out double points)
                && Math.Abs(points - before.Value) < Rounding)
            {
                factors.Add(comune.Code, counted / points);
            }
        }

        if (factors.Count == 0)
            return;
        var scaled = new DemandPointsBuilder(run.Content.DemandPoints.Length);
        foreach (DemandPoint point in run.Content.DemandPoints)
            scaled.Add(factors.TryGetValue(point.Comune, out double factor) ? point.Times(figure, factor) : point);
        run.Content = run.Content with { DemandPoints = scaled.Build() };
        string named = Some.Of(factors.Keys.Order().Select(c => c.Value));
        table.Note(IssueCodes.PointsFollow, $"i punti di {factors.Count} comuni contano {now}: {named}");
    }

    /// <summary>What the points of each comune count together; no number where one of them does not say.</summary>
    private static Dictionary<ComuneCode, double> SumsOf(DemandPoints points, DemandFigure figure)
    {
        var sums = new Dictionary<ComuneCode, double>();
        for (int i = 0; i < points.Length; i++)
            sums[points.Comune(i)] = sums.GetValueOrDefault(points.Comune(i)) + (points.Own(figure, i) ?? double.NaN);
        return sums;
    }
}
