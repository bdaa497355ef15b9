using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Proposals;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Tests.Siting;

/// <summary>The same question by trying every set of comuni, each as a new state of the world.</summary>
internal sealed record EveryLadder(int Fewest, int Units, int WithoutNetwork, double Within, double SavedSeconds)
{
    /// <summary>Stands for a sede that is not reached.</summary>
    private const int FourHours = 4 * 3600;

    /// <param name="given">Comuni where a sede must be opened.</param>
    public static EveryLadder Of(CoverageState state, SuggestionLevel level, double reach, params int[] given)
    {
        AreaLevel[] levels = level switch
        {
            SuggestionLevel.Ambito => [AreaLevel.Ambito],
            SuggestionLevel.Distretto => [AreaLevel.Distretto],
            _ => [AreaLevel.Ambito, AreaLevel.Distretto],
        };
        TerritoryUnit[] units = [.. levels.SelectMany(l => state.Verdicts(l)).Where(v => v.Verdict is Verdict.Scoperto or Verdict.Competenza).Select(v => v.Unit)];
        int[] comuni = [.. units.SelectMany(u => u.Comuni).Union(given).Order()];
        EveryLadder? best = null;
        for (int set = 0; set < 1 << comuni.Length; set++)
        {
            int[] chosen = [.. comuni.Where((_, i) => (set & (1 << i)) != 0)];
            if (given.Except(chosen).Any() || !units.All(u => u.Comuni.Any(chosen.Contains)) || chosen.Length > (best?.Fewest ?? int.MaxValue))
                continue;
            var found = new EveryLadder(chosen.Length, units.Length, WithoutNetworkOf(state, chosen, reach), Gained(state, chosen), SavedByAll(state, chosen));
            if (best is null
                || (-found.Fewest, -found.WithoutNetwork, found.Within, found.SavedSeconds).CompareTo((-best.Fewest, -best.WithoutNetwork, best.Within, best.SavedSeconds)) > 0)
                best = found;
        }

        return best!;
    }

    /// <summary>Resident-seconds saved, also of those who reach no sede today.</summary>
    public static double SavedByAll(CoverageState state, IEnumerable<int> chosen) => state.Points.Zip(After(state, [.. chosen]).Points)
        .Where(p => p.First.IsCounted)
        .Sum(p => p.First.Demand.Point.Residents * (double)(Math.Min(p.First.Nearest?.Cost.Seconds ?? FourHours, FourHours)
            - Math.Min(p.Second.Nearest?.Cost.Seconds ?? FourHours, FourHours)));

    /// <summary>Most residents gained, or resident-minutes saved, by two comuni at most that networks of their ATS take in together.</summary>
    /// <param name="given">One of the two; null for any.</param>
    /// <returns>Below zero where there is no such pair.</returns>
    public static double BestPair(CoverageState state, double reach, bool cover, int? given = null)
    {
        int[] open = [.. Enumerable.Range(0, state.Snapshot.Comuni.Length)
            .Where(c => state.Snapshot.MembershipOf(state.Snapshot.Comuni[c].Code) is not null && WithoutNetworkOf(state, [c], reach) == 0)];
        double best = given is null ? 0 : -1;
        foreach (int a in open.Where(c => given is null || c == given))
        {
            foreach (int b in open.Where(b => WithoutNetworkOf(state, [.. new[] { a, b }.Distinct()], reach) == 0))
                best = Math.Max(best, cover ? Gained(state, [a, b]) : Saved(state, [a, b]));
        }

        return best;
    }

    private static double Gained(CoverageState state, int[] chosen) => state.Points.Zip(After(state, chosen).Points)
        .Where(p => p.First.Beyond is true && p.Second.Beyond is false).Sum(p => p.First.Demand.Point.Residents);

    private static double Saved(CoverageState state, int[] chosen) => state.Points.Zip(After(state, chosen).Points)
        .Where(p => p.First.Nearest is not null)
        .Sum(p => p.First.Demand.Point.Residents * (p.First.Nearest!.Value.Cost.Seconds - p.Second.Nearest!.Value.Cost.Seconds)) / 60;

    private static CoverageState After(CoverageState state, int[] chosen) =>
        SuggestionSolverTests.With(state, [.. chosen.Distinct().Select(c => state.Snapshot.Comuni[c])]);

    /// <summary>The fewest sedi without a Hub of their ATS within reach, over every way of joining; loads as the rule set has them.</summary>
    private static int WithoutNetworkOf(CoverageState state, int[] chosen, double reach)
    {
        ActiveSite[] hubs = [.. state.Snapshot.Sites.Where(s => s.Site.Role == SiteRole.Hub && s.Site.Network is not null)];
        int[] spokes = [.. hubs.Select(h => state.Snapshot.Sites.Count(s => s.Site.Role == SiteRole.Spoke && s.Site.Network == h.Site.Network))];
        List<string>[] ambiti = [.. hubs.Select(h => h.Site.DeclaredAmbiti.Append(h.Membership?.Ambito ?? "").Where(a => a.Length > 0).Select(AreaCode.From)
            .Distinct(StringComparer.Ordinal).ToList())];
        return Fewest(0);

        int Fewest(int at)
        {
            if (at == chosen.Length)
                return 0;
            Comune comune = state.Snapshot.Comuni[chosen[at]];
            Membership membership = state.Snapshot.MembershipOf(comune.Code)!;
            string ambito = string.IsNullOrWhiteSpace(membership.Ambito) ? "" : AreaCode.From(membership.Ambito);
            int best = 1 + Fewest(at + 1);
            for (int h = 0; h < hubs.Length; h++)
            {
                TravelCost? cost = state.Travel.Costs([new Place(comune.Seat!.Lon, comune.Seat.Lat, comune.Code, null)],
                    [new Place(hubs[h].Site.Lon, hubs[h].Site.Lat, hubs[h].Site.Comune, null)])[0];
                bool isNew = ambito.Length > 0 && !ambiti[h].Contains(ambito);
                if (hubs[h].Ats != membership.Ats || cost?.Within(reach) != true || spokes[h] >= state.Rules.Planning.MaxSpokesPerHub
                    || (isNew && ambiti[h].Count >= state.Rules.Planning.MaxAmbitiPerHub))
                    continue;
                spokes[h]++;
                if (isNew)
                    ambiti[h].Add(ambito);
                best = Math.Min(best, Fewest(at + 1));
                spokes[h]--;
                if (isNew)
                    ambiti[h].Remove(ambito);
            }

            return best;
        }
    }
}
