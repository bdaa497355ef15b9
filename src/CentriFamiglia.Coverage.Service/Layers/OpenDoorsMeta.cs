using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Service.Layers;

/// <summary>What the member <c>meta</c> says of an answer in which only open sedi count.</summary>
internal static class OpenDoorsMeta
{
    /// <summary>The same meta where only open sedi count: with <c>aperte</c> and its warnings.</summary>
    public static JsonObject AddTo(JsonObject meta, OpenDoors? doors)
    {
        if (doors is null)
            return meta;
        AddFacts(meta, doors, $"Contano solo le sedi aperte {When(doors)}; il viaggio non sposta l'ora.");
        if (doors.Certain.Snapshot.Sites.IsEmpty)
            meta["avvertenze"]!.AsArray().Add((JsonNode)"Nessuna sede è aperta con certezza in quel momento: nessuno ne raggiunge una.");
        return meta;
    }

    /// <summary>Adds <c>aperte</c> to the meta of verdicts, which count every active sede.</summary>
    public static void AddToVerdicts(JsonObject meta, OpenDoors doors) =>
        AddFacts(meta, doors, $"Le sedi aperte sono quelle {When(doors)}; il verdetto conta tutte le sedi attive.");

    private static void AddFacts(JsonObject meta, OpenDoors doors, string warning)
    {
        int uncertain = doors.Uncertain.Count();
        meta["aperte"] = new JsonObject
        {
            ["giorno"] = doors.At.Day,
            ["ora"] = doors.At.Clock,
            ["sedi_aperte"] = doors.Open.Count(),
            ["sedi_chiuse"] = doors.Closed.Count(),
            ["sedi_incerte"] = uncertain,
            ["senza_orario"] = Ids(doors.With(HoursKnowledge.Undeclared)),
            ["orario_non_letto"] = Ids(doors.With(HoursKnowledge.Unread)),
            ["orario_letto_in_parte"] = Ids(doors.With(HoursKnowledge.Partial)),
        };
        JsonArray warnings = meta["avvertenze"]!.AsArray();
        warnings.Add((JsonNode)warning);
        if (uncertain > 0)
            warnings.Add((JsonNode)$"{uncertain} sedi non contano né come aperte né come chiuse, perché i loro orari non sono noti per intero: sono in meta.aperte.");
    }

    private static string When(OpenDoors doors) => $"alle {doors.At.Clock} di {doors.At.Day}, nella settimana ordinaria, senza festività";

    private static JsonArray Ids(IEnumerable<SiteId> sites) => [.. sites.Select(s => (JsonNode)s.Value)];
}
