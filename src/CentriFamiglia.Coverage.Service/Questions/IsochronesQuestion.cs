using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Layers.Journeys;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>From where a sede is reached in so many minutes: <c>isochrones</c>, <c>/api/v1/isochrones</c>. Needs a road network.</summary>
internal static class IsochronesQuestion
{
    private const int MostSites = 20;
    private const int MostLimits = 12;
    private const int Shortest = 5;
    private const int Longest = 60;

    public static TextParameter Site { get; } = new("site", "Sedi, separate da virgola: ognuna per sé. Senza: tutte insieme, la più vicina.")
    {
        Placeholder = "SEDE",
        Example = "BG01-H",
    };

    public static TextParameter Minutes { get; } = new("minutes", $"Minuti interi da {Shortest} a {Longest}, separati da virgola (predefinito 15,30,45).")
    {
        Placeholder = "MINUTI",
        Example = "15,30,45",
    };

    public static ChoiceParameter Edges { get; } = new("edges", "Le strade raggiunte invece delle aree.", ["si", "no"], "no") { Placeholder = "SI|NO", Example = "no" };

    public static Question Instance { get; } = new()
    {
        Summary = "Isocrone sulla rete stradale",
        Description = "Le aree (o le strade) da cui si raggiunge una sede entro i minuti, sulla rete stradale caricata: contengono le strade raggiunte, con i loro vuoti, e "
            + "ognuna sta dentro quelle di più minuti. Servono a disegnare: i residenti sono contati sui tempi dei punti di residenza. Sono i tempi del profilo "
                + "della rete, che nei metadati dice se contano il traffico.",
        Parameters = [Site, Minutes, Edges, SharedParameters.Ats, SharedParameters.Demand, SharedParameters.Sedi, SharedParameters.Date],
        Rows = () => [IsochroneLayer.Shape.As("IsochroneRow", RowGeometry.Reached)],
        TerminalColumns = 8,
        UsualFormat = "geojson",
        Key = values => new AnalysisKey(values.Choice(SharedParameters.Sedi), null, null),
        Answer = (analysis, values) => IsochroneLayer.Make(
            analysis,
            analysis.Roads ?? throw TravelSources.NoRoads(Site.Name),
            ReadSites(analysis, values[Site]),
            ReadMinutes(values[Minutes]),
            values.Choice(Edges) == "si",
            Question.FindAts(analysis, values)),
    };

    /// <returns>Null for all sedi together.</returns>
    private static ImmutableArray<ActiveSite>? ReadSites(Analysis analysis, string? text)
    {
        if (text is null)
            return null;
        string[] ids = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (ids.Length is 0 or > MostSites)
            throw new InputException(Site.Name, $"le sedi indicate sono {ids.Length}.", $"Indicarne da 1 a {MostSites}, oppure togliere il parametro per averle tutte insieme.");
        return
        [
            .. ids.Distinct(StringComparer.Ordinal).Select(id => analysis.Snapshot.Sites.FirstOrDefault(s => s.Site.Id.Value == id)
                ?? throw new InputException(Site.Name, $"'{Shown.Of(id)}' non è una sede attiva.", "Gli identificativi sono nella colonna site_id di /api/v1/sites.")),
        ];
    }

    private static int[] ReadMinutes(string? text)
    {
        string[] parts = (text ?? "15,30,45").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        int[] minutes = [.. parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int m) ? m : -1).Distinct().Order()];
        return minutes.Length is > 0 and <= MostLimits && minutes.All(m => m is >= Shortest and <= Longest)
            ? minutes
            : throw new InputException(
                Minutes.Name, $"'{Shown.Of(text ?? "")}' non è un elenco di minuti.",
                    $"Scrivere fino a {MostLimits} numeri interi da {Shortest} a {Longest}, separati da virgola: 15,30,45.");
    }
}
