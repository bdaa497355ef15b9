using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Service.Layers;

/// <summary>What the member <c>meta</c> says of an answer in which only open sedi count.</summary>
internal static class OpenDoorsMeta
{
    /// <summary>The same meta, with <c>aperte</c> and its warnings where hours count.</summary>
    public static JsonObject AddTo(JsonObject meta, OpenDoors? doors)
    {
        if (doors is null)
            return meta;
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
        warnings.Add((JsonNode)$"Contano solo le sedi aperte alle {doors.At.Clock} di {doors.At.Day}, nella settimana ordinaria, senza festività; il viaggio non sposta l'ora.");
        if (uncertain > 0)
            warnings.Add((JsonNode)$"{uncertain} sedi non contano né come aperte né come chiuse, perché i loro orari non sono noti per intero: sono in meta.aperte.");
        if (doors.Certain.Snapshot.Sites.IsEmpty)
            warnings.Add((JsonNode)"Nessuna sede è aperta con certezza in quel momento: nessuno ne raggiunge una.");
        return meta;
    }

    private static JsonArray Ids(IEnumerable<SiteId> sites) => [.. sites.Select(s => (JsonNode)s.Value)];
}
