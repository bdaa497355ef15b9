namespace CentriFamiglia.Coverage.Siting.Solver.Plan;

/// <summary>The best set known, and those as good; of equals the first in order of input is the best.</summary>
internal sealed class PlanIncumbent
{
    public const int MostAlternates = 5;

    public ImmutableArray<int>? Set { get; private set; }

    public PlanValue Value { get; private set; } = PlanValue.None;

    /// <summary>Other sets of the same value, at most five.</summary>
    public List<ImmutableArray<int>> Alternates { get; } = [];

    /// <summary>Whether more of the same value were seen than are kept.</summary>
    public bool More { get; private set; }

    public void Offer(IEnumerable<int> options, PlanValue value)
    {
        int compared = Set is null ? 1 : value.CompareTo(Value);
        if (compared < 0)
            return;
        ImmutableArray<int> set = [.. options.Order()];
        if (compared > 0)
        {
            (Set, Value) = (set, value);
            Alternates.Clear();
            More = false;
        }
        else if (!set.SequenceEqual(Set!.Value) && !Alternates.Any(a => a.SequenceEqual(set)))
        {
            bool first = Earlier(set, Set.Value);
            Alternates.Add(first ? Set.Value : set);
            Set = first ? set : Set;
            More |= Alternates.Count > MostAlternates;
            if (Alternates.Count > MostAlternates)
                Alternates.RemoveAt(MostAlternates);
        }
    }

    private static bool Earlier(ImmutableArray<int> a, ImmutableArray<int> b)
    {
        int differs = a.Zip(b).Select(p => p.First.CompareTo(p.Second)).FirstOrDefault(c => c != 0);
        return differs != 0 ? differs < 0 : a.Length < b.Length;
    }
}
