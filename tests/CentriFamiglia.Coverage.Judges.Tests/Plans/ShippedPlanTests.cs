using System.Diagnostics;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Siting;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Judges.Tests.Plans;

/// <summary>CP-SAT on the shipped territory, with its made-up sedi: 40 minutes of reach, at most 8 Spokes and 3 Ambiti of a Hub.</summary>
public class ShippedPlanTests
{
    [Theory]
    [InlineData(SuggestionLevel.Ambito)]
    [InlineData(SuggestionLevel.Distretto)]
    [InlineData(SuggestionLevel.Entrambi)]
    public void Units(SuggestionLevel level)
    {
        CoverageState state = Shipped.State;
        var w = Stopwatch.StartNew();
        SuggestionResult result = SuggestionSolver.Compute(state, new SuggestionRequest { Level = level });
        double ours = w.Elapsed.TotalSeconds;
        w.Restart();
        var statement = new PlanStatement(state, level, 40);
        int[] chosen = PlanCheck.Chosen(statement, result, "");
        double stated = w.Elapsed.TotalSeconds;
        string best;
        try { best = PlanJudge.Units(statement).ToString(); } catch (Exception x) { best = x.Message; }
        File.AppendAllText("/tmp/w/netsit-cbc/log", $"units {level}: ours {chosen.Length} {result.Suggestions.Count(s => s.Network is null)} {statement.Within(chosen)} {statement.Saved(chosen, false)} {result.Certificate.SecondaryProved} {ours:F1}s, stated {stated:F1}, judge {best} {w.Elapsed.TotalSeconds:F1}s\n");
    }

    [Theory]
    [InlineData(null, 10)]
    [InlineData("Brescia", 6)]
    [InlineData("Bergamo", 6)]
    public void Cover(string? ats, int most)
    {
        CoverageState state = Shipped.State;
        var w = Stopwatch.StartNew();
        SuggestionResult result = SuggestionSolver.Compute(state, new SuggestionRequest { Goal = SuggestionGoal.Cover, Ats = ats, MaxSpokes = most });
        double ours = w.Elapsed.TotalSeconds;
        w.Restart();
        var statement = new PlanStatement(state, SuggestionLevel.Ambito, 40, ats);
        int[] chosen = PlanCheck.Chosen(statement, result, "");
        string best;
        try { best = PlanJudge.Cover(statement, most, false).ToString()!; } catch (Exception x) { best = x.Message; }
        File.AppendAllText("/tmp/w/netsit-cbc/log", $"cover {ats} {most}: ours {statement.Within(chosen)} {statement.Saved(chosen, false)} {result.Certificate.SecondaryProved} {ours:F1}s, judge {best} {w.Elapsed.TotalSeconds:F1}s\n");
    }

    [Theory]
    [InlineData("Montagna", 5)]
    [InlineData("Brescia", 6)]
    public void Time(string? ats, int most)
    {
        CoverageState state = Shipped.State;
        var w = Stopwatch.StartNew();
        SuggestionResult result = SuggestionSolver.Compute(state, new SuggestionRequest { Goal = SuggestionGoal.Time, Ats = ats, MaxSpokes = most });
        double ours = w.Elapsed.TotalSeconds;
        w.Restart();
        var statement = new PlanStatement(state, SuggestionLevel.Ambito, 40, ats);
        int[] chosen = PlanCheck.Chosen(statement, result, "");
        string best;
        try { best = PlanJudge.Time(statement, most, false).ToString()!; } catch (Exception x) { best = x.Message; }
        File.AppendAllText("/tmp/w/netsit-cbc/log", $"time {ats} {most}: ours {statement.Saved(chosen, true)} {result.Certificate.Status} {ours:F1}s, judge {best} {w.Elapsed.TotalSeconds:F1}s\n");
    }
}
