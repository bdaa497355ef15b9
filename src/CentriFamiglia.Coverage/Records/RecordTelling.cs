using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CentriFamiglia.Coverage.Records;

/// <summary>What the register tells of a record: the record itself, or of frozen bytes their hash and number.</summary>
public static class RecordTelling
{
    /// <summary>Under which an entry tells what is done to the territory.</summary>
    public const string Territory = "archivio";

    /// <summary>Kind and key, <c>scenario/rimodulazione</c>.</summary>
    public static string SubjectOf(StoredRecord record) => $"{StoredRecord.Kinds.Of(record.Kind)}/{record.Key}";

    public static JsonNode? Of(StoredRecord record) => Of(record.Kind, record.Text);

    public static JsonNode? Of(RecordKind kind, string text)
    {
        if (kind != RecordKind.RunContent)
            return JsonNode.Parse(text);
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return new JsonObject { ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes)), ["byte"] = bytes.Length };
    }
}
