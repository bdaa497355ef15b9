using System.Collections.Immutable;

namespace CentriFamiglia.Coverage.Siting.Ladder;

/// <summary>
/// How many pairs of units can share a sede. A comune lies in one Ambito and one Distretto, so that the fewest sedi for a set of units
/// are its units less the largest matching between Ambiti and Distretti that have a comune in common (Gallai 1959, edge covers).
/// </summary>
internal static class UnitPairs
{
    /// <param name="units">The units in question.</param>
    /// <param name="options">All options.</param>
    /// <param name="ofUnit">Options by unit.</param>
    public static int Most(int[] units, ImmutableArray<LadderOption> options, int[][] ofUnit)
    {
        HashSet<int> wanted = [.. units];
        var matched = new Dictionary<int, int>();
        int pairs = 0;
        foreach (int unit in units)
        {
            // Each pair is looked for from its lower unit: levels follow one another, so that lower ones are of the first level.
            if (Grow(unit, []))
                pairs++;
        }

        return pairs;

        bool Grow(int unit, HashSet<int> seen)
        {
            foreach (int other in ofUnit[unit].SelectMany(o => options[o].Units).Where(u => u > unit && wanted.Contains(u)).Distinct())
            {
                if (!seen.Add(other))
                    continue;
                if (!matched.TryGetValue(other, out int holder) || Grow(holder, seen))
                {
                    matched[other] = unit;
                    return true;
                }
            }

            return false;
        }
    }
}
