using CentriFamiglia.Coverage.Siting.Solver.Median;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Covering;

/// <summary>
/// Local search for maximal covering: as a p-median where who is covered pays nothing and who is not pays the penalty, by the best exchange
/// of one open site for a closed one, shaken and improved again (<see cref="MedianStart"/>). Where one site leaves and another enters each
/// on its own merits, as in <see cref="CoverSwaps"/>, the two that go together are missed.
/// </summary>
internal static class CoverExchange
{
    /// <summary>Whether the program is of that kind: p sites, one of its own for each row, and a penalty where there is none.</summary>
    public static bool Suits(CoverProgram program) =>
        program.P is not null && program.Need.All(need => need == 1) && program.Penalty.Any(double.IsFinite);

    /// <param name="program">See <see cref="Suits"/>.</param>
    /// <param name="known">A choice to start from besides the greedy one; null for none.</param>
    /// <param name="kicks">How often to shake it.</param>
    /// <param name="seed">Another one shakes it otherwise.</param>
    /// <param name="stop">Ends the shaking, not the first exchanges.</param>
    /// <returns>The best choice met.</returns>
    public static bool[] Improve(CoverProgram program, bool[]? known, int kicks, uint seed, Func<bool> stop)
    {
        MedianModel model = Model(program);
        bool[] open = new bool[program.SiteCount];
        foreach (int site in model.Opened)
            open[site] = true;
        if (model.P == 0)
            return open;
        var best = new MedianIncumbent(model.Integral, model.Slack, stop);
        bool[]? start = known is null ? null : [.. model.Origin.Select(site => known[site])];
        MedianStart.Find(model, best, kicks, seed, start?.Count(o => o) == model.P ? start : null);
        Array.Clear(open);
        foreach (int site in best.Optima.First())
            open[site] = true;
        return open;
    }

    private static MedianModel Model(CoverProgram program)
    {
        int[] origin = [.. Enumerable.Range(0, program.SiteCount).Where(j => program.Start[j] == SiteState.Free)];
        int[] number = new int[program.SiteCount];
        Array.Fill(number, -1);
        for (int k = 0; k < origin.Length; k++)
            number[origin[k]] = k;
        double never = (3 * program.Scale) + 1;
        (List<int> first, List<int> sites, List<double> rejects) = ([0], [], []);
        for (int i = 0; i < program.Rows.Count; i++)
        {
            if (Array.Exists(program.Rows[i], site => program.Start[site] == SiteState.Open))
                continue;
            sites.AddRange(program.Rows[i].Where(site => number[site] >= 0).Select(site => number[site]));
            first.Add(sites.Count);
            rejects.Add(double.IsFinite(program.Penalty[i]) ? program.Penalty[i] : never);
        }

        return new MedianModel
        {
            Origin = origin,
            Opened = [.. Enumerable.Range(0, program.SiteCount).Where(j => program.Start[j] == SiteState.Open)],
            P = program.P!.Value - program.Opened,
            First = [.. first],
            Site = [.. sites],
            Cost = new double[sites.Count],
            Reject = [.. rejects],
            Integral = program.Integral,
            Scale = Math.Max(program.Scale, 1e-300),
        };
    }
}
