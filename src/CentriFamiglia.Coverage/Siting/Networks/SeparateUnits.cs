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
        int[] parent = [.. Enumerable.Range(0, units.Append(-1).Max() + 1)];
        var unitOfPoint = new Dictionary<int, int>();
        foreach (CandidatePlace option in options.Where(o => !o.Units.IsEmpty))
        {
            foreach (int unit in option.Units)
                Join(unit, option.Units[0]);
            foreach ((int point, _) in option.Nearer)
            {
                if (!unitOfPoint.TryAdd(point, option.Units[0]))
                    Join(unitOfPoint[point], option.Units[0]);
            }
        }

        return [.. units.Order().GroupBy(Root).Select(g => g.ToArray())];

        int Root(int unit)
        {
            while (parent[unit] != unit)
                unit = parent[unit] = parent[parent[unit]];
            return unit;
        }

        void Join(int a, int b) => parent[Math.Max(Root(a), Root(b))] = Math.Min(Root(a), Root(b));
    }
}
