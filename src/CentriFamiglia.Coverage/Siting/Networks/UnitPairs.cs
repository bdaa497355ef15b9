namespace CentriFamiglia.Coverage.Siting.Networks;

/// <summary>
/// Pairs of units that can share a sede. A comune lies in one Ambito and one Distretto, so that the fewest sedi for a set of units are
/// its units less the largest matching between Ambiti and Distretti that have a comune in common (Gallai 1959, edge covers).
/// <para>
/// Each Ambito in turn looks for a free Distretto; where all of its own are held, it asks each holder whether that one can move on to
/// another, and so forth: an augmenting path. A matching is largest when no such path is left (Berge 1957), and an Ambito that finds none
/// now will find none later.
/// </para>
/// </summary>
internal static class UnitPairs
{
    /// <summary>A largest matching: the units of each pair, the lower first.</summary>
    /// <param name="units">The units in question, ascending.</param>
    public static ImmutableArray<(int Lower, int Upper)> Of(IReadOnlyCollection<int> units, ImmutableArray<CandidatePlace> options)
    {
        HashSet<int> wanted = [.. units];
        ILookup<int, int> shared = options
            .SelectMany(o => o.Units.SelectMany(a => o.Units.Where(b => b > a).Select(b => (a, b)))).Distinct().ToLookup(p => p.a, p => p.b);
        var matched = new Dictionary<int, int>();
        foreach (int unit in units)
        {
            // Each pair is looked for from its lower unit: levels follow one another, so that lower ones are of the first level.
            Grow(unit, []);
        }

        return [.. matched.Select(m => (m.Value, m.Key)).Order()];

        bool Grow(int unit, HashSet<int> seen)
        {
            foreach (int other in shared[unit].Where(wanted.Contains))
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
