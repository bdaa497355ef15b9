using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>Which ways round a way may be used, and what is left of the speed where the directions take turns.</summary>
internal readonly record struct Directions(bool Forward, bool Backward, double Factor)
{
    public static Directions Both { get; } = new(true, true, 1);
}

/// <summary>Reads one-way tags and the direction of escalators. Source: OpenStreetMap wiki, "Key:oneway", "Key:conveying".</summary>
internal sealed class DirectionReader(RoadProfile profile)
{
    /// <param name="speed">Null for a ferry.</param>
    /// <returns>Null when the permitted direction changes with the hour.</returns>
    public Directions? Of(OsmTags tags, ClassSpeed? speed)
    {
        bool implied = speed?.Oneway == true || (tags["junction"] is { } junction && profile.OnewayJunctions.Contains(junction));
        foreach (string key in profile.OnewayKeys)
        {
            if (tags[key] is not { } value || (key == "conveying" && !MayMove(tags)))
                continue;
            if (key == "conveying")
                return new Directions(value != "backward", value != "forward", 1);
            switch (value)
            {
                case "yes" or "true" or "1":
                    return new Directions(true, false, 1);
                case "-1" or "reverse":
                    return new Directions(false, true, 1);
                case "reversible":
                    return null;
                case "alternating":
                    return new Directions(true, !implied, profile.AlternatingFactor);
                case "no" or "false" or "0":
                    return Directions.Both;
            }
        }

        return new Directions(true, !implied, 1);
    }

    /// <summary>Escalators and moving walkways are mapped as steps and footways; <c>oneway=no</c> says that one walks on them both ways.</summary>
    private static bool MayMove(OsmTags tags) => tags["highway"] is "steps" or "footway" or "corridor" && !tags.Is("oneway", "no");
}
