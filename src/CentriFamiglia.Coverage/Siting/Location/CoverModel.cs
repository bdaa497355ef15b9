namespace CentriFamiglia.Coverage.Siting.Location;

/// <summary>Set covering with unit costs: rows to cover, each with the sites that cover it, ascending.</summary>
/// <param name="SiteCount">Number of sites, of which only those in rows matter.</param>
/// <param name="Rows">For each row the sites that cover it.</param>
internal sealed record CoverModel(int SiteCount, IReadOnlyList<int[]> Rows)
{
    /// <summary>
    /// The rows and sites left after the classical reductions, repeated until nothing changes: a row with one site takes it, a row
    /// that holds all sites of another is implied, a site whose rows another site covers too is not needed (ties: the earlier stays).
    /// </summary>
    /// <param name="taken">Sites that must be open.</param>
    /// <returns>Null when some row has no site.</returns>
    public CoverModel? Reduce(List<int> taken)
    {
        var rows = Rows.ToList();
        while (true)
        {
            if (rows.Exists(row => row.Length == 0))
                return null;
            int before = rows.Sum(row => row.Length + 1);
            TakeEssential(ref rows, taken);
            DropImpliedRows(ref rows);
            DropDominatedSites(ref rows);
            if (rows.Sum(row => row.Length + 1) == before)
                return this with { Rows = rows };
        }
    }

    /// <summary>
    /// The starting states of a covering model with every free site closed whose rows another site covers too, as long as p sites
    /// stay permitted. The best value is the same without them.
    /// </summary>
    public static SiteState[] Dominated(MedianModel model)
    {
        List<int[]> rows = [.. Enumerable.Range(0, model.RowCount).Select(i => model.Site[model.First[i]..model.First[i + 1]])];
        var cover = new CoverModel(model.SiteCount, rows);
        bool[] dropped = cover.DominatedSites(rows);
        SiteState[] state = [.. model.Start];
        int permitted = state.Count(s => s != SiteState.Closed);
        for (int j = state.Length - 1; j >= 0 && permitted > model.P; j--)
        {
            if (!dropped[j] || state[j] != SiteState.Free)
                continue;
            state[j] = SiteState.Closed;
            permitted--;
        }

        return state;
    }

    /// <summary>Independent parts: rows that share no site, directly or through others.</summary>
    public IEnumerable<CoverModel> Components()
    {
        int[] parent = [.. Enumerable.Range(0, SiteCount)];
        int Root(int j)
        {
            while (parent[j] != j)
                j = parent[j] = parent[parent[j]];
            return j;
        }

        foreach (int[] row in Rows)
        {
            foreach (int site in row)
            {
                (int a, int b) = (Root(row[0]), Root(site));
                parent[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        return Rows.GroupBy(row => Root(row[0])).OrderBy(part => part.Key).Select(part => this with { Rows = [.. part] });
    }

    private static void TakeEssential(ref List<int[]> rows, List<int> taken)
    {
        HashSet<int> essential = [.. rows.Where(row => row.Length == 1).Select(row => row[0])];
        if (essential.Count == 0)
            return;
        taken.AddRange(essential.Order());
        rows = [.. rows.Where(row => !row.Any(essential.Contains))];
    }

    private void DropImpliedRows(ref List<int[]> rows)
    {
        ulong[][] sets = [.. rows.Select(row => Bits(row, SiteCount))];
        bool[] dropped = new bool[rows.Count];
        int[][] rowsOfSite = RowsOfSites(rows);
        for (int i = 0; i < rows.Count; i++)
        {
            if (dropped[i])
                continue;
            // Whatever holds all sites of row i holds its rarest one.
            int rarest = rows[i].MinBy(site => rowsOfSite[site].Length);
            foreach (int k in rowsOfSite[rarest])
            {
                if (k != i && !dropped[k] && rows[k].Length >= rows[i].Length && Subset(sets[i], sets[k]))
                    dropped[k] = true;
            }
        }

        List<int[]> kept = [];
        for (int i = 0; i < rows.Count; i++)
        {
            if (!dropped[i])
                kept.Add(rows[i]);
        }

        rows = kept;
    }

    private void DropDominatedSites(ref List<int[]> rows)
    {
        bool[] dropped = DominatedSites(rows);
        rows = [.. rows.Select(row => row.Where(site => !dropped[site]).ToArray())];
    }

    private bool[] DominatedSites(List<int[]> rows)
    {
        int[][] rowsOfSite = RowsOfSites(rows);
        var sets = new ulong[SiteCount][];
        for (int j = 0; j < SiteCount; j++)
            sets[j] = Bits(rowsOfSite[j], rows.Count);
        bool[] dropped = new bool[SiteCount];
        for (int j = SiteCount - 1; j >= 0; j--)
        {
            if (rowsOfSite[j].Length == 0)
            {
                dropped[j] = true;
                continue;
            }

            int shortest = rowsOfSite[j].MinBy(row => rows[row].Length);
            foreach (int k in rows[shortest])
            {
                if (k == j || dropped[k] || rowsOfSite[k].Length < rowsOfSite[j].Length || !Subset(sets[j], sets[k]))
                    continue;
                if (rowsOfSite[k].Length > rowsOfSite[j].Length || k < j)
                {
                    dropped[j] = true;
                    break;
                }
            }
        }

        return dropped;
    }

    private int[][] RowsOfSites(List<int[]> rows)
    {
        var lists = new List<int>[SiteCount];
        for (int j = 0; j < SiteCount; j++)
            lists[j] = [];
        for (int i = 0; i < rows.Count; i++)
        {
            foreach (int site in rows[i])
                lists[site].Add(i);
        }

        return [.. lists.Select(list => list.ToArray())];
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
