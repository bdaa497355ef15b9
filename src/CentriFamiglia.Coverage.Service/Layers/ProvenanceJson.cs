using CentriFamiglia.Coverage.Import.Stored;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Service.Servers;
using CentriFamiglia.Coverage.Travel;
using CentriFamiglia.Coverage.Travel.Roads.Routing;

namespace CentriFamiglia.Coverage.Service.Layers;

/// <summary>The member <c>meta</c> of every answer: the one place that knows its keys, to write them and to read them back.</summary>
internal static class ProvenanceJson
{
    /// <summary>Under which the rows may be used, with the attributions.</summary>
    public const string Licence = "https://creativecommons.org/licenses/by/4.0/";

    public static JsonObject ToJson(this Provenance provenance)
    {
        TerritorySnapshot snapshot = provenance.Snapshot;
        var meta = new JsonObject
        {
            ["titolo"] = provenance.Title,
            ["data"] = Cells.Instant(provenance.MadeAt),
            ["programma"] = Provenance.Program,
            ["fotografia"] = new JsonObject
            {
                ["hash"] = snapshot.Hash,
                ["alla_data"] = Cells.Date(snapshot.AsOf),
                ["revisione"] = provenance.Revision,
            },
            ["regole"] = RulesOf(provenance.Rules, snapshot.AsOf),
            ["sedi"] = SetOf(snapshot),
            ["domanda"] = DemandJson.Of(snapshot),
        };
        if (provenance.StaleSince is { } since)
            meta["non_aggiornato_dal"] = Cells.Instant(since);
        if (provenance.Travel is { } travel)
        {
            meta["viaggio"] = TravelOf(travel.Info);
            if (travel is RoadTravel roads)
                meta["viaggio"]!["rete"] = RoadsOf(roads);
            if (travel is ServerTravel server)
                meta["viaggio"]!["server"] = ServerOf(server);
        }

        if (provenance.Limits is { } limits)
            meta["limiti"] = LimitsOf(limits);
        if (!provenance.Stored.IsEmpty)
            meta["archivio"] = StoredOf(provenance.Stored);
        meta["residenti_esclusi"] = provenance.Known.ResidentsExcluded;
        meta["comuni_esclusi"] = provenance.Known.ComuniExcluded;
        meta["totali"] = provenance.Totals.DeepClone();
        meta["fonte_stato"] = EvidenceOf(snapshot);
        meta["licenza"] = new JsonObject { ["nome"] = "CC BY 4.0, citando le attribuzioni", ["indirizzo"] = Licence };
        meta["attribuzioni"] = Strings(provenance.Attributions);
        meta["avvertenze"] = Strings(provenance.Warnings);
        var durations = new JsonObject();
        foreach ((string step, double milliseconds) in provenance.Durations)
            durations[step] = Math.Round(milliseconds, 1);
        meta["durate_ms"] = durations;
        foreach ((string name, JsonNode value) in provenance.Extras)
            meta[name] = value.DeepClone();
        return meta;
    }

    /// <summary>What the figures rest on in one Italian line, for people; null where nothing of it is known.</summary>
    public static string? Line(JsonObject meta) => Joined(meta, Text(meta["data"]));

    /// <summary>As <see cref="Line"/>, without the moment: the same words as long as data, rules and program are the same.</summary>
    public static string? Grounds(JsonObject meta) => Joined(meta, null);

    private static string? Joined(JsonObject meta, string? moment)
    {
        string?[] parts =
        [
            Text(meta["fotografia"]?["hash"]) is { } hash ? $"Versione dei dati {hash[..12]}" : null,
            Text(meta["regole"]?["id"]) is { } rules ? $"regole {rules}" : null,
            Text(meta["sedi"]?["insieme"]) is { } set ? $"sedi {set}" : null,
            moment,
            Text(meta["programma"]),
            meta["domanda"] is { } demand && Text(demand["tipo"]) is { } kind and not "residenti" ? $"domanda {DemandJson.Line(demand, kind)}" : null,
            meta["viaggio"] is { } travel ? $"viaggio {Text(travel["fonte"])} ({ErrorOf((double?)travel["errore_medio_minuti"])})" : null,
        ];
        string line = string.Join(" · ", parts.OfType<string>());
        return line.Length == 0 ? null : line;
    }

    public static IEnumerable<string> Warnings(JsonObject meta) => meta["avvertenze"] is JsonArray warnings ? warnings.Select(w => w!.GetValue<string>()) : [];

    /// <summary>When the figures were computed (UTC), to the second; the year 2000 where the meta does not say.</summary>
    public static DateTimeOffset MadeAt(JsonObject meta) =>
        DateTimeOffset.TryParse(Text(meta["data"]), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
            ? date
            : new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static JsonObject? Totals(JsonObject meta) => meta["totali"] as JsonObject;

    /// <summary>Where a road network comes from: without this nobody could say what produced a time.</summary>
    public static JsonObject RoadsOf(RoadTravel roads) => new()
    {
        ["estratto"] = roads.Network.Source,
        ["estratto_sha256"] = roads.Network.SourceSha256,
        ["data_osm"] = Cells.Instant(roads.Network.OsmDate),
        ["profilo"] = roads.Network.Profile,
        ["profilo_sha256"] = roads.Network.ProfileSha256,
        ["aggancio_massimo_m"] = roads.CapMetres,
    };

    /// <summary>Which server said the times, and when.</summary>
    public static JsonObject ServerOf(ServerTravel server) => new()
    {
        ["tipo"] = RoadServerKinds.Words.Of(server.Address.Kind),
        ["indirizzo"] = server.Address.Shown,
        ["profilo"] = server.Address.Profile,
        ["versione_dati"] = server.Version,
        ["chiesto_dal"] = Cells.Instant(server.Since),
        ["aggancio_massimo_m"] = server.CapMetres,
        ["coppie_oltre_il_massimo"] = server.Beyond,
    };

    public static JsonObject TravelOf(TravelSourceInfo travel) => new()
    {
        ["fonte"] = travel.Kind,
        ["descrizione"] = travel.Description,
        ["errore_medio_minuti"] = travel.MeanAbsoluteErrorMinutes,
        ["errore_p90_minuti"] = travel.P90ErrorMinutes,
        ["impronta"] = travel.Fingerprint,
    };

    /// <summary>The weakest evidence for what belongs where, of the whole territory.</summary>
    public static string EvidenceOf(TerritorySnapshot snapshot) =>
        snapshot.Units(AreaLevel.Ats).Select(u => u.Status).DefaultIfEmpty(EvidenceStatus.Unverified).Max().ToText();

    public static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);

    public static string ErrorOf(double? minutes) => minutes is { } known ? $"errore medio {ItalianNumber.Of(known, "0.0")} minuti" : "errore non misurato";

    /// <summary>What is counted in place of residents, with its year: <c>famiglie (2020)</c>, <c>2 × bambini da 0 a 14 anni (2011) + …</c>.</summary>
    public static string ChoiceOf(TerritorySnapshot snapshot) => string.Join(" + ", snapshot.Choice.Parts.Select(p =>
        $"{(snapshot.Choice.IsIndex ? $"{ItalianNumber.Of(p.Weight)} × " : "")}{DemandWords.Of(p.Figure).Many}"
            + (snapshot.SourceOf(p.Figure).Year is { } year ? $" ({year})" : "")));

    private static JsonObject RulesOf(RuleSet rules, DateOnly day) => new()
    {
        ["id"] = rules.Id,
        ["titolo"] = rules.Title,
        ["data"] = Cells.Date(rules.Date),
        ["testo_caricato"] = rules.TextLoaded,
        ["base"] = rules.BasedOn,
        ["valido_dal"] = Cells.Date(rules.ValidFrom),
        ["valido_al"] = Cells.Date(rules.ValidTo),
        ["sha256"] = rules.Sha256,
        ["fonti"] = new JsonArray([.. rules.Sources.Select(s => new JsonObject { ["cifra"] = s.Figure, ["fonte"] = s.Source })]),
        ["varianti"] = new JsonArray([.. rules.Variations.Where(v => v.Holds(v.Ats, day)).Select(v => new JsonObject
        {
            ["id"] = v.Id,
            ["ats"] = v.Ats,
            ["valido_dal"] = Cells.Date(v.ValidFrom),
            ["valido_al"] = Cells.Date(v.ValidTo),
            ["fonte"] = v.Source,
        })]),
    };

    private static JsonObject SetOf(TerritorySnapshot snapshot) => new()
    {
        ["insieme"] = snapshot.Set.Name,
        ["completo"] = snapshot.IsComplete,
        ["completo_per"] = Strings(snapshot.Set.CompleteFor),
        ["dimostrativo"] = snapshot.HasDemonstrationSites,
        ["sedi_attive"] = snapshot.Sites.Length,
        ["reti"] = snapshot.Networks.Length,
        ["reti_non_in_corso"] = snapshot.IdleNetworks.Length,
    };

    private static JsonObject StoredOf(ImmutableArray<StoredFinding> findings) => new()
    {
        ["righe_escluse"] = findings.Where(f => f.LeftOut).DistinctBy(f => (f.Table, f.Set, f.Id, f.Number)).Count(),
        ["rilievi"] = new JsonArray([.. findings.Select(f => new JsonObject
        {
            ["tabella"] = f.Table,
            ["fid"] = f.Number,
            ["id"] = f.Id,
            ["insieme"] = f.Set,
            ["colonna"] = f.Column,
            ["valore"] = f.Value,
            ["codice"] = f.Code.Code,
            ["motivo"] = f.Reason,
            ["rimedio"] = f.Cure,
            ["esclusa"] = f.LeftOut,
        })]),
    };

    private static JsonObject LimitsOf(TravelLimits limits)
    {
        var json = new JsonObject { ["nota"] = "criterio di pianificazione, non previsto dall'atto; il limite è compreso" };
        if (limits.Minutes is { } minutes)
            json["minuti"] = minutes;
        else
            json["minuti_per_classe_snai"] = new JsonObject(limits.ByClass.Select(l => KeyValuePair.Create(l.Key.ToString(), (JsonNode?)l.Value)));
        return json;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
