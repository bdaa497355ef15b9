using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Service.Analyses;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Travel;
using CentriFamiglia.Coverage.Travel.Roads.Routing;

namespace CentriFamiglia.Coverage.Service.Layers;

/// <summary>The member <c>meta</c> of every answer: what was computed, from what, how well it is known, whom to cite.</summary>
internal static class Meta
{
    public static string ProgramVersion { get; } =
        "CentriFamiglia.Coverage " + typeof(Meta).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <param name="analysis">What the answer rests on.</param>
    /// <param name="title">Italian title of the layer.</param>
    /// <param name="usesTravel">Whether the rows hold travel times.</param>
    /// <param name="totals">Totals of the rows, which hold no total row.</param>
    public static JsonObject Of(Analysis analysis, string title, bool usesTravel, JsonObject totals)
    {
        TerritorySnapshot snapshot = analysis.Snapshot;
        var meta = new JsonObject
        {
            ["titolo"] = title,
            ["data"] = analysis.MadeAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["programma"] = ProgramVersion,
            ["fotografia"] = new JsonObject
            {
                ["hash"] = snapshot.Hash,
                ["alla_data"] = snapshot.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["revisione"] = analysis.Revision,
            },
            ["regole"] = RulesOf(analysis),
            ["sedi"] = SetOf(snapshot),
            ["domanda"] = new JsonObject
            {
                ["punti"] = snapshot.Demand.Length,
                ["descrizione"] = DemandOf(snapshot),
            },
        };
        if (usesTravel)
        {
            meta["viaggio"] = TravelOf(analysis.State.Travel.Info);
            if (analysis.State.Travel is RoadTravel roads)
                meta["viaggio"]!["rete"] = RoadsOf(roads);
            meta["limiti"] = LimitsOf(analysis);
        }

        meta["totali"] = totals;
        meta["attribuzioni"] = new JsonArray([.. Attributions(snapshot).Concat(AttributionsOf(analysis, usesTravel)).Select(a => (JsonNode)a)]);
        meta["avvertenze"] = new JsonArray([.. Warnings(analysis, usesTravel).Select(w => (JsonNode)w)]);
        meta["durate_ms"] = new JsonObject(analysis.Durations.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)Math.Round(d.Value, 1))));
        return meta;
    }

    /// <summary>Where a road network comes from: without this nobody could say what produced a time.</summary>
    public static JsonObject RoadsOf(RoadTravel roads) => new()
    {
        ["estratto"] = roads.Network.Source,
        ["estratto_sha256"] = roads.Network.SourceSha256,
        ["data_osm"] = roads.Network.OsmDate?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["profilo"] = roads.Network.Profile,
        ["profilo_sha256"] = roads.Network.ProfileSha256,
        ["aggancio_massimo_m"] = roads.CapMetres,
    };

    public static JsonObject TravelOf(TravelSourceInfo travel) => new()
    {
        ["fonte"] = travel.Kind,
        ["descrizione"] = travel.Description,
        ["errore_medio_minuti"] = travel.MeanAbsoluteErrorMinutes,
        ["errore_p90_minuti"] = travel.P90ErrorMinutes,
        ["impronta"] = travel.Fingerprint,
    };

    /// <summary>Whom to cite for what is shown.</summary>
    public static IEnumerable<string> Attributions(TerritorySnapshot snapshot)
    {
        yield return "Confini e popolazione residente al 1 gennaio 2023: Istat, CC-BY (confini tramite openpolis/geojson-italy)";
        yield return "Sedi comunali: GeoNames, CC-BY 4.0";
        yield return "Classi e minuti ufficiali: DPCoe/Istat, Mappa Aree Interne 2020";
        yield return "Famiglie 2020: Istat tramite ISPRA IdroGEO; località: Istat, censimento 2011";
        yield return "Ambiti e Distretti: pagine pubbliche citate riga per riga, non una tabella ufficiale";
        if (snapshot.Set.Name == SiteSet.Known)
            yield return "Centri per la famiglia noti: pagine pubbliche citate riga per riga";
    }

    private static IEnumerable<string> AttributionsOf(Analysis analysis, bool usesTravel) =>
        usesTravel && analysis.State.Travel is RoadTravel roads ? [roads.Network.Attribution] : [];

    private static string ErrorOf(TravelSourceInfo travel) => travel.MeanAbsoluteErrorMinutes is { } minutes
        ? $"errore medio {minutes.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',')} minuti"
        : "errore non misurato";

    private static JsonObject RulesOf(Analysis analysis)
    {
        RuleSet rules = analysis.Rules;
        return new JsonObject
        {
            ["id"] = rules.Id,
            ["titolo"] = rules.Title,
            ["data"] = Cells.Date(rules.Date),
            ["testo_caricato"] = rules.TextLoaded,
            ["base"] = rules.BasedOn,
            ["valido_dal"] = Cells.Date(rules.ValidFrom),
            ["valido_al"] = Cells.Date(rules.ValidTo),
            ["sha256"] = rules.Sha256,
            ["varianti"] = new JsonArray([.. Variations(analysis).Select(v => new JsonObject
            {
                ["id"] = v.Id,
                ["ats"] = v.Ats,
                ["valido_dal"] = Cells.Date(v.ValidFrom),
                ["valido_al"] = Cells.Date(v.ValidTo),
                ["fonte"] = v.Source,
            })]),
        };
    }

    private static IEnumerable<AtsVariation> Variations(Analysis analysis) =>
        analysis.Rules.Variations.Where(v => v.Holds(v.Ats, analysis.Snapshot.AsOf));

    private static IEnumerable<string> RuleWarnings(Analysis analysis)
    {
        RuleSet rules = analysis.Rules;
        DateOnly day = analysis.Snapshot.AsOf;
        if (!rules.TextLoaded)
            yield return $"{rules.Title}: clausole e parametri non indicati sono quelli di {rules.QuotedAct}.";
        if (day < rules.ValidFrom || day > rules.ValidTo)
            yield return $"L'insieme di regole {rules.Id} non è in vigore alla data dell'analisi.";
    }

    private static JsonObject SetOf(TerritorySnapshot snapshot) => new()
    {
        ["insieme"] = snapshot.Set.Name,
        ["completo"] = snapshot.Set.Complete,
        ["dimostrativo"] = snapshot.HasDemonstrationSites,
        ["sedi_attive"] = snapshot.Sites.Length,
        ["reti"] = snapshot.Networks.Length,
    };

    private static string DemandOf(TerritorySnapshot snapshot) => snapshot.DemandIsOnePointPerComune
        ? "un punto per comune: la sede comunale, con tutti i suoi residenti (anche Milano)"
        : "punti di domanda importati";

    private static JsonObject LimitsOf(Analysis analysis)
    {
        var limits = new JsonObject { ["nota"] = "criterio di pianificazione, non previsto dall'atto; il limite è compreso" };
        if (analysis.State.LimitMinutes is { } limit)
            limits["minuti"] = limit;
        else
            limits["minuti_per_classe_snai"] = new JsonObject(analysis.Rules.Planning.LimitMinutes.Select(l => KeyValuePair.Create(l.Key.ToString(), (JsonNode?)l.Value)));
        return limits;
    }

    private static IEnumerable<string> Warnings(Analysis analysis, bool usesTravel)
    {
        TerritorySnapshot snapshot = analysis.Snapshot;
        foreach (string warning in RuleWarnings(analysis))
            yield return warning;
        if (snapshot.HasDemonstrationSites)
            yield return "DATI DIMOSTRATIVI: le sedi e le reti sono inventate, per provare il programma.";
        if (!snapshot.Set.Complete)
            yield return "L'elenco delle sedi non è dichiarato completo: dove non ne risulta nessuna, l'area è NON_CARICATO, non scoperta.";
        if (usesTravel && analysis.State.Travel.Info is { Kind: "stima" } travel)
            yield return $"I tempi di viaggio sono una stima ({ErrorOf(travel)}), non percorsi su strada.";
        if (usesTravel && analysis.State.Travel.Info is { Kind: not "stima" } source)
            yield return $"Tempi di viaggio: {source.Description}";
        foreach (string note in usesTravel ? analysis.TravelNotes : [])
            yield return note;
        if (usesTravel && analysis.State.Gaps(AreaLevel.Regione).Sum(g => g.ResidentsUnreachable) is > 0 and var unreached)
        {
            yield return $"{unreached.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.')} residenti non raggiungono alcuna sede: "
                + "media e massimo contano solo chi ne raggiunge una, mediana e P90 contano tutti.";
        }
        if (usesTravel && snapshot.DemandIsOnePointPerComune)
            yield return $"I residenti sono contati in {DemandOf(snapshot)}.";
        if (snapshot.Units(AreaLevel.Ats).Any(u => u.Status != EvidenceStatus.Listed))
            yield return "L'appartenenza di parte dei comuni ad Ambito e Distretto è dedotta o non verificata: vedere fonte_stato.";
        if (snapshot.Sites.Any(s => s.Site.Precision == SitePrecision.Comune))
            yield return "Di parte delle sedi si conosce solo il comune: sono poste alla sede comunale.";
        foreach (IGrouping<string, SnapshotNote> notes in snapshot.Notes.GroupBy(n => n.Kind, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            yield return notes.Count() == 1 ? notes.First().Message : $"{notes.First().Message} (e altri {notes.Count() - 1} casi simili)";
    }
}
