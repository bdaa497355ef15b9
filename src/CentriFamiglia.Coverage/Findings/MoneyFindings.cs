using CentriFamiglia.Coverage.Money;
using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Findings;

/// <summary>R12, R13, R15, R16 and R17: allocation, spending lines, caps, modulation, residuals. Amounts in EUR.</summary>
internal static class MoneyFindings
{
    public static IEnumerable<ActFinding> Evaluate(FindingContext context, ActDeclarations declarations)
    {
        (ImmutableArray<AtsAllocation> allocation, string? refusal) = Allocate(context);
        Dictionary<string, AtsAllocation> byAts = allocation.ToDictionary(a => a.Ats, StringComparer.Ordinal);
        ImmutableArray<TerritoryUnit> units = [.. context.Snapshot.Units(AreaLevel.Ats).Where(u => u.IsLoaded)];
        foreach (TerritoryUnit unit in units)
        {
            AtsAllocation? assigned = byAts.GetValueOrDefault(unit.Name);
            NetworkView[] networks = [.. context.Networks.Where(n => n.Ats == unit.Name)];
            decimal? earlier = declarations.Ledgers.TryGetValue(unit.Name, out AtsLedger ledger) ? ledger.Residual : null;
            yield return context.OfUnit("R12", unit, Assigned(assigned, refusal));
            yield return context.OfUnit("R13", unit, Lines(context, unit, assigned, networks));
            bool complete = context.Snapshot.Set.IsCompleteFor(unit.Name);
            yield return context.OfUnit("R15", unit, WithinBudget(assigned, networks, earlier, complete));
            yield return context.OfUnit("R16", unit, HasFormula(context.TermsOf(unit.Name)));
            yield return context.OfUnit("R17", unit, Residual(assigned, networks, earlier, complete));
        }

        foreach (NetworkView network in context.Networks)
        {
            ProjectTerms terms = context.TermsOf(network.Ats);
            yield return context.OfNetwork("R15", network, WithinCap(context.Rules, network, terms, byAts.ContainsKey(network.Ats)));
            if (terms.Formula is { } formula)
                yield return context.OfNetwork("R16", network, Modulated(context.Snapshot, network, formula, terms.CapEur));
        }
    }

    private static (ImmutableArray<AtsAllocation> Allocation, string? Refusal) Allocate(FindingContext context)
    {
        try
        {
            return (FundAllocation.Allocate(context.Snapshot, context.Rules), null);
        }
        catch (CoverageInputException e)
        {
            return ([], e.Message);
        }
    }

    private static Judgement Assigned(AtsAllocation? assigned, string? refusal) => assigned is null
        ? Judgement.Unsaid(refusal ?? "L'ATS non ha un'assegnazione.", "Completare unità e popolazione.", new FindingFigure("assegnazione_eur", null))
        : Judgement.Fine(
            "Assegnazione: parte uguale più parte per residenti, al centesimo.",
            new("assegnazione_eur", (double)assigned.Assigned),
            new("parte_uguale_eur", (double)assigned.EqualPart),
            new("parte_residenti_eur", (double)assigned.ResidentsPart),
            new("residenti", assigned.Residents));

    private static Judgement Lines(FindingContext context, TerritoryUnit unit, AtsAllocation? assigned, NetworkView[] networks)
    {
        (int ambiti, int ambitiUnknown) = Uncovered(AreaLevel.Ambito);
        (int distretti, int distrettiUnknown) = Uncovered(AreaLevel.Distretto);
        bool known = !NothingKnown(networks, context.Snapshot.Set.IsCompleteFor(unit.Name));
        decimal? committed = known ? Committed(networks) : null;
        ImmutableArray<FindingFigure> figures =
        [
            new("ambiti_senza_sede", ambiti > 0 || known ? ambiti : null),
            new("ambiti_non_noti", ambitiUnknown),
            new("distretti_senza_sede", distretti > 0 || known ? distretti : null),
            new("distretti_non_noti", distrettiUnknown),
            new("reti_da_rimodulare", known ? networks.Length : null),
            new("contributi_eur", (double?)committed),
            new("libero_eur", (double?)(assigned?.Assigned - committed)),
        ];
        if (assigned is null)
            return Judgement.Unsaid("L'ATS non ha un'assegnazione da ripartire tra le due linee.", "Completare unità e popolazione.", figures);
        if (ambitiUnknown + distrettiUnknown > 0)
            return Judgement.Unsaid("L'analisi della copertura non è completa: di alcuni Ambiti o Distretti non si sa se hanno una sede.",
                "Completare le appartenenze e le sedi, poi dichiarare completo l'elenco (--completo).", figures);
        return ambiti + distretti == 0
            ? Judgement.Fine("Ogni Ambito e ogni Distretto ha una sede: la spesa può andare al consolidamento delle reti.", figures)
            : Judgement.Note($"Ambiti senza sede: {ambiti}; Distretti senza sede: {distretti}. Le risorse possono andare alla rimodulazione delle reti o a un nuovo avviso.",
                "Confrontare le due linee: coverage budget e coverage suggest.", figures);

        (int Uncovered, int Unknown) Uncovered(AreaLevel level)
        {
            UnitVerdict[] verdicts = [.. context.State.Verdicts(level).Where(v => v.Unit.Ats == unit.Name)];
            return (verdicts.Count(v => v.SatisfiesR1 is false), verdicts.Count(v => v.SatisfiesR1 is null));
        }
    }

    /// <param name="assigned">Null where there is no allocation.</param>
    /// <param name="networks">Of the ATS.</param>
    /// <param name="earlier">Residuals of earlier years; null where none are stated.</param>
    private static Judgement WithinBudget(AtsAllocation? assigned, NetworkView[] networks, decimal? earlier, bool complete)
    {
        if (NothingKnown(networks, complete))
            return _unknown;
        decimal stated = networks.Sum(n => n.Network.ContributionEur ?? 0);
        int silent = networks.Count(n => n.Network.ContributionEur is null);
        decimal? available = assigned?.Assigned + (earlier ?? 0);
        ImmutableArray<FindingFigure> figures =
        [
            new("assegnazione_eur", (double?)assigned?.Assigned), new("contributi_eur", (double)stated), new("reti_senza_contributo_indicato", silent),
            new("residui_anni_precedenti_eur", (double?)earlier), new("disponibile_eur", (double?)available),
        ];
        string whole = earlier is null ? "l'assegnazione dell'ATS (residui di anni precedenti esclusi)" : "l'assegnazione dell'ATS più i residui di anni precedenti";
        if (assigned is null)
            return Judgement.Unsaid("L'ATS non ha un'assegnazione con cui confrontare i contributi.", "Completare unità e popolazione.", figures);
        if (stated > available)
            return Judgement.Broken($"La somma dei contributi supera {whole}.", earlier is null
                ? "Ridurre i contributi, o indicare i residui verificati con la Regione: --residuals." : "Ridurre i contributi.", figures);
        if (!complete)
            return Judgement.Unsaid("L'elenco delle reti dell'ATS non è dichiarato completo: i contributi possono essere di più.", CompleteList, figures);
        return silent > 0
            ? Judgement.Unsaid($"Reti senza contributo indicato: {silent}.", "Compilare la colonna contribution_eur delle reti.", figures)
            : Judgement.Fine(stated > assigned.Assigned ? "La somma dei contributi supera l'assegnazione, ma con i residui di anni precedenti ci sta."
                : "La somma dei contributi sta nell'assegnazione dell'ATS.", figures);
    }

    private static Judgement WithinCap(RuleSet rules, NetworkView network, ProjectTerms terms, bool hasAllocation)
    {
        int? months = new[] { network.Network.Months, network.Network.MonthsByDays }.Max();
        ImmutableArray<FindingFigure> figures =
        [
            new("contributo_eur", (double?)network.Network.ContributionEur),
            new("tetto_eur", (double)terms.CapEur),
            new("mesi", months),
            new("mesi_del_tetto", terms.Months),
            new("mesi_di_proroga_massimi", terms.ExtensionMonths),
        ];
        string terms1 = Basis(rules, terms);
        if (network.Ats.Length == 0 || !hasAllocation)
            return Judgement.Unsaid(network.Ats.Length == 0 ? "La rete non dichiara l'ATS." : $"L'ATS {network.Ats} della rete non ha un'assegnazione.",
                "Correggere la colonna ats delle reti, o completare le unità.", figures);
        if (network.Network.ContributionEur is not { } contribution)
            return Judgement.Unsaid("Il contributo della rete non è indicato.", "Compilare la colonna contribution_eur delle reti.", figures);
        (Outcome time, string duration) = WithinMonths(network.Network, months, terms);
        const string Shorten = "Riportare la durata entro i mesi previsti, o dichiarare la proroga (extension_date).";
        return (contribution > terms.CapEur, time) switch
        {
            (true, Outcome.NonConforme) => Judgement.Broken(
                $"Il contributo supera il massimo per progetto.{duration}{terms1}", $"Ridurre il contributo entro il massimo. {Shorten}", figures),
            (true, _) => Judgement.Broken($"Il contributo supera il massimo per progetto.{duration}{terms1}", "Ridurre il contributo entro il massimo.", figures),
            (_, Outcome.NonConforme) => Judgement.Broken($"Il contributo non supera il massimo per progetto, la durata sì.{duration}{terms1}", Shorten, figures),
            (_, Outcome.Informativo) => Judgement.Note(
                $"Il contributo non supera il massimo per progetto.{duration}{terms1}", "Verificare che la proroga sia stata concessa.", figures),
            _ => Judgement.Fine($"Il contributo non supera il massimo per progetto.{duration}{terms1}", figures),
        };
    }

    /// <summary>The months of section 4, plus at most the extension of the rule set. The act admits an extension and does not say of how long.</summary>
    private static (Outcome Outcome, string Words) WithinMonths(Network network, int? months, ProjectTerms terms)
    {
        if (months is not { } stated || stated <= terms.Months)
            return (Outcome.Conforme, string.Empty);
        if (terms.ExtensionMonths is { } most)
        {
            return stated <= terms.Months + most
                ? (Outcome.Conforme, $" Dura {stated} mesi, nei {terms.Months} più al massimo {most} di proroga.")
                : (Outcome.NonConforme, $" Dura {stated} mesi, oltre i {terms.Months} più al massimo {most} di proroga.");
        }

        return network.ExtendedTo is not null
            ? (Outcome.Informativo, $" Dura {stated} mesi, oltre i {terms.Months}, con una proroga dichiarata: l'atto la ammette e non dice di quanti mesi.")
            : (Outcome.NonConforme, $" Dura {stated} mesi, oltre i {terms.Months}, senza una proroga dichiarata.");
    }

    private static string Basis(RuleSet rules, ProjectTerms terms)
    {
        string share = terms.MaxSharePercentOfCost is { } most
            ? FormattableString.Invariant($" Il contributo può coprire al più il {most:0.##}% del costo, che non è tra i dati: da verificare a parte.")
            : string.Empty;
        string loaded = rules.TextLoaded ? string.Empty : $" Cifre di {rules.Title}.";
        return share + loaded + (terms.Variations.IsEmpty ? string.Empty : $" Variante applicata: {string.Join(", ", terms.Variations)}.");
    }

    private static Judgement HasFormula(ProjectTerms terms) => terms.Formula is { } formula
        ? Judgement.Note($"Formula dell'ATS: {formula.Text}.", "La formula va concordata con la Regione.", new FindingFigure("tetto_eur", (double)terms.CapEur))
        : Judgement.Fine("L'ATS non ha indicato una formula: vale il solo massimo per progetto.", new FindingFigure("tetto_eur", (double)terms.CapEur));

    private static Judgement Modulated(TerritorySnapshot snapshot, NetworkView network, ContributionFormula formula, decimal cap)
    {
        var granted = FormulaContribution.Of(snapshot, network, formula, cap);
        if (granted.Refusal is { } refusal)
            return Judgement.Unsaid(refusal, "Correggere formula_contributo nell'insieme di regole.");
        if (granted is not { Size: { } input, Eur: { } due })
            return Judgement.Unsaid("Non si conoscono residenti o superficie del territorio della rete.", "Completare declared_ambiti delle sedi Hub e i comuni.");
        ImmutableArray<FindingFigure> figures =
        [
            new("aderenti", (double)input.Members), new("residenti", (double)input.Residents), new("km2", (double)input.Km2),
            new("contributo_da_formula_eur", (double)due), new("contributo_eur", (double?)network.Network.ContributionEur),
        ];
        return network.Network.ContributionEur switch
        {
            null => Judgement.Unsaid("Il contributo della rete non è indicato.", "Compilare la colonna contribution_eur delle reti.", figures),
            { } given when given > due => Judgement.Broken($"Il contributo supera quello della formula {formula.Text}.", "Ridurre il contributo a quello della formula.", figures),
            _ => Judgement.Fine($"Il contributo non supera quello della formula {formula.Text}.", figures),
        };
    }

    private static Judgement Residual(AtsAllocation? assigned, NetworkView[] networks, decimal? earlier, bool complete)
    {
        if (NothingKnown(networks, complete))
            return _unknown;
        decimal? residual = assigned?.Assigned + (earlier ?? 0) - Committed(networks);
        ImmutableArray<FindingFigure> figures = [new("residuo_eur", (double?)residual), new("residui_anni_precedenti_eur", (double?)earlier)];
        return residual switch
        {
            null => Judgement.Unsaid("Il residuo non è noto: mancano l'assegnazione o il contributo di qualche rete.", "Compilare la colonna contribution_eur delle reti.",
                figures),
            < 0 => Judgement.Broken($"I contributi superano l'assegnazione{(earlier is null ? "" : " più i residui di anni precedenti")}: non resta nulla per le azioni di "
                + "sistema.", "Ridurre i contributi.", figures),
            _ when !complete => Judgement.Unsaid("Il residuo è al più questo: l'elenco delle reti dell'ATS non è dichiarato completo.", CompleteList, figures),
            0 => Judgement.Fine("Nessun residuo.", figures),
            _ => Judgement.Note("Il residuo può andare ad azioni di sistema, tra cui formazione e diffusione.", "Decidere la destinazione del residuo.", figures),
        };
    }

    private const string CompleteList = "Importare tutte le reti e le sedi dell'ATS e dichiararne completo l'elenco (--completo).";

    private static readonly Judgement _unknown = Judgement.Unsaid("Le reti dell'ATS non sono note.", CompleteList);

    private static bool NothingKnown(NetworkView[] networks, bool complete) => networks.Length == 0 && !complete;

    private static decimal? Committed(NetworkView[] networks) =>
        networks.Any(n => n.Network.ContributionEur is null) ? null : networks.Sum(n => n.Network.ContributionEur);
}
