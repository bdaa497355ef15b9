using System.Text.Json;

namespace CentriFamiglia.Coverage.Service.Input;

/// <summary>JSON as a user writes it: a key stands once, every text can be written, nothing is nested without end.</summary>
internal static class StrictJson
{
    private const int UsualDepth = 16;

    /// <param name="text">UTF-8.</param>
    /// <param name="field">What it was written for.</param>
    /// <param name="cure">How to write it.</param>
    /// <param name="depth">How deep it may be nested.</param>
    /// <exception cref="InputException">It is no such JSON.</exception>
    public static JsonElement Read(ReadOnlyMemory<byte> text, string field, string cure, int depth = UsualDepth)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = depth });
            if (Twice(document.RootElement) is { } key)
                throw new InputException(field, $"la chiave '{Shown.Of(key)}' c'è due volte nello stesso oggetto.", "Lasciarla una volta sola.");
            return document.RootElement.Clone();
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException)
        {
            // The second is what a text that is half a character gives.
            throw new InputException(field, $"'{Shown.Of(System.Text.Encoding.UTF8.GetString(text.Span[..Math.Min(text.Length, 200)]))}' non è JSON.", cure);
        }
    }

    /// <summary>A key that an object has twice; every text is read on the way.</summary>
    private static string? Twice(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().Select(Twice).FirstOrDefault(key => key is not null);
        if (element.ValueKind == JsonValueKind.String)
            _ = element.GetString();
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (!keys.Add(member.Name))
                return member.Name;
            if (Twice(member.Value) is { } within)
                return within;
        }

        return null;
    }
}
