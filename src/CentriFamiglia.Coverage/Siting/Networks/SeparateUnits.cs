namespace CentriFamiglia.Coverage.Siting.Networks;

/// <summary>
/// Units that have nothing to do with one another: no comune serves two of them, and no demand point could be nearer to sedi of two of
/// them. What is best for one part does not depend on the others, but for the networks, which are counted again over the whole.
/// </summary>
internal static class SeparateUnits
{
    /// <param name="units">Those that some option serves.</param>
    /// <returns>The units of each part, ascending; parts by their first unit.</returns>
    public static int[][] Of(ImmutableArray<CandidatePlace> options, IReadOnlyCollection<int> units)
    {
        var parts = new DisjointSets(units.Append(-1).Max() + 1);
        var unitOfPoint = new Dictionary<int, int>();
        foreach (CandidatePlace option in options.Where(o => !o.Units.IsEmpty))
        {
            foreach (int unit in option.Units)
                parts.Join(unit, option.Units[0]);
            foreach ((int point, _) in option.Nearer)
            {
                if (!unitOfPoint.TryAdd(point, option.Units[0]))
                    parts.Join(unitOfPoint[point], option.Units[0]);
            }
        }

        return [.. units.Order().GroupBy(parts.Root).Select(g => g.ToArray())];
    }
}
