using System.Collections.Frozen;
using System.Text.Json;
using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>Decides by a profile whether a way is used, which way round, and how fast.</summary>
internal sealed class WayReader(RoadProfile profile)
{
    public const string NotARoad = "non è una strada né un traghetto";

    // OpenStreetMap writes motorway_link for MotorwayLink; a ferry is no highway.
    private static readonly FrozenDictionary<string, RoadClass> _classOf = Enum.GetValues<RoadClass>()
        .Where(c => c is not (RoadClass.Other or RoadClass.Ferry))
        .ToFrozenDictionary(c => JsonNamingPolicy.SnakeCaseLower.ConvertName(c.ToString()), StringComparer.Ordinal);

    private readonly AccessReader _access = new(profile);
    private readonly DirectionReader _directions = new(profile);
    private readonly WaySpeeds _speeds = new(profile);
    private readonly bool _winter = profile.Season == Season.Winter;

    private readonly (string Key, string Value, ClassSpeed Speed)[] _others =
        [.. profile.OtherWays.Select(pair => (pair.Key.Split('=', 2)[0], pair.Key.Split('=', 2)[1], pair.Value))];

    /// <returns>The reason, in Italian, why the way is not used; null when it is.</returns>
    public string? Read(OsmWay way, out RoadWay road)
    {
        road = default;
        if (way.Tags["highway"] is { } highway)
        {
            return SpeedOf(highway, way.Tags) is { } speed
                ? ReadRoad(way.Id, way.Tags, highway, speed, out road)
                : $"classe non percorribile: highway={(_classOf.ContainsKey(highway) || highway.Length <= 16 ? highway : "altro")}";
        }

        FerryRule? crossing = way.Tags["route"] switch
        {
            "ferry" => profile.Ferry,
            "shuttle_train" => profile.ShuttleTrain,
            _ => null,
        };
        if (crossing is not null)
            return ReadCrossing(way.Id, way.Tags, crossing, out road);
        foreach ((string key, string value, ClassSpeed speed) in _others)
        {
            if (way.Tags.Is(key, value))
                return ReadRoad(way.Id, way.Tags, value, speed, out road);
        }

        return NotARoad;
    }

    /// <summary>Null for a class that neither the profile nor a tag of the mode opens.</summary>
    private ClassSpeed? SpeedOf(string highway, OsmTags tags)
    {
        if (profile.Classes.TryGetValue(highway, out ClassSpeed? speed))
            return speed;
        return !profile.ClosedHighways.Contains(highway) && _access.IsAllowed(tags, _winter) ? profile.OtherHighways : null;
    }

    /// <summary>Whether a used or refused road is open in one season and not in the other.</summary>
    public bool IsSeasonal(OsmTags tags) =>
        tags["highway"] is { } highway && profile.Classes.ContainsKey(highway) && Season.MayMatter(tags) && IsOpen(tags, winter: true) != IsOpen(tags, winter: false);

    private bool IsOpen(OsmTags tags, bool winter) => !Season.IsAway(tags, winter)
        && (_access.OfWay(tags, forward: true, winter, out _) != Access.Denied || _access.OfWay(tags, forward: false, winter, out _) != Access.Denied);

    private string? ReadRoad(long id, OsmTags tags, string highway, ClassSpeed speed, out RoadWay road)
    {
        road = default;
        if (Closed(tags) is { } closed)
            return closed;
        Access forward = _access.OfWay(tags, forward: true, _winter, out bool forwardOwn);
        Access backward = _access.OfWay(tags, forward: false, _winter, out bool backwardOwn);
        if (forward == Access.Denied && backward == Access.Denied)
            return "accesso vietato";
        if (speed.OnlyIfAllowed && !forwardOwn && !backwardOwn)
            return $"highway={highway} senza permesso esplicito";
        if (tags.Is("area", "yes") && !profile.Areas)
            return "area, non strada";
        if (tags.Is("motorroad", "yes") && !profile.Motorroads && !(forwardOwn && forward == Access.Open))
            return "strada riservata ai veicoli a motore";
        if (tags["service"] is { } service && profile.RefusedServices.Contains(service))
            return $"service={service}";
        if (_directions.Of(tags, speed) is not { } directions)
            return "senso unico alternato nel tempo";
        double cap = _speeds.CapOf(tags);
        if (cap <= 0)
            return "fondo impraticabile";

        bool along = directions.Forward && forward != Access.Denied && (forwardOwn || !speed.OnlyIfAllowed);
        bool against = directions.Backward && backward != Access.Denied && (backwardOwn || !speed.OnlyIfAllowed);
        if (!along && !against)
            return "accesso vietato nel solo senso ammesso";
        double slowed = _speeds.FactorOf(tags) * directions.Factor;
        (double forwardUrban, double forwardExtraurban) = along ? _speeds.Of(tags, "forward", speed, cap, slowed) : default;
        (double backwardUrban, double backwardExtraurban) = against ? _speeds.Of(tags, "backward", speed, cap, slowed) : default;
        road = new RoadWay(
            Id: id,
            Class: _classOf.GetValueOrDefault(highway, RoadClass.Other),
            Traits: TraitsOf(tags, highway, IsForEnds(forward) || IsForEnds(backward)),
            Zone: WaySpeeds.ZoneOf(tags),
            ForwardUrban: (float)forwardUrban,
            ForwardExtraurban: (float)forwardExtraurban,
            BackwardUrban: (float)backwardUrban,
            BackwardExtraurban: (float)backwardExtraurban,
            CrossingSeconds: 0)
        {
            TurnsRound = profile.UTurns?.Classes.Contains(highway) == true,
            ForwardRestricted = IsForEnds(forward),
            BackwardRestricted = IsForEnds(backward),
        };
        return null;
    }

    private string? Closed(OsmTags tags)
    {
        if (tags["construction"] is { } construction && !profile.OpenConstructions.Contains(construction))
            return "in costruzione";
        if (tags.Is("impassable", "yes") || tags.Is("status", "impassable"))
            return "impraticabile";
        if (Season.MayMatter(tags) && Season.IsAway(tags, _winter))
            return $"chiusa nella stagione del profilo ({profile.Season})";
        return VehicleLimits.Forbid(tags, profile.Vehicle) ? "limite di altezza, larghezza, lunghezza o massa" : null;
    }

    private string? ReadCrossing(long id, OsmTags tags, FerryRule rule, out RoadWay road)
    {
        road = default;
        Access forward = _access.OfWay(tags, forward: true, _winter, out bool ofTheMode);
        Access backward = _access.OfWay(tags, forward: false, _winter, out _);
        if (forward <= Access.Private && backward <= Access.Private)
            return "accesso vietato";
        if (!ofTheMode && (!rule.AllowedUntagged || IsForOthers(tags, rule)))
            return "traghetto che non dichiara di portare questo mezzo";
        Directions directions = _directions.Of(tags, null) ?? Directions.Both;
        float along = directions.Forward && forward > Access.Private ? (float)rule.Speed : 0;
        float against = directions.Backward && backward > Access.Private ? (float)rule.Speed : 0;
        road = new RoadWay(
            Id: id,
            Class: RoadClass.Ferry,
            Traits: RoadTraits.Ferry,
            Zone: Zone.Extraurban,
            ForwardUrban: along,
            ForwardExtraurban: along,
            BackwardUrban: against,
            BackwardExtraurban: against,
            CrossingSeconds: (float)(CrossingTime.Parse(tags["duration"]) ?? 0))
        {
            WaitSeconds = (float)rule.WaitSeconds,
        };
        return null;
    }

    private static bool IsForOthers(OsmTags tags, FerryRule rule)
    {
        if (rule.PassengerKeys.IsDefault)
            return false;
        foreach (string key in rule.PassengerKeys)
        {
            if (tags[key] is not null)
                return true;
        }

        return false;
    }

    private static bool IsForEnds(Access access) => access is Access.Private or Access.Restricted;

    private RoadTraits TraitsOf(OsmTags tags, string highway, bool restricted)
    {
        var traits = RoadTraits.None;
        if (tags["tunnel"] is { } tunnel && tunnel != "no")
            traits |= RoadTraits.Tunnel;
        if (tags["bridge"] is { } bridge && bridge != "no")
            traits |= RoadTraits.Bridge;
        if (highway is "motorway" or "motorway_link" || tags.Is("motorroad", "yes"))
            traits |= RoadTraits.Motorway;
        if (tags["junction"] is "roundabout" or "circular")
            traits |= RoadTraits.Roundabout;
        if (restricted)
            traits |= RoadTraits.Restricted;
        if (tags["surface"] is { } surface && profile.UnpavedSurfaces.Contains(surface))
            traits |= RoadTraits.Unpaved;
        if (tags.Is("toll", "yes"))
            traits |= RoadTraits.Toll;
        return traits;
    }
}
