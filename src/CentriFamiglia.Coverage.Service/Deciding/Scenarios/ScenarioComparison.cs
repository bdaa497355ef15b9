using CentriFamiglia.Coverage.Budget;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Layers.Journeys;

namespace CentriFamiglia.Coverage.Service.Deciding.Scenarios;

/// <summary>Two scenarios side by side, beside the store as it is: every measure of every area, and what each costs.</summary>
internal static class ScenarioComparison
{
    public const string Name = "confronto-scenari";

    /// <param name="Of">The area and the measure, in the first scenario.</param>
    /// <param name="Second">The same measure in the second; null where it is the same one.</param>
    internal sealed record Row(ComparedMeasure Of, ComparedMeasure? Second);

    public static LayerShape<Row> Shape { get; } = new(
    [
        new("livello", ColumnType.Text, "ambito, distretto, ats o regione.", r => r.Of.Level.ToText(), "ats") { Words = CommonColumns.LevelWords(AreaLevel.Regione) },
        CommonColumns.AreaCode<Row>(r => r.Of.Code, "brescia"),
        CommonColumns.AreaName<Row>(r => r.Of.Name, "Brescia"),
        new("misura", ColumnType.Text, "La misura, con l'unità nel nome.", r => r.Of.Measure, "minuti_medi") { Words = StateComparison.Measures },
        new("oggi", OrNull.Number, "Come è l'archivio; vuoto: non nota.", r => r.Of.Before, 9.1),
        new("primo", OrNull.Number, "Con il primo scenario; vuoto: non nota.", r => r.Of.After, 8.4),
        new("secondo", OrNull.Number, "Con il secondo scenario; vuoto: non nota.", r => r.Second?.After, 8.0),
        new("differenza_primo", OrNull.Number, "Con il primo meno oggi.", r => r.Of.Difference, -0.7),
        new("differenza_secondo", OrNull.Number, "Con il secondo meno oggi.", r => r.Second?.Difference, -1.1),
        new("ats", ColumnType.Text, "ATS di appartenenza.", r => r.Of.Ats, "Brescia"),
    ]);

    /// <param name="today">On the same set of sedi as both.</param>
    /// <param name="first">One scenario.</param>
    /// <param name="second">The other; null to set the first beside today alone.</param>
    /// <param name="changedOnly">Only measures that differ from today in one of them.</param>
    /// <exception cref="InputException">The store changed since one was written down, or a change cannot be.</exception>
    public static Layer Make(Analysis today, Scenario first, Scenario? second, bool changedOnly)
    {
        if (second is not null && second.Set != first.Set)
        {
            throw new InputException("scenario", $"«{first.Name}» cambia l'insieme «{first.Set}», «{second.Name}» l'insieme «{second.Set}»: non stanno sulla stessa base.",
                "Confrontare due scenari dello stesso insieme di sedi.");
        }

        (Analysis one, JsonObject sideOne) = Side(today, first);
        (Analysis? two, JsonObject? sideTwo) = second is null ? default((Analysis?, JsonObject?)) : Side(today, second);
        ILookup<(AreaLevel, string, string), ComparedMeasure> others = (two is null ? [] : StateComparison.Compare(today.State, two.State)).ToLookup(KeyOf);
        ImmutableArray<Row> rows = [.. StateComparison.Compare(today.State, one.State).Select(m => new Row(m, others[KeyOf(m)].FirstOrDefault()))
            .Where(r => !changedOnly || r.Of.Difference is not 0 || r.Second?.Difference is not (0 or null))];
        var totals = new JsonObject { ["oggi"] = TotalsOf(today), ["primo"] = TotalsOf(one), ["secondo"] = two is null ? null : TotalsOf(two) };
        Provenance provenance = new Provenance(today, "Scenari a confronto", usesTravel: true, totals)
            .With("primo", sideOne)
            .WithWarnings(WhatIfLayer.NotStored);
        return Shape.Make(Name, rows, _ => null, sideTwo is null ? provenance : provenance.With("secondo", sideTwo));
    }

    private static (AreaLevel, string, string) KeyOf(ComparedMeasure measure) => (measure.Level, measure.Code, measure.Measure);

    private static (Analysis Analysis, JsonObject Told) Side(Analysis today, Scenario scenario)
    {
        SiteSet set = ScenarioTrial.Of(today.Snapshot.Content, scenario, Prevailing.Nobody).Set;
        var told = new JsonObject
        {
            ["id"] = scenario.Id,
            ["nome"] = scenario.Name,
            ["linea"] = scenario.Line is { } line ? Scenario.Lines.Of(line) : null,
            ["spesa"] = ScenarioCost.Of(scenario, today.Snapshot.Set, set).ToJson(),
        };
        return (ScenarioTrial.On(today, set), told);
    }

    private static JsonObject TotalsOf(Analysis analysis) => WhatIfTotals.Of(null, analysis.State, analysis.State, AtsBudgets.ByAts(analysis.State));
}
