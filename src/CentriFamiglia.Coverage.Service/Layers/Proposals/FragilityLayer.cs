using CentriFamiglia.Coverage.Siting.Fragility;
using CentriFamiglia.Coverage.Siting.Proposals;

namespace CentriFamiglia.Coverage.Service.Layers.Proposals;

/// <summary>What closing each sede would do: the layer <c>fragilita</c>.</summary>
internal static class FragilityLayer
{
    public const string Name = "fragilita";

    /// <param name="Item">The sede and its figures.</param>
    /// <param name="Proposed">Whether the program proposes it: it does not exist.</param>
    internal sealed record Row(SiteFragility Item, Comune Comune, bool Proposed)
    {
        public Site Site => Item.Site.Site;

        /// <summary>Residents of other ATS that would fall beyond their limit, where they do not count; null where they do.</summary>
        public double? BeyondElsewhere { get; init; }

        /// <summary>Whether the list of sedi is not complete for its ATS.</summary>
        public bool UpperBound { get; init; }
    }

    public static LayerShape<Row> Shape { get; } = new(
    [
        .. CommonColumns.Sede<Row>(r => r.Site),
        CommonColumns.ComuneName<Row>(r => r.Comune.Name),
        CommonColumns.ComuneAtsOrNull<Row>(r => r.Item.Site.Ats),
        new("posizione", OrNull.Integer, "Posto fra le sedi più critiche, 1 la più critica; vuoto: la chiusura non cambia nulla.", r => (long?)r.Item.Rank, 1L),
        new("critica", ColumnType.Boolean, "Vero per le dieci più critiche.", r => r.Item.IsCritical, true),
        new("unita_perse", ColumnType.Integer, "Ambiti e Distretti che, se chiude, non hanno più una sede.", r => (long)r.Item.UnitsLost.Length, 1L),
        new("ambito_perso", OrNull.Text, "L'Ambito di cui è la sola sede.", r => LostAt(r, AreaLevel.Ambito), "Valle Seriana"),
        new("distretto_perso", OrNull.Text, "Il Distretto di cui è la sola sede.", r => LostAt(r, AreaLevel.Distretto), null),
        new("residenti_oltre_limite_in_piu", ColumnType.Number, "Residenti oggi entro il limite che, se chiude, sono oltre.", r => GapFigures.Round(r.Item.ResidentsBeyond, 2),
            8_250.0),
        new("residenti_senza_sede_in_piu", ColumnType.Number, "Residenti che, se chiude, non raggiungono alcuna sede.", r => GapFigures.Round(r.Item.ResidentsUnreached, 2), 0.0),
        new("minuti_residente_in_piu", ColumnType.Number, "Minuti di viaggio in più per tutti i residenti che raggiungono ancora una sede (residenti per minuti).",
            r => GapFigures.Round(r.Item.ResidentMinutesAdded, 2), 210_400.0),
        new("residenti_piu_vicini", ColumnType.Number, "Residenti per cui è la sede più vicina.", r => GapFigures.Round(r.Item.ResidentsNearest, 2), 42_000.0),
        new("spoke_senza_hub", ColumnType.Integer, "Spoke della rete che, se chiude l'Hub, restano senza Hub.", r => (long)r.Item.SpokesWithoutHub, 3L),
        new("proposta", ColumnType.Boolean, "Vero se la sede è una proposta del programma e non esiste.", r => r.Proposed, false),
        .. CommonColumns.Position<Row>(r => r.Site.Lon, r => r.Site.Lat),
        CommonColumns.Travel<Row>(),
        CommonColumns.DemonstrationSede<Row>(r => r.Site),
        new("residenti_oltre_limite_altrove", OrNull.Number, "Residenti di altre ATS che, se chiude, sono oltre il limite; vuoto dove contano anche loro.",
            r => GapFigures.Round(r.BeyondElsewhere, 2), 0.0),
        CommonColumns.UpperBound<Row>(r => r.UpperBound),
    ]);

    /// <param name="whose">With one ATS only its sedi, ranked among themselves, and unless all count only its residents.</param>
    /// <param name="withProposals">Whether the sedi that the program proposes count as open, and have rows of their own.</param>
    /// <param name="stop">Ends the search for them.</param>
    public static Layer Make(Analysis analysis, CountedResidents whose, bool withProposals, CancellationToken stop = default)
    {
        const string title = "Fragilità delle sedi";
        Analysis judged = withProposals ? analysis.WithProposals(stop) : analysis;
        HashSet<SiteId> standing = [.. analysis.Snapshot.Sites.Select(s => s.Site.Id)];
        TerritorySnapshot snapshot = judged.State.Snapshot;
        Dictionary<SiteId, double>? elsewhere = whose.Elsewhere(judged.State) is { } others
            ? FragilityAnalysis.Of(others, whose.Ats).ToDictionary(f => f.Site.Site.Id, f => f.ResidentsBeyond)
            : null;
        ImmutableArray<Row> rows =
        [
            .. FragilityAnalysis.Of(whose.In(judged.State), whose.Ats)
                .Select(f => new Row(f, snapshot.Comuni[f.Site.ComuneIndex], !standing.Contains(f.Site.Site.Id))
                {
                    BeyondElsewhere = elsewhere?.GetValueOrDefault(f.Site.Site.Id),
                    UpperBound = !snapshot.Set.IsCompleteFor(f.Site.Ats),
                }),
        ];
        Provenance provenance = new Provenance(analysis, title, usesTravel: true, Totals(rows, withProposals), whose.Ats).WithWarnings(
            "Ogni sede è chiusa da sola, con tutte le altre aperte: le cifre di due sedi non si sommano.",
            "I limiti di viaggio sono un criterio di pianificazione, non previsto dall'atto.").WithWarnings(whose.Notes(analysis.State, "residenti_oltre_limite_altrove"));
        if (withProposals)
            provenance = provenance.WithWarnings("Le sedi proposte dal programma contano come aperte: sono proposte, mai decisioni.");
        return Shape.Make(Name, rows, r => Cells.Point(r.Site), provenance);
    }

    private static JsonObject Totals(ImmutableArray<Row> rows, bool withProposals) => new()
    {
        ["sedi"] = rows.Length,
        ["sedi_sole_in_una_unita"] = rows.Count(r => !r.Item.UnitsLost.IsEmpty),
        ["con_proposte"] = withProposals,
        ["dieci_piu_critiche"] = ProvenanceJson.Strings(rows.Where(r => r.Item.IsCritical).OrderBy(r => r.Item.Rank).Select(r => r.Site.Id.Value)),
    };

    private static string? LostAt(Row row, AreaLevel level) => row.Item.UnitsLost.FirstOrDefault(u => u.Level == level)?.Name;
}
