using System.Text.Encodings.Web;
using System.Text.Json;

namespace CentriFamiglia.Coverage.Service.Layers;

/// <summary>How the service writes small JSON objects: accents as they are, for people who read them.</summary>
internal static class ServiceJson
{
    // The bodies are never pasted into HTML and carry a JSON media type with nosniff.
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same for documents that people open: on many lines.</summary>
    public static JsonSerializerOptions Indented { get; } = new(Options) { WriteIndented = true, NewLine = "\n" };
}
