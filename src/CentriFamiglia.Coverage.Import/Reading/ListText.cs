using System.Text.Json;

namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>Lists in one cell: separated by <c>|</c>, or by <c>;</c> where there is no <c>|</c>; also a list of JSON.</summary>
public static class ListText
{
    private static readonly char[] _loose = [';', ',', '\n'];

    /// <param name="text">A cell.</param>
    /// <param name="loose">The items are words that hold no comma: commas and line breaks separate too.</param>
    public static ImmutableArray<string> Read(string? text, bool loose = false)
    {
        if (text is null)
            return [];
        IEnumerable<string> items = text.StartsWith('[') && Json(text) is { } json
            ? json.SelectMany(item => item.Split('|'))
            : text.Contains('|') ? text.Split('|') : loose ? text.Split(_loose) : text.Split(';');
        return [.. items.Select(item => item.Trim()).Where(item => item.Length > 0)];
    }

    /// <summary>Null for an empty list. A single item that would not read back as one gets a closing <c>|</c>.</summary>
    public static string? Write(ImmutableArray<string> items) => items switch
    {
        [] => null,
        [string only] when only.AsSpan().ContainsAny(";,\n") || only.StartsWith('[') => only + "|",
        _ => string.Join('|', items),
    };

    /// <returns>The texts of a list of texts and numbers; null for anything else.</returns>
    private static List<string>? Json(string text)
    {
        try
        {
            using JsonDocument list = JsonDocument.Parse(text);
            return list.RootElement.EnumerateArray().All(i => i.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                ? [.. list.RootElement.EnumerateArray().Select(i => i.ToString())]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
