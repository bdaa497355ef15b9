namespace CentriFamiglia.Coverage.Siting.Solver.Plan;

/// <summary>A part of the search: what is decided, and the prices of its bound.</summary>
internal sealed class PlanNode(PlanProblem problem)
{
    /// <summary>For each option: 0 open, 1 in, 2 out.</summary>
    public byte[] State { get; private init; } = new byte[problem.Options];

    /// <summary>Of each point, at least what those that are in give it.</summary>
    public double[] Price { get; private init; } = new double[problem.Points];

    /// <summary>What those that are in give each point.</summary>
    public double[] Floor { get; private init; } = new double[problem.Points];

    /// <summary>What serving each area of the second kind is worth.</summary>
    public double[] Second { get; private init; } = new double[problem.Seconds];

    /// <summary>Score for each EUR of a purse.</summary>
    public double[] Rate { get; private init; } = new double[problem.Purse.Length];

    /// <summary>Price of a place for a Spoke in each network, and at the end that of a new Hub.</summary>
    public double[] Spoke { get; private init; } = new double[problem.Networks?.SpokeRoom.Length + 1 ?? 0];

    /// <summary>Price of a place for an Ambito in each network.</summary>
    public double[] Ambito { get; private init; } = new double[problem.Networks?.SpokeRoom.Length ?? 0];

    /// <summary>No set of this part scores more.</summary>
    public double Bound { get; set; } = double.PositiveInfinity;

    /// <summary>Every set of this part has so many new Hubs at least.</summary>
    public int NewHubs { get; set; }

    public int[] In => [.. Enumerable.Range(0, State.Length).Where(j => State[j] == 1)];

    public PlanNode Copy() => new(problem)
    {
        State = (byte[])State.Clone(),
        Price = (double[])Price.Clone(),
        Floor = (double[])Floor.Clone(),
        Second = (double[])Second.Clone(),
        Rate = (double[])Rate.Clone(),
        Spoke = (double[])Spoke.Clone(),
        Ambito = (double[])Ambito.Clone(),
        Bound = Bound,
        NewHubs = NewHubs,
    };

    /// <summary>Takes the prices of another node.</summary>
    public void TakePrices(PlanNode from)
    {
        from.Price.CopyTo(Price, 0);
        from.Second.CopyTo(Second, 0);
        from.Rate.CopyTo(Rate, 0);
        from.Spoke.CopyTo(Spoke, 0);
        from.Ambito.CopyTo(Ambito, 0);
    }

    public void Exclude(int option) => State[option] = 2;

    public void Include(int option)
    {
        State[option] = 1;
        for (int e = problem.Start[option]; e < problem.Start[option + 1]; e++)
        {
            int point = problem.Point[e];
            Floor[point] = Math.Max(Floor[point], problem.Gain[e]);
            Price[point] = Math.Max(Price[point], Floor[point]);
        }
    }
}
