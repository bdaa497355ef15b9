using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Findings;

/// <summary>R2, R3 (as <see cref="NetworkRules"/> finds them) and R18.</summary>
internal static class NetworkFindings
{
    public static IEnumerable<ActFinding> Evaluate(FindingContext context) =>
        context.State.Findings.Select(f => Roles(context, f)).Concat(context.Networks.Select(n => context.OfNetwork("R18", n, Caregiver(n.Network))));

    private static ActFinding Roles(FindingContext context, RuleFinding finding)
    {
        var judged = new Judgement(finding.Outcome, finding.Reason, finding.Cure);
        if (finding.SubjectKind == "rete")
        {
            NetworkView network = context.Networks.First(n => n.Network.Id.Value == finding.Subject);
            return context.OfNetwork(finding.Rule, network, judged with
            {
                Figures =
                [
                    new("hub", network.Sites.Count(s => s.Site.Role == SiteRole.Hub)),
                    new("spoke", network.Sites.Count(s => s.Site.Role == SiteRole.Spoke)),
                ],
            });
        }

        ActiveSite? site = context.Snapshot.Sites.FirstOrDefault(s => s.Site.Id.Value == finding.Subject);
        return site is not null
            ? context.OfSite(finding.Rule, site, judged)
            : context.OfSite(finding.Rule, new ActiveSite(context.Snapshot.UnplacedSites.First(s => s.Id.Value == finding.Subject), -1, null), judged);
    }

    private static Judgement Caregiver(Network network) => network.CaregiverAction switch
    {
        true => Judgement.Fine("Il progetto ha l'azione dedicata ai caregiver."),
        false => Judgement.Broken("Il progetto dichiara di non avere l'azione dedicata ai caregiver.", "Prevedere l'azione dedicata al supporto ai caregiver."),
        null => Judgement.Unsaid("Il progetto non dichiara se ha l'azione dedicata ai caregiver.", "Compilare la colonna caregiver_action delle reti."),
    };
}
