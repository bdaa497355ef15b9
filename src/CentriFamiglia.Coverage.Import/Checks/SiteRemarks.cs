using CentriFamiglia.Coverage.Territory.Hours;

namespace CentriFamiglia.Coverage.Import.Checks;

/// <summary>What a single sede lacks, by the words of the act: accepted, and said.</summary>
internal static class SiteRemarks
{
    public static void Report(RowReader row, Site site, KnownNames ambiti)
    {
        if (site.Role == SiteRole.NotDeclared)
            row.Notice("role", "ruolo non dichiarato: conta come sede, ma né Hub né Spoke", "Scrivere hub o spoke.");
        if (site.Status == SiteStatus.Active && site.OpeningHours is null)
            row.Notice("opening_hours", "sede attiva senza orari (Allegato A, 3.3: giorni e orari vanno definiti e comunicati)",
                "Scrivere gli orari, per esempio «Mo-Fr 09:00-12:00».");
        if (site.OpeningHours is { } hours && OpeningHours.Parse(hours) is { IsWhole: false } reading)
        {
            string read = reading.Schedule is { } week ? $"letti solo in parte, {OpeningHours.WriteItalian(week)}" : "non letti";
            row.Notice(
                "opening_hours",
                $"orari {read}: {string.Join(' ', reading.Notes)}",
                "Finché non si leggono per intero, R8 non dice che le ore bastano: scrivere per esempio «lun-ven 9-13; mer 15-18».",
                hours);
        }

        if (site.Network is null && site.Role == SiteRole.Spoke)
            row.Notice("network_id", "Spoke senza rete (Allegato A, 3: gli Spoke sono i partner di un capofila)", "Scrivere in network_id la rete di cui fa parte.");
        if (site.Network is null && site.Role == SiteRole.Hub)
            row.Notice("network_id", "Hub senza rete (Allegato A, 3: l'Hub è il capofila di una rete)", "Scrivere in network_id la rete di cui è capofila.");
        foreach (string name in site.DeclaredAmbiti.Where(a => !ambiti.HasOrCannotTell(a)))
        {
            row.Notice(
                "declared_ambiti",
                $"l'Ambito dichiarato «{name}» non è fra quelli caricati{ambiti.Suggestion(name)}",
                "Scrivere il nome come nelle unità territoriali: finché non coincide non vale come competenza.",
                name);
        }
    }
}
