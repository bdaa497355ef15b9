using System.Text.Json;

namespace CentriFamiglia.Coverage.Territory;

/// <summary>A part of a comune to read figures by: which of its demand points make it.</summary>
/// <param name="Comune">The comune it lies in.</param>
/// <param name="Name">Italian, e.g. <c>Municipio 1</c>.</param>
/// <param name="Ranges">First and last ids of its points, both included, of one length and compared ordinally.</param>
public sealed record PointZone(ComuneCode Comune, string Name, ImmutableArray<(string First, string Last)> Ranges)
{
    /// <summary>Whether a point of the comune is one of the zone's.</summary>
    public bool Holds(ReadOnlySpan<char> id)
    {
        foreach ((string first, string last) in Ranges)
        {
            if (id.Length == first.Length && id.SequenceCompareTo(first) >= 0 && id.SequenceCompareTo(last) <= 0)
                return true;
        }

        return false;
    }

    /// <summary>The zones of <see cref="DocumentKeys.Zones"/>, in their order; none where the content has no such document.</summary>
    /// <exception cref="CoverageInputException">The document is not one this program understands.</exception>
    public static ImmutableArray<PointZone> Of(TerritoryContent content)
    {
        if (!content.Documents.TryGetValue(DocumentKeys.Zones, out string? json))
            return [];
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return
            [
                .. document.RootElement.EnumerateArray().Select(zone => new PointZone(
                    new ComuneCode(zone.GetProperty("pro_com_t").GetString()!),
                    zone.GetProperty("zona").GetString()!,
                    [.. zone.GetProperty("punti").EnumerateArray().Select(range => (range[0].GetString()!, range[1].GetString()!))])),
            ];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException or FormatException)
        {
            throw new CoverageInputException($"Il documento «{DocumentKeys.Zones}» dell'archivio non si legge ({e.Message}): rifare l'archivio dai dati forniti.");
        }
    }
}
