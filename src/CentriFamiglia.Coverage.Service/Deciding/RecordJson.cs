using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Deciding;

/// <summary>Records as text: one line, accents unescaped, members in the order they were added.</summary>
internal static class RecordJson
{
    public static string Text(JsonNode node) => node.ToJsonString(ServiceJson.Options);
}
