namespace CentriFamiglia.Coverage.Service.Layers;

/// <summary>The member <c>domanda</c> of every meta: whose travel is weighed, of which year and by whom they were counted, and where.</summary>
internal static class DemandJson
{
    public static JsonObject Of(TerritorySnapshot snapshot)
    {
        DemandChoice choice = snapshot.Choice;
        FigureSource[] sources = [.. choice.Parts.Select(p => snapshot.SourceOf(p.Figure))];
        int?[] years = [.. sources.Select(s => s.Year).Distinct()];
        var demand = new JsonObject
        {
            ["punti"] = snapshot.Demand.Length,
            ["descrizione"] = DemandPlaceWords.Of(snapshot),
            ["tipo"] = choice.IsIndex ? "indice" : choice.Text,
            ["nome"] = choice.Words.Name,
            ["anno"] = years is [var year] ? year : null,
            ["fonte"] = string.Join("; ", sources.Select(s => s.Source).Distinct(StringComparer.Ordinal)),
        };
        if (choice.IsIndex)
        {
            demand["pesi"] = new JsonObject(choice.Parts.Select(p => KeyValuePair.Create(DemandChoice.Figures.Of(p.Figure), (JsonNode?)p.Weight)));
            demand["anni"] = new JsonObject(choice.Parts.Zip(sources, (p, s) => KeyValuePair.Create(DemandChoice.Figures.Of(p.Figure), (JsonNode?)s.Year)));
        }

        if (snapshot.Unweighed is { IsEmpty: false } unknown)
            demand["comuni_senza_dato"] = unknown.Length;
        return demand;
    }

    /// <summary>For one line of text: <c>famiglie 2020</c>, <c>indice eta_0_14=2, residenti=0.5</c>.</summary>
    /// <param name="kind">Its member <c>tipo</c>.</param>
    public static string Line(JsonNode demand, string kind) => demand["pesi"] is JsonObject weights
        ? $"{kind} {string.Join(", ", weights.Select(w => $"{w.Key}={w.Value}"))}"
        : demand["anno"] is { } year ? $"{kind} {year}" : kind;
}
