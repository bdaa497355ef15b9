using System.Text.Json.Nodes;

namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>
/// What a write does to one table, for the register: the rows that differ, by their key, as they were and as they are; of many rows, and of tables too
/// large to be compared in memory, their number alone.
/// </summary>
/// <param name="Before">Null where nothing differs.</param>
/// <param name="After">Null where nothing differs.</param>
internal sealed record TableDifference(JsonNode? Before, JsonNode? After)
{
    /// <summary>Rows that are told one by one.</summary>
    private const int MostTold = 500;

    private const int MostCompared = 50_000;

    public static TableDifference Of<T>(StoreTable<T> table, IReadOnlyList<T> before, IReadOnlyList<T> after)
    {
        if (before.Count + after.Count > MostCompared)
            return new(Number(before.Count), Number(after.Count));
        Dictionary<string, T> was = ByKey(table, before), now = ByKey(table, after);
        string[] differ = [.. was.Keys.Union(now.Keys, StringComparer.Ordinal)
            .Where(key => !was.TryGetValue(key, out T? old) || !now.TryGetValue(key, out T? next) || !table.Same(old, next))
            .Order(StringComparer.Ordinal)];
        if (differ.Length == 0)
            return new(null, null);
        return differ.Length > MostTold ? new(Number(before.Count), Number(after.Count)) : new(Rows(table, was, differ), Rows(table, now, differ));
    }

    private static JsonObject Number(int rows) => new() { ["righe"] = rows };

    private static JsonObject Rows<T>(StoreTable<T> table, Dictionary<string, T> rows, string[] keys)
    {
        var told = new JsonObject();
        foreach (string key in keys)
        {
            if (rows.TryGetValue(key, out T? row))
                told[key] = JsonRowWriter.Of(table, row);
        }

        return told;
    }

    private static Dictionary<string, T> ByKey<T>(StoreTable<T> table, IReadOnlyList<T> rows)
    {
        var byKey = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (T row in rows)
            byKey[string.Join(" / ", table.Key.Select(k => k.Of(row)))] = row;
        return byKey;
    }
}
