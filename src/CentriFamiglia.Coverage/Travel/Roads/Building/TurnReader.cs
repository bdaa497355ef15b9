using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>A turn restriction in terms of ways: <c>no</c> (or, when not, <c>only</c>) from one of the ways to one of the ways.</summary>
internal sealed record TurnRule(long Id, bool Forbids, long[] From, long? ViaNode, long[] ViaWays, long[] To);

/// <summary>Reads turn restrictions that bind a mode. Source: OpenStreetMap wiki, "Relation:restriction".</summary>
internal sealed class TurnReader(RoadProfile profile)
{
    private readonly bool _winter = profile.Season == Season.Winter;

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
        else if ((from.Count > 1 && kind != "no_entry") || (to.Count > 1 && forbids && kind != "no_exit"))
            refusal = "più strade «from» o «to» dove ne va una sola";
        else if (viaNodes.Count > 1 || (viaNodes.Count > 0 && viaWays.Count > 0))
            refusal = "più nodi «via», o nodi e strade insieme";
        return refusal is null ? new TurnRule(relation.Id, forbids, [.. from], viaNodes is [var node] ? node : null, [.. viaWays], [.. to]) : null;
    }

    /// <summary>Null where nothing is forbidden all through: what holds at a red light only is no ban of the turn.</summary>
    private string? KindOf(OsmTags tags)
    {
        foreach (string key in profile.TurnKeys)
        {
            if ((Season.ValueOf(tags[$"{key}:conditional"], _winter) ?? tags[key]) is { } kind)
                return kind == "none" || kind.EndsWith("_on_red", StringComparison.Ordinal) ? null : kind;
        }

        return null;
    }

    private bool Excepts(OsmTags tags) => (tags["except"] ?? "").Split([';', ','], StringSplitOptions.TrimEntries).Any(profile.TurnExceptions.Contains);
}
