using System.Collections.Immutable;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;

namespace CentriFamiglia.Coverage.Rules;

/// <summary>
/// R2 and R3 of D.G.R. XII/1507/2023, Allegato A, 3 and 3.1, over the active sedi. Where a role is not declared or the list is not
/// complete, what is missing is "non_dichiarato", never a violation.
/// </summary>
public static class NetworkRules
{
    private const string Rete = "rete";
    private const string Sede = "sede";

    /// <summary>Sorted by kind of subject, subject, rule. Each network has one row per rule; a sede has one only where there is something to say.</summary>
    public static ImmutableArray<RuleFinding> Evaluate(TerritorySnapshot snapshot, RuleSet rules)
    {
        ImmutableArray<Site> sites = [.. snapshot.Sites.Select(s => s.Site), .. snapshot.UnplacedSites];
        ILookup<NetworkId?, Site> byNetwork = sites.OrderBy(s => s.Id).ToLookup(s => s.Network);
        HashSet<NetworkId> known = [.. snapshot.Networks.Select(n => n.Id)];
        var findings = new List<RuleFinding>();
        foreach (Network network in snapshot.Networks)
        {
            ImmutableArray<Site> members = [.. byNetwork[network.Id]];
            findings.Add(OneHub(rules, network, members, snapshot.Set.Complete));
            findings.Add(SeveralSites(rules, network, members, snapshot.Set.Complete));
        }

        findings.AddRange(sites.Select(s => Attachment(rules, s, known)).OfType<RuleFinding>());
        findings.AddRange(BothRoles(rules, sites));
        return
        [
            .. findings.OrderBy(f => f.SubjectKind, StringComparer.Ordinal)
                .ThenBy(f => f.Subject, StringComparer.Ordinal)
                .ThenBy(f => f.Rule, StringComparer.Ordinal)
                .ThenBy(f => f.Reason, StringComparer.Ordinal),
        ];
    }

    private static RuleFinding OneHub(RuleSet rules, Network network, ImmutableArray<Site> members, bool complete)
    {
        ImmutableArray<Site> hubs = [.. members.Where(s => s.Role == SiteRole.Hub)];
        int undeclared = members.Count(s => s.Role == SiteRole.NotDeclared);
        (FindingOutcome outcome, string reason, string cure) = (hubs.Length, undeclared) switch
        {
            ( > 1, _) => (FindingOutcome.Violazione, $"La rete ha {hubs.Length} Hub attivi: {VerdictWords.Ids(hubs)}.",
                "Lasciare il ruolo di Hub al solo capofila."),
            (1, 0) => (FindingOutcome.Conforme, $"La rete ha un Hub: {hubs[0].Id}.", string.Empty),
            (1, _) => (FindingOutcome.NonDichiarato, $"La rete ha un Hub ({hubs[0].Id}) e {undeclared} sedi con ruolo non dichiarato.",
                "Dichiarare il ruolo di ogni sede."),
            (0, > 0) => (FindingOutcome.NonDichiarato, $"Nessuna sede è dichiarata Hub; {undeclared} hanno ruolo non dichiarato.",
                "Dichiarare quale sede è il capofila (Hub)."),
            _ => complete
                ? (FindingOutcome.Violazione, "La rete non ha alcun Hub attivo.", "Indicare la sede del capofila con ruolo Hub.")
                : (FindingOutcome.NonDichiarato, "Nessun Hub noto, in un elenco non dichiarato completo.",
                    "Aggiungere la sede del capofila con ruolo Hub, o dichiarare completo l'elenco."),
        };
        return Finding(rules, "R2", Rete, network.Id.Value, outcome, reason, cure);
    }

    private static RuleFinding SeveralSites(RuleSet rules, Network network, ImmutableArray<Site> members, bool complete)
    {
        int spokes = members.Count(s => s.Role == SiteRole.Spoke);
        bool uncertain = !complete || members.Any(s => s.Role == SiteRole.NotDeclared);
        (FindingOutcome outcome, string reason, string cure) = spokes > 0
            ? (FindingOutcome.Conforme, $"La rete ha {spokes} Spoke.", string.Empty)
            : uncertain
                ? (FindingOutcome.NonDichiarato, "Nessuno Spoke dichiarato, ma i ruoli o l'elenco non sono completi.", "Dichiarare il ruolo di ogni sede.")
                : (FindingOutcome.Avviso, "L'Hub non ha alcuno Spoke attivo.", "Valutare l'adesione di partner con ruolo di Spoke.");
        return Finding(rules, "R3", Rete, network.Id.Value, outcome, reason, cure);
    }

    private static RuleFinding? Attachment(RuleSet rules, Site site, HashSet<NetworkId> known)
    {
        const string Cure = "Indicare nella colonna network_id una rete dell'elenco delle reti.";
        if (site.Network is { } network && !known.Contains(network))
        {
            return Finding(rules, "R2", Sede, site.Id.Value, FindingOutcome.Violazione,
                $"La sede {site.Id} indica la rete {network}, che non è nell'elenco delle reti.", Cure);
        }

        return (site.Network, site.Role) switch
        {
            (null, SiteRole.Spoke) => Finding(rules, "R2", Sede, site.Id.Value, FindingOutcome.Violazione,
                $"Lo Spoke {site.Id} non appartiene ad alcuna rete.", Cure),
            (null, SiteRole.Hub) => Finding(rules, "R2", Sede, site.Id.Value, FindingOutcome.Violazione,
                $"L'Hub {site.Id} non è capofila di alcuna rete.", Cure),
            (null, _) => Finding(rules, "R2", Sede, site.Id.Value, FindingOutcome.NonDichiarato,
                $"La sede {site.Id} non dichiara né ruolo né rete.", "Dichiarare ruolo e rete della sede."),
            (_, SiteRole.NotDeclared) => Finding(rules, "R2", Sede, site.Id.Value, FindingOutcome.NonDichiarato,
                $"La sede {site.Id} non dichiara il ruolo.", "Dichiarare se la sede è Hub o Spoke."),
            _ => null,
        };
    }

    // One row has one role: a sede that is both shows as two rows at the very same point.
    private static IEnumerable<RuleFinding> BothRoles(RuleSet rules, ImmutableArray<Site> sites) =>
        from place in sites.Where(s => s.Precision == SitePrecision.Point).GroupBy(s => (s.Network, s.Lon, s.Lat))
        let hub = place.Where(s => s.Role == SiteRole.Hub).MinBy(s => s.Id)
        where hub is not null
        from spoke in place.Where(s => s.Role == SiteRole.Spoke)
        select Finding(rules, "R2", Sede, spoke.Id.Value, FindingOutcome.Violazione,
            $"La sede {spoke.Id} (Spoke) sta nello stesso punto di {hub.Id} (Hub) della stessa rete: nessuna sede può avere entrambi i ruoli.",
            "Togliere una delle due righe o correggere le coordinate.");

    private static RuleFinding Finding(
        RuleSet rules, string rule, string kind, string subject, FindingOutcome outcome, string reason, string cure)
    {
        RuleClause clause = rules.Rule(rule);
        return new RuleFinding(clause.Id, clause.Section, clause.Quote, kind, subject, outcome, reason, cure);
    }
}
