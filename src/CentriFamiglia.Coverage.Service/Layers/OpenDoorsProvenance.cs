using CentriFamiglia.Coverage.Access;

namespace CentriFamiglia.Coverage.Service.Layers;

/// <summary>What the provenance says of an answer in which only open sedi count.</summary>
internal static class OpenDoorsProvenance
{
    /// <summary>The same where only open sedi count: with <c>aperte</c> and its warnings.</summary>
    public static Provenance WithOnlyOpenSedi(this Provenance provenance, OpenDoors? doors)
    {
        if (doors is null)
            return provenance;
        provenance = provenance.With(doors, $"Contano solo le sedi aperte {When(doors)}; il viaggio non sposta l'ora.");
        return doors.Certain.Snapshot.Sites.IsEmpty
            ? provenance.WithWarnings("Nessuna sede è aperta con certezza in quel momento: nessuno ne raggiunge una.")
            : provenance;
    }

    /// <summary>Adds <c>aperte</c> to verdicts, which count every active sede.</summary>
    public static Provenance WithOpenSedi(this Provenance provenance, OpenDoors doors) =>
        provenance.With(doors, $"Le sedi aperte sono quelle {When(doors)}; il verdetto conta tutte le sedi attive.");

    private static Provenance With(this Provenance provenance, OpenDoors doors, string warning)
    {
        int uncertain = doors.Uncertain.Count();
        provenance = provenance.WithWarnings(warning).With("aperte", new JsonObject
        {
            ["giorno"] = doors.At.Day,
            ["ora"] = doors.At.Clock,
            ["sedi_aperte"] = doors.Open.Count(),
            ["sedi_chiuse"] = doors.Closed.Count(),
            ["sedi_incerte"] = uncertain,
            ["senza_orario"] = Ids(doors.With(HoursKnowledge.Undeclared)),
            ["orario_non_letto"] = Ids(doors.With(HoursKnowledge.Unread)),
            ["orario_letto_in_parte"] = Ids(doors.With(HoursKnowledge.Partial)),
        });
        return uncertain > 0
            ? provenance.WithWarnings(uncertain == 1 ? "1 sede non conta né come aperta né come chiusa, perché i suoi orari non sono noti per intero: è in meta.aperte."
                : $"{uncertain} sedi non contano né come aperte né come chiuse, perché i loro orari non sono noti per intero: sono in meta.aperte.")
            : provenance;
    }

    private static string When(OpenDoors doors) => $"alle {doors.At.Clock} di {doors.At.Day}, nella settimana ordinaria, senza festività";

    private static JsonArray Ids(IEnumerable<SiteId> sites) => ProvenanceJson.Strings(sites.Select(s => s.Value));
}
