using System.Reflection;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Import.Stored;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Service.Servers;
using CentriFamiglia.Coverage.Travel;
using CentriFamiglia.Coverage.Travel.Roads.Routing;

namespace CentriFamiglia.Coverage.Service.Layers;

/// <summary>What makes the figures of a layer defensible: what was computed, from what, how well it is known, whom to cite. Immutable.</summary>
internal sealed record Provenance
{
    /// <param name="title">Italian title of the layer.</param>
    /// <param name="usesTravel">Whether the rows hold travel times.</param>
    /// <param name="totals">Totals of the rows, which hold no total row.</param>
    /// <param name="ats">The ATS that the rows are about; null for all.</param>
    /// <param name="level">The areas that the rows are; null where what is left out is told comune by comune.</param>
    public Provenance(Analysis analysis, string title, bool usesTravel, JsonObject totals, string? ats = null, AreaLevel? level = null)
    {
        (Title, MadeAt, Revision, Durations) = (title, analysis.MadeAt, analysis.Revision, analysis.Durations);
        (Snapshot, Rules, Totals) = (analysis.Snapshot, analysis.Rules, totals);
        StaleSince = analysis.StaleSince;
        Travel = usesTravel ? analysis.State.Travel : null;
        Limits = usesTravel ? new TravelLimits(analysis.State.LimitMinutes, analysis.Rules.Planning.LimitMinutes) : null;
        Known = level is null && ats is null ? analysis.State.Known.Whole : analysis.State.Known.Over(level ?? AreaLevel.Ats, ats);
        Attributions = [.. AttributionsOf(Snapshot), .. Travel switch
        {
            RoadTravel roads => [roads.Network.Attribution],
            // Both programs read OpenStreetMap.
            ServerTravel => [OpenStreetMap],
            _ => Array.Empty<string>(),
        }];
        Stored = analysis.StoredFindings;
        Warnings = [.. StoredWarnings(Stored), .. WarningsOf(analysis, usesTravel), .. CompletenessWarnings(Snapshot, Known)];
    }

    /// <summary>Name and version of the program.</summary>
    public static string Program { get; } =
        "CentriFamiglia.Coverage " + typeof(Provenance).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Whom to cite for times that rest on it.</summary>
    public const string OpenStreetMap = "© OpenStreetMap contributors";

    public string Title { get; }

    /// <summary>When the figures were computed (UTC).</summary>
    public DateTimeOffset MadeAt { get; }

    /// <summary>The store's revision that was read.</summary>
    public long Revision { get; }

    /// <summary>When the data were last known to be the store's, for a store that is away since; null for one that is there.</summary>
    public DateTimeOffset? StaleSince { get; }

    /// <summary>The data, with their hash, their day, the set of sedi and the demand.</summary>
    public TerritorySnapshot Snapshot { get; }

    public RuleSet Rules { get; }

    /// <summary>Where the times come from; null where the rows hold none.</summary>
    public ITravelSource? Travel { get; private init; }

    /// <summary>The planning limits; null where none is applied.</summary>
    public TravelLimits? Limits { get; }

    /// <summary>What the figures leave out because nothing is known of it.</summary>
    public AreaKnowledge Known { get; }

    public JsonObject Totals { get; }

    /// <summary>Rows of the store that another program changed: those left out, and those to look at.</summary>
    public ImmutableArray<StoredFinding> Stored { get; }

    /// <summary>Whom to cite for what is shown.</summary>
    public ImmutableArray<string> Attributions { get; private init; }

    /// <summary>Italian sentences that the figures must not be read without.</summary>
    public ImmutableArray<string> Warnings { get; private init; }

    /// <summary>Milliseconds by step, in alphabetical order.</summary>
    public ImmutableArray<(string Step, double Milliseconds)> Durations { get; }

    /// <summary>What only some layers say, in the order it was added: certificate, misure, indici, aperte...</summary>
    public ImmutableArray<(string Name, JsonNode Value)> Extras { get; private init; } = [];

    public Provenance With(string name, JsonNode value) => this with { Extras = Extras.Add((name, value)) };

    public Provenance WithWarnings(params IEnumerable<string> warnings) => this with { Warnings = [.. Warnings, .. warnings] };

    /// <summary>For times that are those of a road network, whatever source the analysis has.</summary>
    public Provenance WithRoads(RoadTravel roads) => this with { Travel = roads, Attributions = Attributions.Add(roads.Network.Attribution) };

    private static IEnumerable<string> AttributionsOf(TerritorySnapshot snapshot)
    {
        yield return "Confini e popolazione residente al 1 gennaio 2023: Istat, CC-BY (confini tramite openpolis/geojson-italy)";
        yield return "Sedi comunali: GeoNames, CC-BY 4.0";
        yield return "Classi e minuti ufficiali: DPCoe/Istat, Mappa Aree Interne 2020";
        yield return "Famiglie 2020: Istat tramite ISPRA IdroGEO; località: Istat, censimento 2011";
        yield return "Ambiti e Distretti: pagine pubbliche citate riga per riga, non una tabella ufficiale";
        if (snapshot.Set.Name == SiteSet.Known)
            yield return "Centri per la famiglia noti: pagine pubbliche citate riga per riga";
    }

    private static IEnumerable<string> RuleWarnings(Analysis analysis)
    {
        RuleSet rules = analysis.Rules;
        DateOnly day = analysis.Snapshot.AsOf;
        if (!rules.TextLoaded)
            yield return $"{rules.Title}: clausole e parametri non indicati sono quelli di {rules.QuotedAct}.";
        if (day < rules.ValidFrom || day > rules.ValidTo)
            yield return $"L'insieme di regole {rules.Id} non è in vigore alla data dell'analisi.";
    }

    private static IEnumerable<string> CompletenessWarnings(TerritorySnapshot snapshot, AreaKnowledge known)
    {
        string set = snapshot.Set.Name;
        DemandWords words = snapshot.Choice.Words;
        if (snapshot.Set.Sites.IsEmpty)
        {
            yield return $"L'insieme «{set}» non contiene sedi: importarle con «coverage import FILE --sedi {set} --completo ATS», o scegliere un altro insieme con --sedi.";
        }
        else if (!snapshot.IsComplete)
        {
            yield return $"L'elenco delle sedi dell'insieme «{set}» {(snapshot.Set.CompleteFor.IsEmpty ? "non è dichiarato completo per alcuna ATS"
                : $"è dichiarato completo solo per {string.Join(", ", snapshot.Set.CompleteFor)}")}: altrove, dove non ne risulta nessuna, l'area è NON_CARICATO, non scoperta.";
        }

        if (known.ComuniExcluded > 0)
        {
            yield return $"Nessuna cifra conta {(words.Feminine ? "le" : "i")} {ItalianNumber.Of(known.ResidentsExcluded, "#,0")} {words.Many} di "
                + $"{ItalianNumber.Of(known.ComuniExcluded, "#,0")} {(known.ComuniExcluded == 1 ? "comune" : "comuni")} NON_CARICATO.";
        }

        if (known.UpperBound)
        {
            yield return $"Dove l'elenco non è completo ma una sede c'è, le cifre sono limiti (elenco_incompleto): distanze e {words.Many} oltre il limite al più, conteggi "
                + "almeno. Una sede non elencata può essere più vicina.";
        }
    }

    /// <summary>Of each kind of remark on each table the first, and how many more.</summary>
    private static IEnumerable<string> StoredWarnings(ImmutableArray<StoredFinding> findings)
    {
        foreach (IGrouping<(string, string, bool), StoredFinding> alike in findings.GroupBy(f => (f.Table, f.Code.Code, f.LeftOut)))
        {
            string more = alike.Count() switch
            {
                1 => "",
                2 => " (E un altro caso simile.)",
                var count => $" (E altri {count - 1} casi simili.)",
            };
            yield return $"{alike.First().Sentence}{more} {StoredFinding.Where}";
        }
    }

    /// <summary>What is weighed where it is not residents, and of which comuni it is not known.</summary>
    private static IEnumerable<string> DemandWarnings(TerritorySnapshot snapshot)
    {
        if (snapshot.Choice.IsResidents)
            yield break;
        yield return $"Si pesano {snapshot.Choice.Words.The}, non i residenti: le colonne «residenti…» contano {ProvenanceJson.ChoiceOf(snapshot)}.";
        if (snapshot.Unweighed is { IsEmpty: false } unknown)
        {
            const int shown = 5;
            string more = unknown.Length > shown ? $" e altri {unknown.Length - shown}" : "";
            yield return $"{(unknown.Length == 1 ? "1 comune pesa" : $"{ItalianNumber.Of(unknown.Length, "#,0")} comuni pesano")} zero, perché non si sa quanti siano "
                + $"{snapshot.Choice.Words.The}: {string.Join(", ", unknown.Take(shown).Select(c => $"{c.Name} ({c.Code})"))}{more}. {snapshot.Choice.Words.Cure}";
        }
    }

    private static string? IdleWarning(TerritorySnapshot snapshot)
    {
        if (snapshot.IdleNetworks.IsEmpty)
            return null;
        const int shown = 5;
        HashSet<NetworkId> idle = [.. snapshot.IdleNetworks.Select(n => n.Id)];
        int sites = snapshot.Set.Sites.Count(s => s.Network is { } network && idle.Contains(network));
        int more = idle.Count - shown;
        return $"Al {snapshot.AsOf.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)} non contano le reti non ancora cominciate o già finite, {idle.Count} "
            + $"({string.Join(", ", snapshot.IdleNetworks.Take(shown).Select(n => n.Id))}{(more > 0 ? $" e altre {more}" : "")}), né le loro sedi, {sites}.";
    }

    private static IEnumerable<string> WarningsOf(Analysis analysis, bool usesTravel)
    {
        TerritorySnapshot snapshot = analysis.Snapshot;
        if (analysis.StaleSince is { } since)
            yield return $"L'archivio non risponde: le cifre sono quelle dei dati letti fino alle {since.UtcDateTime:HH:mm} UTC del {since.UtcDateTime:dd/MM/yyyy}.";
        foreach (string warning in RuleWarnings(analysis))
            yield return warning;
        if (snapshot.HasDemonstrationSites)
            yield return "DATI DIMOSTRATIVI: le sedi e le reti sono inventate, per provare il programma.";
        if (IdleWarning(snapshot) is { } idle)
            yield return idle;
        if (usesTravel && analysis.State.Travel.Info is { Kind: "stima" } travel)
            yield return $"I tempi di viaggio sono una stima ({ProvenanceJson.ErrorOf(travel.MeanAbsoluteErrorMinutes)}), non percorsi su strada: "
                + "con una rete stradale o la matrice ISTAT il valore diventa certo.";
        if (usesTravel && analysis.State.Travel.Info is { Kind: not "stima" } source)
            yield return $"Tempi di viaggio: {source.Description}";
        foreach (string note in usesTravel ? analysis.TravelNotes : [])
            yield return note;
        if (usesTravel && analysis.State.Gaps(AreaLevel.Regione).Sum(g => g.ResidentsUnreachable) is > 0 and var unreached)
        {
            yield return $"{ItalianNumber.Of(unreached, "#,0")} {snapshot.Choice.Words.Many} non raggiungono alcuna sede: "
                + "media e massimo contano solo chi ne raggiunge una, mediana e P90 contano tutti.";
        }
        foreach (string demand in usesTravel ? DemandPlaceWords.Warnings(snapshot, analysis.State.Travel.Info.Kind == "stima") : [])
            yield return demand;
        foreach (string warning in DemandWarnings(snapshot))
            yield return warning;
        if (snapshot.Units(AreaLevel.Ats).Any(u => u.Status != EvidenceStatus.Listed))
            yield return "L'appartenenza di parte dei comuni ad Ambito e Distretto è dedotta o non verificata: vedere fonte_stato.";
        if (snapshot.Sites.Any(s => s.Site.Precision == SitePrecision.Comune))
            yield return "Di parte delle sedi si conosce solo il comune: sono poste alla sede comunale.";
        foreach (IGrouping<string, SnapshotNote> notes in snapshot.Notes.GroupBy(n => n.Kind, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            yield return notes.Count() == 1 ? notes.First().Message : $"{notes.First().Message} (e altri {notes.Count() - 1} casi simili)";
    }
}

/// <summary>Planning limits of travel, minutes.</summary>
/// <param name="Minutes">One for all; null for those of the SNAI classes.</param>
/// <param name="ByClass">Those of the classes.</param>
internal sealed record TravelLimits(double? Minutes, IEnumerable<KeyValuePair<SnaiClass, double>> ByClass);
