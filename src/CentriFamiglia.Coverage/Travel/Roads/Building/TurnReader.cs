using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>A turn restriction in terms of ways: <c>no</c> (or, when not, <c>only</c>) from one of the ways to one of the ways.</summary>
internal sealed record TurnRule(long Id, bool Forbids, long[] From, long? ViaNode, long[] ViaWays, long[] To);

/// <summary>Reads turn restrictions that bind a mode. Source: OpenStreetMap wiki, "Relation:restriction".</summary>
internal sealed class TurnReader(RoadProfile profile)
{
    /// <returns>Null when the relation is no restriction for this mode; <paramref name="refusal"/> says why one was left out.</returns>
    public TurnRule? Read(OsmRelation relation, OsmStrings strings, out string? refusal)
    {
        refusal = null;
        if (!relation.Tags.Is("type", "restriction") || KindOf(relation.Tags) is not { } kind || Excepts(relation.Tags))
            return null;
        bool forbids = kind.StartsWith("no_", StringComparison.Ordinal);
        if (!forbids && !kind.StartsWith("only_", StringComparison.Ordinal))
        {
            refusal = "tipo di divieto sconosciuto";
            return null;
        }

        var from = new List<long>();
        var viaWays = new List<long>();
        var viaNodes = new List<long>();
        var to = new List<long>();
        foreach (OsmMember member in relation.Members)
        {
            List<long>? list = (strings[member.Role], member.Kind) switch
            {
                ("from", OsmKinds.Ways) => from,
                ("via", OsmKinds.Ways) => viaWays,
                ("via", OsmKinds.Nodes) => viaNodes,
                ("to", OsmKinds.Ways) => to,
                _ => null,
            };
            list?.Add(member.Id);
        }

        if (from.Count == 0 || to.Count == 0 || viaNodes.Count + viaWays.Count == 0)
            refusal = "relazione incompleta";
        else if (viaNodes.Count > 1 || (viaNodes.Count > 0 && viaWays.Count > 0))
            refusal = "più nodi «via», o nodi e strade insieme";
        return refusal is null ? new TurnRule(relation.Id, forbids, [.. from], viaNodes is [var node] ? node : null, [.. viaWays], [.. to]) : null;
    }

    private string? KindOf(OsmTags tags)
    {
        foreach (string key in profile.TurnKeys)
        {
            if (tags[key] is { } kind)
                return kind;
        }

        return null;
    }

    private bool Excepts(OsmTags tags) => (tags["except"] ?? "").Split(';', StringSplitOptions.TrimEntries).Any(mode => profile.TurnExceptions.Contains(mode));
}
