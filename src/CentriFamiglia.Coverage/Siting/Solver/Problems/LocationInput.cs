namespace CentriFamiglia.Coverage.Siting.Solver.Problems;

/// <summary>A problem whose parts were checked against each other, with the state every site starts in.</summary>
internal sealed record LocationInput(LocationProblem Problem, SiteState[] Start)
{
    public int DemandCount => Problem.Costs.Demands.Length;

    public int SiteCount => Problem.Costs.Sites.Length;

    /// <summary>Sites that are open or may be opened.</summary>
    public int Permitted { get; } = Start.Count(state => state != SiteState.Closed);

    /// <summary>What rounding errors are measured by: the most that a choice may cost (p-median, p-center) or cover.</summary>
    public double Scale { get; } = ScaleOf(Problem);

    public static LocationInput Check(LocationProblem problem)
    {
        CostMatrix costs = problem.Costs;
        if (costs.Demands.IsEmpty)
            throw new CoverageInputException("Non c'è nessuna domanda: il problema è vuoto.");
        if (problem.Weights.Length != costs.Demands.Length)
            throw new CoverageInputException($"I pesi sono {problem.Weights.Length}, le domande {costs.Demands.Length}: devono essere tanti quante.");
        for (int i = 0; i < problem.Weights.Length; i++)
        {
            if (!double.IsFinite(problem.Weights[i]) || problem.Weights[i] < 0)
                throw new CoverageInputException($"Il peso di «{costs.Demands[i]}» è {problem.Weights[i]}: deve essere un numero finito, non negativo.");
        }

        if (costs.Sites.IsEmpty)
            throw new CoverageInputException("Non c'è nessuna sede candidata.");
        CheckLimit(problem);
        var start = new SiteState[costs.Sites.Length];
        foreach (int site in problem.Forbidden)
            start[site] = SiteState.Closed;
        foreach (int site in problem.Fixed)
        {
            if (start[site] == SiteState.Closed)
                throw new CoverageInputException($"La sede «{costs.Sites[site]}» è insieme fissata e vietata.");
            start[site] = SiteState.Open;
        }

        CheckCount(problem, start);
        CheckAllocation(problem);
        var input = new LocationInput(problem, start);
        // Beyond it the figures could not be told apart, or would be infinite.
        if (!(input.Scale < 1e300))
            throw new CoverageInputException("I costi e i pesi sono troppo grandi: cambiare unità di misura.");
        return input;
    }

    /// <summary>Demands that no permitted site reaches (within the limit, where there is one), or fewer than each goes to.</summary>
    public ImmutableArray<int> Unreachable() => [.. Enumerable.Range(0, DemandCount).Where(i => Reached(i) < Problem.Nearest)];

    /// <summary>How many permitted sites reach a demand (within the limit).</summary>
    public int Reached(int demand)
    {
        double limit = Problem.Limit ?? double.PositiveInfinity;
        ReadOnlySpan<int> of = Problem.Costs.SitesOf(demand);
        ReadOnlySpan<double> costs = Problem.Costs.CostsOf(demand);
        int count = 0;
        for (int k = 0; k < of.Length && costs[k] <= limit; k++)
            count += Start[of[k]] != SiteState.Closed ? 1 : 0;
        return count;
    }

    /// <summary>Permitted sites that reach a demand (within the limit), ascending.</summary>
    public int[] Reaching(int demand, double? within = null)
    {
        double limit = within ?? Problem.Limit ?? double.PositiveInfinity;
        List<int> sites = [];
        ReadOnlySpan<int> of = Problem.Costs.SitesOf(demand);
        ReadOnlySpan<double> costs = Problem.Costs.CostsOf(demand);
        for (int k = 0; k < of.Length && costs[k] <= limit; k++)
        {
            if (Start[of[k]] != SiteState.Closed)
                sites.Add(of[k]);
        }

        sites.Sort();
        return [.. sites];
    }

    /// <summary>For each site whether it is one of these.</summary>
    public bool[] Choice(IEnumerable<int> sites)
    {
        bool[] open = new bool[SiteCount];
        foreach (int site in sites)
            open[site] = true;
        return open;
    }

    /// <summary>A p-median does not feel a demand without weight; the other problems serve it all the same.</summary>
    public bool MustBeServed(int demand) => Problem.Kind != LocationKind.PMedian || Problem.Weights[demand] > 0;

    private static double ScaleOf(LocationProblem problem)
    {
        (double sum, double most) = (0, 0);
        for (int i = 0; i < problem.Weights.Length; i++)
        {
            ReadOnlySpan<double> costs = problem.Costs.CostsOf(i);
            double largest = costs.Length > 0 ? costs[^1] : 0;
            most = Math.Max(most, largest);
            sum += problem.Kind == LocationKind.PMedian ? problem.Weights[i] * largest : problem.Weights[i];
        }

        return problem.Kind == LocationKind.PCenter ? most : sum;
    }

    private static void CheckLimit(LocationProblem problem)
    {
        bool covering = problem.Kind is LocationKind.MaximalCovering or LocationKind.SetCovering or LocationKind.SetCoveringWithBackup;
        if (covering && problem.Limit is null)
            throw new CoverageInputException("Per un problema di copertura serve il limite: --limit COSTO.");
        if (!covering && problem.Limit is not null)
            throw new CoverageInputException("Il limite vale solo per i problemi di copertura (mclp, lscp, lscp-b): togliere --limit.");
        if (problem.Limit is { } limit && (!double.IsFinite(limit) || limit < 0))
            throw new CoverageInputException($"Il limite è {limit}: deve essere un numero finito, non negativo.");
    }

    private static void CheckAllocation(LocationProblem problem)
    {
        if (problem.Nearest < 1 || (problem.Nearest > 1 && problem.Kind != LocationKind.PMedian))
            throw new CoverageInputException("Più sedi per ciascuno (--nearest) valgono per la p-median, e sono almeno una.");
        if (problem.Nearest > problem.P)
            throw new CoverageInputException($"Le sedi per ciascuno (--nearest {problem.Nearest}) sono più di quelle aperte (-p {problem.P}).");
        if (problem.Capacities.IsDefault)
            return;
        if (problem.Nearest > 1)
            throw new CoverageInputException("Le capacità e più sedi per ciascuno (--nearest) non vanno insieme: togliere l'una o l'altra.");
        if (problem.Kind is LocationKind.PCenter or LocationKind.SetCoveringWithBackup)
            throw new CoverageInputException("Le capacità valgono per p-median, mclp e lscp.");
        for (int j = 0; j < problem.Capacities.Length; j++)
        {
            if (double.IsNaN(problem.Capacities[j]) || problem.Capacities[j] < 0)
                throw new CoverageInputException($"La capacità di «{problem.Costs.Sites[j]}» è {problem.Capacities[j]}: deve essere un numero non negativo.");
        }
    }

    private static void CheckCount(LocationProblem problem, SiteState[] start)
    {
        bool counted = problem.Kind is LocationKind.PMedian or LocationKind.MaximalCovering or LocationKind.PCenter;
        if (!counted)
            return;
        if (problem.P is not { } p)
            throw new CoverageInputException("Serve il numero di sedi aperte: -p N.");
        int open = start.Count(s => s == SiteState.Open);
        int permitted = start.Count(s => s != SiteState.Closed);
        if (p < Math.Max(1, open) || p > permitted)
        {
            throw new CoverageInputException(
                $"-p {p} non è possibile: le sedi fissate sono {open}, quelle ammesse {permitted} (-p conta anche le fissate).");
        }
    }
}
