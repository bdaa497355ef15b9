using System.Security.Cryptography;
using System.Text;

namespace CentriFamiglia.Coverage.Service.Deciding.Links;

/// <summary>A link that opens one analysis, to be read, to whoever has it.</summary>
/// <param name="Id">Made from the secret part of the address, which nobody keeps: who reads the store cannot open the analysis with it.</param>
/// <param name="RunId">What it opens.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Until">It opens nothing from then on (UTC).</param>
internal sealed record SharedLink(string Id, string RunId, string By, DateTimeOffset At, DateTimeOffset Until)
{
    /// <summary>For whom, in the words of who made it.</summary>
    public string? Note { get; init; }

    /// <summary>Who took it back; null while it holds.</summary>
    public string? RevokedBy { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    private const int SecretBytes = 32;
    private const int IdLetters = 32;

    /// <summary>A new secret, as it stands in an address.</summary>
    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The id of the link of a secret.</summary>
    public static string IdOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)))[..IdLetters];

    public bool Opens(DateTimeOffset now) => RevokedAt is null && now < Until;

    public JsonObject ToJson() => new()
    {
        ["analisi"] = RunId,
        ["chi"] = By,
        ["quando"] = RecordJson.Moment(At),
        ["scade"] = RecordJson.Moment(Until),
        ["nota"] = Note,
        ["revocato_da"] = RevokedBy,
        ["revocato_il"] = RevokedAt is { } at ? RecordJson.Moment(at) : null,
    };

    public static SharedLink Read(string id, string text)
    {
        JsonObject json = JsonNode.Parse(text)!.AsObject();
        return new SharedLink(id, (string)json["analisi"]!, (string)json["chi"]!, RecordJson.Moment((string)json["quando"]!), RecordJson.Moment((string)json["scade"]!))
        {
            Note = (string?)json["nota"],
            RevokedBy = (string?)json["revocato_da"],
            RevokedAt = (string?)json["revocato_il"] is { } at ? RecordJson.Moment(at) : null,
        };
    }
}
