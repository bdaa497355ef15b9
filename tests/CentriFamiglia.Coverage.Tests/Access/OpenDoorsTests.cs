using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Hours;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Access;

public class OpenDoorsTests
{
    /// <summary>Hours, and whether they are open on Tuesday at 17:30; null: it is not known.</summary>
    private static readonly (string? Hours, bool? Open)[] _hours =
    [
        ("Tu 17:00-18:00", true), ("mar 17:30-18:00", true), ("24/7", true), ("Mo 22:00-23:00, Tu 16-20", true),
        ("Tu 09:00-17:30", false), ("Mo 17:00-18:00", false), ("off", false),
        (null, null), ("su richiesta", null), ("PH 17:00-18:00", null), ("Tu 17:00-18:00; Aug off", null),
    ];

    /// <summary>Every point looked at alone, against a table that says which texts are open.</summary>
    [Fact]
    public void Only_doors_that_are_open_for_certain_count_and_the_uncertain_ones_are_set_apart() => RandomTerritory.Holds(random =>
    {
        TerritoryContent content = RandomTerritory.Content(random);
        SiteSet set = content.SiteSets[0];
        var open = new Dictionary<SiteId, bool?>();
        Site[] sites = [.. set.Sites.Select(s =>
        {
            (string? hours, bool? isOpen) = _hours[random.Next(_hours.Length)];
            open[s.Id] = isOpen;
            return s with { OpeningHours = hours };
        })];
        content = content with { SiteSets = [set with { Sites = [.. sites] }] };
        CoverageState state = CoverageState.Compute(TerritorySnapshot.Create(content, null, SmallTerritory.Day), RuleSet.Default, GridTravel.OneMinuteSteps);

        OpenDoors.Of(state, At("mar 17:30")).ShouldSatisfyAllConditions(
            doors => doors.Open.ShouldBe(open.Where(o => o.Value == true).Select(o => o.Key).Order()),
            doors => doors.Closed.ShouldBe(open.Where(o => o.Value == false).Select(o => o.Key).Order()),
            doors => doors.Uncertain.ShouldBe(open.Where(o => o.Value is null).Select(o => o.Key).Order()),
            doors => Seconds(doors.Certain).ShouldBe(Nearest(state, s => open[s.Site.Id] == true)),
            doors => Seconds(doors.Possible).ShouldBe(Nearest(state, s => open[s.Site.Id] != false)));
    });

    [Theory]
    [InlineData("mar 17:30", "mar", "17:30")]
    [InlineData("Mar 17:30", "mar", "17:30")]
    [InlineData("Martedì, alle 17.30", "mar", "17:30")]
    [InlineData("Tu 17:30", "mar", "17:30")]
    [InlineData(" sab 9 ", "sab", "09:00")]
    [InlineData("domenica ore 0:05", "dom", "00:05")]
    public void A_moment_is_a_day_and_a_time(string text, string day, string clock) => (At(text).Day, At(text).Clock).ShouldBe((day, clock));

    [Theory]
    [InlineData("17:30")]
    [InlineData("mar")]
    [InlineData("mar 24:00")]
    [InlineData("mar 9:60")]
    [InlineData("marzo 9")]
    [InlineData("")]
    public void Anything_else_is_none(string text) => WeekMoment.TryParse(text, out _).ShouldBeFalse();

    private static WeekMoment At(string text) => WeekMoment.TryParse(text, out WeekMoment moment) ? moment : throw new FormatException(text);

    private static int?[] Seconds(CoverageState state) => [.. state.Points.Select(p => p.Nearest?.Cost.Seconds)];

    private static int?[] Nearest(CoverageState state, Func<ActiveSite, bool> counts) =>
    [
        .. state.Snapshot.Demand.Select(d => !Known.Point(state, d) ? null : state.Snapshot.Sites.Where(counts)
            .Min(s => state.Travel.Costs([state.PlaceOf(d)], [state.PlaceOf(s)])[0]?.Seconds)),
    ];
}
