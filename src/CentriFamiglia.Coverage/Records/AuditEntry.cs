using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CentriFamiglia.Coverage.Records;

/// <summary>Who does something to a store, when, and what it is called.</summary>
/// <param name="Who">The name of the user; nothing else is kept of a person.</param>
/// <param name="When">As the clock says, which may jump: the order of entries is that of their numbers.</param>
/// <param name="Action">A word of the list in the documentation, <c>scenario.crea</c>.</param>
/// <param name="Subject">Kind and key of what it is done to, <c>scenario/rimodulazione-bergamo</c>.</param>
public sealed record AuditAct(string Who, DateTimeOffset When, string Action, string Subject);

/// <summary>One entry of the register of changes: it can be added and read, never changed. Each holds the hash of the one before it.</summary>
/// <param name="Number">From 1, without a gap.</param>
/// <param name="When">UTC, ISO 8601 with milliseconds.</param>
/// <param name="Who">The user's name.</param>
/// <param name="Action">See <see cref="AuditAct.Action"/>.</param>
/// <param name="Subject">See <see cref="AuditAct.Subject"/>.</param>
/// <param name="Before">JSON; null where there was nothing.</param>
/// <param name="After">JSON; null where nothing is left.</param>
/// <param name="Revision">Of the territory after it.</param>
/// <param name="Previous">Hash of the entry before; empty for the first.</param>
/// <param name="Hash">SHA-256 of all the other values, lower-case hexadecimal.</param>
public sealed record AuditEntry(
    int Number, string When, string Who, string Action, string Subject, string? Before, string? After, long Revision, string Previous, string Hash)
{
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The entry that follows, with its hash.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="previous">Hash of the last entry; empty where there is none.</param>
    public static AuditEntry Next(int number, string previous, AuditAct act, string? before, string? after, long revision)
    {
        string when = act.When.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        var entry = new AuditEntry(number, when, act.Who, act.Action, act.Subject, before, after, revision, previous, "");
        return entry with { Hash = entry.Computed };
    }

    /// <summary>What the hash must be: of a JSON array of the values in their order.</summary>
    public string Computed => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        JsonSerializer.Serialize<object?[]>([Number, When, Who, Action, Subject, Before, After, Revision, Previous], _plain))));
}
