namespace CentriFamiglia.Coverage.Judges.Tests.Plans;

/// <summary>
/// Spokes that networks take in, for HiGHS: as a maximal covering, or as a p-median in which each point goes to a new sede or stays with
/// its nearest of today.
/// </summary>
internal static class PlanProgram
{
    /// <returns>Fewest residents that stay beyond their limit with so many new Spokes.</returns>
    /// <param name="statement">The question.</param>
    /// <param name="most">New Spokes.</param>
    /// <param name="everyUnit">Whether every unit must get one, and only comuni of units count.</param>
    public static MixedProgram Beyond(PlanStatement statement, int most, bool everyUnit)
    {
        (MixedProgram program, Dictionary<int, int> open) = Spokes(
            statement, everyUnit ? statement.Units.SelectMany(unit => unit) : Enumerable.Range(0, statement.Candidates.Length), most);
        foreach (int[] unit in everyUnit ? statement.Units : [])
            program.AtLeast(1, unit.Where(open.ContainsKey).Select(c => open[c]));
        for (int i = 0; i < statement.Now.Length; i++)
        {
            if (statement.Now[i] <= statement.Limit[i])
                continue;
            int point = i;
            int beyond = program.Share(statement.Residents[i]);
            program.AtLeast(1, open.Where(site => statement.Seconds[point, site.Key] <= statement.Limit[point])
                .Select(site => site.Value).Append(beyond));
        }

        return program;
    }

    /// <returns>Least resident-seconds of those who reach a sede today, by so many new Spokes.</returns>
    /// <param name="statement">The question.</param>
    /// <param name="most">New Spokes.</param>
    public static MixedProgram Time(PlanStatement statement, int most)
    {
        (MixedProgram program, Dictionary<int, int> open) = Spokes(statement, Enumerable.Range(0, statement.Candidates.Length), most);
        for (int i = 0; i < statement.Now.Length; i++)
        {
            if (!statement.Reached[i] || statement.Residents[i] == 0)
                continue;
            var goes = new List<int> { program.Share(statement.Residents[i] * (double)statement.Now[i]) };
            foreach (int c in open.Keys.Where(c => statement.Seconds[i, c] < statement.Now[i]))
            {
                goes.Add(program.Share(statement.Residents[i] * (double)statement.Seconds[i, c]));
                program.NotAbove(goes[^1], open[c]);
            }

            program.Exactly(1, goes);
        }

        return program;
    }

    private static (MixedProgram Program, Dictionary<int, int> Open) Spokes(PlanStatement statement, IEnumerable<int> candidates, int most)
    {
        var program = new MixedProgram();
        int[] usable = [.. candidates.Where(c => statement.Near[c].Length > 0).Distinct().Order()];
        var open = usable.ToDictionary(c => c, _ => program.Bit(0));
        program.AtMost(most, open.Values);
        var joins = usable.SelectMany(c => statement.Near[c].Select(h => (Candidate: c, Hub: h)))
            .ToDictionary(pair => pair, _ => program.Bit(0));
        foreach (int c in usable)
            program.Is(open[c], statement.Near[c].Select(h => joins[(c, h)]));
        foreach (var hub in joins.GroupBy(join => join.Key.Hub))
        {
            program.AtMost(statement.SpokeRoom[hub.Key], hub.Select(join => join.Value));
            var ambiti = hub.Where(join => statement.Ambito[join.Key.Candidate].Length > 0
                && !statement.Served[hub.Key].Contains(statement.Ambito[join.Key.Candidate]))
                .GroupBy(join => statement.Ambito[join.Key.Candidate], StringComparer.Ordinal)
                    .ToDictionary(ambito => ambito, _ => program.Bit(0));
            program.AtMost(statement.AmbitiRoom[hub.Key], ambiti.Values);
            foreach ((IGrouping<string, KeyValuePair<(int Candidate, int Hub), int>> ambito, int serves) in ambiti)
            {
                foreach (KeyValuePair<(int Candidate, int Hub), int> join in ambito)
                    program.NotAbove(join.Value, serves);
            }
        }

        return (program, open);
    }
}
