namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>
/// What every option gives every point, for a <see cref="Solver.Plan.PlanProblem"/>. Points of one comune that have their options in the same order of
/// gain count as one: whatever is open, the best for one is the best for all of them, so that nothing changes but how many there are.
/// </summary>
/// <param name="options">How many.</param>
/// <param name="comuneOf">Of a point; points that share none are never one.</param>
internal sealed class PlanEntries(int options, Func<int, int> comuneOf)
{
    private readonly List<(int Option, int Point, double Gain)> _entries = [];

    /// <param name="option">Not before that of the last entry.</param>
    /// <param name="point">Any number.</param>
    /// <param name="gain">Above zero.</param>
    public void Add(int option, int point, double gain) => _entries.Add((option, point, gain));

    /// <summary>How many points there are, and by option where its entries begin, their points and gains. Only points that some option gives anything to.</summary>
    public (int Points, int[] Start, int[] Point, double[] Gain) Merged()
    {
        Dictionary<int, int> numbers = Numbers();
        var sums = new Dictionary<(int Option, int Point), int>(_entries.Count);
        (int[] start, List<int> point, List<double> gain) = (new int[options + 1], [], []);
        foreach ((int option, int at, double value) in _entries)
        {
            int number = numbers[at];
            if (sums.TryGetValue((option, number), out int entry))
            {
                gain[entry] += value;
                continue;
            }

            sums.Add((option, number), point.Count);
            point.Add(number);
            gain.Add(value);
            start[option + 1] = point.Count;
        }

        for (int j = 0; j < options; j++)
            start[j + 1] = Math.Max(start[j + 1], start[j]);
        return (numbers.Values.DefaultIfEmpty(-1).Max() + 1, start, [.. point], [.. gain]);
    }

    /// <summary>Of each point the number it has in the problem.</summary>
    private Dictionary<int, int> Numbers()
    {
        var ranked = new Dictionary<int, List<(int Option, double Gain)>>();
        foreach ((int option, int at, double value) in _entries)
        {
            if (!ranked.TryGetValue(at, out List<(int, double)>? list))
                ranked.Add(at, list = []);
            list.Add((option, value));
        }

        (Dictionary<Order, int> known, Dictionary<int, int> numbers) = ([], new(ranked.Count));
        foreach ((int at, List<(int Option, double Gain)> list) in ranked)
        {
            list.Sort((a, b) => b.Gain.CompareTo(a.Gain) is not 0 and var byGain ? byGain : a.Option.CompareTo(b.Option));
            var order = new Order(comuneOf(at), [.. list.Select(o => o.Option)]);
            if (!known.TryGetValue(order, out int number))
                known.Add(order, number = known.Count);
            numbers.Add(at, number);
        }

        return numbers;
    }

    /// <summary>The options of a point from the best on.</summary>
    private sealed record Order(int Comune, int[] Options)
    {
        public bool Equals(Order? other) => other is not null && Comune == other.Comune && Options.AsSpan().SequenceEqual(other.Options);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(Comune);
            foreach (int option in Options)
                hash.Add(option);
            return hash.ToHashCode();
        }
    }
}
