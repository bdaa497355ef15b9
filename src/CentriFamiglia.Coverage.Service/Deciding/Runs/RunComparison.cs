using System.Text.Json;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Deciding.Runs;

/// <summary>What is different in two frozen analyses, read from their bytes: nothing is computed again.</summary>
internal static class RunComparison
{
    public const string Name = "confronto-analisi";

    /// <param name="Result">Name of the result.</param>
    /// <param name="Key">Code or id of the row.</param>
    /// <param name="Title">Its name.</param>
    /// <param name="Column">What differs; null where the row is in one of them only.</param>
    /// <param name="First">Value in the first; null for none.</param>
    /// <param name="Second">Value in the second; null for none.</param>
    internal sealed record Row(string Result, string Key, string? Title, string? Column, JsonNode? First, JsonNode? Second);

    private static readonly (string Result, string[] Key)[] _compared =
    [
        ("copertura-ambito", ["codice"]), ("copertura-distretto", ["codice"]), ("copertura-ats", ["codice"]), ("lacune-regione", ["codice"]), ("lacune-ats", ["codice"]),
        ("lacune-ambito", ["codice"]), ("lacune-distretto", ["codice"]), ("proposte", ["tipo", "pro_com_t"]), ("fondi", ["ats"]), ("sedi", ["site_id"]), ("reti", ["network_id"]),
    ];

    public static LayerShape<Row> Shape { get; } = new(
    [
        new("risultato", ColumnType.Text, "Quale risultato delle analisi.", r => r.Result, "lacune-ats"),
        new("codice", ColumnType.Text, "Codice della riga.", r => r.Key, "brescia"),
        new("nome", OrNull.Text, "Nome.", r => r.Title, "Brescia"),
        new("campo", OrNull.Text, "Che cosa è diverso; vuoto: la riga c'è in una sola delle due.", r => r.Column, "minuti_medi"),
        new("prima", OrNull.Text, "Nella prima analisi; vuoto: niente.", r => TextOf(r.First), "9.1"),
        new("dopo", OrNull.Text, "Nella seconda analisi; vuoto: niente.", r => TextOf(r.Second), "8.4"),
        new("differenza", OrNull.Number, "Dopo meno prima, dove sono numeri.", r => Number(r.Second) - Number(r.First) is { } d ? Math.Round(d, 6) : null, -0.7),
    ]);

    public static Layer Make(KeptRun first, FrozenRun one, KeptRun second, FrozenRun two)
    {
        ImmutableArray<Row> rows = [.. _compared.SelectMany(c => Differences(c.Result, c.Key, one, two))];
        JsonObject meta = DeskMeta.Of("Analisi a confronto", new JsonObject { ["differenze"] = rows.Length });
        meta["prima"] = SideOf(first, one);
        meta["dopo"] = SideOf(second, two);
        return Shape.Make(Name, "Analisi a confronto", rows, _ => null, meta);
    }

    private static JsonObject SideOf(KeptRun kept, FrozenRun run) => new()
    {
        ["id"] = kept.Head.Id,
        ["titolo"] = kept.Head.Title,
        ["impronta"] = run.Hash,
        ["programma"] = run.Program,
        ["ingressi"] = run.Inputs.DeepClone(),
        ["parametri"] = run.Parameters.DeepClone(),
    };

    private static IEnumerable<Row> Differences(string result, string[] key, FrozenRun one, FrozenRun two)
    {
        Dictionary<string, JsonObject> first = ByKey(one.Rows(result), key), second = ByKey(two.Rows(result), key);
        foreach (string code in first.Keys.Union(second.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            JsonObject? was = first.GetValueOrDefault(code), now = second.GetValueOrDefault(code);
            string? name = (string?)((now ?? was)!["nome"] ?? (now ?? was)!["comune"] ?? (now ?? was)!["name"]);
            if (was is null || now is null)
            {
                yield return new(result, code, name, null, was is null ? null : JsonValue.Create("c'è"), now is null ? null : JsonValue.Create("c'è"));
                continue;
            }

            foreach (string column in was.Select(c => c.Key).Union(now.Select(c => c.Key), StringComparer.Ordinal))
            {
                if (!JsonNode.DeepEquals(was[column], now[column]))
                    yield return new(result, code, name, column, was[column], now[column]);
            }
        }
    }

    private static Dictionary<string, JsonObject> ByKey(IEnumerable<JsonObject> rows, string[] key)
    {
        var byKey = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (JsonObject row in rows)
            byKey.TryAdd(string.Join(' ', key.Select(k => TextOf(row[k]))), row);
        return byKey;
    }

    private static string? TextOf(JsonNode? node) => node is null ? null : node.GetValueKind() == JsonValueKind.String ? (string)node! : node.ToJsonString();

    private static double? Number(JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number ? (double)node : null;
}
