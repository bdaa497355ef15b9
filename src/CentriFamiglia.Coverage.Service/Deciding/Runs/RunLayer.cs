using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Deciding.Runs;

/// <summary>The frozen analyses of a store, one row each.</summary>
internal static class RunLayer
{
    public const string Name = "analisi";

    public static LayerShape<KeptRun> Shape { get; } = new(
    [
        new("id", ColumnType.Text, "Identificativo: le prime 16 cifre dell'impronta.", r => r.Head.Id, "3f6a0c1d2b4e5f60"),
        new("titolo", ColumnType.Text, "Titolo.", r => r.Head.Title, "Analisi al 30/11/2026"),
        new("stato", ColumnType.Text, "bozza o pubblicata.", r => r.Head.IsPublished ? "pubblicata" : "bozza", "pubblicata") { Words = ["bozza", "pubblicata"] },
        new("alla_data", ColumnType.Text, "Giorno a cui valgono i dati.", r => (string)r.Summary["alla_data"]!, "2026-11-30"),
        new("insieme", ColumnType.Text, "Insieme di sedi.", r => (string)r.Summary["insieme"]!, SiteSet.Demonstration),
        new("proposte", ColumnType.Integer, "Quante proposte.", r => (long)(int)r.Summary["proposte"]!, 20L),
        new("ambiti_senza_sede", ColumnType.Integer, "Ambiti senza una sede all'interno.", r => (long)(int)r.Summary["ambiti_senza_sede"]!, 17L),
        new("ats", OrNull.Text, "ATS per cui si sono cercate le proposte; vuoto: tutte.", r => (string?)r.Summary["ats"], null),
        new("scopo", ColumnType.Text, "Scopo delle proposte: units, cover o time.", r => (string)r.Summary["scopo"]!, "units"),
        new("viaggio", ColumnType.Text, "Fonte dei tempi di viaggio.", r => (string)r.Summary["viaggio"]!, "stima"),
        new("scenario", OrNull.Text, "Scenario che è stato congelato; vuoto: l'archivio com'era.", r => r.Head.Scenario, null),
        new("dimostrativo", ColumnType.Boolean, "Vero se vi contano sedi inventate.", r => (bool)r.Summary["dimostrativo"]!, true),
        new("riproducibile", ColumnType.Boolean,
            "Falso se una ricerca è stata fermata dall'orologio, o se i tempi sono di un server delle strade: un altro computer può trovare altro.",
            r => (bool)r.Summary["riproducibile"]!, true),
        new("chi", ColumnType.Text, "Chi l'ha congelata.", r => r.Head.By, "ufficio"),
        new("quando", ColumnType.Text, "Quando (UTC).", r => Cells.Instant(r.Head.At)!, "2026-11-30T10:00:00Z"),
        new("pubblicata_da", OrNull.Text, "Chi l'ha pubblicata.", r => r.Head.PublishedBy, null),
        new("pubblicata_il", OrNull.Text, "Quando (UTC).", r => Cells.Instant(r.Head.PublishedAt), null),
        new("impronta", ColumnType.Text, "SHA-256 dei byte congelati.", r => r.Head.Hash, "3f6a0c1d2b4e5f60…"),
    ]);

    public static Layer Make(ImmutableArray<KeptRun> runs) => Shape.Make(
        Name, "Analisi congelate", runs, _ => null, DeskMeta.Of("Analisi congelate", new JsonObject
        {
            ["analisi"] = runs.Length,
            ["pubblicate"] = runs.Count(r => r.Head.IsPublished),
        }));
}
