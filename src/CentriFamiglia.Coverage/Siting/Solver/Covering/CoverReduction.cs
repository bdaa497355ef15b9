using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Covering;

/// <summary>The classical reductions of covering problems (Beasley 1987): rows that others imply, sites that others replace.</summary>
internal static class CoverReduction
{
    /// <summary>The smallest equal question: states, rows and sites reduced in turn until nothing changes.</summary>
    /// <param name="dominance">
    /// Close sites that another replaces at no loss. One best value is kept, not all choices that have it.
    /// </param>
    /// <param name="stop">Ends the reductions: what is left is the same question, only larger.</param>
    /// <returns>Null when some row cannot be served.</returns>
    public static CoverProgram? Smallest(CoverProgram program, bool dominance, Func<bool> stop)
    {
        CoverProgram? reduced = program.Restrict(program.Start, stop);
        while (reduced is not null && dominance && reduced.Need.All(need => need == 1))
        {
            SiteState[] state = [.. reduced.Start];
            if (!CloseDominated(reduced, state, stop))
                break;
            reduced = reduced.Restrict(state, stop);
        }

        return reduced;
    }

    /// <summary>Independent parts of a question without p: rows that share no site, directly or through others. Open sites are left out.</summary>
    public static IEnumerable<CoverProgram> Components(CoverProgram program)
    {
        var sites = new DisjointSets(program.SiteCount);
        foreach (int[] row in program.Rows)
        {
            foreach (int site in row)
                sites.Join(row[0], site);
        }

        return Enumerable.Range(0, program.Rows.Count).GroupBy(i => sites.Root(program.Rows[i][0])).OrderBy(part => part.Key).Select(part => program with
        {
            Rows = [.. part.Select(i => program.Rows[i])],
            Need = [.. part.Select(i => program.Need[i])],
            Penalty = [.. part.Select(i => program.Penalty[i])],
            Start = [.. program.Start.Select((state, j) => state == SiteState.Free && sites.Root(j) == part.Key ? SiteState.Free : SiteState.Closed)],
        });
    }

    /// <summary>Leaves out every row that is served whenever a row that may not lack anything is.</summary>
    public static CoverProgram WithoutImpliedRows(CoverProgram program, Func<bool> stop)
    {
        int[][] rowsOf = program.RowsOfSites();
        ulong[][] sets = [.. program.Rows.Select(row => Bits(row, program.SiteCount))];
        bool[] dropped = new bool[program.Rows.Count];
        for (int i = 0; i < dropped.Length && !stop(); i++)
        {
            if (dropped[i] || !double.IsPositiveInfinity(program.Penalty[i]))
                continue;
            // Whatever holds all sites of row i holds its rarest one.
            int rarest = program.Rows[i].MinBy(site => rowsOf[site].Length);
            foreach (int k in rowsOf[rarest])
            {
                if (k != i && !dropped[k] && program.Need[k] <= program.Need[i] && Subset(sets[i], sets[k]))
                    dropped[k] = true;
            }
        }

        int[] kept = [.. Enumerable.Range(0, dropped.Length).Where(i => !dropped[i])];
        return program with
        {
            Rows = [.. kept.Select(i => program.Rows[i])],
            Need = [.. kept.Select(i => program.Need[i])],
            Penalty = [.. kept.Select(i => program.Penalty[i])],
        };
    }

    // A site whose rows another site serves too is not needed (ties: the earlier stays), as long as p sites are left.
    private static bool CloseDominated(CoverProgram program, SiteState[] state, Func<bool> stop)
    {
        int[][] rowsOf = program.RowsOfSites();
        ulong[][] sets = [.. rowsOf.Select(rows => Bits(rows, program.Rows.Count))];
        int spare = program.P is { } p ? program.Free - Math.Max(0, p - program.Opened) : int.MaxValue;
        bool changed = false;
        for (int j = program.SiteCount - 1; j >= 0 && spare > 0 && !stop(); j--)
        {
            if (state[j] != SiteState.Free || !Dominated(program, state, j, rowsOf, sets))
                continue;
            state[j] = SiteState.Closed;
            (changed, spare) = (true, spare - 1);
        }

        return changed;
    }

    private static bool Dominated(CoverProgram program, SiteState[] state, int j, int[][] rowsOf, ulong[][] sets)
    {
        if (rowsOf[j].Length == 0)
            return true;
        int shortest = rowsOf[j].MinBy(row => program.Rows[row].Length);
        return program.Rows[shortest].Any(k =>
            k != j && state[k] == SiteState.Free && rowsOf[k].Length >= rowsOf[j].Length
            && (rowsOf[k].Length > rowsOf[j].Length || k < j) && Subset(sets[j], sets[k]));
    }

    private static ulong[] Bits(int[] members, int size)
    {
        ulong[] bits = new ulong[(size + 63) / 64];
        foreach (int member in members)
            bits[member >> 6] |= 1UL << (member & 63);
        return bits;
    }

    private static bool Subset(ulong[] inner, ulong[] outer)
    {
        for (int w = 0; w < inner.Length; w++)
        {
            if ((inner[w] & ~outer[w]) != 0)
                return false;
        }

        return true;
    }
}
