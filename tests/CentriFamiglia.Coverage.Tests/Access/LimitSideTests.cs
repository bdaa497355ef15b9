using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Tests.Access;

/// <summary>
/// One sede in Alfa; the others 9, 11 and 20 minutes off, each time a fifth shorter or a quarter longer; the limit is 10 minutes.
/// <code>
/// Alfa  40 residents   0 min     0 to  0       entro
/// Beta  30             9       7.2 to 11.25    incerto
/// Gamma 10            11       8.8 to 13.75    incerto, beyond by the estimate
/// Delta 20            20        16 to 25       oltre
/// </code>
/// </summary>
public class LimitSideTests
{
    private const string Comuni = """
        000001 | Alfa  |  0 | 0 | 40 | A | Nord | D1 | Est
        000002 | Beta  |  9 | 0 | 30 | A | Nord | D1 | Est
        000003 | Gamma | 11 | 0 | 10 | A | Nord | D1 | Est
        000004 | Delta | 20 | 0 | 20 | A | Nord | D1 | Est
        """;

    [Theory]
    [InlineData(14.0, 18.0, 20.0, "entro")]
    [InlineData(14.0, 20.0, 20.0, "entro")]
    [InlineData(14.0, 20.1, 20.0, "incerto")]
    [InlineData(20.0, 30.0, 20.0, "incerto")]
    [InlineData(20.1, 30.0, 20.0, "oltre")]
    [InlineData(20.0, 20.0, 20.0, "entro")]
    [InlineData(null, null, 20.0, "oltre")]
    [InlineData(14.0, 18.0, null, null)]
    public void A_band_that_crosses_the_limit_is_on_neither_side(double? low, double? high, double? limit, string? side) =>
        (LimitSides.Of(low * 60, high * 60, limit) is { } found ? LimitSides.Words.Of(found) : null).ShouldBe(side);

    [Fact]
    public void Comuni_and_areas_say_how_many_are_beyond_for_certain_by_the_estimate_and_at_most()
    {
        CoverageState state = State(new Unsure());

        state.Comuni.Select(c => (c.Minutes, c.P10Minutes, c.P90Minutes, c.Side, c.Beyond)).ShouldBe(
        [
            (0, 0, 0, LimitSide.Within, false),
            (9, 7.2, 11.25, LimitSide.Uncertain, false),
            (11, 8.8, 13.75, LimitSide.Uncertain, true),
            (20, 16, 25, LimitSide.Beyond, true),
        ]);
        UnitGap region = state.Gaps(AreaLevel.Regione)[0];
        (region.ResidentsBeyondLeast, region.ResidentsBeyond, region.ResidentsBeyondMost).ShouldBe((20, 30, 60));
    }

    [Fact]
    public void With_certain_times_all_three_are_one()
    {
        CoverageState state = State(GridTravel.OneMinuteSteps);

        state.Comuni.ShouldAllBe(c => c.P10Minutes == c.Minutes && c.P90Minutes == c.Minutes && c.Side != LimitSide.Uncertain);
        UnitGap region = state.Gaps(AreaLevel.Regione)[0];
        (region.ResidentsBeyondLeast, region.ResidentsBeyond, region.ResidentsBeyondMost).ShouldBe((30, 30, 30));
    }

    [Fact]
    public void Another_list_of_sedi_gives_the_bands_of_computing_all_anew()
    {
        CoverageState before = State(new Unsure());
        SiteSet more = SmallTerritory.Content(Comuni, "H1 | hub | 000001 | R1 | -\nS1 | spoke | 000004 | R1 | -").SiteSets.Single(s => s.Active);

        CoverageState after = before.WithSet(more);

        after.Comuni.Select(c => (c.P10Minutes, c.P90Minutes, c.Side))
            .ShouldBe(CoverageState.Compute(after.Snapshot, RuleSet.Default, new Unsure(), 10).Comuni.Select(c => (c.P10Minutes, c.P90Minutes, c.Side)));
    }

    private static CoverageState State(ITravelSource travel) => CoverageState.Compute(
        TerritorySnapshot.Create(SmallTerritory.Content(Comuni, "H1 | hub | 000001 | R1 | -"), null, SmallTerritory.Day), RuleSet.Default, travel, 10);

    private sealed class Unsure : ITravelSource
    {
        public TravelSourceInfo Info { get; } = new("stima", "Prova.", 1, 2, "incerta");

        public TravelCost?[] Costs(IReadOnlyList<Place> from, IReadOnlyList<Place> to) => GridTravel.OneMinuteSteps.Costs(from, to);

        public TravelBand Band(in Place from, in Place to, TravelCost cost) => new(cost.Seconds * 4 / 5, cost.Seconds * 5 / 4);
    }
}
