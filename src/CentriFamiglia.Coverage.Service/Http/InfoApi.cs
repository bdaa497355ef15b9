using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Service.Analyses;
using CentriFamiglia.Coverage.Service.Input;
using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary><c>/api/v1/info</c>: what can be asked. One row per set of sedi; levels, limits, sources and layers in the meta.</summary>
internal static class InfoApi
{
    private static readonly LayerShape<SiteSet> _shape = new(
        new("insieme", ColumnType.Text, "Nome dell'insieme di sedi: dimostrative, note, mie.", s => s.Name, "dimostrative"),
        new("attivo", ColumnType.Boolean, "Vero per l'insieme usato quando non se ne nomina uno.", s => s.Active, true),
        new("completo", ColumnType.Boolean, "Vero se l'elenco è dichiarato completo: solo allora un'area senza sede è SCOPERTO.", s => s.Complete, true),
        new("dimostrativo", ColumnType.Boolean, "Vero se contiene sedi inventate.", s => s.Sites.Any(site => site.Demonstration), true),
        new("sedi", ColumnType.Integer, "Quante sedi.", s => (long)s.Sites.Length, 196L),
        new("reti", ColumnType.Integer, "Quante reti.", s => (long)s.Networks.Length, 48L));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion("/info", "info", new Question
    {
        Summary = "Che cosa si può chiedere",
        Description = "Gli insiemi di sedi; nei metadati i livelli, le ATS, gli strati, le fonti dei tempi, i minuti della curva, le fonti dei dati.",
        Parameters = [SharedParameters.Sedi, SharedParameters.Travel],
        Columns = [_shape.Columns],
        TerminalColumns = 6,
        Answer = (analysis, _) => Make(analysis),
    });

    private static Layer Make(Analysis analysis)
    {
        TerritoryContent content = analysis.Snapshot.Content;
        ImmutableArray<TerritoryUnit> ats = analysis.Snapshot.Units(AreaLevel.Ats);
        JsonObject meta = Meta.Of(analysis, "Il servizio", usesTravel: true, []);
        meta["livelli"] = Strings(CoverageQuestion.Level.Choices);
        meta["livelli_distanze"] = Strings(GapsQuestion.By.Choices);
        meta["ats"] = Strings(ats.Where(u => u.IsLoaded).Select(u => u.Name));
        meta["strati"] = Strings(LayerCatalog.Names);
        meta["viaggi"] = Strings(["stima", .. analysis.Roads is null ? Array.Empty<string>() : ["rete"], .. content.Matrix is null ? Array.Empty<string>() : ["matrice"]]);
        meta["curva_minuti"] = new JsonArray([.. GapFigures.CurveMinutes.Select(m => (JsonNode)m)]);
        meta["criteri"] = new JsonArray([.. analysis.Rules.Criteria.Select(c => new JsonObject { ["id"] = c.Id, ["descrizione"] = c.Label })]);
        meta["anomalie_dell_atto"] = new JsonArray(
        [
            .. analysis.Rules.Anomalies.Select(a => new JsonObject { ["punto"] = a.Section, ["parole"] = a.Words, ["nota"] = a.Note }),
        ]);
        if (content.Documents.TryGetValue(DocumentKeys.Sources, out string? sources))
            meta["fonti"] = JsonNode.Parse(sources);
        return _shape.Make("info", "Il servizio", content.SiteSets.OrderBy(s => s.Name, StringComparer.Ordinal), _ => null, meta);
    }

    private static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);
}
