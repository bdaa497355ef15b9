using System.Text.Json;

namespace CentriFamiglia.Coverage.Formats.Json;

/// <summary>The name of the layer that an export says it is: the member <c>strato</c> of its meta, in the file or in the one beside a CSV.</summary>
internal static class SidecarMark
{
    /// <summary>What the file beside <c>NAME.csv</c> has in place of <c>.csv</c>.</summary>
    public const string Extension = ".meta.json";

    /// <returns>Null where there is no such file, or it says nothing.</returns>
    public static string? Beside(string path)
    {
        string meta = Path.ChangeExtension(path, Extension);
        try
        {
            return File.Exists(meta) && new FileInfo(meta).Length < 1_000_000 ? Of(File.ReadAllText(meta)) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <param name="meta">JSON, from anybody.</param>
    public static string? Of(string meta)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(meta);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(LayerJson.Mark, out JsonElement name) && name.ValueKind == JsonValueKind.String
                    ? name.GetString()
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
