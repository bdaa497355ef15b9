using CentriFamiglia.Coverage.Territory.Hours;

namespace CentriFamiglia.Coverage.Import.Checks;

/// <summary>What a single sede lacks, by the words of the act: accepted, and said.</summary>
internal static class SiteRemarks
{
    public static void Report(RowReader row, Site site, KnownNames ambiti)
    {
        if (site.Role == SiteRole.NotDeclared)
            row.Notice(IssueCodes.RoleNotDeclared, "role", "ruolo non dichiarato: conta come sede, ma né Hub né Spoke");
        if (site.Status == SiteStatus.Active && site.OpeningHours is null)
            row.Notice(IssueCodes.HoursMissing, "opening_hours", "sede attiva senza orari (Allegato A, 3.3: giorni e orari vanno definiti e comunicati)");
        if (site.OpeningHours is { } hours && OpeningHours.Parse(hours) is { IsWhole: false } reading)
        {
            string read = reading.Schedule is { } week ? $"letti solo in parte, {OpeningHours.WriteItalian(week)}" : "non letti";
            row.Notice(
                IssueCodes.HoursPartlyRead,
                "opening_hours",
                $"orari {read}: {string.Join(' ', reading.Notes)}",
                value: hours);
        }

        if (site.Network is null && site.Role == SiteRole.Spoke)
            row.Notice(IssueCodes.SpokeAlone, "network_id", "Spoke senza rete (Allegato A, 3: gli Spoke sono i partner di un capofila)");
        if (site.Network is null && site.Role == SiteRole.Hub)
            row.Notice(IssueCodes.HubAlone, "network_id", "Hub senza rete (Allegato A, 3: l'Hub è il capofila di una rete)");
        foreach (string name in site.DeclaredAmbiti.Where(a => !ambiti.HasOrCannotTell(a)))
        {
            row.Notice(
                IssueCodes.AmbitoUnknown,
                "declared_ambiti",
                $"l'Ambito dichiarato «{name}» non è fra quelli caricati{ambiti.Suggestion(name)}",
                value: name);
        }
    }
}
