using System.Text.Json;

namespace CentriFamiglia.Coverage.Service.Dossiers.Reading;

/// <summary>Reads a member of a row or of a meta as it was frozen; what is not there, or is of another kind, is null.</summary>
internal static class Cell
{
    public static string? Text(this JsonObject row, string name) =>
        row[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static double? Number(this JsonObject row, string name) =>
        row[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<double>() : null;

    /// <summary>Euro, to the cent.</summary>
    public static decimal? Money(this JsonObject row, string name) =>
        row[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<decimal>() : null;

    /// <summary>False where nothing is said.</summary>
    public static bool Flag(this JsonObject row, string name) => row[name] is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    public static JsonObject? Part(this JsonObject row, string name) => row[name] as JsonObject;

    public static IEnumerable<string> Texts(this JsonObject row, string name) => row[name] is JsonArray list
        ? list.OfType<JsonValue>().Where(v => v.GetValueKind() == JsonValueKind.String).Select(v => v.GetValue<string>())
        : [];

    /// <summary>What a cell of the answers holds as names with <c>|</c> between them.</summary>
    public static string[] Names(this JsonObject row, string name) => row.Text(name)?.Split('|', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
