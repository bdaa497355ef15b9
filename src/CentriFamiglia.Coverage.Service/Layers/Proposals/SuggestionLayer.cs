using CentriFamiglia.Coverage.Money;
using CentriFamiglia.Coverage.Siting.Proposals;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Service.Layers.Proposals;

/// <summary>Proposed sedi: the layer <c>proposte</c>.</summary>
internal static class SuggestionLayer
{
    public const string Name = "proposte";

    public const string Title = "Proposte di nuove sedi";

    /// <param name="CostEur">Stated by the user; null when not.</param>
    /// <param name="NetworkSpokes">Spokes of its network, today's and all those proposed.</param>
    /// <param name="MostSpokes">How many a network may have at most.</param>
    internal sealed record Row(Suggestion Item, decimal? CostEur, int NetworkSpokes, int MostSpokes);

    public static LayerShape<Row> Shape { get; } = new(
    [
        new("tipo", ColumnType.Text, "spoke (nuova sede di una rete) oppure hub (nuova manifestazione di interesse).", r => r.Item.Kind is SuggestionKind.Hub ? "hub" : "spoke",
            "spoke") { Words = ["spoke", "hub"] },
        new("pro_com_t", ColumnType.Text, "Codice Istat del comune proposto, sei cifre.", r => r.Item.Comune.Code.Value, "016012"),
        new("comune", ColumnType.Text, "Comune proposto; la sede sta alla sede comunale, o al luogo dell'elenco dei candidati.", r => r.Item.Comune.Name, "Ardesio"),
        new("ambito", OrNull.Text, "Ambito del comune; vuoto: non noto.", r => r.Item.Membership.Ambito, "Valle Seriana Superiore"),
        new("distretto", OrNull.Text, "Distretto del comune; vuoto: non noto.", r => r.Item.Membership.Distretto, "Valle Seriana"),
        CommonColumns.ComuneAts<Row>(r => r.Item.Membership.Ats),
        new("rete", OrNull.Text, "Rete a cui lo Spoke si aggiungerebbe; vuoto per un nuovo Hub; 'nuova:' e il comune per lo Spoke di un nuovo Hub.",
            r => r.Item.Network?.Value ?? (r.Item.NewHub is { } hub ? $"nuova:{hub.Code}" : null), "BG04"),
        new("residenti_guadagnati", ColumnType.Number, "Residenti che contano (tutti, o quelli dell'ATS chiesta) e che, con questa sola proposta, rientrano nel limite di viaggio.",
            r => GapFigures.Round(r.Item.ResidentsGained, 2), 8_250.0),
        new("minuti_risparmiati", ColumnType.Number, "Minuti di viaggio risparmiati in tutto dai residenti che contano (residenti per minuti), con questa sola proposta.",
            r => GapFigures.Round(r.Item.ResidentMinutesSaved, 2), 210_400.0),
        new("motivo", ColumnType.Text, "Perché qui, e perché quella rete o nessuna.", r => r.Item.Reason, "Nessuna sede nell'Ambito; minimo dei minuti per residente."),
        new("clausola", ColumnType.Text, "Clausola dell'atto.", r => r.Item.Clause, "D.G.R. XII/1507/2023, Allegato A, 3.1"),
        new("unita_livello", ColumnType.Text, "Livello dell'area per cui si propone: ambito o distretto.", r => r.Item.Unit.Level.ToText(), "ambito")
        {
            Words = CommonColumns.LevelWords(AreaLevel.Distretto),
        },
        new("unita_codice", ColumnType.Text, "Chiave dell'area per cui si propone.", r => r.Item.Unit.Code, "valle-seriana-superiore"),
        new("unita_nome", ColumnType.Text, "Nome dell'area per cui si propone.", r => r.Item.Unit.Name, "Valle Seriana Superiore"),
        new("hub", OrNull.Text, "Hub della rete; vuoto per un nuovo Hub.", r => r.Item.Hub?.Value, "BG04-H"),
        new("minuti_hub", OrNull.Number, "Minuti dalla proposta a quell'Hub.", r => GapFigures.Round(r.Item.HubMinutes, 2), 22.4),
        new("minuti_medi_prima", OrNull.Number, "Minuti medi dell'area senza le proposte; vuoto: nessuno raggiunge una sede.",
            r => GapFigures.Round(r.Item.UnitMeanMinutesBefore, 2), 27.9),
        new("minuti_medi_dopo", OrNull.Number, "Minuti medi dell'area con tutte le proposte; vuoto: nessuno raggiunge una sede.",
            r => GapFigures.Round(r.Item.UnitMeanMinutesAfter, 2), 11.6),
        new("residenti_raggiunti", ColumnType.Number, "Residenti che prima non raggiungevano alcuna sede.", r => GapFigures.Round(r.Item.ResidentsReached, 2), 0.0),
        new("unita_servite", OrNull.Text, "Unità che diventano SEDE, separate da |.", r => r.Item.Units.IsEmpty ? null : string.Join('|', r.Item.Units.Select(u => u.Name)),
            "Valle Seriana Superiore"),
        new("comuni_guadagnati", ColumnType.Integer, "Comuni che, con questa sola proposta, rientrano per intero nel limite.", r => (long)r.Item.ComuniGained, 4L),
        new("residenti_persi_senza", ColumnType.Number, "Residenti che tornerebbero oltre il limite se mancasse solo questa proposta.",
            r => GapFigures.Round(r.Item.ResidentsLost, 2),
            7_900.0),
        new("minuti_persi_senza", ColumnType.Number, "Minuti-residente in più se mancasse solo questa proposta.", r => GapFigures.Round(r.Item.ResidentMinutesLost, 2), 205_000.0),
        new("seconda_scelta", OrNull.Text, "Codice del comune che viene subito dopo, con le altre proposte ferme.", r => r.Item.Next?.Comune.Code.Value, "016024"),
        new("seconda_scelta_nome", OrNull.Text, "Suo nome.", r => r.Item.Next?.Comune.Name, "Clusone"),
        new("seconda_scelta_residenti_in_meno", OrNull.Number, "Residenti entro il limite che darebbe in meno.", r => GapFigures.Round(r.Item.Next?.FewerResidents, 2), 350.0),
        new("seconda_scelta_minuti_in_piu", OrNull.Number, "Minuti-residente che darebbe in più.", r => GapFigures.Round(r.Item.Next?.MoreResidentMinutes, 2), 12_000.0),
        new("costo_eur", OrNull.Money, "Costo indicato con --spoke-cost o nell'elenco dei candidati; vuoto: non indicato.", r => r.CostEur, 20_000m),
        new("eur_per_residente", OrNull.Number, "Euro per residente che rientra nel limite; vuoto se il costo non è indicato o nessuno rientra.", r => r.CostEur is { } cost
            && r.Item.ResidentsGained > 0 ? Math.Round((double)cost / r.Item.ResidentsGained, 2) : null, 2.5),
        new("candidato", OrNull.Text, "Identificativo nell'elenco dei candidati; vuoto: la sede comunale.", r => r.Item.Candidate?.Id, null),
        new("candidato_nome", OrNull.Text, "Suo nome.", r => r.Item.Candidate?.Name, null),
        new("candidato_tipo", OrNull.Text, "Suo tipo, come scritto nell'elenco.", r => r.Item.Candidate?.Kind, null),
        .. CommonColumns.Position<Row>(r => r.Item.Lon, r => r.Item.Lat, 9.9301, 45.9389),
        CommonColumns.Travel<Row>(),
        CommonColumns.Evidence<Row>("nell'area", r => r.Item.Unit.Status),
        CommonColumns.Demonstration<Row>(r => r.Item.Demonstration, "Vero se la proposta si basa su sedi inventate."),
        new("ordine", ColumnType.Integer, "In che ordine conviene aprirle: ognuna aggiunge il più possibile alle precedenti; ultime quelle che non servono allo scopo.",
            r => (long)r.Item.Rank, 1L),
        new("serve_allo_scopo", ColumnType.Boolean, "Falso se, senza questa e le altre così segnate, lo scopo non perde nulla.", r => r.Item.Needed, true),
        new("residenti_guadagnati_altrove", ColumnType.Number, "Residenti di altre ATS che rientrano nel limite, dove lo scopo non li conta (conta=propri).",
            r => GapFigures.Round(r.Item.ResidentsGainedElsewhere, 2), 0.0),
        CommonColumns.UpperBound<Row>(r => r.Item.UpperBound),
        new("rete_spoke", ColumnType.Integer, "Spoke della rete, o del nuovo Hub, con tutte le proposte.", r => (long)r.NetworkSpokes, 5L),
        new("rete_spoke_massimo", ColumnType.Integer, "Spoke di una rete al più (criterio di pianificazione).", r => (long)r.MostSpokes, 8L),
        new("fisso", ColumnType.Boolean, "Vero se la sede è indicata da chi chiede (fissi), qualunque sia il suo guadagno.", r => r.Item.Fixed, false),
    ]);

    public static Layer Make(Analysis analysis, SuggestionAnswer answer) => Shape.Make(
        Name,
        answer.Result.Suggestions.Select(s => new Row(s, answer.CostOf(s), SpokesBeside(analysis, answer.Result, s), analysis.Rules.Planning.MaxSpokesPerHub)),
        r => Cells.Point(r.Item.Lon, r.Item.Lat),
        ProvenanceOf(analysis, answer, Title));

    private static int SpokesBeside(Analysis analysis, SuggestionResult result, Suggestion item)
    {
        if (item.Network is { } network)
            return analysis.Snapshot.Sites.Count(s => s.Site.Network == network && s.Site.Role == SiteRole.Spoke) + result.Suggestions.Count(s => s.Network == network
                && s.Kind is SuggestionKind.Spoke);
        ComuneCode hub = (item.NewHub ?? item.Comune).Code;
        return result.Suggestions.Count(s => s.NewHub?.Code == hub);
    }

    /// <summary>Totals, certificate and notes of the proposals: the same whatever the rows are.</summary>
    public static Provenance ProvenanceOf(Analysis analysis, SuggestionAnswer answer, string title)
    {
        SuggestionResult result = answer.Result;
        var totals = new JsonObject
        {
            ["proposte"] = result.Suggestions.Length,
            ["spoke"] = result.Suggestions.Count(s => s.Kind is SuggestionKind.Spoke),
            ["hub"] = result.Suggestions.Count(s => s.Kind is SuggestionKind.Hub),
            ["residenti_guadagnati_insieme"] = GapFigures.Round(result.ResidentsGainedTogether, 2),
            ["residenti_guadagnati_altrove_insieme"] = GapFigures.Round(result.ResidentsGainedElsewhereTogether, 2),
            ["minuti_risparmiati_insieme"] = GapFigures.Round(result.ResidentMinutesSavedTogether, 2),
            ["unita_servite"] = result.UnitsServed,
            ["costo_eur"] = answer.Cost(result.Suggestions) is { } cost ? cost : "non indicato",
            ["eur_per_residente_insieme"] = answer.Cost(result.Suggestions) is { } spent && result.ResidentsGainedTogether > 0
                ? Math.Round((double)spent / result.ResidentsGainedTogether, 2) : null,
            ["costo_per_ats_eur"] = CostByAts(analysis, answer),
        };
        return new Provenance(analysis, title, usesTravel: true, totals, answer.Request.Ats).With("certificate", Certificate(analysis, answer)).WithWarnings(result.Notes);
    }

    /// <summary>What the proposals cost each ATS against its allocation (R13, R15).</summary>
    private static JsonObject CostByAts(Analysis analysis, SuggestionAnswer answer)
    {
        Dictionary<string, decimal> allocations = Allocations(analysis);
        return new JsonObject(answer.Result.Suggestions.GroupBy(s => s.Membership.Ats, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
            KeyValuePair.Create(g.Key, (JsonNode?)new JsonObject
            {
                ["nuove_sedi"] = g.Count(),
                ["costo_eur"] = answer.Cost(g) is { } cost ? cost : "non indicato",
                ["assegnazione_eur"] = allocations.TryGetValue(g.Key, out decimal allocation) ? allocation : null,
            })));
    }

    /// <summary>Empty where residents are not all known: proposals do not wait for money.</summary>
    private static Dictionary<string, decimal> Allocations(Analysis analysis)
    {
        try
        {
            return FundAllocation.Allocate(analysis.Snapshot, analysis.Rules).ToDictionary(a => a.Ats, a => a.Assigned, StringComparer.Ordinal);
        }
        catch (CoverageInputException)
        {
            return [];
        }
    }

    private static JsonObject Certificate(Analysis analysis, SuggestionAnswer answer)
    {
        SitingCertificate certificate = answer.Result.Certificate;
        return new()
        {
            ["problem"] = certificate.Problem,
            ["status"] = certificate.Status,
            ["objective"] = certificate.Objective,
            ["bound"] = certificate.Bound,
            ["gap"] = certificate.Gap,
            ["sites"] = ProvenanceJson.Strings(certificate.Sites),
            ["candidates_considered"] = certificate.CandidatesConsidered,
            ["alternates"] = new JsonArray([.. certificate.Alternates.Select(a => ProvenanceJson.Strings(a))]),
            ["alternates_complete"] = certificate.AlternatesComplete,
            ["unreachable_demands"] = ProvenanceJson.Strings(certificate.UnreachableDemands),
            ["secondary_proved"] = certificate.SecondaryProved,
            ["nodes"] = certificate.Nodes,
            ["seconds"] = Math.Round(answer.Seconds, 3),
            ["solver"] = $"piano/1, {Provenance.Program}",
            ["inputs"] = new JsonObject
            {
                ["fotografia_sha256"] = analysis.Snapshot.Hash,
                ["regole_sha256"] = analysis.Rules.Sha256,
                ["viaggio"] = analysis.State.Travel.Info.Fingerprint,
                ["limite_come"] = BandEdges.Words.Of(BandEdges.Of(analysis.State.Travel)),
            },
            ["fixed"] = ProvenanceJson.Strings(certificate.Fixed),
            ["candidates_dropped"] = new JsonObject(certificate.Dropped.Select(d => KeyValuePair.Create(d.Reason, (JsonNode?)JsonValue.Create(d.Count)))),
        };
    }
}
