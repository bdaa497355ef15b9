using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory.Hours;

namespace CentriFamiglia.Coverage.Findings;

/// <summary>R7 (services by role), R9 (spaces, access for people with disabilities), R11 (hours and contacts made known) of each active sede.</summary>
internal static class SiteFindings
{
    public static IEnumerable<ActFinding> Evaluate(FindingContext context)
    {
        ServiceParameters wanted = context.Rules.Service;
        foreach (ActiveSite site in context.Snapshot.Sites)
        {
            yield return context.OfSite("R7", site, Services(site.Site, wanted));
            yield return context.OfSite("R9", site, Spaces(site.Site, wanted));
            yield return context.OfSite("R11", site, Hours(site.Site));
        }
    }

    private static Judgement Services(Site site, ServiceParameters wanted) => site.Role switch
    {
        SiteRole.Hub => HubServices(site, wanted),
        SiteRole.Spoke => SpokeServices(site, wanted),
        _ => Judgement.Unsaid("Il ruolo non è dichiarato: non si sa quali servizi spettino alla sede.", "Dichiarare se la sede è Hub o Spoke."),
    };

    private static Judgement HubServices(Site site, ServiceParameters wanted)
    {
        string[] missing = [.. Missing([.. wanted.BaseServices, .. wanted.HubOnlyServices], site.Services)];
        FindingFigure[] figures = [new("servizi_attesi", wanted.BaseServices.Length + wanted.HubOnlyServices.Length), new("servizi_non_dichiarati", missing.Length)];
        return missing.Length == 0
            ? Judgement.Fine("L'Hub dichiara i servizi di base, il coordinamento e l'amministrazione.", [.. figures])
            : Judgement.Unsaid(
                $"L'Hub non dichiara: {string.Join(", ", missing)}.",
                "Completare la colonna services delle sedi, o attivare ciò che manca.",
                [.. figures]);
    }

    private static Judgement SpokeServices(Site site, ServiceParameters wanted)
    {
        if (site.Services.IsEmpty)
            return Judgement.Unsaid("Lo Spoke non dichiara i propri servizi.", "Compilare la colonna services delle sedi.", new FindingFigure("servizi", null));
        string[] reserved = [.. wanted.HubOnlyServices.Except(Missing(wanted.HubOnlyServices, site.Services), StringComparer.Ordinal)];
        return reserved.Length == 0
            ? Judgement.Fine("Nessuno dei servizi dichiarati è riservato all'Hub.", new FindingFigure("servizi", site.Services.Length))
            : Judgement.Broken(
                $"Lo Spoke svolge ciò che spetta al solo Hub: {string.Join(", ", reserved)}.",
                "Riportare queste attività all'Hub della rete.",
                new FindingFigure("servizi_riservati_hub", reserved.Length));
    }

    private static Judgement Spaces(Site site, ServiceParameters wanted)
    {
        string[] missing = site.Role == SiteRole.Hub ? [.. Missing(wanted.HubSpaces, site.Spaces)] : [];
        ImmutableArray<FindingFigure> figures = site.Role == SiteRole.Hub
            ? [new("spazi_attesi", wanted.HubSpaces.Length), new("spazi_non_dichiarati", missing.Length)]
            : [];
        if (site.Wheelchair == "no")
            return Judgement.Broken("La sede dichiara di non essere accessibile alle persone con disabilità.", "Rendere accessibile la sede, o spostarla.", figures);
        if (site.Wheelchair is null || missing.Length > 0)
        {
            string[] unsaid = [.. missing.Select(m => $"spazio {m}").Append(site.Wheelchair is null ? "accesso per le persone con disabilità" : "").Where(t => t.Length > 0)];
            return Judgement.Unsaid($"Non dichiarato: {string.Join(", ", unsaid)}.", "Compilare le colonne spaces e wheelchair delle sedi.", figures);
        }

        if (site.Role == SiteRole.NotDeclared)
            return Judgement.Unsaid("Il ruolo non è dichiarato: non si sa se alla sede spettino i quattro spazi dell'Hub.", "Dichiarare se la sede è Hub o Spoke.", figures);
        return site.Wheelchair == "limited"
            ? Judgement.Note("La sede dichiara un accesso limitato per le persone con disabilità.", "Verificare gli accorgimenti per l'accesso.", figures)
            : Judgement.Fine("Accesso e spazi sono dichiarati.", figures);
    }

    private static Judgement Hours(Site site)
    {
        string[] contacts = [.. new[] { site.Phone, site.Email, site.Web }.OfType<string>()];
        return (site.OpeningHours, contacts) switch
        {
            (null, []) => Judgement.Unsaid("La sede non dichiara giorni e orari, né recapiti.", "Compilare le colonne opening_hours, phone, email, web delle sedi."),
            (null, _) => Judgement.Unsaid("La sede non dichiara giorni e orari.", "Compilare la colonna opening_hours delle sedi."),
            ({ } hours, []) => Judgement.Unsaid($"Orari dichiarati: {OpeningHours.Told(hours)}. La sede non dichiara recapiti.",
                "Compilare le colonne phone, email o web delle sedi."),
            ({ } hours, _) => Judgement.Fine($"Orari dichiarati: {OpeningHours.Told(hours)}. Recapiti: {string.Join(", ", contacts)}."),
        };
    }

    private static IEnumerable<string> Missing(IEnumerable<string> wanted, ImmutableArray<string> declared)
    {
        HashSet<string> known = [.. declared.Select(AreaCode.From)];
        return wanted.Where(w => !known.Contains(AreaCode.From(w)));
    }
}
