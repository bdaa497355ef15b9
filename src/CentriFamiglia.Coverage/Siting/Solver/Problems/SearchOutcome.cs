namespace CentriFamiglia.Coverage.Siting.Solver.Problems;

/// <summary>The outcome of a search for the choices of least value.</summary>
/// <param name="Value">The best value; past what is of use when there is none.</param>
/// <param name="Bound">No choice has a lesser value.</param>
/// <param name="Optima">Choices of the best value, each ascending, in order of input; none when none was found.</param>
/// <param name="Complete">There are no others.</param>
/// <param name="Nodes">Nodes of the search.</param>
internal sealed record SearchOutcome(double Value, double Bound, IReadOnlyList<int[]> Optima, bool Complete, int Nodes)
{
    /// <summary>The result of a search whose value is the objective.</summary>
    public LocationResult ToResult() => new()
    {
        Status = Bound >= Value ? LocationStatus.Optimal : LocationStatus.Feasible,
        Objective = Value,
        Bound = Math.Max(0, Bound),
        Sites = [.. Optima[0]],
        Alternates = [.. Optima.Skip(1).Take(LocationResult.MostAlternates).Select(sites => sites.ToImmutableArray())],
        AlternatesComplete = Complete,
        Nodes = Nodes,
    };
}
