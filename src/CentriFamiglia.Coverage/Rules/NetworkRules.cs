namespace CentriFamiglia.Coverage.Rules;

/// <summary>
/// R2 and R3 of D.G.R. XII/1507/2023, Allegato A, 3 and 3.1, over the active sedi. Where a role is not declared or the list is not
/// complete for the network's ATS, what is missing is "non_dichiarato", never a violation. A Hub alone violates nothing: the act calls a centre "articolato in più
/// sedi", and does not say how many.
/// </summary>
public static class NetworkRules
{
    private const string Rete = "rete";
    private const string Sede = "sede";

    /// <summary>Sorted by kind of subject, subject, rule. Each network has one row per rule; a sede has one only where there is something to say.</summary>
    public static ImmutableArray<RuleFinding> Evaluate(TerritorySnapshot snapshot)
    {
        ImmutableArray<Site> sites = [.. snapshot.Sites.Select(s => s.Site), .. snapshot.UnplacedSites];
        ILookup<NetworkId?, Site> byNetwork = sites.OrderBy(s => s.Id).ToLookup(s => s.Network);
        HashSet<NetworkId> known = [.. snapshot.Networks.Select(n => n.Id)];
        var findings = new List<RuleFinding>();
        foreach (Network network in snapshot.Networks)
        {
            ImmutableArray<Site> members = [.. byNetwork[network.Id]];
            bool complete = snapshot.IsCompleteFor(network);
            findings.Add(OneHub(network, members, complete));
            findings.Add(SeveralSites(network, members, complete));
        }

        findings.AddRange(sites.Select(s => Attachment(s, known)).OfType<RuleFinding>());
        findings.AddRange(BothRoles(sites));
        return
        [
            .. findings.OrderBy(f => f.SubjectKind, StringComparer.Ordinal)
                .ThenBy(f => f.Subject, StringComparer.Ordinal)
                .ThenBy(f => f.Rule, StringComparer.Ordinal)
                .ThenBy(f => f.Reason, StringComparer.Ordinal),
        ];
    }

    private static RuleFinding OneHub(Network network, ImmutableArray<Site> members, bool complete)
    {
        ImmutableArray<Site> hubs = [.. members.Where(s => s.Role == SiteRole.Hub)];
        int undeclared = members.Count(s => s.Role == SiteRole.NotDeclared);
        (Outcome outcome, string reason, string cure) = (hubs.Length, undeclared) switch
        {
            ( > 1, _) => (Outcome.NonConforme, $"La rete ha {hubs.Length} Hub attivi: {VerdictWords.Ids(hubs)}.",
                "Lasciare il ruolo di Hub al solo capofila."),
            (1, 0) => (Outcome.Conforme, $"La rete ha un Hub: {hubs[0].Id}.", string.Empty),
            (1, _) => (Outcome.NonDichiarato, $"La rete ha un Hub ({hubs[0].Id}) e {(undeclared == 1 ? "1 sede" : $"{undeclared} sedi")} con ruolo non dichiarato.",
                "Dichiarare il ruolo di ogni sede."),
            (0, > 0) => (Outcome.NonDichiarato, $"Nessuna sede è dichiarata Hub; {undeclared} hanno ruolo non dichiarato.",
                "Dichiarare quale sede è il capofila (Hub)."),
            _ => complete
                ? (Outcome.NonConforme, "La rete non ha alcun Hub attivo.", "Indicare la sede del capofila con ruolo Hub.")
                : (Outcome.NonDichiarato, "Nessun Hub noto, in un elenco non dichiarato completo.",
                    "Aggiungere la sede del capofila con ruolo Hub, o dichiarare completo l'elenco."),
        };
        return new RuleFinding("R2", Rete, network.Id.Value, outcome, reason, cure);
    }

    private static RuleFinding SeveralSites(Network network, ImmutableArray<Site> members, bool complete)
    {
        int spokes = members.Count(s => s.Role == SiteRole.Spoke);
        bool uncertain = !complete || members.Any(s => s.Role == SiteRole.NotDeclared);
        (Outcome outcome, string reason, string cure) = spokes > 0
            ? (Outcome.Conforme, $"La rete ha {spokes} Spoke.", string.Empty)
            : uncertain
                ? (Outcome.NonDichiarato, "Nessuno Spoke dichiarato, ma i ruoli o l'elenco non sono completi.", "Dichiarare il ruolo di ogni sede.")
                : (Outcome.Informativo, "L'Hub non ha alcuno Spoke attivo.", "Valutare l'adesione di partner con ruolo di Spoke.");
        return new RuleFinding("R3", Rete, network.Id.Value, outcome, reason, cure);
    }

    private static RuleFinding? Attachment(Site site, HashSet<NetworkId> known)
    {
        const string Cure = "Indicare nella colonna network_id una rete dell'elenco delle reti.";
        if (site.Network is { } network && !known.Contains(network))
        {
            return new RuleFinding("R2", Sede, site.Id.Value, Outcome.NonConforme,
                $"La sede {site.Id} indica la rete {network}, che non è nell'elenco delle reti.", Cure);
        }

        return (site.Network, site.Role) switch
        {
            (null, SiteRole.Spoke) => new RuleFinding("R2", Sede, site.Id.Value, Outcome.NonConforme,
                $"Lo Spoke {site.Id} non appartiene ad alcuna rete.", Cure),
            (null, SiteRole.Hub) => new RuleFinding("R2", Sede, site.Id.Value, Outcome.NonConforme,
                $"L'Hub {site.Id} non è capofila di alcuna rete.", Cure),
            (null, _) => new RuleFinding("R2", Sede, site.Id.Value, Outcome.NonDichiarato,
                $"La sede {site.Id} non dichiara né ruolo né rete.", "Dichiarare ruolo e rete della sede."),
            (_, SiteRole.NotDeclared) => new RuleFinding("R2", Sede, site.Id.Value, Outcome.NonDichiarato,
                $"La sede {site.Id} non dichiara il ruolo.", "Dichiarare se la sede è Hub o Spoke."),
            _ => null,
        };
    }

    // One row has one role: a sede that is both shows as two rows at the very same point.
    private static IEnumerable<RuleFinding> BothRoles(ImmutableArray<Site> sites) =>
        from place in sites.Where(s => s.Precision == SitePrecision.Point).GroupBy(s => (s.Network, s.Lon, s.Lat))
        let hub = place.Where(s => s.Role == SiteRole.Hub).MinBy(s => s.Id)
        where hub is not null
        from spoke in place.Where(s => s.Role == SiteRole.Spoke)
        select new RuleFinding("R2", Sede, spoke.Id.Value, Outcome.NonConforme,
            $"La sede {spoke.Id} (Spoke) sta nello stesso punto di {hub.Id} (Hub) della stessa rete: nessuna sede può avere entrambi i ruoli.",
            "Togliere una delle due righe o correggere le coordinate.");
}
