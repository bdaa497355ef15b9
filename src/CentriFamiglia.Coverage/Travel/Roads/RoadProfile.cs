using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CentriFamiglia.Coverage.Travel.Roads;

/// <summary>
/// How a mode of travel uses roads, as data: which roads, how fast, which obstacles. Two are built in, <c>car</c> and <c>foot</c>;
/// a user may export one, change it, and build with it. Speeds in km/h, factors multiply speeds.
/// </summary>
public sealed record RoadProfile
{
    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Names of the built-in profiles.</summary>
    public static ImmutableArray<string> BuiltIn { get; } = ["car", "foot"];

    public required string Name { get; init; }

    /// <summary><c>car</c> or <c>foot</c>.</summary>
    public required string Mode { get; init; }

    public required string Title { get; init; }

    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>From the most special to the most general; the first that a way carries decides. The last one is the general one.</summary>
    public required ImmutableArray<string> AccessKeys { get; init; }

    public required ImmutableHashSet<string> AccessDenied { get; init; }

    /// <summary>Values that open a road only to those who have their destination there.</summary>
    public required ImmutableHashSet<string> AccessRestricted { get; init; }

    /// <summary>Slows such roads down, so that they serve a start or an end and seldom a passage.</summary>
    public required double RestrictedFactor { get; init; }

    /// <summary>The first that a way carries decides.</summary>
    public required ImmutableArray<string> OnewayKeys { get; init; }

    /// <summary>Values of <c>junction</c> that imply one way.</summary>
    public required ImmutableHashSet<string> OnewayJunctions { get; init; }

    /// <summary>Keys of a turn restriction that bind this mode; the first that a relation carries decides.</summary>
    public required ImmutableArray<string> TurnKeys { get; init; }

    /// <summary>Values of <c>except</c> that free this mode.</summary>
    public required ImmutableHashSet<string> TurnExceptions { get; init; }

    /// <summary>Whether roads with <c>motorroad=yes</c> may be used.</summary>
    public required bool Motorroads { get; init; }

    /// <summary>Whether the outline of a square (<c>area=yes</c>) may be used.</summary>
    public required bool Areas { get; init; }

    /// <summary>Values of <c>service</c> that close a service road.</summary>
    public required ImmutableHashSet<string> RefusedServices { get; init; }

    /// <summary>By the value of <c>highway</c>; what is not listed is not used.</summary>
    public required ImmutableDictionary<string, ClassSpeed> Classes { get; init; }

    /// <summary>Highest speed by the value of <c>service</c>.</summary>
    public required ImmutableDictionary<string, double> Services { get; init; }

    /// <summary>Share of a signed limit that is driven.</summary>
    public required double MaxspeedFactor { get; init; }

    /// <summary>Limits that stand for a word, as <c>IT:urban</c>.</summary>
    public required ImmutableDictionary<string, double> MaxspeedZones { get; init; }

    public required UrbanRule Urban { get; init; }

    public required ImmutableDictionary<string, double> SurfaceSpeeds { get; init; }

    public required ImmutableHashSet<string> UnpavedSurfaces { get; init; }

    public required ImmutableDictionary<string, double> TrackSpeeds { get; init; }

    /// <summary>Zero closes the road.</summary>
    public required ImmutableDictionary<string, double> SmoothnessSpeeds { get; init; }

    public required CurveRule Curves { get; init; }

    /// <summary>By the tag <c>incline</c>, ascending.</summary>
    public required ImmutableArray<SlopeStep> Slopes { get; init; }

    /// <summary>Values of <c>barrier</c> that do not close a road by themselves.</summary>
    public required ImmutableHashSet<string> OpenBarriers { get; init; }

    /// <summary>Seconds lost at a node, by <c>key=value</c>; several add up.</summary>
    public required ImmutableDictionary<string, double> NodeSeconds { get; init; }

    public required FerryRule Ferry { get; init; }

    /// <summary>The JSON the profile was read from: what <see cref="Sha256"/> is taken of, and what an export writes.</summary>
    [JsonIgnore]
    public ImmutableArray<byte> Source { get; private init; } = [];

    /// <summary>Lower-case hexadecimal SHA-256 of the JSON text as it was read.</summary>
    [JsonIgnore]
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Source.AsSpan()));

    /// <exception cref="CoverageInputException">No built-in profile of that name.</exception>
    public static RoadProfile Load(string builtIn)
    {
        using Stream? stream = BuiltIn.Contains(builtIn, StringComparer.Ordinal)
            ? typeof(RoadProfile).Assembly.GetManifestResourceStream($"roads.profile.{builtIn}.json")
            : null;
        if (stream is null)
            throw new CoverageInputException($"Profilo «{builtIn}» sconosciuto: scegliere tra {string.Join(", ", BuiltIn)}.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Parse(bytes.ToArray());
    }

    /// <exception cref="CoverageInputException">Not a profile; the message, in Italian, names the place.</exception>
    public static RoadProfile Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            RoadProfile profile = JsonSerializer.Deserialize<RoadProfile>(json, _json)
                ?? throw new CoverageInputException("Il profilo è vuoto.");
            RoadProfileRules.Check(profile);
            return profile with { Source = [.. json] };
        }
        catch (JsonException e)
        {
            throw new CoverageInputException($"Il profilo non è valido alla riga {e.LineNumber + 1}, voce «{e.Path}»: sconosciuta, mancante o di un altro tipo. Confrontarlo con "
                + "«coverage roads profile car».", e);
        }
    }
}

/// <summary>Speeds on one class of road, km/h.</summary>
/// <param name="Urban">Where no limit is signed, inside towns.</param>
/// <param name="Extraurban">Where no limit is signed, outside.</param>
/// <param name="Ceiling">The most, whatever is signed.</param>
/// <param name="Oneway">One way unless tagged otherwise.</param>
/// <param name="OnlyIfAllowed">Used only where a tag of the mode itself allows it.</param>
public sealed record ClassSpeed(double Urban, double Extraurban, double Ceiling, bool Oneway = false, bool OnlyIfAllowed = false);

/// <summary>
/// OpenStreetMap does not mark towns. A place counts as urban where streets of towns (residential, living street) are dense in the
/// 3 x 3 cells around it; tags that state the zone (<c>zone:traffic</c>, <c>maxspeed:type</c>) go before.
/// </summary>
/// <param name="CellMetres">Side of a cell.</param>
/// <param name="StreetMetresPerKm2">From this density on it is urban.</param>
public sealed record UrbanRule(double CellMetres, double StreetMetresPerKm2);

/// <summary>Winding roads outside towns are slower: the sum of the bends per kilometre says how winding a piece is.</summary>
/// <param name="LeastMetres">Shorter pieces are not slowed.</param>
/// <param name="Steps">Ascending; the last one reached applies.</param>
public sealed record CurveRule(double LeastMetres, ImmutableArray<CurveStep> Steps);

/// <summary>One step of <see cref="CurveRule"/>.</summary>
public sealed record CurveStep(double DegreesPerKm, double Factor);

/// <summary>From this slope on, uphill or down, the factor applies.</summary>
public sealed record SlopeStep(double Percent, double Factor);

/// <summary>Ferries.</summary>
/// <param name="AllowedUntagged">Whether a ferry with no tag for the mode carries it.</param>
/// <param name="Speed">Where no duration is tagged, km/h.</param>
/// <param name="WaitSeconds">Added to every crossing, shared out along it.</param>
/// <param name="PassengerKeys">
/// A ferry with no tag for the mode but with one of these says whom it carries, and does not name this mode: it is for others.
/// </param>
public sealed record FerryRule(bool AllowedUntagged, double Speed, double WaitSeconds, ImmutableArray<string> PassengerKeys = default);
