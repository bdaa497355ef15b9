namespace CentriFamiglia.Coverage.Siting.Solver.Problems;

/// <summary>What the reduced costs of a relaxation prove of single sites.</summary>
/// <param name="CutIn">Reduced cost of the chosen site that another would push out.</param>
/// <param name="CutOut">Reduced cost of the site that would come in for one that is pushed out.</param>
internal readonly record struct ReducedCosts(double CutIn, double CutOut)
{
    /// <summary>Fixes every free site whose change of state alone lifts the bound over the threshold.</summary>
    /// <param name="state">In and out: one a site.</param>
    /// <param name="chosen">Whether the relaxation opens the site.</param>
    /// <param name="costs">Its reduced cost.</param>
    /// <param name="bound">Of the relaxation.</param>
    /// <param name="threshold">No choice whose bound is above it is wanted.</param>
    public void Fix(Span<SiteState> state, bool[] chosen, double[] costs, double bound, double threshold)
    {
        for (int j = 0; j < state.Length; j++)
        {
            if (state[j] != SiteState.Free)
                continue;
            if (chosen[j] && bound - costs[j] + CutOut > threshold)
                state[j] = SiteState.Open;
            else if (!chosen[j] && bound + costs[j] - CutIn > threshold)
                state[j] = SiteState.Closed;
        }
    }
}
