using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>Barriers, lights and signs at nodes, judged by a profile.</summary>
internal sealed class NodeReader(RoadProfile profile)
{
    private readonly AccessReader _access = new(profile);
    private readonly bool _winter = profile.Season == Season.Winter;
    private readonly Dictionary<string, (string Key, string Value)[]> _exceptions =
        profile.BarrierExceptions.ToDictionary(pair => pair.Key, pair => pair.Value.Select(Split).ToArray(), StringComparer.Ordinal);

    private readonly (string Key, string Value, float Seconds)[] _delays =
    [
        .. profile.NodeSeconds
            .Select(pair => (Parts: pair.Key.Split('=', 2), Seconds: (float)pair.Value))
            .Where(pair => pair.Parts.Length == 2)
            .Select(pair => (pair.Parts[0], pair.Parts[1], pair.Seconds)),
    ];

    public (Passage Passage, NodeDelay Delay) Read(OsmTags tags)
    {
        float seconds = 0;
        foreach ((string key, string value, float lost) in _delays)
        {
            if (tags.Is(key, value))
                seconds += lost;
        }

        if (seconds == 0)
            return (PassageOf(tags), default);
        string? direction = tags["traffic_signals:direction"] ?? tags["direction"];
        return (PassageOf(tags), new NodeDelay(direction == "backward" ? 0 : seconds, direction == "forward" ? 0 : seconds));
    }

    private Passage PassageOf(OsmTags tags)
    {
        if (tags["barrier"] is not null && VehicleLimits.Forbid(tags, profile.Vehicle))
            return Passage.Barred;
        return _access.OfNode(tags, _winter) switch
        {
            Access.Denied => Passage.Barred,
            Access.Private => Passage.Private,
            null when tags["barrier"] is { } barrier && Bars(barrier, tags) => Passage.Barred,
            _ => Passage.Open,
        };
    }

    private bool Bars(string barrier, OsmTags tags) =>
        !profile.OpenBarriers.Contains(barrier) && profile.ClosedBarriers?.Contains(barrier) != false && !IsException(barrier, tags);

    private bool IsException(string barrier, OsmTags tags)
    {
        if (!_exceptions.TryGetValue(barrier, out (string Key, string Value)[]? exceptions))
            return false;
        foreach ((string key, string value) in exceptions)
        {
            if (tags.Is(key, value))
                return true;
        }

        return false;
    }

    private static (string Key, string Value) Split(string tag)
    {
        int at = tag.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? (tag, "") : (tag[..at], tag[(at + 1)..]);
    }
}

/// <summary>Whether one passes a node.</summary>
internal enum Passage
{
    Open,

    /// <summary>Only who comes from behind it or goes there.</summary>
    Private,

    Barred,
}
