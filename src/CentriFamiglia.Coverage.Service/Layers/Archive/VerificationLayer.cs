using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Layers.Archive;

/// <summary>What <c>verify</c> found, one row for each table, stranger and network.</summary>
internal static class VerificationLayer
{
    public const string Name = "verifica";

    private const string Store = "archivio";
    private const string Table = "tabella";
    private const string Intact = "integra";
    private const string Damaged = "danneggiata";
    private const string Edited = "modificata_fuori";

    /// <param name="Kind">What is looked at.</param>
    /// <param name="Item">Its name.</param>
    /// <param name="Count">Rows; null for what has none, or where they cannot be read.</param>
    /// <param name="State">One word.</param>
    /// <param name="Differs">Whether it is not as this program left it and nothing explains that.</param>
    /// <param name="Note">What follows from it, Italian; null when all is well.</param>
    internal sealed record Row(string Kind, string Item, long? Count, string State, bool Differs, string? Note);

    public static LayerShape<Row> Shape { get; } = new(
    [
        new("oggetto", ColumnType.Text, "archivio, regola, strade, tabella, trigger, vista.", r => r.Kind, Table),
        new("nome", ColumnType.Text, "Il nome.", r => r.Item, "sedi"),
        new("righe", OrNull.Integer, "Quante righe ha la tabella.", r => r.Count, 91L),
        new("stato", ColumnType.Text, "integra, modificata_fuori, non_sorvegliata, danneggiata, estranea.", r => r.State, Intact),
        new("differisce", ColumnType.Boolean, "Se qualcosa non è come il programma lo ha lasciato, e nulla lo spiega: allora il verbo finisce con 1.", r => r.Differs, false),
        new("nota", OrNull.Text, "Che cosa vuol dire, e il rimedio.", r => r.Note, ""),
    ]);

    /// <param name="name">Of the store, for people.</param>
    /// <param name="rows">In any order.</param>
    public static Layer Make(string name, IEnumerable<Row> rows)
    {
        ImmutableArray<Row> sorted = [.. rows.OrderBy(r => r.Kind, StringComparer.Ordinal).ThenBy(r => r.Item, StringComparer.Ordinal)];
        string title = $"Verifica dell'archivio {name}";
        return Shape.Make(Name, title, sorted, _ => null, new JsonObject
        {
            ["titolo"] = title,
            ["programma"] = Provenance.Program,
            ["totali"] = new JsonObject
            {
                ["integre"] = sorted.Count(r => r.State == Intact),
                ["modificate_fuori"] = sorted.Count(r => r.State == Edited),
                ["differiscono"] = sorted.Count(r => r.Differs),
            },
        });
    }

    public static IEnumerable<Row> RowsOf(string name, StoreVerification found) =>
    [
        .. found.Tables.Select(RowOf),
        .. found.Strangers.Select(RowOf),
        .. found.FileProblem is { } problem ? [OfStore(name, $"SQLite: {problem}")] : Array.Empty<Row>(),
    ];

    /// <summary>The store as a whole, where it cannot be read or its own database finds a fault.</summary>
    public static Row OfStore(string name, string problem) => new(Store, name, null, Damaged, true, problem);

    public static Row OfRoads(string name, string? problem) => new("strade", name, null, problem is null ? Intact : Damaged, problem is not null, problem);

    private static Row RowOf(VerifiedTable table) => table switch
    {
        { Condition: TableCondition.EditedElsewhere } => new(Table, table.Name, table.Rows, Edited, !table.Watched,
            "modificata fuori dal programma dopo l'ultima importazione: non verificabile" + (table.Watched ? "" : "; " + NotWatched)),
        { Watched: false } => new(Table, table.Name, table.Rows, "non_sorvegliata", true, NotWatched),
        { Condition: TableCondition.Damaged } => new(Table, table.Name, table.Rows, Damaged, true,
            (table.Rows is null ? "le righe non si leggono fino in fondo" : "le righe non sono quelle scritte con l'ultima importazione, e nessun altro programma risulta averle "
                + "modificate") + ": ripristinare una copia, oppure rifare l'archivio e importare di nuovo"),
        _ => new(Table, table.Name, table.Rows, Intact, false, null),
    };

    private static Row RowOf(StoreStranger stranger) => new(
        stranger.Kind switch { StrangerKind.Trigger => "trigger", StrangerKind.Rule => "regola", _ => "vista" },
        stranger.Name,
        null,
        "estranea",
        true,
        stranger.Kind is StrangerKind.View
            ? "non è di questo programma: toglierla (DROP VIEW), oppure tenerla in un altro file o schema; finché c'è non si scrive"
            : $"sulla tabella {stranger.Table}, non è di questo programma: togliere (DROP {(stranger.Kind is StrangerKind.Rule ? "RULE" : "TRIGGER")}); finché c'è non si scrive");

    private const string NotWatched = "mancano i trigger con cui il programma vede le modifiche: 'coverage migrate' li rimette e accetta la tabella com'è";
}
