using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access;

namespace CentriFamiglia.Coverage.Siting.Ladder;

/// <summary>The best set for all units, put together from the best of each part.</summary>
/// <param name="Chosen">Positions among the options, ascending.</param>
/// <param name="Proved">Whether it is proved best in every respect, the new Hubs included.</param>
/// <param name="FewestSedi">No set that serves as many units has fewer sedi; null when that is not known.</param>
/// <param name="Alternates">Other sets of the same value, at most five.</param>
/// <param name="AlternatesComplete">Whether there are no more.</param>
/// <param name="Nodes">Of all search trees.</param>
internal sealed record LadderResult(
    ImmutableArray<int> Chosen, bool Proved, int? FewestSedi, ImmutableArray<ImmutableArray<int>> Alternates, bool AlternatesComplete, int Nodes)
{
    private const int MostAlternates = 5;

    public static LadderResult Of(CoverageState state, LadderModel model, int units, int most, int mostNodes, Func<bool> stop)
    {
        int[][] parts = LadderParts.Of(model.Options, units);
        // Where there are not sedi enough for all units, what one part gets another lacks: then all are one.
        if (most < units)
            parts = [[.. Enumerable.Range(0, units)]];
        LadderSearch[] searches = [.. parts.Select(part => new LadderSearch(model.Options, part, most, new LadderPoints(state.Points, model.Options), model.Reach.Networks, mostNodes, stop))];
        foreach (LadderSearch search in searches)
            search.Run();
        ImmutableArray<int> chosen = [.. searches.SelectMany(s => s.Best ?? []).Order()];
        int hubs = model.Reach.Networks.Assign([.. chosen.Select(o => model.Options[o])]).Count(h => h < 0);
        bool together = hubs == searches.Sum(s => s.Value.Hubs);
        bool proved = searches.All(s => s.Proved);
        ImmutableArray<ImmutableArray<int>> alternates =
            [.. searches.SelectMany(s => s.Alternates.Select(a => chosen.Except(s.Best!.Value).Concat(a).Order().ToImmutableArray())).Take(MostAlternates)];
        bool complete = proved && together && searches.Count(s => s.Alternates.Count > 0) <= 1 && !searches.Any(s => s.MoreAlternates);
        return new LadderResult(chosen, proved && together, proved || most >= units ? FewestOf(model, parts, chosen.Length) : null, alternates, complete, searches.Sum(s => s.Nodes));
    }

    /// <summary>Units less the pairs that can share a sede: a bound that needs no search.</summary>
    private static int FewestOf(LadderModel model, int[][] parts, int chosen)
    {
        int[] all = [.. parts.SelectMany(p => p).Where(u => model.Options.Any(o => o.Units.Contains(u)))];
        int[][] ofUnit = [.. Enumerable.Range(0, all.DefaultIfEmpty(-1).Max() + 1).Select(u => Enumerable.Range(0, model.Options.Length).Where(o => model.Options[o].Units.Contains(u)).ToArray())];
        return Math.Min(chosen, all.Length - UnitPairs.Most(all, model.Options, ofUnit));
    }
}
