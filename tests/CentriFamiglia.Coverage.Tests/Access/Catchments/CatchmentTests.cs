using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Access.Catchments;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Access.Catchments;

public class CatchmentTests
{
    private const double Exact = 1e-9;

    /// <summary>Each point asks every sede by itself.</summary>
    [Fact]
    public void Everybody_goes_to_the_first_of_the_nearest_and_nobody_twice() => RandomTerritory.Holds(random =>
    {
        CoverageState state = State(random);
        ImmutableArray<PointTrips> trips = PointTrips.Of(state);
        Dictionary<SiteId, CatchmentLoad> loads = CatchmentLoad.By<SiteId>(state, trips, s => s.Site.Id);

        loads.Keys.Order().ShouldBe(state.Snapshot.Sites.Select(s => s.Site.Id));
        (loads.Values.Sum(l => l.Residents) + trips.Where(t => t.Point.Nearest is null).Sum(t => t.Residents)).ShouldBe(trips.Sum(t => t.Residents), Exact);
        foreach (ActiveSite site in state.Snapshot.Sites)
        {
            CatchmentLoad load = loads[site.Site.Id];
            PlacedDemand[] coming = [.. state.Snapshot.Demand.Where(d => Known.Point(state, d) && Choice(state, d, _ => true) == site.Site.Id)];
            load.Residents.ShouldBe(coming.Sum(d => d.Point.Residents), Exact);
            load.Comuni.ShouldBe(coming.Length);
            load.OwnAts.ShouldBe(Sum(state, site, (d, s) => AtsOf(state, d) is { } ats && s.Ats == ats), Exact);
            load.Territory.ShouldBe(Sum(state, site, (d, s) => Serves(state, s, d)), Exact);
            load.Tied.ShouldBe(coming.Where(d => state.Snapshot.Sites.Count(s => Seconds(state, d, s) == Seconds(state, d, site)) > 1).Sum(d => d.Point.Residents), Exact);
            load.FromOtherAts.ShouldBe(coming.Where(d => AtsOf(state, d) is { } ats && site.Ats is { } own && ats != own).Sum(d => d.Point.Residents), Exact);
            (load.MeanMinutes ?? 0).ShouldBe(load.Residents > 0 ? coming.Sum(d => d.Point.Residents * Seconds(state, d, site)) / load.Residents / 60 : 0, Exact);
        }
    });

    [Fact]
    public void Loads_of_networks_and_flows_between_areas_hold_the_same_residents() => RandomTerritory.Holds(random =>
    {
        CoverageState state = State(random);
        ImmutableArray<PointTrips> trips = PointTrips.Of(state);
        Dictionary<SiteId, CatchmentLoad> sites = CatchmentLoad.By<SiteId>(state, trips, s => s.Site.Id);

        foreach ((NetworkId id, CatchmentLoad load) in CatchmentLoad.By(state, trips, s => s.Site.Network))
        {
            CatchmentLoad[] own = [.. state.Snapshot.Sites.Where(s => s.Site.Network == id).Select(s => sites[s.Site.Id])];
            load.Residents.ShouldBe(own.Sum(l => l.Residents), Exact);
            load.OwnAts.ShouldBe(own.Sum(l => l.OwnAts), Exact);
            (load.Hours ?? 0).ShouldBe(own.Sum(l => l.Hours ?? 0), Exact);
        }

        foreach (AreaLevel level in new[] { AreaLevel.Ambito, AreaLevel.Ats })
        {
            ImmutableArray<Flow> flows = Flow.Between(state, trips, level);
            foreach (TerritoryUnit unit in state.Snapshot.Units(level))
                flows.Where(f => f.From == unit).Sum(f => f.Residents).ShouldBe(unit.Comuni.Where(c => Known.Comune(state, c)).Sum(c => state.Snapshot.Comuni[c].Residents ?? 0),
                    Exact);
            flows.ShouldAllBe(f => f.Residents >= 0 && (f.To != null || f.MeanMinutes == null));
        }
    });

    [Theory]
    [InlineData("", null, null)]
    [InlineData("Mo-Fr 09:00-12:00", 15.0, 2.0)]
    [InlineData("su richiesta", null, null)]
    [InlineData("off", 0.0, null)]
    public void Residents_per_hour_are_given_only_where_there_are_hours(string hours, double? read, double? perHour)
    {
        TerritoryContent content = SmallTerritory.Content("000001 | A | 0 | 0 | 30 | A | Nord | D | X", "H1 | hub | 000001 | R1 | -");
        content = content with { SiteSets = [content.SiteSets[0] with { Sites = [content.SiteSets[0].Sites[0] with { OpeningHours = hours.Length == 0 ? null : hours }] }] };
        CatchmentLoad load = Only(content);

        (load.Hours, load.ResidentsPerHour).ShouldBe((read, perHour));
    }

    [Fact]
    public void Families_follow_the_residents_and_are_not_known_where_a_comune_has_none()
    {
        TerritoryContent content = SmallTerritory.Content("000001 | A | 0 | 0 | 30 | A | Nord | D | X\n000002 | B | 1 | 0 | 10 | A | Nord | D | X", "H1 | hub | 000001 | R1 | -");

        Only(content with { Comuni = [.. content.Comuni.Select(c => c with { Families = c.Residents / 2 })] }).Families.ShouldBe(20);
        Only(content).Families.ShouldBeNull();
    }

    [Fact]
    public void Equal_times_go_to_the_first_id_and_are_counted_as_tied()
    {
        CoverageState state = SmallTerritory.State("000001 | A | 0 | 0 | 10 | A | Nord | D | X\n000002 | B | 2 | 0 | 0 | A | Nord | D | X\n000003 | C | 1 | 0 | 7 | A | Nord | D "
            + "| X", "B | hub | 000001 | R1 | -\nA | hub | 000002 | R2 | -");
        Dictionary<SiteId, CatchmentLoad> loads = CatchmentLoad.By<SiteId>(state, PointTrips.Of(state), s => s.Site.Id);

        (loads[new SiteId("A")].Residents, loads[new SiteId("A")].Tied).ShouldBe((7, 7));
        (loads[new SiteId("B")].Residents, loads[new SiteId("B")].Tied).ShouldBe((10, 0));
    }

    private static CatchmentLoad Only(TerritoryContent content)
    {
        var state = CoverageState.Compute(TerritorySnapshot.Create(content, null, SmallTerritory.Day), RuleSet.Default, GridTravel.OneMinuteSteps);
        return CatchmentLoad.By<SiteId>(state, PointTrips.Of(state), s => s.Site.Id).Values.Single();
    }

    private static CoverageState State(Random random) => CoverageState.Compute(RandomTerritory.Snapshot(random), RuleSet.Default, GridTravel.OneMinuteSteps);

    private static int Seconds(CoverageState state, PlacedDemand demand, ActiveSite site) => state.Travel.Costs([state.PlaceOf(demand)], [state.PlaceOf(site)])[0]!.Value.Seconds;

    private static SiteId? Choice(CoverageState state, PlacedDemand demand, Func<ActiveSite, bool> counts) =>
        state.Snapshot.Sites.Where(counts).OrderBy(s => Seconds(state, demand, s)).ThenBy(s => s.Site.Id).FirstOrDefault()?.Site.Id;

    private static double Sum(CoverageState state, ActiveSite site, Func<PlacedDemand, ActiveSite, bool> counts) =>
        state.Snapshot.Demand.Where(d => Known.Point(state, d) && Choice(state, d, s => counts(d, s)) == site.Site.Id).Sum(d => d.Point.Residents);

    private static string? AtsOf(CoverageState state, PlacedDemand demand) => state.Snapshot.MembershipOf(demand.Point.Comune)?.Ats;

    private static bool Serves(CoverageState state, ActiveSite site, PlacedDemand demand)
    {
        ActiveSite leader = state.Snapshot.Sites.FirstOrDefault(s => s.Site.Role == SiteRole.Hub && s.Site.Network == site.Site.Network) ?? site;
        string? ambito = state.Snapshot.MembershipOf(demand.Point.Comune)?.Ambito;
        return ambito is not null && (leader.Site.DeclaredAmbiti.IsEmpty ? leader.Membership?.Ambito == ambito
            : leader.Site.DeclaredAmbiti.Contains(ambito, StringComparer.Ordinal));
    }
}
