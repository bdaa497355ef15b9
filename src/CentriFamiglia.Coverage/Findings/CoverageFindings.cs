using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Networks;

namespace CentriFamiglia.Coverage.Findings;

/// <summary>R1, R4, R5, R6 of each Ambito and Distretto, R10 of each ATS.</summary>
internal static class CoverageFindings
{
    private const string Criterion = "(limite di viaggio: criterio di pianificazione, non previsto dall'atto)";

    public static IEnumerable<ActFinding> Evaluate(FindingContext context)
    {
        var reach = new HubReach(context.State, context.Rules.Planning.HubReachMinutes);
        foreach (AreaLevel level in (AreaLevel[])[AreaLevel.Ambito, AreaLevel.Distretto])
        {
            ImmutableArray<UnitGap> gaps = context.State.Gaps(level);
            foreach ((UnitVerdict verdict, UnitGap gap) in context.State.Verdicts(level).Zip(gaps))
            {
                yield return context.OfUnit("R1", verdict.Unit, Covered(verdict), verdict.Demonstration);
                yield return context.OfUnit("R4", verdict.Unit, Reached(context, gap));
                yield return context.OfUnit("R5", verdict.Unit, Served(verdict), verdict.Demonstration);
                yield return context.OfUnit("R6", verdict.Unit, NewHub(context, reach, verdict), verdict.Demonstration);
            }
        }

        foreach (TerritoryUnit ats in context.Snapshot.Units(AreaLevel.Ats).Where(u => u.IsLoaded))
            yield return context.OfUnit("R10", ats, Nearest(context, ats));
    }

    private static Judgement Covered(UnitVerdict verdict)
    {
        ImmutableArray<FindingFigure> figures =
        [
            new("hub", verdict.Known(verdict.Hubs)), new("spoke", verdict.Known(verdict.Spokes)),
            new("sedi_ruolo_non_dichiarato", verdict.Known(verdict.Undeclared)), new("residenti", verdict.Unit.Residents),
        ];
        return verdict.SatisfiesR1 switch
        {
            true => Judgement.Fine(verdict.Reason, figures),
            false => Judgement.Broken(verdict.Reason, "Aprire una sede, Hub o Spoke, all'interno dell'area.", figures),
            null => Judgement.Unsaid(verdict.Reason, "Completare le appartenenze e le sedi, poi dichiarare completo l'elenco (--completo).", figures),
        };
    }

    private static Judgement Reached(FindingContext context, UnitGap gap)
    {
        ImmutableArray<FindingFigure> figures =
            [new("residenti", gap.Known.IsEmpty ? null : gap.Residents), new("residenti_oltre_limite", gap.ResidentsBeyond), new("quota_oltre_limite_pct", gap.SharePercentBeyond),
                new("residenti_senza_limite", gap.ResidentsWithoutLimit)];
        if (gap.Known.Judged.IsEmpty)
        {
            return Judgement.Unsaid($"Le sedi dell'area non sono note: nessuna distanza si può giudicare {Criterion}.",
                "Completare le appartenenze e le sedi, poi dichiarare completo l'elenco (--completo).", figures);
        }

        if (gap.ResidentsBeyond == 0)
        {
            return gap.ResidentsWithoutLimit > 0 || gap.ComuniWithoutResidents > 0
                ? Judgement.Unsaid($"Di parte dei comuni non si conoscono classe SNAI o residenti {Criterion}.", "Completare i comuni, o indicare un limite unico.", figures)
                : Judgement.Fine($"Tutti i residenti hanno una sede entro il limite {Criterion}.", figures);
        }

        string reason = $"{(gap.Known.UpperBound ? "Al più " : "")}{ItalianNumber.Of(gap.ResidentsBeyond!.Value, "#,0")} residenti su {ItalianNumber.Of(gap.Residents, "#,0")} "
            + $"oltre il limite da ogni sede {Criterion}.";
        return !gap.Known.UpperBound
            ? Judgement.Note(reason, "Valutare un nuovo Spoke: coverage suggest.", figures)
            : Judgement.Unsaid(reason + " L'elenco delle sedi non è dichiarato completo.", "Completare l'elenco delle sedi e dichiararlo completo (--completo).", figures);
    }

    private static Judgement Served(UnitVerdict verdict)
    {
        FindingFigure figure = new("sedi_o_hub_dichiaranti", verdict.Known(verdict.Sites.Length));
        return verdict.Verdict switch
        {
            Verdict.Sede => Judgement.Fine($"SEDE: {verdict.Reason}", figure),
            Verdict.Competenza => Judgement.Note($"COMPETENZA: {verdict.Reason}", "La sola competenza dichiarata non soddisfa R1: aprire una sede nell'area.", figure),
            Verdict.Scoperto => Judgement.Broken($"SCOPERTO: {verdict.Reason}", "Aprire una sede, o far dichiarare l'area dal territorio di un Hub.", figure),
            _ => Judgement.Unsaid($"NON_CARICATO: {verdict.Reason}", "Completare le appartenenze e le sedi, poi dichiarare completo l'elenco (--completo).", figure),
        };
    }

    private static Judgement NewHub(FindingContext context, HubReach reach, UnitVerdict verdict)
    {
        if (verdict.SatisfiesR1 is null)
            return Judgement.Unsaid("Non si sa se l'area è coperta.", "Completare le appartenenze e le sedi, poi dichiarare completo l'elenco (--completo).");
        if (verdict.SatisfiesR1 is true)
            return Judgement.Fine("L'area ha una sede: non serve un nuovo Hub per coprirla.");
        int possible = CanJoin(context, reach, verdict.Unit);
        ImmutableArray<FindingFigure> figures = [new("comuni", verdict.Unit.Comuni.Length), new("comuni_per_uno_spoke", possible)];
        return possible > 0
            ? Judgement.Note($"Area scoperta, ma una rete esistente può accogliere uno Spoke in {VerdictWords.Comuni(possible)}.",
                "Prima di un nuovo Hub, valutare lo Spoke: coverage suggest.", figures)
            : Judgement.Note(
                "Area scoperta e nessuna rete esistente può accogliervi uno Spoke (portata e carico dell'Hub: criteri di pianificazione, non previsti dall'atto).",
                "L'ATS può valutare un nuovo Hub con una nuova manifestazione di interesse.",
                figures);
    }

    private static int CanJoin(FindingContext context, HubReach reach, TerritoryUnit unit)
    {
        (Comune Comune, Membership Membership)[] places =
        [
            .. unit.Comuni.Select(c => context.Snapshot.Comuni[c])
                .Where(c => c.Seat is not null && context.Snapshot.MembershipOf(c.Code) is not null)
                .Select(c => (c, context.Snapshot.MembershipOf(c.Code)!)),
        ];
        return reach.Of([.. places.Select(p => Baseline.SeatOf(p.Comune))], [.. places.Select(p => p.Membership)]).Count(hubs => !hubs.IsEmpty);
    }

    private static Judgement Nearest(FindingContext context, TerritoryUnit ats)
    {
        double hub = 0, spoke = 0, undeclared = 0, none = 0;
        UnitGap known = context.State.Gaps(AreaLevel.Ats).Single(g => g.Unit == ats);
        foreach (PointGap point in known.Known.Judged.SelectMany(c => context.State.PointsOfComune[c]).Select(i => context.State.Points[i]))
        {
            double residents = point.Residents;
            switch (point.Nearest?.Site.Site.Role)
            {
                case SiteRole.Hub:
                    hub += residents;
                    break;
                case SiteRole.Spoke:
                    spoke += residents;
                    break;
                case SiteRole.NotDeclared:
                    undeclared += residents;
                    break;
                default:
                    none += residents;
                    break;
            }
        }

        ImmutableArray<FindingFigure> figures =
            [new("residenti_vicini_a_hub", hub), new("residenti_vicini_a_spoke", spoke), new("residenti_vicini_a_ruolo_non_dichiarato", undeclared),
                new("residenti_senza_sede", none)];
        if (known.Known.Judged.IsEmpty)
            return Judgement.Unsaid("Le sedi dell'ATS non sono note.", "Importare le sedi dell'ATS e dichiararne completo l'elenco (--completo).");
        if (none > 0)
        {
            string reason = $"{ItalianNumber.Of(none, "#,0")} residenti non raggiungono alcuna sede.";
            return !known.Known.UpperBound
                ? Judgement.Broken(reason, "Aprire una sede raggiungibile.", figures)
                : Judgement.Unsaid(reason + " L'elenco delle sedi non è dichiarato completo.", "Completare l'elenco delle sedi e dichiararlo completo (--completo).", figures);
        }

        if (known.Known.ComuniExcluded > 0 || known.Known.UpperBound)
        {
            return Judgement.Unsaid($"Chi conta raggiunge una sede, ma l'elenco dell'ATS non è dichiarato completo: "
                + $"{ItalianNumber.Counted(known.Known.ResidentsExcluded, "residente", "residenti")} "
                + "in aree di cui nulla è noto.", "Completare l'elenco delle sedi e dichiararlo completo (--completo).", figures);
        }

        return undeclared > 0
            ? Judgement.Unsaid("Tutti raggiungono una sede, ma di alcune non si sa se sono Hub o Spoke.", "Dichiarare il ruolo di ogni sede.", figures)
            : Judgement.Fine("Tutti i residenti raggiungono un Hub o uno Spoke.", figures);
    }
}
