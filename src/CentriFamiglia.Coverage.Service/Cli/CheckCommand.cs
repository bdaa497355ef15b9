using System.CommandLine;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Service.Analyses;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>check</c>: the verdicts.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var strict = new Option<bool>("--strict") { Description = "Esce con 1 se un'area non soddisfa la regola R1 o una rete viola una regola dell'atto." };
        return new QuestionCommand(CoverageQuestion.Instance, terminal).Create(
            "check",
            "I verdetti: quali Ambiti, Distretti e ATS hanno un Centro per la Famiglia.",
            [strict],
            (parsed, analysis, layer) => parsed.GetValue(strict) && HasViolations(analysis, layer) ? ExitCode.Violations : ExitCode.Done);
    }

    private static bool HasViolations(Analysis analysis, Layer layer)
    {
        int satisfies = layer.Columns.Select(c => c.Name).ToList().IndexOf("soddisfa_r1");
        return layer.Rows.Any(r => r.Values[satisfies] is false)
            || analysis.State.Findings.Any(f => f.Outcome is Outcome.NonConforme);
    }
}
