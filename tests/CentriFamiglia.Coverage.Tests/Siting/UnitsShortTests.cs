using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Proposals;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Siting;

/// <summary>Fewer sedi than the areas without one: as many areas as can be, whatever new Hubs that takes.</summary>
public class UnitsShortTests
{
    [Fact]
    public void With_too_few_sedi_no_other_choice_gives_one_to_more_areas() => RandomTerritory.Holds(random =>
    {
        // In a polo a Hub may open as well as a Spoke, so that no comune is left out.
        TerritoryContent content = RandomTerritory.Content(random, gaps: false);
        content = content with { Comuni = [.. content.Comuni.Select(c => c with { Class = SnaiClass.A })] };
        CoverageState state = CoverageState.Compute(
            TerritorySnapshot.Create(content, null, SmallTerritory.Day), RuleSet.Default, GridTravel.OneMinuteSteps, null);
        TerritorySnapshot snapshot = state.Snapshot;
        int[][] bare =
        [
            .. state.Verdicts(AreaLevel.Ambito).Where(v => v.Unit.IsLoaded && v.Verdict is Verdict.Scoperto or Verdict.Competenza).Select(v => v.Unit.Comuni.ToArray()),
        ];
        for (int spokes = 1; spokes <= 2; spokes++)
        {
            SuggestionResult result = SuggestionSolver.Compute(state, new SuggestionRequest { Goal = SuggestionGoal.Units, Level = SuggestionLevel.Ambito, MaxSpokes = spokes });
            if (result.Certificate.Status != "optimal")
                continue;
            int Served(IEnumerable<int> comuni) => bare.Count(unit => unit.Intersect(comuni).Any());
            int[] chosen = [.. result.Suggestions.Select(s => snapshot.Comuni.IndexOf(s.Comune))];

            int most = Sets(snapshot.Comuni.Length, spokes).Max(Served);
            Served(chosen).ShouldBe(most, $"{spokes} of {bare.Length}");
        }
    });

    [Fact]
    public void What_few_nodes_call_proved_is_what_all_nodes_find() => RandomTerritory.Holds(random =>
    {
        CoverageState state = CoverageState.Compute(RandomTerritory.Snapshot(random, gaps: false), RuleSet.Default, GridTravel.OneMinuteSteps, null);
        var request = new SuggestionRequest { Goal = SuggestionGoal.Units, Level = SuggestionLevel.Ambito, MaxSpokes = 2 };

        SuggestionResult few = SuggestionSolver.Compute(state, request with { MostNodes = 1 });
        SuggestionResult all = SuggestionSolver.Compute(state, request);

        if (few.Certificate.SecondaryProved)
            Figures(few).ShouldBe(Figures(all));
        few.Certificate.Nodes.ShouldBeGreaterThanOrEqualTo(few.Suggestions.Length == 0 ? 0 : 1);

        static (int, int, double, double) Figures(SuggestionResult result) => (
            result.UnitsServed, result.Suggestions.Count(s => s.Kind == SuggestionKind.Hub), result.ResidentsGainedTogether, result.ResidentMinutesSavedTogether);
    });

    private static IEnumerable<int[]> Sets(int count, int size) => size == 1
        ? Enumerable.Range(0, count).Select(a => new[] { a })
        : Enumerable.Range(0, count).SelectMany(a => Enumerable.Range(a, count - a).Select(b => new[] { a, b }));
}
