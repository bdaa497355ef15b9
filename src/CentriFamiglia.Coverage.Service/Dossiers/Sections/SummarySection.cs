using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Dossiers.Html;
using CentriFamiglia.Coverage.Service.Dossiers.Reading;

namespace CentriFamiglia.Coverage.Service.Dossiers.Sections;

/// <summary>The whole in a few sentences, each with its figures.</summary>
internal static class SummarySection
{
    public static XElement Of(RunView view) => Tags.Section("riassunto", "In breve", Sentences(view).Select(s => Tags.P(s)));

    private static IEnumerable<string> Sentences(RunView view)
    {
        JsonObject[] ambiti = [.. view.Rows("copertura-ambito")], distretti = [.. view.Rows("copertura-distretto")];
        yield return Covered(view, ambiti, distretti);
        if (Without(ambiti) is { } without)
            yield return without;
        if (Unknown(ambiti) is { } unknown)
            yield return unknown;
        if (view.WholeGap is { } gap && gap.Number("minuti_medi") is not null)
        {
            yield return Minutes(view, gap);
            yield return Beyond(view, gap);
        }

        yield return Proposed(view);
        if (!view.Proposals.IsEmpty)
            yield return Decided(view);
        if (view.Has("fondi"))
            yield return Money(view);
        if (view.Has("rilievi"))
            yield return Findings(view);
    }

    private static string Covered(RunView view, JsonObject[] ambiti, JsonObject[] distretti) =>
        $"Al {view.Day} hanno al proprio interno almeno una sede, Hub o Spoke, {With(ambiti)} Ambiti su {ambiti.Length} e {With(distretti)} Distretti su {distretti.Length}.";

    private static int With(JsonObject[] areas) => areas.Count(a => a.Text("verdetto") == "SEDE");

    private static string? Without(JsonObject[] ambiti)
    {
        JsonObject[] without = [.. ambiti.Where(Areas.IsWithout)];
        if (without.Length == 0)
            return ambiti.Any(a => a.Text("verdetto") == "NON_CARICATO") ? null : "Nessun Ambito è senza una sede.";
        double residents = Areas.Residents(without), all = Areas.Residents(ambiti);
        int claimed = without.Count(a => a.Text("verdetto") == "COMPETENZA");
        return $"Senza una sede: {Wording.Ambiti(without.Length)}, dove vivono {Figure.Count(residents)} residenti su {Figure.Count(all)} ({Figure.Share(residents, all)}); "
            + $"scoperti {without.Length - claimed}, nel solo territorio dichiarato da un Hub {claimed}.";
    }

    private static string? Unknown(JsonObject[] ambiti)
    {
        JsonObject[] unknown = [.. ambiti.Where(a => a.Text("verdetto") == "NON_CARICATO")];
        return unknown.Length == 0 ? null
            : $"Non noto: {Wording.Ambiti(unknown.Length)} ({Figure.Count(Areas.Residents(unknown))} residenti), perché l'elenco delle sedi dell'ATS non è dichiarato completo. "
                + "Non sono detti scoperti né coperti, e nessuna cifra sui viaggi li conta.";
    }

    private static string Minutes(RunView view, JsonObject gap) =>
        $"La sede più vicina è in media a {AtMost(gap)}{Figure.Minutes(gap.Number("minuti_medi"))} minuti d'auto; "
        + $"nove {view.People} su dieci ne hanno una entro {Figure.Minutes(gap.Number("minuti_p90"))} minuti.";

    private static string Beyond(RunView view, JsonObject gap)
    {
        string band = GapSection.Band(gap) is { } range ? $" Poiché i tempi sono stimati, possono essere {range}." : "";
        return $"Oltre il limite di viaggio, che è un criterio di pianificazione e non dell'atto: {AtMost(gap)}{Figure.Count(gap.Number("residenti_oltre_limite"))} {view.People} "
            + $"({Figure.Percent(gap.Number("quota_oltre_limite_pct"))}).{band}";
    }

    private static string AtMost(JsonObject gap) => gap.Flag("elenco_incompleto") ? "al più " : "";

    private static string Proposed(RunView view)
    {
        int hubs = view.Proposals.Count(p => p.IsHub);
        if (view.Proposals.IsEmpty)
            return view.Has("proposte") ? "Nessuna nuova sede è proposta." : "L'analisi non contiene proposte.";
        // The gains of proposals do not add up: only the run knows what they are together.
        string together = view.Meta("proposte")?.Part("totali")?.Number("residenti_guadagnati_insieme") is { } gained && view.Ats == view.Parameters.Text("ats")
            ? $"; insieme portano entro il limite {Figure.Count(gained)} {view.People} in più" : "";
        return $"Sono proposte {Wording.Counted(view.Proposals.Length, "nuova sede", "nuove sedi")}: {view.Proposals.Length - hubs} Spoke in reti che esistono o proposte, "
            + $"{Wording.Counted(hubs, "nuova manifestazione di interesse", "nuove manifestazioni di interesse")}{together}.";
    }

    private static string Decided(RunView view) => $"Decisioni: {DecisionCounts.Sentence(view.Proposals)}.";

    private static string Money(RunView view)
    {
        JsonObject[] funds = [.. view.Rows("fondi")];
        return $"Il Fondo assegna {MoneySection.Sum(funds, "assegnazione_eur")} euro; impegnati {MoneySection.Sum(funds, "impegnato_eur")}, "
            + $"liberi {MoneySection.Sum(funds, "libero_eur")}. "
            + $"Costo delle proposte, in euro: rimodulazione {MoneySection.Sum(funds, "rimodulazione_eur")}, nuovo avviso {MoneySection.Sum(funds, "nuovo_avviso_eur")}.";
    }

    private static string Findings(RunView view)
    {
        (string Rule, int Count)[] broken =
        [
            .. view.Rows("rilievi").Where(r => r.Text("esito") == "non_conforme").GroupBy(r => r.Text("regola") ?? "", StringComparer.Ordinal).Select(g => (g.Key, g.Count()))
                .OrderBy(g => FindingSection.RuleOrder(g.Key)),
        ];
        return broken.Length == 0 ? "Nessun rilievo sulle regole dell'atto è non conforme."
            : $"Rilievi non conformi sulle regole dell'atto: {broken.Sum(b => b.Count)} ({string.Join(", ", broken.Select(b => $"{b.Rule}: {b.Count}"))}).";
    }
}
