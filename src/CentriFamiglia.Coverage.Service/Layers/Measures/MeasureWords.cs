using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Access.Measures;

namespace CentriFamiglia.Coverage.Service.Layers.Measures;

/// <summary>What is asked of the measures of access.</summary>
/// <param name="Measure">Null for all.</param>
/// <param name="Terms">Which sedi count, and how.</param>
/// <param name="Decay">Null for the usual one of each measure.</param>
/// <param name="DecayText">As the user wrote it.</param>
/// <param name="Line">Poverty line; null for none.</param>
/// <param name="Ats">Only the rows of this ATS; null for all.</param>
internal sealed record MeasureRequest(SiteMeasure? Measure, SiteAccessTerms Terms, Decay? Decay, string? DecayText, double? Line, string? Ats)
{
    public static MeasureRequest All { get; } = new(null, SiteAccessTerms.Usual, null, null, null, null);

    /// <summary>Among whom an offer is shared.</summary>
    public DemandChoice Demand { get; init; } = DemandChoice.Residents;

    public ImmutableArray<SiteMeasure> Measures => Measure is { } one ? [one] : [.. Enum.GetValues<SiteMeasure>()];

    /// <summary>A value as rows show it: hundredths of a minute, else millionths.</summary>
    public static double? Round(SiteMeasure measure, double? value) => GapFigures.Round(value, measure.IsTime() ? 2 : 6);
}

/// <summary>What the layers of measures share: the meta and whether made-up sedi count.</summary>
internal static class MeasureWords
{
    private const string NotAvailable = "non_disponibile";

    /// <summary>Whether any sede that counts is made up: a measure looks at all of them.</summary>
    public static bool MadeUp(SiteAccess access) => access.Sites.Any(s => s.Site.Site.Demonstration);

    /// <param name="access">The sedi that count.</param>
    /// <param name="totals">Of the rows.</param>
    /// <param name="level">The areas that the rows are; null for comuni.</param>
    /// <param name="measured">Whether the rows are values of measures, and not of the time or the hours alone.</param>
    public static Provenance ProvenanceOf(
        Analysis analysis, string title, SiteAccess access, MeasureRequest request, JsonObject totals, AreaLevel? level = null, bool measured = true) =>
        new Provenance(analysis, title, usesTravel: true, totals, request.Ats, level)
            .With("misure", new JsonObject
            {
                ["offerta"] = request.Terms.Supply == SiteSupply.Hours ? "ore" : "sedi",
                ["limite_minuti"] = request.Measure is { } measure && measure.IsTime() ? request.Terms.LimitMinutes : request.Terms.Limit,
                ["decadimento"] = request.DecayText ?? "quello di ogni misura",
                ["fasce"] = measured ? Bands(request) : null,
                ["rete"] = request.Terms.Network?.Value,
                ["linea"] = request.Line,
                ["sedi_contate"] = access.Sites.Length,
            })
            .WithWarnings(Warnings(analysis, access, request));

    /// <summary>Of every decay by steps or zones its bands as they are computed, before them the measures, where all are asked for; null where none is.</summary>
    private static JsonArray? Bands(MeasureRequest request)
    {
        var bands = new List<string>();
        IEnumerable<IGrouping<string, SiteMeasure>> alike = request.Measures.Where(measure => measure.HasDecay())
            .GroupBy(measure => string.Join('|', DecayText.Bands(measure.DecayWith(request.Decay, request.Terms.Limit)) ?? []), StringComparer.Ordinal);
        foreach (IGrouping<string, SiteMeasure> same in alike.Where(same => same.Key.Length > 0))
        {
            string whose = request.Measure is null ? $"{string.Join(", ", same.Select(measure => measure.ToText()))}: " : "";
            bands.AddRange(same.Key.Split('|').Select(band => whose + band));
        }

        return bands.Count == 0 ? null : [.. bands.Select(band => (JsonNode)JsonValue.Create(band))];
    }

    /// <summary>Indices between all comuni that were asked for.</summary>
    public static JsonObject Indices(AccessInequality inequality, DemandWords words) => new()
    {
        ["gini"] = Figure(inequality.Gini),
        ["theil"] = Figure(inequality.Theil),
        ["theil_tra_ambiti"] = Figure(inequality.BetweenAmbiti),
        ["theil_entro_ambiti"] = Figure(inequality.WithinAmbiti),
        ["concentrazione"] = NotAvailable,
        ["palma"] = NotAvailable,
        ["fgt0"] = Figure(inequality.Poverty.ElementAtOrDefault(0)),
        ["fgt1"] = Figure(inequality.Poverty.ElementAtOrDefault(1)),
        ["fgt2"] = Figure(inequality.Poverty.ElementAtOrDefault(2)),
        ["nota"] = $"fra i comuni, pesati {words.OnThe}; concentrazione e Palma chiedono un reddito, che non è fra i dati; FGT una linea",
    };

    private static JsonNode Figure(double? value) => GapFigures.Round(value, 6) is { } number ? number : NotAvailable;

    private static IEnumerable<string> Warnings(Analysis analysis, SiteAccess access, MeasureRequest request)
    {
        // Where nothing is known of any area the general warnings say what to do.
        if (analysis.State.Known.Whole.IsEmpty)
            yield break;
        if (access.Sites.IsEmpty)
            yield return "Nessuna sede conta: i minuti non ci sono e ogni offerta è zero.";
        if (analysis.State.Points.Sum(p => p.Residents) is 0)
            yield return (analysis.Snapshot.Choice.IsResidents ? "Nessun residente è noto" : $"Non ci sono {analysis.Snapshot.Choice.Words.Many} da contare")
                + ": medie e indici non ci sono, e nessuno compete per l'offerta.";
        if (request.Terms.Supply == SiteSupply.Hours && access.Sites.Where(s => s.Known != HoursKnowledge.Whole).ToArray() is { Length: > 0 } uncertain)
        {
            string[] none = Ids(uncertain, s => s.Week is null), partly = Ids(uncertain, s => s.Week is not null);
            if (none.Length > 0)
                yield return $"{(none.Length == 1 ? "1 sede non dà" : $"{none.Length} sedi non danno")} ore perché l'orario non è dichiarato o non è letto: {Listed(none)}.";
            if (partly.Length > 0)
                yield return $"{(partly.Length == 1 ? "1 sede dà" : $"{partly.Length} sedi danno")} solo le ore che si leggono: {Listed(partly)}.";
        }

        if (request.Terms.LimitMinutes is null && request.Measure?.IsTime() != true)
            yield return $"Bacini fino a {SiteMeasures.UsualLimitMinutes:0} minuti, compresi: criterio di pianificazione, non previsto dall'atto.";
    }

    private static string[] Ids(SiteHours[] sites, Func<SiteHours, bool> which) => [.. sites.Where(which).Select(s => s.Site.Site.Id.Value)];

    private static string Listed(string[] ids) => ids.Length <= 40 ? string.Join(", ", ids) : $"{string.Join(", ", ids.Take(40))} e altre {ids.Length - 40}";
}
