using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Servers;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary><c>/api/v1/info</c>: what can be asked. One row per set of sedi; levels, limits, sources and layers in the meta.</summary>
internal static class InfoQuestion
{
    private static readonly LayerShape<SiteSet> _shape = new(
    [
        new("insieme", ColumnType.Text, "Nome dell'insieme di sedi: dimostrative, note, mie.", s => s.Name, "dimostrative") { Words = [.. SiteSet.Names] },
        new("attivo", ColumnType.Boolean, "Vero per l'insieme usato quando non se ne nomina uno.", s => s.Active, true),
        new("completo_per", ColumnType.Text, "Le ATS per cui l'elenco è dichiarato completo, separate da |: solo lì un'area senza sede è SCOPERTO.",
            s => string.Join('|', s.CompleteFor), "Brianza|Pavia"),
        new("dimostrativo", ColumnType.Boolean, "Vero se contiene sedi inventate.", s => s.Sites.Any(site => site.Demonstration), true),
        new("sedi", ColumnType.Integer, "Quante sedi.", s => (long)s.Sites.Length, 196L),
        new("reti", ColumnType.Integer, "Quante reti.", s => (long)s.Networks.Length, 48L),
    ]);

    public static Question Instance { get; } = new()
    {
        Summary = "Che cosa si può chiedere",
        Description = "Gli insiemi di sedi; nei metadati i livelli, le ATS, gli strati, gli insiemi di regole, le fonti dei tempi, i minuti della curva, le fonti dei dati.",
        Parameters = [SharedParameters.Sedi, SharedParameters.Travel],
        Rows = () => [_shape.As("SiteSetRow", RowGeometry.None)],
        TerminalColumns = 6,
        Answer = (analysis, _) => Make(analysis),
    };

    private static Layer Make(Analysis analysis)
    {
        TerritoryContent content = analysis.Snapshot.Content;
        ImmutableArray<TerritoryUnit> ats = analysis.Snapshot.Units(AreaLevel.Ats);
        Provenance provenance = new Provenance(analysis, "Il servizio", usesTravel: true, [])
            .With("livelli", ProvenanceJson.Strings(CoverageQuestion.Level.Choices))
            .With("livelli_distanze", ProvenanceJson.Strings(GapsQuestion.By.Choices))
            .With("ats", ProvenanceJson.Strings(ats.Where(u => u.IsLoaded).Select(u => u.Name)))
            .With("strati", ProvenanceJson.Strings(LayerCatalog.Names))
            .With("viaggi", ProvenanceJson.Strings(["stima", .. analysis.Roads is null ? Array.Empty<string>() : ["rete"], .. content.Matrix is null ? Array.Empty<string>()
                : ["matrice"], .. analysis.HasServer ? [ServerTravel.Kind] : Array.Empty<string>()]))
            .With("insiemi_di_regole", new JsonArray([.. analysis.RuleSets.Select(r => new JsonObject { ["id"] = r.Id, ["titolo"] = r.Title })]))
            .With("curva_minuti", new JsonArray([.. GapFigures.CurveMinutes.Select(m => (JsonNode)m)]))
            .With("criteri", new JsonArray([.. analysis.Rules.Criteria.Select(c => new JsonObject { ["id"] = c.Id, ["descrizione"] = c.Label })]))
            .With("anomalie_dell_atto", new JsonArray([.. analysis.Rules.Anomalies
                .Select(a => new JsonObject { ["punto"] = a.Section, ["parole"] = a.Words, ["nota"] = a.Note })]));
        if (content.Documents.TryGetValue(DocumentKeys.Sources, out string? sources))
            provenance = provenance.With("fonti", JsonNode.Parse(sources)!);
        return _shape.Make("info", content.SiteSets.OrderBy(s => s.Name, StringComparer.Ordinal), _ => null, provenance);
    }
}
