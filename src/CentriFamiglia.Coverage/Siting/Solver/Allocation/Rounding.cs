namespace CentriFamiglia.Coverage.Siting.Solver.Allocation;

/// <summary>Divided demands made whole, the largest first: each where most of it goes and there is room, else where it costs least.</summary>
internal static class Rounding
{
    /// <returns>For each demand its site, below zero for none; null when one finds no room.</returns>
    public static int[]? Of(AllocationModel model, bool[] open, Transport flow)
    {
        int[] assigned = new int[model.Demands];
        double[] room = [.. model.Capacity];
        var divided = new List<int>();
        for (int i = 0; i < model.Demands; i++)
        {
            List<(int Site, double Share)> shares = flow.Of(i);
            assigned[i] = shares.Count == 1 ? shares[0].Site : AllocationSearch.Open;
            if (shares.Count == 1 && shares[0].Site >= 0)
                room[shares[0].Site] -= model.Load[i];
            if (shares.Count > 1)
                divided.Add(i);
        }

        foreach (int i in divided.OrderByDescending(i => model.Load[i]).ThenBy(i => i))
        {
            Dictionary<int, double> shares = flow.Of(i).ToDictionary(share => share.Site, share => share.Share);
            int best = double.IsFinite(model.Reject[i]) ? -1 : AllocationSearch.Open;
            (double most, double least) = (double.NegativeInfinity, double.PositiveInfinity);
            for (int k = 0; k < model.Sites[i].Length; k++)
            {
                int site = model.Sites[i][k];
                if (!open[site] || room[site] < model.Load[i])
                    continue;
                (double share, double cost) = (shares.GetValueOrDefault(site), model.Costs[i][k]);
                if (share > most || (share == most && cost < least))
                    (best, most, least) = (site, share, cost);
            }

            if (best == AllocationSearch.Open)
                return null;
            assigned[i] = best;
            if (best >= 0)
                room[best] -= model.Load[i];
        }

        return assigned;
    }
}
