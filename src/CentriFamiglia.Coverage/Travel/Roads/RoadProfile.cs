using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CentriFamiglia.Coverage.Travel.Roads;

/// <summary>
/// How a mode of travel uses roads, as data: which roads, how fast, which obstacles. Built in are <c>car</c>, <c>car-punta</c> (the same roads in
/// the peak hour) and <c>foot</c>; a user may export one, change it, and build with it. Speeds in km/h, factors multiply speeds.
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

    private static readonly JsonSerializerOptions _written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Names of the built-in profiles.</summary>
    public static ImmutableArray<string> BuiltIn { get; } = ["car", "car-punta", "foot"];

    /// <summary>In a built-in profile the name of the one that holds whatever it does not say itself.</summary>
    private const string Like = "like";

    public required string Name { get; init; }

    /// <summary><c>car</c> or <c>foot</c>.</summary>
    public required string Mode { get; init; }

    public required string Title { get; init; }

    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>From the most special to the most general; the first that a way carries decides. The last one is the general one.</summary>
    public required ImmutableArray<string> AccessKeys { get; init; }

    /// <summary>Values that open a road. Of a list, separated by <c>;</c>, the most open counts.</summary>
    public required ImmutableHashSet<string> AccessOpen { get; init; }

    /// <summary>Values that close a road. What is in no list says nothing: the road is what it is without the tag.</summary>
    public required ImmutableHashSet<string> AccessClosed { get; init; }

    /// <summary>Values that open a road only to those who have their destination there, or advise against it.</summary>
    public required ImmutableHashSet<string> AccessRestricted { get; init; }

    /// <summary>
    /// Values that open a road of a class for all to those who start or end there, but are no permission where one is needed; at a node they
    /// let pass who lives behind it.
    /// </summary>
    public required ImmutableHashSet<string> AccessPrivate { get; init; }

    /// <summary>Slows such roads down where they are the only way to something; elsewhere nobody passes through. 1 makes them roads like others.</summary>
    public required double RestrictedFactor { get; init; }

    /// <summary><c>estate</c> or <c>inverno</c>: what tags say of 15 July, or of 15 January, counts.</summary>
    public required string Season { get; init; }

    /// <summary>Null where nothing is too low, narrow or weak to pass.</summary>
    public required VehicleSize? Vehicle { get; init; }

    /// <summary>The first that a way carries decides.</summary>
    public required ImmutableArray<string> OnewayKeys { get; init; }

    /// <summary>Slows down a stretch on which the two directions take turns (<c>oneway=alternating</c>).</summary>
    public required double AlternatingFactor { get; init; }

    /// <summary>Values of <c>junction</c> that imply one way.</summary>
    public required ImmutableHashSet<string> OnewayJunctions { get; init; }

    /// <summary>Keys of a turn restriction that bind this mode; the first that a relation carries decides.</summary>
    public required ImmutableArray<string> TurnKeys { get; init; }

    /// <summary>Values of <c>except</c> that free this mode.</summary>
    public required ImmutableHashSet<string> TurnExceptions { get; init; }

    /// <summary>Null where turning round costs nothing and is allowed everywhere.</summary>
    public required UTurnRule? UTurns { get; init; }

    /// <summary>Whether roads with <c>motorroad=yes</c> may be used.</summary>
    public required bool Motorroads { get; init; }

    /// <summary>Whether the outline of a square (<c>area=yes</c>) may be used.</summary>
    public required bool Areas { get; init; }

    /// <summary>Values of <c>service</c> that close a service road.</summary>
    public required ImmutableHashSet<string> RefusedServices { get; init; }

    /// <summary>By the value of <c>highway</c>.</summary>
    public required ImmutableDictionary<string, ClassSpeed> Classes { get; init; }

    /// <summary>Any other value of <c>highway</c>, where a tag of the mode itself allows it.</summary>
    public required ClassSpeed OtherHighways { get; init; }

    /// <summary>Values of <c>highway</c> that no tag opens.</summary>
    public required ImmutableHashSet<string> ClosedHighways { get; init; }

    /// <summary>Ways without <c>highway</c> that are used, by <c>key=value</c>.</summary>
    public required ImmutableDictionary<string, ClassSpeed> OtherWays { get; init; }

    /// <summary>Values of <c>construction</c> that do not close a road.</summary>
    public required ImmutableHashSet<string> OpenConstructions { get; init; }

    /// <summary>Highest speed by the value of <c>service</c>.</summary>
    public required ImmutableDictionary<string, double> Services { get; init; }

    /// <summary>Share of a signed limit that is driven.</summary>
    public required double MaxspeedFactor { get; init; }

    /// <summary>Limits that stand for a word, as <c>IT:urban</c>.</summary>
    public required ImmutableDictionary<string, double> MaxspeedZones { get; init; }

    public required UrbanRule Urban { get; init; }

    public required TrafficRule Traffic { get; init; }

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

    /// <summary>Values of <c>barrier</c> that close a road by themselves; null where all do that are not listed above.</summary>
    public required ImmutableHashSet<string>? ClosedBarriers { get; init; }

    /// <summary>By the value of <c>barrier</c>: tags, <c>key=value</c>, with which a barrier that closes lets pass.</summary>
    public required ImmutableDictionary<string, ImmutableArray<string>> BarrierExceptions { get; init; }

    /// <summary>Seconds lost at a node, by <c>key=value</c>; several add up.</summary>
    public required ImmutableDictionary<string, double> NodeSeconds { get; init; }

    public required FerryRule Ferry { get; init; }

    /// <summary>Trains that carry cars (<c>route=shuttle_train</c>); null where they are not used.</summary>
    public required FerryRule? ShuttleTrain { get; init; }

    /// <summary>The JSON the profile was read from: what <see cref="Sha256"/> is taken of, and what an export writes.</summary>
    [JsonIgnore]
    public ImmutableArray<byte> Source { get; private init; } = [];

    /// <summary>Lower-case hexadecimal SHA-256 of the JSON text as it was read.</summary>
    [JsonIgnore]
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Source.AsSpan()));

    /// <exception cref="CoverageInputException">No built-in profile of that name.</exception>
    public static RoadProfile Load(string builtIn)
    {
        if (!BuiltIn.Contains(builtIn, StringComparer.Ordinal))
            throw new CoverageInputException($"Profilo «{builtIn}» sconosciuto: scegliere tra {string.Join(", ", BuiltIn)}.");
        byte[] own = Shipped(builtIn);
        if (JsonNode.Parse(own)!.AsObject() is not { } said || said[Like] is not { } like)
            return Parse(own);
        JsonObject whole = JsonNode.Parse(Shipped(like.GetValue<string>()))!.AsObject();
        foreach ((string key, JsonNode? value) in said.Where(member => member.Key != Like))
            whole[key] = value?.DeepClone();
        return Parse(JsonSerializer.SerializeToUtf8Bytes(whole, _written));
    }

    private static byte[] Shipped(string name)
    {
        using Stream stream = typeof(RoadProfile).Assembly.GetManifestResourceStream($"roads.profile.{name}.json")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
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
