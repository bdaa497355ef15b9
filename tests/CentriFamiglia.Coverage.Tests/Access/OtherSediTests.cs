using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Access;

/// <summary>A state with other sedi, computed by what they change, is the one computed from nothing.</summary>
public class OtherSediTests
{
    [Fact]
    public void Any_list_of_sedi_gives_what_computing_everything_anew_gives() => RandomTerritory.Holds(random =>
    {
        CoverageState state = CoverageState.Compute(RandomTerritory.Snapshot(random), RuleSet.Default, GridTravel.OneMinuteSteps);
        for (int step = 0; step < 4; step++)
        {
            SiteSet next = Changed(random, state.Snapshot);
            CoverageState changed = state.WithSet(next);
            Told(changed).ShouldBe(Told(FromNothing(state, next)));
            state = changed;
        }
    });

    [Fact]
    public void Whatever_was_known_may_be_kept() => RandomTerritory.Holds(random =>
    {
        CoverageState state = CoverageState.Compute(RandomTerritory.Snapshot(random), RuleSet.Default, GridTravel.OneMinuteSteps);
        SiteSet first = Changed(random, state.Snapshot), second = Changed(random, state.WithSet(first).Snapshot);
        CoverageState kept = state.WithSet(first, state.Known).WithSet(second);

        Told(kept).ShouldBe(Told(FromNothing(state, second)));
        // The same list computed from nothing, and then told what is known.
        Told(state.WithSet(first, state.Known)).ShouldBe(Told(FromNothing(state, first).WithSet(first, state.Known)));
    });

    [Fact]
    public void One_sede_that_closes_in_Lombardia_gives_what_computing_everything_anew_gives()
    {
        CoverageState state = Shipped.State;
        SiteSet next = state.Snapshot.Set with { Sites = [.. state.Snapshot.Set.Sites.Select(s => s.Id.Value == "BG01-S1" ? s with { Status = SiteStatus.Closed } : s)] };

        Told(state.WithSet(next)).ShouldBe(Told(FromNothing(state, next)));
    }

    [Fact]
    public void What_rests_on_no_sede_is_shared_and_travel_is_asked_for_the_new_place_alone()
    {
        var travel = new GridTravel();
        TerritorySnapshot snapshot = SmallTerritory.Snapshot(
            """
            000001 | Alfa  |  0 | 0 | 100 | A | Nord | D1 | Est
            000002 | Beta  | 10 | 0 | 200 | A | Nord | D1 | Est
            000003 | Gamma | 21 | 0 | 300 | A | Nord | D2 | Ovest
            """,
            "H1 | hub | 000001 | R1 | -");
        CoverageState state = CoverageState.Compute(snapshot, RuleSet.Default, travel);
        state.Comuni.Length.ShouldBe(3);
        int asked = travel.PairsAsked;
        SiteSet set = state.Snapshot.Set;
        Site added = set.Sites[0] with { Id = new SiteId("S9"), Role = SiteRole.Spoke, Comune = new ComuneCode("000003"), Lon = snapshot.Comuni[2].Seat!.Lon };
        CoverageState changed = state.WithSet(set with { Sites = [.. set.Sites, added] });

        (travel.PairsAsked - asked).ShouldBe(3);
        changed.Snapshot.Comuni.ShouldBe(state.Snapshot.Comuni);
        changed.Comuni[0].ShouldBeSameAs(state.Comuni[0]);
        changed.Comuni[2].Minutes.ShouldBe(0);
        changed.Snapshot.Sites[0].ShouldBeSameAs(state.Snapshot.Sites[0]);
        changed.Snapshot.Hash.ShouldBe(FromNothing(state, changed.Snapshot.Set).Snapshot.Hash);
    }

    private static CoverageState FromNothing(CoverageState state, SiteSet set) => CoverageState.Compute(
        TerritorySnapshot.Create(state.Snapshot.Content.With(set), set.Name, state.Snapshot.AsOf), state.Rules, state.Travel, state.LimitMinutes);

    /// <summary>Some sedi close, move, change hours or role, come; the list may become complete for another ATS.</summary>
    internal static SiteSet Changed(Random random, TerritorySnapshot snapshot)
    {
        SiteSet set = snapshot.Set;
        List<Site> sites = [.. set.Sites.Where(_ => random.Next(6) > 0)
            .Select(s => random.Next(3) switch { 0 => Moved(s), 1 => s with { OpeningHours = "Mo 09:00-10:00" }, _ => s })];
        for (int i = random.Next(3); i > 0; i--)
        {
            string id = $"N{random.Next(1000)}";
            if (sites.TrueForAll(s => s.Id.Value != id))
                sites.Add(Moved(New(id)));
        }

        return set with
        {
            Sites = [.. sites.OrderBy(s => s.Id)],
            CompleteFor = random.Next(3) == 0 ? SiteSet.ListOf(snapshot.Units(AreaLevel.Ats).Where(_ => random.Next(2) == 0).Select(u => u.Name)) : set.CompleteFor,
        };

        Site New(string id) => new()
        {
            Id = new SiteId(id),
            Name = id,
            Role = (SiteRole)random.Next(3),
            Comune = snapshot.Comuni[0].Code,
            Lon = 0,
            Lat = 0,
            Network = set.Networks.Length > 0 ? set.Networks[0].Id : null,
        };

        Site Moved(Site site)
        {
            Comune to = snapshot.Comuni[random.Next(snapshot.Comuni.Length)];
            return site with { Comune = to.Code, Lon = to.Seat?.Lon ?? 0, Lat = to.Seat?.Lat ?? 0, Status = random.Next(5) == 0 ? SiteStatus.Planned : SiteStatus.Active };
        }
    }

    private static string Told(CoverageState state) => string.Join('\n',
    [
        .. state.Points.Select(p =>
            $"{p.Demand.Point.Id} {p.Nearest?.Site.Site.Id} {p.Nearest?.Cost} {p.NearestOwnAts?.Site.Site.Id} {p.NearestOwnAts?.Cost} {p.Beyond} {p.IsJudged} {p.Residents}"),
        .. state.Comuni.Select(c => $"{c with { Comune = null!, Nearest = null, NearestOwnAts = null }} {c.Comune.Code} {c.Nearest?.Site.Id} {c.NearestOwnAts?.Site.Id}"),
        .. Enum.GetValues<AreaLevel>().SelectMany(l => state.Gaps(l)).Select(g =>
            $"{g with { Known = null!, Curve = [] }} {g.Known.UpperBound} {g.Known.ComuniExcluded} {string.Join(' ', g.Known.Judged)} {string.Join(' ', g.Curve)}"),
        .. Enum.GetValues<AreaLevel>().SelectMany(l => state.Verdicts(l)).Select(v => $"{v with { Sites = [] }} {v.UpperBound} {string.Join(' ', v.Sites)}"),
        .. state.Findings.Select(f => $"{f}"),
        .. state.Combined.Select(c => $"{c.Ats} {c.ResidentsBoth} {c.ResidentsAmbitoOnly} {c.ResidentsDistrettoOnly} {c.ResidentsNeither} {c.ResidentsNotKnown}"),
        .. state.Snapshot.Notes.Select(n => $"{n}"),
    ]);
}
