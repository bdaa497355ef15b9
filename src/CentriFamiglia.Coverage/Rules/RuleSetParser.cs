using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Rules;

public sealed partial record RuleSet
{
    private const string DefaultResource = "dgr-xii-1507-2023.json";

    private static readonly Lazy<RuleSet> _shipped = new(() => Parse(DefaultText));

    /// <summary>The set that ships with the program: D.G.R. XII/1507 of 13 December 2023.</summary>
    public static RuleSet Default => _shipped.Value;

    /// <summary>Its text, to be read, or changed and given back to <see cref="Parse"/>.</summary>
    public static string DefaultText
    {
        get
        {
            using Stream resource = typeof(RuleSet).Assembly.GetManifestResourceStream(DefaultResource)!;
            byte[] bytes = new byte[resource.Length];
            resource.ReadExactly(bytes);
            return Encoding.UTF8.GetString(bytes);
        }
    }

    /// <summary>Reads a rule set.</summary>
    /// <exception cref="CoverageInputException">
    /// Not JSON, something missing or out of range, or an unknown name: the message lists the known ones.
    /// </exception>
    public static RuleSet Parse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Read(new RuleSetField(document.RootElement, "insieme di regole"), Fingerprint(json));
        }
        catch (JsonException e)
        {
            throw new CoverageInputException(
                $"L'insieme di regole non è JSON valido (riga {e.LineNumber + 1}, posizione {e.BytePositionInLine + 1}): correggere il file.", e);
        }
    }

    private static string Fingerprint(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    private static RuleSet Read(RuleSetField root, string sha256)
    {
        root.Expect("id", "titolo", "data", "valido_dal", "valido_al", "regole", "parametri", "criteri_di_pianificazione", "anomalie");
        RuleSetField parameters = root["parametri"];
        parameters.Expect(
            "competenza_soddisfa_r1", "fondo_eur", "quota_residenti_pct", "quota_uguale_pct", "tetto_progetto_eur", "mesi_progetto",
            "limiti_minuti", "quota_residenti_entro_limite_pct", "portata_hub_minuti", "max_spoke_per_hub", "max_ambiti_per_hub");
        return new RuleSet
        {
            Id = root["id"].Text(),
            Title = root["titolo"].Text(),
            Date = root["data"].Date(),
            ValidFrom = root["valido_dal"].Date(),
            ValidTo = root["valido_al"].IsNull ? null : root["valido_al"].Date(),
            Rules = [.. root["regole"].Items("id", "sezione", "citazione", "controllo").Select(r =>
                new RuleClause(r["id"].Text(), r["sezione"].Text(), r["citazione"].Text(), r["controllo"].Text()))],
            Criteria = [.. root["criteri_di_pianificazione"].Items("id", "etichetta").Select(c =>
                new PlanningCriterion(c["id"].Text(), c["etichetta"].Text()))],
            Anomalies = [.. root["anomalie"].Items("sezione", "parole", "nota").Select(a =>
                new DraftingAnomaly(a["sezione"].Text(), a["parole"].Text(), a["nota"].Text()))],
            CompetenzaSatisfiesR1 = parameters["competenza_soddisfa_r1"].Flag(),
            Fund = ReadFund(parameters),
            Planning = ReadPlanning(parameters),
            Sha256 = sha256,
        };
    }

    private static FundParameters ReadFund(RuleSetField parameters)
    {
        var fund = new FundParameters(
            parameters["fondo_eur"].Names().ToImmutableSortedDictionary(
                name => name, name => parameters["fondo_eur"][name].Amount(), StringComparer.Ordinal),
            parameters["quota_uguale_pct"].Amount(),
            parameters["quota_residenti_pct"].Amount(),
            parameters["tetto_progetto_eur"].Amount(),
            (int)parameters["mesi_progetto"].Number(1, 120));
        if (fund.EqualSharePercent + fund.ResidentsSharePercent != 100m)
            throw new CoverageInputException("Le quote quota_uguale_pct e quota_residenti_pct devono sommare a 100.");
        if (fund.ProjectCapEur <= 0)
            throw new CoverageInputException("tetto_progetto_eur deve essere maggiore di zero.");
        return fund;
    }

    private static PlanningParameters ReadPlanning(RuleSetField parameters)
    {
        RuleSetField limits = parameters["limiti_minuti"];
        string[] classes = Enum.GetNames<SnaiClass>();
        limits.Expect(classes);
        return new PlanningParameters(
            classes.ToImmutableSortedDictionary(Enum.Parse<SnaiClass>, c => limits[c].Number(1, 600)),
            parameters["quota_residenti_entro_limite_pct"].Number(0, 100),
            parameters["portata_hub_minuti"].Number(1, 600),
            (int)parameters["max_spoke_per_hub"].Number(0, 1000),
            (int)parameters["max_ambiti_per_hub"].Number(0, 1000));
    }
}

/// <summary>One field of a rule set with its path, so that every error says where it is.</summary>
internal readonly struct RuleSetField(JsonElement element, string path)
{
    public RuleSetField this[string name] => new(element.GetProperty(name), $"{path}.{name}");

    public bool IsNull => element.ValueKind == JsonValueKind.Null;

    /// <summary>An object with exactly these names.</summary>
    public void Expect(params string[] known)
    {
        string[] names = Names();
        if (names.FirstOrDefault(n => !known.Contains(n, StringComparer.Ordinal)) is { } unknown)
            throw new CoverageInputException($"{path}: '{unknown}' non è previsto. Nomi previsti: {string.Join(", ", known)}.");
        if (names.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any())?.Key is { } twice)
            throw new CoverageInputException($"{path}: '{twice}' compare due volte. Lasciarlo una volta sola.");
        if (known.FirstOrDefault(k => !names.Contains(k, StringComparer.Ordinal)) is { } missing)
            throw new CoverageInputException($"{path}: manca '{missing}'. Nomi previsti: {string.Join(", ", known)}.");
    }

    public string[] Names() => element.ValueKind == JsonValueKind.Object
        ? [.. element.EnumerateObject().Select(p => p.Name)]
        : throw Wrong("un oggetto");

    public IEnumerable<RuleSetField> Items(params string[] known)
    {
        if (element.ValueKind != JsonValueKind.Array)
            throw Wrong("un elenco");
        int index = 0;
        var items = new List<RuleSetField>();
        foreach (JsonElement item in element.EnumerateArray())
        {
            var field = new RuleSetField(item, $"{path}[{index++}]");
            field.Expect(known);
            items.Add(field);
        }

        return items;
    }

    public string Text() => element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text
        ? text
        : throw Wrong("un testo non vuoto");

    public DateOnly Date() =>
        DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : throw Wrong("una data AAAA-MM-GG");

    public bool Flag() => element.ValueKind is JsonValueKind.True or JsonValueKind.False ? element.GetBoolean() : throw Wrong("true o false");

    /// <summary>An amount or percentage: not negative, at most two decimals.</summary>
    public decimal Amount() =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out decimal amount) && amount >= 0 && decimal.Round(amount, 2) == amount
            ? amount
            : throw Wrong("un numero non negativo con al più due decimali");

    public double Number(double least, double most) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out double number) && number >= least && number <= most
            ? number
            : throw Wrong($"un numero fra {least} e {most}");

    private CoverageInputException Wrong(string expected) => new($"{path}: serve {expected}.");
}
