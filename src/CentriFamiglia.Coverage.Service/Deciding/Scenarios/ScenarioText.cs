using System.Text;
using CentriFamiglia.Coverage.Import;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Deciding.Scenarios;

/// <summary>What a user writes of a scenario; what is not said stays as it is.</summary>
internal sealed record ScenarioText
{
    private const int LongestName = 120;
    private const int LongestNote = 4_000;
    private const string Cure = "Scrivere {\"nome\":\"…\",\"linea\":\"rimodulazione\",\"changes\":[…],\"networks\":[…]}: "
        + "changes come in una prova, networks come le righe di un file di reti.";

    private static readonly string[] _members = ["nome", "linea", "nota", "costo_spoke_eur", "sedi", "da", "changes", "networks"];

    public string? Name { get; init; }

    public SpendingLine? Line { get; init; }

    public string? Note { get; init; }

    public decimal? SpokeCostEur { get; init; }

    /// <summary>Name of the set of sedi; null for the active one.</summary>
    public string? Set { get; init; }

    /// <summary>Id of the scenario to branch from; null for none.</summary>
    public string? Parent { get; init; }

    /// <summary>Null where nothing is said of sedi.</summary>
    public ImmutableArray<SiteChange>? Sites { get; init; }

    /// <summary>Null where nothing is said of networks.</summary>
    public ImmutableArray<SiteChange>? Networks { get; init; }

    /// <param name="text">JSON: an object, or the list of changes of sedi alone.</param>
    /// <exception cref="InputException">Not such an object: which member, why, and the cure.</exception>
    public static ScenarioText Read(string text)
    {
        JsonNode? whole = JsonNode.Parse(StrictJson.Read(Encoding.UTF8.GetBytes(text), "scenario", Cure).GetRawText());
        if (whole is JsonArray list)
            return new ScenarioText { Sites = ChangesText.Sites("changes", list) };
        if (whole is not JsonObject json)
            throw new InputException("scenario", "non è un oggetto.", Cure);
        if (json.Select(m => m.Key).FirstOrDefault(k => !_members.Contains(k, StringComparer.Ordinal)) is { } unknown)
            throw new InputException(unknown, "campo sconosciuto.", $"I campi sono: {string.Join(", ", _members)}.");
        return new ScenarioText
        {
            Name = Words(json, "nome", LongestName),
            Line = Words(json, "linea", LongestName) is { } line ? LineOf(line) : null,
            Note = Words(json, "nota", LongestNote),
            SpokeCostEur = Amount(json),
            Set = Words(json, "sedi", LongestName) is { } set ? SharedParameters.Sedi.Read(set) : null,
            Parent = Words(json, "da", LongestName),
            Sites = List(json, "changes") is { } sites ? ChangesText.Sites("changes", sites) : null,
            Networks = List(json, "networks") is { } networks ? ChangesText.Networks("networks", networks) : null,
        };
    }

    /// <exception cref="InputException">It is not one of the two.</exception>
    public static SpendingLine LineOf(string word) => Scenario.Lines.TryRead(word.Trim().ToLowerInvariant(), out SpendingLine line)
        ? line
        : throw new InputException("linea", $"«{Shown.Of(word)}» non è una linea di spesa.", $"Scrivere una di: {string.Join(", ", Scenario.Lines.Written)}.");

    /// <exception cref="InputException">It is empty or too long.</exception>
    public static string NameOf(string text) => text.Trim() is { Length: > 0 and <= LongestName } name && !name.Any(char.IsControl)
        ? name
        : throw new InputException("nome", "il nome è vuoto o troppo lungo.", $"Scrivere un nome fino a {LongestName} caratteri, per esempio «Rimodulazione Bergamo».");

    private static string? Words(JsonObject json, string member, int longest)
    {
        if (json[member] is not { } node)
            return null;
        return node is JsonValue value && value.TryGetValue(out string? text) && text.Trim().Length <= longest
            ? text.Trim() is { Length: > 0 } words ? words : null
            : throw new InputException(member, $"non è un testo fino a {longest} caratteri.", "Scriverlo fra virgolette.");
    }

    private static JsonArray? List(JsonObject json, string member) => json[member] switch
    {
        null => null,
        JsonArray list => list,
        _ => throw new InputException(member, "non è un elenco.", Cure),
    };

    private static decimal? Amount(JsonObject json) => json["costo_spoke_eur"] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out decimal amount) && amount is >= 0 and <= 10_000_000 => amount,
        _ => throw new InputException("costo_spoke_eur", "non è un importo in euro, da 0 a 10 milioni.", "Scriverlo come numero: 50000."),
    };
}
