using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Deciding.Scenarios;
using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Deciding.Decisions;

/// <summary>A decision as the store keeps it.</summary>
internal static class DecisionJson
{
    public static JsonObject Of(Decision decision) => new()
    {
        ["analisi"] = decision.RunId,
        ["proposta"] = decision.Proposal,
        ["esito"] = decision.Outcome is { } outcome ? Decision.Outcomes.Of(outcome) : null,
        ["chi"] = decision.By,
        ["quando"] = Cells.Instant(decision.At),
        ["perche"] = decision.Reason,
        ["sede_prevista"] = decision.PlannedSite,
        ["commenti"] = new JsonArray([.. decision.Comments.Select(c => new JsonObject { ["chi"] = c.By, ["quando"] = Cells.Instant(c.At), ["testo"] = c.Text })]),
    };

    public static Decision Read(string text)
    {
        JsonObject json = JsonNode.Parse(text)!.AsObject();
        return new Decision((string)json["analisi"]!, (int)json["proposta"]!)
        {
            Outcome = (string?)json["esito"] is { } word && Decision.Outcomes.TryRead(word, out DecisionOutcome outcome) ? outcome : null,
            By = (string?)json["chi"],
            At = ScenarioJson.InstantOf(json["quando"]),
            Reason = (string?)json["perche"],
            PlannedSite = (string?)json["sede_prevista"],
            Comments =
            [
                .. json["commenti"]!.AsArray().Select(c => new DecisionComment((string)c!["chi"]!, ScenarioJson.InstantOf(c["quando"])!.Value, (string)c["testo"]!)),
            ],
        };
    }
}
