using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>Barriers, lights and signs at nodes, judged by a profile.</summary>
internal sealed class NodeReader(RoadProfile profile)
{
    private readonly (string Key, string Value, float Seconds)[] _delays =
    [
        .. profile.NodeSeconds
            .Select(pair => (Parts: pair.Key.Split('=', 2), Seconds: (float)pair.Value))
            .Where(pair => pair.Parts.Length == 2)
            .Select(pair => (pair.Parts[0], pair.Parts[1], pair.Seconds)),
    ];

    public (bool Barred, NodeDelay Delay) Read(OsmTags tags)
    {
        float seconds = 0;
        foreach ((string key, string value, float lost) in _delays)
        {
            if (tags.Is(key, value))
                seconds += lost;
        }

        if (seconds == 0)
            return (IsBarred(tags), default);
        string? direction = tags["traffic_signals:direction"] ?? tags["direction"];
        return (IsBarred(tags), new NodeDelay(direction == "backward" ? 0 : seconds, direction == "forward" ? 0 : seconds));
    }

    private bool IsBarred(OsmTags tags)
    {
        if (tags["barrier"] is not { } barrier)
            return false;
        foreach (string key in profile.AccessKeys)
        {
            if (tags[key] is { } value)
                return profile.AccessDenied.Contains(value);
        }

        return !profile.OpenBarriers.Contains(barrier);
    }
}
