using System.Text.Encodings.Web;
using System.Text.Json;

namespace CentriFamiglia.Coverage.Service.Deciding;

/// <summary>Records as text: one line, accents unescaped, members in the order they were added.</summary>
internal static class RecordJson
{
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(JsonNode node) => node.ToJsonString(_plain);
}
