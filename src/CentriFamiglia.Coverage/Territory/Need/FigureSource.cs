namespace CentriFamiglia.Coverage.Territory.Need;

/// <summary>Of which year a figure is and who counted it.</summary>
/// <param name="Year">Null where not known, or not one.</param>
/// <param name="Source">Italian.</param>
public sealed record FigureSource(int? Year, string Source)
{
    private const int ResidentsYear = 2023, FamiliesYear = 2020;

    /// <param name="figure">What is counted.</param>
    /// <param name="comuni">Whose ages say their own year and source.</param>
    /// <param name="points">Imported points; those that count it of their own do not say of when.</param>
    public static FigureSource Of(DemandFigure figure, ImmutableArray<Comune> comuni, DemandPoints points)
    {
        FigureSource ofComuni = figure switch
        {
            DemandFigure.Residents => new(ResidentsYear, "Istat, residenti al 1° gennaio 2023, o come importati"),
            DemandFigure.Families => new(FamiliesYear, "Istat 2020, tramite ISPRA IdroGEO, o come importate"),
            _ => OfAges(comuni),
        };
        return figure != DemandFigure.Residents && points.HasOwn(figure)
            ? ofComuni with { Source = $"{ofComuni.Source}; nei punti di domanda che le contano, le loro cifre" }
            : ofComuni;
    }

    private static FigureSource OfAges(ImmutableArray<Comune> comuni)
    {
        AgeCounts[] known = [.. comuni.Select(c => c.Ages).OfType<AgeCounts>()];
        int?[] years = [.. known.Select(a => a.Year).Distinct()];
        string[] sources = [.. known.Select(a => a.Source ?? "fonte non indicata").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new FigureSource(years is [var year] ? year : null, sources.Length == 0 ? "non note" : string.Join("; ", sources));
    }
}
