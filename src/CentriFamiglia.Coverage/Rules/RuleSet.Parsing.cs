using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CentriFamiglia.Coverage.Rules;

public sealed partial record RuleSet
{
    private const string DefaultId = "dgr-xii-1507-2023";

    // Not every set states it: a set written before it could be stated stays good.
    internal const string ExtensionName = "proroga_massima_mesi";

    private static readonly string[] _ownNames = ["id", "titolo", "testo_caricato", "data", "valido_dal", "valido_al"];

    private static readonly string[] _optionalNames = ["assetto", "fonti"];

    private static readonly Lazy<ImmutableArray<RuleSet>> _all = new(() => [.. ShippedIds.Select(id => Parse(TextOf(id)))]);

    /// <summary>Ids of the sets that ship with the program, the default one first.</summary>
    public static ImmutableArray<string> ShippedIds { get; } = [DefaultId, "dgr-4431-2025", "cpf-2025", "fondo-nazionale-2025"];

    /// <summary>The sets that ship with the program, the default one first.</summary>
    public static ImmutableArray<RuleSet> Shipped => _all.Value;

    /// <summary>The set that holds unless another is chosen: D.G.R. XII/1507 of 13 December 2023.</summary>
    public static RuleSet Default => Shipped[0];

    /// <summary>Its text, to be read, or changed and given back to <see cref="Parse"/>.</summary>
    public static string DefaultText => TextOf(DefaultId);

    /// <summary>Reads a rule set: whole, or the changes to a shipped one that <c>base</c> names.</summary>
    /// <exception cref="CoverageInputException">
    /// Not JSON, something missing or out of range, or an unknown name: the message lists the known ones.
    /// </exception>
    public static RuleSet Parse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            var root = new RuleSetField(document.RootElement, "insieme di regole");
            if (!root.Names().Contains("base", StringComparer.Ordinal))
                return Read(root, Fingerprint(json), null) with { Text = json };
            string id = root["base"].Text();
            if (!ShippedIds.Contains(id, StringComparer.Ordinal))
                throw new CoverageInputException($"insieme di regole.base: '{id}' non è un insieme del programma. Insiemi: {string.Join(", ", ShippedIds)}.");
            string basis = TextOf(id);
            using JsonDocument whole = JsonDocument.Parse(Merged(basis, document.RootElement));
            return Read(new RuleSetField(whole.RootElement, "insieme di regole"), Fingerprint(basis + json), id) with { Text = json };
        }
        catch (JsonException e)
        {
            throw new CoverageInputException(
                $"L'insieme di regole non è JSON valido (riga {e.LineNumber + 1}, posizione {e.BytePositionInLine + 1}): correggere il file.", e);
        }
    }

    private static string TextOf(string id)
    {
        using Stream resource = typeof(RuleSet).Assembly.GetManifestResourceStream(id + ".json")!;
        byte[] bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>The text of a set with another's members in place of its own; parameters one by one. Who it is, it must say itself.</summary>
    private static string Merged(string basis, JsonElement changes)
    {
        JsonObject whole = JsonNode.Parse(basis)!.AsObject();
        foreach (string own in _ownNames)
            whole.Remove(own);
        whole["atto_citato"] = JsonNode.Parse(basis)!["titolo"]!.DeepClone();
        foreach (JsonProperty change in changes.EnumerateObject().Where(c => c.Name != "base"))
        {
            JsonNode? value = JsonNode.Parse(change.Value.GetRawText());
            if (change.Name == "parametri" && value is JsonObject parameters)
            {
                foreach ((string name, JsonNode? parameter) in parameters)
                    whole["parametri"]![name] = parameter?.DeepClone();
            }
            else
            {
                whole[change.Name] = value;
            }
        }

        return whole.ToJsonString();
    }

    private static string Fingerprint(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    private static RuleSet Read(RuleSetField root, string sha256, string? basedOn)
    {
        string[] optional = [.. _optionalNames.Where(root.Has)];
        string[] known = [.. _ownNames, "regole", "parametri", "varianti", "criteri_di_pianificazione", "anomalie", .. optional];
        root.Expect(basedOn is null ? known : [.. known, "atto_citato"]);
        RuleSetField parameters = root["parametri"];
        parameters.Expect([
            "competenza_soddisfa_r1", "fondo_eur", "quota_residenti_pct", "quota_uguale_pct", "tetto_progetto_eur", "mesi_progetto",
            "contributo_massimo_pct_del_costo", "formula_contributo", "ore_settimanali_minime", "lettura_ore", "spazi_hub",
            "servizi_base", "servizi_solo_hub",
            "limiti_minuti", "quota_residenti_entro_limite_pct", "portata_hub_minuti", "max_spoke_per_hub", "max_ambiti_per_hub",
            .. parameters.Has(ExtensionName) ? [ExtensionName] : Array.Empty<string>()]);
        bool loaded = root["testo_caricato"].Flag();
        return new RuleSet
        {
            Id = root["id"].Text(),
            Title = root["titolo"].Text(),
            TextLoaded = loaded,
            BasedOn = basedOn,
            QuotedAct = root[basedOn is null || loaded ? "titolo" : "atto_citato"].Text(),
            Date = root["data"].OptionalDate(),
            ValidFrom = root["valido_dal"].OptionalDate(),
            ValidTo = root["valido_al"].OptionalDate(),
            Rules = [.. root["regole"].Items("id", "sezione", "citazione", "controllo").Select(r =>
                new RuleClause(r["id"].Text(), r["sezione"].Text(), r["citazione"].Text(), r["controllo"].Text()))],
            Criteria = [.. root["criteri_di_pianificazione"].Items("id", "etichetta").Select(c =>
                new PlanningCriterion(c["id"].Text(), c["etichetta"].Text()))],
            Anomalies = [.. root["anomalie"].Items("sezione", "parole", "nota").Select(a =>
                new DraftingAnomaly(a["sezione"].Text(), a["parole"].Text(), a["nota"].Text()))],
            CompetenzaSatisfiesR1 = parameters["competenza_soddisfa_r1"].Flag(),
            Fund = ReadFund(parameters),
            Planning = ReadPlanning(parameters),
            Service = ReadService(parameters),
            Terms = ReadTerms(parameters),
            Variations = [.. root["varianti"].Items("id", "ats", "valido_dal", "valido_al", "fonte", "parametri").Select(AtsVariation.Read)],
            Layout = root.Has("assetto") ? StatedLayout.Read(root["assetto"]) : null,
            Sources = root.Has("fonti")
                ? [.. root["fonti"].Items("cifra", "fonte").Select(s => new FigureSource(s["cifra"].Text(), s["fonte"].Text()))]
                : [],
            Sha256 = sha256,
        };
    }

    private static ProjectTerms ReadTerms(RuleSetField parameters)
    {
        (FundParameters fund, PlanningParameters planning) = (ReadFund(parameters), ReadPlanning(parameters));
        RuleSetField share = parameters["contributo_massimo_pct_del_costo"];
        RuleSetField formula = parameters["formula_contributo"];
        return new ProjectTerms(
            CapEur: fund.ProjectCapEur,
            Months: fund.ProjectMonths,
            ExtensionMonths: ReadExtension(parameters),
            MaxSharePercentOfCost: share.IsNull ? null : (decimal)share.Number(0, 100),
            Formula: formula.IsNull ? null : ContributionFormula.Parse(formula.Text()),
            ResidentsSharePercent: planning.ResidentsSharePercent,
            LimitMinutes: planning.LimitMinutes,
            Variations: []);
    }

    private static ServiceParameters ReadService(RuleSetField parameters) => new(
        parameters["ore_settimanali_minime"].Number(0, 168),
        parameters["lettura_ore"].Text() switch
        {
            "somma" => HoursReading.Sum,
            "unione" => HoursReading.Union,
            _ => throw new CoverageInputException("insieme di regole.parametri.lettura_ore: serve somma o unione."),
        },
        parameters["spazi_hub"].Texts(),
        parameters["servizi_base"].Texts(),
        parameters["servizi_solo_hub"].Texts());

    private static FundParameters ReadFund(RuleSetField parameters)
    {
        var fund = new FundParameters(
            parameters["fondo_eur"].Names().ToSorted(
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

    /// <returns>Null where the set states none.</returns>
    internal static int? ReadExtension(RuleSetField parameters) =>
        parameters.Has(ExtensionName) && !parameters[ExtensionName].IsNull ? (int)parameters[ExtensionName].Number(0, 120) : null;

    internal static ImmutableSortedDictionary<SnaiClass, double> ReadLimits(RuleSetField limits)
    {
        string[] classes = Enum.GetNames<SnaiClass>();
        limits.Expect(classes);
        return classes.ToSorted(Enum.Parse<SnaiClass>, c => limits[c].Number(1, 600));
    }

    private static PlanningParameters ReadPlanning(RuleSetField parameters)
    {
        return new PlanningParameters(
            ReadLimits(parameters["limiti_minuti"]),
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
        Allow(known);
        string[] names = Names();
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

    public DateOnly? OptionalDate() => IsNull ? null : Date();

    public ImmutableArray<string> Texts() => element.ValueKind == JsonValueKind.Array
        && element.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String && e.GetString()!.Length > 0)
        ? [.. element.EnumerateArray().Select(e => e.GetString()!)]
        : throw Wrong("un elenco di testi non vuoti");

    /// <summary>An object with some of these names and no others.</summary>
    public void Allow(params string[] known)
    {
        if (Names().FirstOrDefault(n => !known.Contains(n, StringComparer.Ordinal)) is { } unknown)
            throw new CoverageInputException($"{path}: '{unknown}' non è previsto. Nomi previsti: {string.Join(", ", known)}.");
    }

    public bool Has(string name) => Names().Contains(name, StringComparer.Ordinal);

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
