using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Covering;

/// <summary>
/// A good choice before any bound or proof: the greedy one, then swaps. It takes a fixed amount of work that no signal cuts short, so that
/// an answer stopped at once is a choice somebody would make, not the first sites of the list.
/// </summary>
internal static class CoverStart
{
    // Looks at rows and sites: some tenths of a second at most.
    private const long Work = 12_000_000;
    private const long WorkPerPair = 100;
    private const int Kicks = 15;

    // Where there are few pairs the proof is near too, and does not wait for the start: a quarter of all that.
    private const long FewPairs = 50_000;
    private const int Steps = 80;
    private const long WorkPerRadius = 1_500_000;

    /// <param name="Open">Null when none was met that serves what must be served.</param>
    /// <param name="Bound">No choice has a lesser value.</param>
    internal readonly record struct Choice(bool[]? Open, double Bound);

    /// <summary>p sites for the least penalty, from a choice that may have fewer.</summary>
    public static Choice OfPenalty(CoverProgram program, bool[] from)
    {
        if (!CoverExchange.Suits(program))
            return new Choice(CoverSwaps.Improve(program, from, program.Base, Most(program, Work), () => false), program.Base);
        bool[] best = CoverExchange.Improve(program, known: null, KicksOf(program), seed: 0, () => false);
        Take(CoverSwaps.Improve(program, best, program.Base, Most(program, Work), () => false));
        (double bound, double[] frequency) = Relaxed(program, program.Value(best));
        IEnumerable<int> likely = Enumerable.Range(0, program.SiteCount).Where(j => program.Start[j] == SiteState.Free)
            .OrderByDescending(j => frequency[j]).Take(program.P!.Value - program.Opened);
        bool[] relaxed = Opened(program);
        foreach (int site in likely)
            relaxed[site] = true;
        Take(CoverExchange.Improve(program, relaxed, KicksOf(program), seed: 1, () => false));
        return new Choice(best, bound);

        void Take(bool[]? other) => best = other is not null && program.Value(other) < program.Value(best) ? other : best;
    }

    /// <summary>Few sites that serve all rows of a program without p.</summary>
    public static Choice Few(CoverProgram program)
    {
        if (CoverSwaps.Greedy(program, Opened(program)) is not { } best)
            return new Choice(null, double.PositiveInfinity);
        DropNeedless(program, best);
        (double bound, _) = Relaxed(program, best.Count(open => open));
        for (int p = best.Count(open => open) - 1; p >= bound; p--)
        {
            if (CoverSwaps.Improve(program with { P = p, SiteCost = 0 }, best, 0, Most(program, Work / 4), () => false) is not { } fewer)
                break;
            best = fewer;
        }

        return new Choice(best, bound);
    }

    /// <summary>
    /// p sites that are near everybody: for each radius by greedy and swaps, which are asked for the least radius that they manage.
    /// </summary>
    /// <param name="radii">Ascending.</param>
    /// <param name="serving">The program with p of a radius.</param>
    /// <returns>Null when they manage none.</returns>
    public static bool[]? Near(double[] radii, Func<double, CoverProgram> serving)
    {
        (int low, int high) = (0, radii.Length - 1);
        bool[]? best = null;
        while (low <= high)
        {
            // The largest first: whoever cannot serve all with it serves all with none.
            int at = best is null ? high : low + ((high - low) / 2);
            CoverProgram program = serving(radii[at]);
            bool[]? found = CoverSwaps.Improve(program, Opened(program), 0, Most(program, WorkPerRadius), () => false);
            if (found is null && best is null)
                return null;
            best = found ?? best;
            (low, high) = found is null ? (at + 1, high) : (low, at - 1);
        }

        return best;
    }

    // Small questions are looked through many times over with less.
    private static long Most(CoverProgram program, long work) => Math.Min(work, WorkPerPair * Pairs(program) / (Pairs(program) < FewPairs ? 4 : 1));

    private static int KicksOf(CoverProgram program) => Pairs(program) < FewPairs ? Kicks / 4 : Kicks;

    private static long Pairs(CoverProgram program) => program.Free + program.Rows.Sum(row => (long)row.Length);

    private static (double Bound, double[] Frequency) Relaxed(CoverProgram program, double target)
    {
        var relaxation = new CoverRelaxation(program);
        SiteState[] state = [.. program.Start];
        double bound = relaxation.Ascend(state, relaxation.StartMultipliers(), Steps, target, double.PositiveInfinity, () => false);
        bound -= program.Slack;
        return (program.Integral ? Math.Ceiling(bound - 1e-6) : bound, relaxation.Frequency);
    }

    private static bool[] Opened(CoverProgram program) => [.. program.Start.Select(state => state == SiteState.Open)];

    // The last of the list first, as long as every row keeps one.
    private static void DropNeedless(CoverProgram program, bool[] open)
    {
        int[] hits = [.. program.Rows.Select(row => row.Count(site => open[site]))];
        int[][] rowsOf = program.RowsOfSites();
        for (int j = open.Length - 1; j >= 0; j--)
        {
            if (!open[j] || program.Start[j] == SiteState.Open || Array.Exists(rowsOf[j], row => hits[row] <= program.Need[row]))
                continue;
            open[j] = false;
            foreach (int row in rowsOf[j])
                hits[row]--;
        }
    }
}
