using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CentriFamiglia.Coverage.Records;

/// <summary>
/// A frozen analysis: what went in (<c>ingressi</c>, <c>parametri</c>), what came out (<c>risultati</c>: by name the <c>meta</c> and <c>rows</c> that the
/// question of that name answers) and the shapes of its maps (<c>confini</c>). The same inputs give the same text, byte for byte.
/// </summary>
public sealed class FrozenRun
{
    private readonly Lazy<JsonObject> _content;

    /// <param name="text">JSON, as it was frozen.</param>
    public FrozenRun(string text)
    {
        Text = text;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        _content = new(() => JsonNode.Parse(text)!.AsObject());
    }

    public string Text { get; }

    /// <summary>SHA-256 of the UTF-8 bytes, lower-case hexadecimal.</summary>
    public string Hash { get; }

    public string Id => Hash[..RunHead.IdLength];

    public JsonObject Inputs => _content.Value["ingressi"]!.AsObject();

    public JsonObject Parameters => _content.Value["parametri"]!.AsObject();

    /// <summary>Name and version of the program that made it.</summary>
    public string Program => (string)_content.Value["programma"]!;

    /// <summary>False where a search ended by its clock: another machine may find another answer.</summary>
    public bool IsReproducible => (bool)_content.Value["riproducibile"]!;

    /// <summary>Areas as a GeoJSON FeatureCollection, simplified for drawing.</summary>
    public JsonObject Shapes => _content.Value["confini"]!.AsObject();

    public IEnumerable<string> ResultNames => _content.Value["risultati"]!.AsObject().Where(r => r.Value is not null).Select(r => r.Key);

    /// <returns>Null where the run has no result of that name.</returns>
    public JsonObject? Result(string name) => _content.Value["risultati"]![name] as JsonObject;

    /// <summary>The rows of a result; none where there is no result of that name.</summary>
    public IEnumerable<JsonObject> Rows(string name) => Result(name)?["rows"]!.AsArray().Select(r => r!.AsObject()) ?? [];
}
