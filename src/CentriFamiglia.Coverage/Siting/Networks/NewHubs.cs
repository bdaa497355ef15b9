using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Siting.Networks;

/// <summary>
/// Which of the sedi that no network can take in become new Hubs, and which join them as their first Spokes: the fewest Hubs, then the
/// first in order. A new Hub has the limits of the others: reach, Spokes, Ambiti.
/// </summary>
internal static class NewHubs
{
    private const int MostAtOnce = 14;

    /// <param name="options">The sedi without a network, in order.</param>
    /// <param name="costs">From each to each, row-major; null where there is no trip.</param>
    /// <param name="reachMinutes">Inclusive.</param>
    /// <param name="mostSpokes">Of one Hub.</param>
    /// <param name="mostAmbiti">Of one Hub.</param>
    /// <returns>For each the position of its Hub; its own for a Hub.</returns>
    public static int[] Group(IReadOnlyList<CandidatePlace> options, TravelCost?[] costs, double reachMinutes, int mostSpokes, int mostAmbiti)
    {
        int[] hubOf = [.. Enumerable.Range(0, options.Count)];
        foreach (IGrouping<string, int> ats in hubOf.ToArray().GroupBy(i => options[i].Membership.Ats, StringComparer.Ordinal))
        {
            // More than this many in one ATS would be a region without Hubs: then each is its own, and says so.
            int[] members = [.. ats];
            if (members.Length <= MostAtOnce)
                Fewest(members);
        }

        return hubOf;

        void Fewest(int[] members)
        {
            foreach (int set in Enumerable.Range(1, (1 << members.Length) - 1).OrderBy(s => int.PopCount(s)).ThenBy(s => s))
            {
                int[] hubs = [.. members.Where((_, i) => (set & (1 << i)) != 0)];
                if (Join(members, hubs) is not { } joined)
                    continue;
                foreach ((int member, int hub) in joined)
                    hubOf[member] = hub;
                return;
            }
        }

        Dictionary<int, int>? Join(int[] members, int[] hubs)
        {
            Dictionary<int, int> joined = hubs.ToDictionary(h => h, h => h);
            foreach (int member in members.Except(hubs))
            {
                int hub = hubs.Where(h => Takes(joined, h, member)).OrderBy(h => costs[(member * options.Count) + h]!.Value.Seconds).ThenBy(h => h).FirstOrDefault(-1);
                if (hub < 0)
                    return null;
                joined[member] = hub;
            }

            return joined;
        }

        bool Takes(Dictionary<int, int> joined, int hub, int member)
        {
            int[] served = [.. joined.Where(j => j.Value == hub).Select(j => j.Key)];
            return costs[(member * options.Count) + hub] is { } cost && cost.Within(reachMinutes) && served.Length <= mostSpokes
                && served.Append(member).Select(i => AreaCode.From(options[i].Membership.Ambito ?? "")).Distinct(StringComparer.Ordinal).Count() <= mostAmbiti;
        }
    }
}
