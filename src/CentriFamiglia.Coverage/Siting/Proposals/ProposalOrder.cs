using CentriFamiglia.Coverage.Siting.Networks;

namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>The order in which proposals are worth opening, each judged with those before it open, and those without which the goal loses nothing.</summary>
internal static class ProposalOrder
{
    /// <summary>Positions of the proposals that the goal needs, ascending: each of the others can be left out, all together, and nothing is lost.</summary>
    /// <param name="standing">The sedi of today.</param>
    /// <param name="isLoss">Whether residents within their limit, and resident-seconds saved, are a loss to the goal.</param>
    public static int[] Needed(DemandScore standing, IReadOnlyList<CandidatePlace> chosen, Func<(double Within, double Saved), bool> isLoss)
    {
        List<int> kept = [.. Enumerable.Range(0, chosen.Count)];
        foreach (int at in kept.OrderBy(i => standing.Gain(chosen[i].Nearer)).ThenByDescending(i => i).ToArray())
        {
            DemandScore others = standing.With(kept.Where(i => i != at).Select(i => chosen[i]));
            bool aloneInUnit = chosen[at].Units.Any(u => !kept.Any(i => i != at && chosen[i].Units.Contains(u)));
            if (!aloneInUnit && !isLoss(others.Gain(chosen[at].Nearer)))
                kept.Remove(at);
        }

        return [.. kept];
    }

    /// <summary>For each proposal its place, from 1: those that the goal needs first; among them what adds most to those before it.</summary>
    /// <param name="needed">Of <see cref="Needed"/>.</param>
    /// <param name="cover">Whether residents within their limit count before time.</param>
    public static int[] Ranks(DemandScore standing, IReadOnlyList<CandidatePlace> chosen, IReadOnlyCollection<int> needed, bool cover)
    {
        int[] ranks = new int[chosen.Count];
        List<int> left = [.. Enumerable.Range(0, chosen.Count)];
        for (int rank = 1; left.Count > 0; rank++)
        {
            DemandScore open = standing.With(Enumerable.Range(0, chosen.Count).Except(left).Select(i => chosen[i]));
            int next = left
                .Select(i => (Index: i, Gain: open.Gain(chosen[i].Nearer)))
                .OrderByDescending(i => needed.Contains(i.Index)).ThenByDescending(i => cover ? i.Gain.Within : 0).ThenByDescending(i => i.Gain.Saved).ThenBy(i => i.Index)
                .First().Index;
            ranks[next] = rank;
            left.Remove(next);
        }

        return ranks;
    }
}
