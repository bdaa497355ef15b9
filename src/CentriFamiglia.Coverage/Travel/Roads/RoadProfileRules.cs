namespace CentriFamiglia.Coverage.Travel.Roads;

/// <summary>What a profile must satisfy before a network is built with it.</summary>
internal static class RoadProfileRules
{
    private const double FastestKmh = 200;

    /// <exception cref="CoverageInputException">A figure that cannot be meant; the message is Italian.</exception>
    public static void Check(RoadProfile profile)
    {
        Require(profile.Mode is "car" or "foot", "mode", "deve essere «car» o «foot»");
        Require(profile.Name.Length > 0, "name", "manca");
        Require(profile.AccessKeys.Length > 0, "access_keys", "deve contenere almeno una chiave");
        Require(profile.Season is Season.Summer or Season.Winter, "season", "deve essere «estate» o «inverno»");
        Require(profile.Classes.Count > 0, "classes", "deve contenere almeno una classe di strade");
        Classes(profile.Classes, "classes");
        Classes(profile.OtherWays, "other_ways");
        Classes([KeyValuePair.Create("ogni altra", profile.OtherHighways)], "other_highways");
        Require(profile.OtherWays.Keys.All(tag => tag.Contains('=', StringComparison.Ordinal)), "other_ways", "vuole nomi come «man_made=pier»");

        Speeds(profile.Services, "services");
        Speeds(profile.MaxspeedZones, "maxspeed_zones");
        Speeds(profile.SurfaceSpeeds, "surface_speeds");
        Speeds(profile.TrackSpeeds, "track_speeds");
        foreach ((string name, double speed) in profile.SmoothnessSpeeds)
            Require(speed is >= 0 and <= FastestKmh, $"smoothness_speeds.{name}", "deve stare tra 0 e 200 km/h");
        Factor(profile.MaxspeedFactor, "maxspeed_factor", most: 1.5);
        Factor(profile.RestrictedFactor, "restricted_factor", most: 1);
        Factor(profile.AlternatingFactor, "alternating_factor", most: 1);
        Factor(profile.Traffic.Urban, "traffic.urban", most: 1);
        Factor(profile.Traffic.Extraurban, "traffic.extraurban", most: 1);
        Require(profile.UTurns is not { Seconds: < 0 or > 3600 }, "u_turns.seconds", "deve stare tra 0 e 3600 secondi");
        if (profile.Vehicle is { } car)
        {
            Require(car.Height is > 0 and < 10 && car.Width is > 0 and < 10 && car.Length is > 0 and < 50, "vehicle", "vuole altezza, larghezza e lunghezza in metri");
            Require(car.Weight is > 0 and < 100, "vehicle.weight", "deve stare tra 0 e 100 tonnellate");
        }

        foreach (CurveStep step in profile.Curves.Steps)
            Factor(step.Factor, "curves.steps.factor", most: 1);
        foreach (SlopeStep step in profile.Slopes)
            Factor(step.Factor, "slopes.factor", most: 1);
        foreach ((string name, double seconds) in profile.NodeSeconds)
            Require(seconds is >= 0 and <= 3600, $"node_seconds.{name}", "deve stare tra 0 e 3600 secondi");
        Require(profile.Urban.CellMetres is >= 50 and <= 5000, "urban.cell_metres", "deve stare tra 50 e 5000 metri");
        Require(profile.Urban.StreetMetresPerKm2 > 0, "urban.street_metres_per_km2", "deve essere maggiore di zero");
        Crossing(profile.Ferry, "ferry");
        if (profile.ShuttleTrain is { } train)
            Crossing(train, "shuttle_train");
    }

    private static void Classes(IEnumerable<KeyValuePair<string, ClassSpeed>> classes, string name)
    {
        foreach ((string key, ClassSpeed speed) in classes)
        {
            Speed(speed.Urban, $"{name}.{key}.urban");
            Speed(speed.Extraurban, $"{name}.{key}.extraurban");
            Speed(speed.Ceiling, $"{name}.{key}.ceiling");
        }
    }

    private static void Crossing(FerryRule rule, string name)
    {
        Speed(rule.Speed, $"{name}.speed");
        Require(rule.WaitSeconds is >= 0 and <= 86_400, $"{name}.wait_seconds", "deve stare tra 0 e 86400 secondi");
    }

    private static void Speeds(IEnumerable<KeyValuePair<string, double>> speeds, string name)
    {
        foreach ((string key, double speed) in speeds)
            Speed(speed, $"{name}.{key}");
    }

    private static void Speed(double speed, string name) =>
        Require(speed is >= 1 and <= FastestKmh, name, "deve stare tra 1 e 200 km/h");

    private static void Factor(double factor, string name, double most) =>
        Require(factor >= 0.05 && factor <= most, name, $"deve stare tra 0.05 e {most}");

    private static void Require(bool holds, string name, string rule)
    {
        if (!holds)
            throw new CoverageInputException($"Il profilo non è valido: «{name}» {rule}.");
    }
}
