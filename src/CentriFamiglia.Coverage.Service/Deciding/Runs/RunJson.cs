using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Deciding.Scenarios;
using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Deciding.Runs;

/// <summary>What is said of a run, as the store keeps it, with a summary so that a list need not read the frozen bytes.</summary>
internal static class RunJson
{
    public static JsonObject Of(RunHead head, JsonObject summary) => new()
    {
        ["id"] = head.Id,
        ["impronta"] = head.Hash,
        ["titolo"] = head.Title,
        ["chi"] = head.By,
        ["quando"] = Cells.Instant(head.At),
        ["pubblicata_da"] = head.PublishedBy,
        ["pubblicata_il"] = Cells.Instant(head.PublishedAt),
        ["scenario"] = head.Scenario,
        ["riassunto"] = summary,
    };

    public static RunHead Read(string text)
    {
        JsonObject json = JsonNode.Parse(text)!.AsObject();
        return new RunHead((string)json["id"]!, (string)json["impronta"]!, (string)json["titolo"]!, (string)json["chi"]!, ScenarioJson.InstantOf(json["quando"])!.Value)
        {
            PublishedBy = (string?)json["pubblicata_da"],
            PublishedAt = ScenarioJson.InstantOf(json["pubblicata_il"]),
            Scenario = (string?)json["scenario"],
        };
    }

    public static JsonObject SummaryOf(FrozenRun run) => new()
    {
        ["alla_data"] = run.Inputs["alla_data"]!.DeepClone(),
        ["insieme"] = run.Inputs["insieme"]!.DeepClone(),
        ["viaggio"] = run.Inputs["viaggio"]!["fonte"]!.DeepClone(),
        ["scopo"] = run.Parameters["goal"]?.DeepClone() ?? "units",
        ["ats"] = run.Parameters["ats"]?.DeepClone(),
        ["proposte"] = run.Rows("proposte").Count(),
        ["ambiti_senza_sede"] = run.Rows("copertura-ambito").Count(r => (string?)r["verdetto"] is "SCOPERTO" or "COMPETENZA"),
        ["dimostrativo"] = run.Rows("sedi").Any(r => (bool?)r["dimostrativo"] == true),
        ["riproducibile"] = run.IsReproducible,
        ["byte"] = System.Text.Encoding.UTF8.GetByteCount(run.Text),
    };
}
