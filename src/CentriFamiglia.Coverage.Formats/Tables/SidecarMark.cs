using System.Text.Json;
using CentriFamiglia.Coverage.Formats.Json;

namespace CentriFamiglia.Coverage.Formats.Tables;

/// <summary>The name of the layer that an export says it is: the member <c>strato</c> of its meta, in the file or in the one beside a CSV.</summary>
internal static class SidecarMark
{
    /// <returns>Null where there is no such file, or it says nothing.</returns>
    public static string? Beside(string path)
    {
        string meta = Path.ChangeExtension(path, LayerFile.MetaExtension);
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
