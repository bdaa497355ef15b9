using CentriFamiglia.Coverage.Budget;
using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Money;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Service.Layers.Areas;
using CentriFamiglia.Coverage.Siting.Proposals;

namespace CentriFamiglia.Coverage.Service.Layers.Findings;

/// <summary>How the fund is shared among the ATS (R12), to the cent.</summary>
internal static class BudgetLayer
{
    public const string Name = "riparto";

    internal sealed record Row(AtsBudget Budget, TerritoryUnit Unit)
    {
        public AtsAllocation Item => Budget.Allocation;
    }

    public static LayerShape<Row> Shape { get; } = new(
    [
        new("ats", ColumnType.Text, "Nome dell'ATS.", r => r.Item.Ats, "Brescia"),
        new("residenti", ColumnType.Integer, "Residenti dell'ATS, persone.", r => r.Item.Residents, 1_159_000L),
        new("assegnazione_eur", ColumnType.Money, "Assegnazione: parte uguale più parte per residenti, euro.", r => r.Item.Assigned, 799_228.69m),
        new("parte_uguale_eur", ColumnType.Money, "Parte divisa in misura uguale tra le ATS, euro.", r => r.Item.EqualPart, 571_550.00m),
        new("parte_residenti_eur", ColumnType.Money, "Parte divisa secondo i residenti, euro.", r => r.Item.ResidentsPart, 227_678.69m),
        new("progetti_al_tetto", ColumnType.Integer, "Progetti interi al tetto di contributo che l'assegnazione paga.", r => (long)r.Item.ProjectsAtCap, 11L),
        new("residuo_eur", ColumnType.Money, "Assegnazione meno quei progetti, euro: alle azioni di sistema (R17).", r => r.Item.Remainder, 29_228.69m),
        new("codice", ColumnType.Text, "Chiave dell'ATS.", r => r.Unit.Code, "brescia"),
        CommonColumns.AreaEvidence<Row>(r => r.Unit.Status),
        new("eur_per_residente", OrNull.Number, "Assegnazione per residente, euro; vuoto: nessun residente.", r => (double?)r.Budget.EurPerResident, 0.6896),
        new("residui_anni_precedenti_eur", ColumnType.Money, "Residui di anni precedenti, dichiarati dall'ATS o indicati nella domanda, euro.", r => r.Budget.Ledger.Residual, 0m),
        new("disponibile_eur", ColumnType.Money, "Assegnazione più residui, euro.", r => r.Budget.Available, 799_228.69m),
        new("speso_eur", OrNull.Money, "Speso, dichiarato dall'ATS o indicato nella domanda, euro; vuoto: non indicato.", r => r.Budget.Ledger.Spent, null),
        new("impegnato_eur", OrNull.Money, "Somma dei contributi indicati delle reti, euro; vuoto: le reti dell'ATS non sono note.", r => r.Budget.Committed, 520_000m),
        new("libero_eur", OrNull.Money, "Disponibile meno impegnato, euro: alle azioni di sistema (R17); negativo: i contributi superano il disponibile (R15).",
            r => r.Budget.Free, 279_228.69m),
        new("reti", OrNull.Integer, "Reti dell'ATS.", r => (long?)r.Budget.Networks, 8L),
        new("reti_senza_contributo", OrNull.Integer, "Reti di cui il contributo non è indicato: contano zero in impegnato_eur.", r => (long?)r.Budget.WithoutContribution, 0L),
        new("reti_oltre_tetto", OrNull.Integer, "Reti il cui contributo supera il tetto dell'ATS (R15).", r => (long?)r.Budget.OverCap, 0L),
        new("tetto_ats_eur", ColumnType.Money, "Tetto per progetto nell'ATS alla data, varianti comprese, euro.", r => r.Budget.Terms.CapEur, 70_000m),
        new("tetto_ats_mesi", ColumnType.Integer, "Mesi a cui il tetto si riferisce.", r => (long)r.Budget.Terms.Months, 12L),
        new("progetti_al_tetto_ats", ColumnType.Integer, "Progetti interi al tetto dell'ATS che il disponibile paga.", r => (long)r.Budget.ProjectsAtOwnCap, 11L),
        new("formula", OrNull.Text, "Formula del contributo dell'ATS (R16); vuoto: nessuna.", r => r.Budget.Terms.Formula?.Text, null),
        new("nuovi_spoke", OrNull.Integer, "Spoke che il programma propone: rimodulazione; vuoto: non cercati (li dà la domanda rimodulazione), o reti non note.",
            r => (long?)r.Budget.NewSpokes, 2L),
        new("rimodulazione_eur", OrNull.Money, "Costo di quegli Spoke, euro; vuoto: il costo di uno Spoke non è indicato.", r => r.Budget.RemodulationEur, null),
        new("nuovi_hub", OrNull.Integer, "Hub che il programma propone: nuovo avviso; vuoto come sopra.", r => (long?)r.Budget.NewHubs, 0L),
        new("nuovo_avviso_eur", OrNull.Money, "Quegli Hub al tetto, euro.", r => r.Budget.NewCallEur, 0m),
        new("libero_dopo_eur", OrNull.Money, "Libero meno le due linee, euro; vuoto: non noto.", r => r.Budget.FreeAfter, null),
        CommonColumns.UpperBoundOrNull<Row>(r => r.Budget.Networks is null ? null : r.Budget.UpperBound),
    ]);

    public static Layer Make(Analysis analysis) => Make(analysis, null, AtsBudgets.Compute(
        analysis.State,
        ActDeclarations.In(analysis.Snapshot).Ledgers,
        SuggestionSolver.Compute(analysis.State, new SuggestionRequest()).Suggestions,
        null));

    /// <param name="ats">Only this one; null for all.</param>
    /// <param name="all">Of every ATS.</param>
    /// <param name="note">One more warning; null for none.</param>
    /// <param name="usesTravel">Whether proposals, which rest on travel, are among the figures.</param>
    public static Layer Make(Analysis analysis, string? ats, ImmutableArray<AtsBudget> all, string? note = null, bool usesTravel = false)
    {
        const string title = "Riparto del fondo tra le ATS";
        Dictionary<string, TerritoryUnit> units = analysis.Snapshot.Units(AreaLevel.Ats).ToDictionary(u => u.Name, StringComparer.Ordinal);
        ImmutableArray<Row> rows =
        [
            .. all.Where(a => ats is null || a.Allocation.Ats == ats)
                .Select(a => new Row(a, units[a.Allocation.Ats]))
                .OrderBy(r => r.Unit.Code, StringComparer.Ordinal),
        ];
        FundParameters fund = analysis.Rules.Fund;
        bool nothing = rows.All(r => r.Budget.Networks is null);
        var totals = new JsonObject
        {
            ["fondo_eur"] = fund.Total,
            ["assegnazione_eur"] = rows.Sum(r => r.Item.Assigned),
            ["residuo_eur"] = rows.Sum(r => r.Item.Remainder),
            ["residenti"] = rows.Sum(r => r.Item.Residents),
            ["parte_uguale_pct"] = fund.EqualSharePercent,
            ["parte_residenti_pct"] = fund.ResidentsSharePercent,
            ["tetto_progetto_eur"] = fund.ProjectCapEur,
            ["tetto_progetto_mesi"] = fund.ProjectMonths,
            ["disponibile_eur"] = rows.Sum(r => r.Budget.Available),
            ["impegnato_eur"] = nothing ? null : rows.Sum(r => r.Budget.Committed),
            ["libero_eur"] = nothing ? null : rows.Sum(r => r.Budget.Free),
            ["rimodulazione_eur"] = rows.Any(r => r.Budget.RemodulationEur is null) ? null : rows.Sum(r => r.Budget.RemodulationEur),
            ["nuovo_avviso_eur"] = rows.Any(r => r.Budget.NewCallEur is null) ? null : rows.Sum(r => r.Budget.NewCallEur),
            ["ats_escluse"] = ProvenanceJson.Strings(rows.Where(r => r.Budget.Networks is null).Select(r => r.Item.Ats)),
            ["clausola"] = analysis.Rules.TextLoaded ? analysis.Rules.Cite("R12") : "testo non caricato",
        };
        var boundaries = new Boundaries(analysis.Snapshot);
        Provenance provenance = new Provenance(analysis, title, usesTravel, totals, ats).WithWarnings(
        [
            $"Ogni progetto può avere al più {ItalianNumber.Of(fund.ProjectCapEur, "#,0")} euro per {fund.ProjectMonths} mesi, nel limite dell'assegnazione dell'ATS (R15).",
            .. Warnings(analysis, all),
            .. note is null ? Array.Empty<string>() : [note],
        ]);
        return Shape.Make(Name, rows, r => boundaries.Of(r.Unit), provenance);
    }

    private static IEnumerable<string> Warnings(Analysis analysis, ImmutableArray<AtsBudget> all)
    {
        AtsBudget[] known = [.. all.Where(b => b.EurPerResident is > 0).OrderByDescending(b => b.EurPerResident)];
        if (known.Length > 1)
        {
            (AtsBudget most, AtsBudget least) = (known[0], known[^1]);
            yield return $"Euro per residente: {ItalianNumber.Of(most.EurPerResident!.Value, "0.00")} nell'{AtsNames.Official(most.Allocation.Ats)}, "
                + $"{ItalianNumber.Of(least.EurPerResident!.Value, "0.00")} nell'{AtsNames.Official(least.Allocation.Ats)}, "
                + $"cioè {ItalianNumber.Of(most.EurPerResident.Value / least.EurPerResident.Value, "0.0")} volte tanto: è l'effetto della parte divisa in misura uguale.";
        }

        if (all.Any(b => b is { NewSpokes: > 0, SpokeCost: null }))
            yield return "Il costo di uno Spoke non è indicato e non ne esiste uno predefinito: il costo della rimodulazione è vuoto.";
        HashSet<string> allocated = [.. all.Select(b => b.Allocation.Ats)];
        foreach (string ats in analysis.Snapshot.Networks.Select(n => n.Ats).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!allocated.Any(a => AreaCode.From(a) == AreaCode.From(ats)))
                yield return $"L'ATS {ats}, indicata da una o più reti, non ha un'assegnazione: i loro contributi non sono in nessuna riga.";
        }
    }
}
