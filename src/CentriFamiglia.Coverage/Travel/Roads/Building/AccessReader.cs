using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>What tags say of whether a mode may pass, from the least open to the most.</summary>
internal enum Access
{
    Denied,
    Private,
    Restricted,
    Open,
}

/// <summary>
/// Reads access by the profile's keys, from the most special to the most general: the first that is there decides, for one direction
/// (<c>motorcar:forward</c>) before both, and what holds in a season before what holds always. A value that the profile does not know
/// says nothing. Source: OpenStreetMap wiki, "Key:access".
/// </summary>
internal sealed class AccessReader
{
    private readonly RoadProfile _profile;
    private readonly Key[] _both;
    private readonly Key[] _forward;
    private readonly Key[] _backward;

    public AccessReader(RoadProfile profile)
    {
        _profile = profile;
        (_both, _forward, _backward) = (Keys(""), Keys(":forward"), Keys(":backward"));
    }

    /// <returns>Null where no tag says anything.</returns>
    public Access? OfNode(OsmTags tags, bool winter) => Read(tags, _both, winter, out _);

    /// <param name="tags">Of a way.</param>
    /// <param name="forward">Along the way, or against it.</param>
    /// <param name="winter">Which season counts.</param>
    /// <param name="ofTheMode">Whether a tag of the mode itself, not only the general one, said so.</param>
    /// <returns>Open where no tag says anything.</returns>
    public Access OfWay(OsmTags tags, bool forward, bool winter, out bool ofTheMode) =>
        Read(tags, forward ? _forward : _backward, winter, out ofTheMode) ?? Access.Open;

    /// <summary>Whether a tag of the mode itself opens a way in either direction.</summary>
    public bool IsAllowed(OsmTags tags, bool winter) =>
        (Read(tags, _forward, winter, out bool forwardOwn) > Access.Denied && forwardOwn) || (Read(tags, _backward, winter, out bool backwardOwn) > Access.Denied && backwardOwn);

    private readonly record struct Key(string Name, string Conditional, string OneWay, string OneWayConditional);

    private Key[] Keys(string direction) =>
        [.. _profile.AccessKeys.Select(key => new Key(key, $"{key}:conditional", key + direction, $"{key}{direction}:conditional"))];

    private Access? Read(OsmTags tags, Key[] keys, bool winter, out bool ofTheMode)
    {
        ofTheMode = false;
        if (!AnyMentioned(tags))
            return null;
        for (int i = 0; i < keys.Length; i++)
        {
            Key key = keys[i];
            string? value = Season.ValueOf(tags[key.OneWayConditional], winter) ?? Season.ValueOf(tags[key.Conditional], winter)
                ?? tags[key.OneWay] ?? tags[key.Name];
            if (value is null)
                continue;
            Access? access = AccessOf(value);
            ofTheMode = access is not (null or Access.Private) && i < keys.Length - 1;
            return access;
        }

        return null;
    }

    /// <summary>A quick look before the careful one: most roads say nothing of access.</summary>
    private bool AnyMentioned(OsmTags tags)
    {
        for (int i = 0; i < tags.Count; i++)
        {
            string key = tags.KeyAt(i);
            foreach (Key known in _both)
            {
                if (key.StartsWith(known.Name, StringComparison.Ordinal))
                    return true;
            }
        }

        return false;
    }

    private Access? AccessOf(string values)
    {
        Access? most = null;
        foreach (string value in values.Split(';', StringSplitOptions.TrimEntries))
        {
            Access? access = _profile.AccessOpen.Contains(value) ? Access.Open
                : _profile.AccessRestricted.Contains(value) ? Access.Restricted
                : _profile.AccessPrivate.Contains(value) ? Access.Private
                : _profile.AccessClosed.Contains(value) ? Access.Denied : null;
            if (most is null || access > most)
                most = access;
        }

        return most;
    }
}
