using System.Text;
using CentriFamiglia.Coverage.Records;

namespace CentriFamiglia.Coverage.Service.Deciding.Decisions;

/// <summary>What a user decides, or remarks, on a proposal.</summary>
/// <param name="Outcome">Null where it is only a remark.</param>
/// <param name="Reason">Why; asked for where there is an outcome.</param>
/// <param name="Comment">A remark; null for none.</param>
internal sealed record DecisionText(DecisionOutcome? Outcome, string? Reason, string? Comment)
{
    private const int LongestText = 4_000;
    private const string Cure = "Scrivere {\"esito\":\"accettata\",\"perche\":\"…\"}, oppure {\"commento\":\"…\"}.";

    private static readonly string[] _members = ["esito", "perche", "commento"];

    /// <param name="text">JSON.</param>
    /// <exception cref="InputException">Not such an object: which member, why, and the cure.</exception>
    public static DecisionText Read(string text)
    {
        JsonNode? whole = JsonNode.Parse(StrictJson.Read(Encoding.UTF8.GetBytes(text), "decisione", Cure).GetRawText());
        if (whole is not JsonObject json)
            throw new InputException("decisione", "non è un oggetto.", Cure);
        if (json.Select(m => m.Key).FirstOrDefault(k => !_members.Contains(k, StringComparer.Ordinal)) is { } unknown)
            throw new InputException(unknown, "campo sconosciuto.", $"I campi sono: {string.Join(", ", _members)}.");
        return Of(Words(json, "esito"), Words(json, "perche"), Words(json, "commento"));
    }

    /// <param name="outcome">As written; null for a remark alone.</param>
    /// <param name="reason">Why.</param>
    /// <param name="comment">A remark.</param>
    /// <exception cref="InputException">The outcome is no such word, or nothing is said, or not why.</exception>
    public static DecisionText Of(string? outcome, string? reason, string? comment)
    {
        DecisionOutcome? decided = null;
        if (outcome is not null)
        {
            decided = Decision.Outcomes.TryRead(outcome.Trim().ToLowerInvariant(), out DecisionOutcome read)
                ? read
                : throw new InputException("esito", $"«{Shown.Of(outcome)}» non è un esito.", $"Scrivere uno di: {string.Join(", ", Decision.Outcomes.Written)}.");
        }

        if (decided is null && comment is null)
            throw new InputException("esito", "non c'è né un esito né un commento.", Cure);
        if (decided is not null && string.IsNullOrWhiteSpace(reason))
            throw new InputException("perche", "manca il perché: una decisione senza motivo non si difende.", "Scrivere in una frase perché.");
        return new DecisionText(decided, decided is null ? null : Checked("perche", reason), Checked("commento", comment));
    }

    private static string? Checked(string field, string? text) => text?.Trim() is { Length: > LongestText }
        ? throw new InputException(field, $"il testo è più lungo di {LongestText} caratteri.", "Abbreviarlo.")
        : string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Words(JsonObject json, string member) => json[member] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text,
        _ => throw new InputException(member, "non è un testo.", "Scriverlo fra virgolette."),
    };
}
