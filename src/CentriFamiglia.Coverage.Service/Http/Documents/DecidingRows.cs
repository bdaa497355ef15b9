using CentriFamiglia.Coverage.Service.Deciding.Audit;
using CentriFamiglia.Coverage.Service.Deciding.Decisions;
using CentriFamiglia.Coverage.Service.Deciding.Links;
using CentriFamiglia.Coverage.Service.Deciding.Runs;
using CentriFamiglia.Coverage.Service.Deciding.Scenarios;
using CentriFamiglia.Coverage.Service.Deciding.Writing;
using CentriFamiglia.Coverage.Service.Dossiers;
using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Http.Documents;

/// <summary>The forms of rows of scenarios, runs, decisions and register, by the name of their schema.</summary>
internal static class DecidingRows
{
    public static ImmutableArray<(string Name, ImmutableArray<DescribedColumn> Columns)> All { get; } =
    [
        ("ScenarioRow", ScenarioLayer.Shape.Columns),
        ("ScenarioFieldRow", ScenarioFieldLayer.Shape.Columns),
        ("ScenarioComparedRow", ScenarioComparison.Shape.Columns),
        ("ConflictRow", ConflictLayer.Shape.Columns),
        ("RunRow", RunLayer.Shape.Columns),
        ("RunComparedRow", RunComparison.Shape.Columns),
        ("DecisionRow", DecisionLayer.Shape.Columns),
        ("MinuteRow", VerbaleLayer.Shape.Columns),
        ("AuditRow", AuditLayer.Shape.Columns),
        ("AuditRemarkRow", AuditVerification.Shape.Columns),
        ("RowFieldRow", RowLayer.Shape.Columns),
        ("LinkRow", LinkLayer.Shape.Columns),
        ("RuleSetRow", RuleSetLayer.Shape.Columns),
    ];
}
