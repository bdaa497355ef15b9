using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Deciding;

/// <summary>Records as text: one line, accents unescaped, members in the order they were added.</summary>
internal static class RecordJson
{
    public static string Text(JsonNode node) => node.ToJsonString(ServiceJson.Options);

    /// <summary>A moment as records write it: UTC, ISO 8601, to the second.</summary>
    public static string Moment(DateTimeOffset at) => Cells.Instant(at)!;

    public static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
