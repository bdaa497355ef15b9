namespace CentriFamiglia.Coverage.Siting.Solver.Plan;

/// <summary>
/// Which options to open so that the score is highest: each point counts the most that one open option gives it. At most
/// <see cref="Most"/> options, one at least in every area, no group above its number, no purse overspent, and the networks can take
/// them in. A maximal covering or p-median problem with the side constraints of the act.
/// </summary>
internal sealed record PlanProblem
{
    /// <summary>How many points.</summary>
    public required int Points { get; init; }

    /// <summary>For each option where its entries begin; one more at the end.</summary>
    public required int[] Start { get; init; }

    /// <summary>Point of each entry.</summary>
    public required int[] Point { get; init; }

    /// <summary>What the option gives that point; above zero.</summary>
    public required double[] Gain { get; init; }

    public required int Most { get; init; }

    /// <summary>For each option the area it serves, -1 for none. Areas do not overlap.</summary>
    public required int[] Area { get; init; }

    /// <summary>Every one must be served.</summary>
    public required int Areas { get; init; }

    /// <summary>Areas of a second kind, likewise.</summary>
    public required int[] Second { get; init; }

    public required int Seconds { get; init; }

    /// <summary>There are not options enough for all areas: each is served once at most, and none must be.</summary>
    public bool OncePerArea { get; init; }

    /// <summary>For each option its group (the ATS). An area lies in one group.</summary>
    public required int[] Group { get; init; }

    /// <summary>Most options of each group.</summary>
    public required int[] GroupMost { get; init; }

    /// <summary>Of each option, EUR; not negative.</summary>
    public required double[] Cost { get; init; }

    /// <summary>What each group may spend, and at the end all together, EUR; infinite where nothing limits it.</summary>
    public required double[] Purse { get; init; }

    /// <summary>How many of a set no network can take in.</summary>
    public required Func<IReadOnlyList<int>, int> NewHubs { get; init; }

    /// <summary>Whether it is proved that no networks take in all these options; null where nobody can say.</summary>
    public Func<IReadOnlyList<int>, bool>? TooMany { get; init; }

    /// <summary>No more options than this have a place in the networks at once.</summary>
    public int MostPlaces { get; init; } = int.MaxValue;

    /// <summary>Most that no network takes in; fewer are always better.</summary>
    public required int MostNewHubs { get; init; }

    /// <summary>What <see cref="NewHubs"/> counts by; null where networks do not matter.</summary>
    public required PlanNetworks? Networks { get; init; }

    /// <summary>No set that keeps the constraints has fewer.</summary>
    public int FewestNewHubs { get; init; }

    /// <summary>Options that every set must hold.</summary>
    public ImmutableArray<int> Fixed { get; init; } = [];

    public int Options => Area.Length;

    /// <summary>Whether any purse has a bottom.</summary>
    public bool HasPurses => Purse.Any(double.IsFinite);

    /// <summary>The same where any sede is its own network: no set of the problem scores more than the best of this.</summary>
    public PlanProblem WithoutNetworks() => this with
    {
        NewHubs = _ => 0,
        TooMany = null,
        MostPlaces = int.MaxValue,
        MostNewHubs = int.MaxValue,
        Networks = null,
        FewestNewHubs = 0,
    };

    /// <summary>What a set gives all points together.</summary>
    public double Score(IReadOnlyList<int> set) => Score(set, new double[Points]);

    /// <param name="set">Options.</param>
    /// <param name="best">Zero for every point; becomes what the set gives it.</param>
    public double Score(IReadOnlyList<int> set, double[] best)
    {
        double sum = 0;
        foreach (int option in set)
        {
            for (int e = Start[option]; e < Start[option + 1]; e++)
            {
                if (Gain[e] > best[Point[e]])
                {
                    sum += Gain[e] - best[Point[e]];
                    best[Point[e]] = Gain[e];
                }
            }
        }

        return sum;
    }

    /// <summary>Whether a set keeps every constraint but that of the networks.</summary>
    public bool Allows(IReadOnlyList<int> set) => new PlanRoom(this, set).Holds;
}

/// <summary>What a set is worth: fewer new Hubs first, then a higher score.</summary>
/// <param name="NewHubs">That no network can take in.</param>
/// <param name="Score">See <see cref="PlanProblem.Score(IReadOnlyList{int})"/>.</param>
internal readonly record struct PlanValue(int NewHubs, double Score) : IComparable<PlanValue>
{
    public static PlanValue None { get; } = new(int.MaxValue, double.NegativeInfinity);

    public int CompareTo(PlanValue other) => NewHubs != other.NewHubs ? other.NewHubs.CompareTo(NewHubs) : Score.CompareTo(other.Score);
}
