using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Siting.Networks;
using CentriFamiglia.Coverage.Siting.Solver.Plan;

namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>Makes a <see cref="PlanProblem"/> of some options of a <see cref="CandidateModel"/>.</summary>
/// <param name="limits">Of money and balance.</param>
/// <param name="options">Positions among the options of the model, ascending: what the problem chooses among.</param>
/// <param name="points">The demand points.</param>
/// <param name="fixedOptions">Those, among the options of the model, that must be opened.</param>
internal sealed class PlanModel(CandidateModel model, PlanLimits limits, int[] options, PointGaps points, int[] fixedOptions)
{
    public CandidatePlace[] Options { get; } = [.. options.Select(o => model.Options[o])];

    /// <param name="gain">What a sede that reaches a point in so many seconds gives there.</param>
    /// <param name="most">Sedi.</param>
    /// <param name="first">Units to be served, by position in the model; no two of one level and none of another.</param>
    /// <param name="second">The same of another level.</param>
    /// <param name="once">There are not sedi enough for all: each of <paramref name="first"/> is served once at most.</param>
    /// <param name="bonus">What serving a unit of either list adds to the score, instead of being asked for; 0 for none.</param>
    /// <param name="mostNewHubs">Of the sedi, that no network takes in.</param>
    public PlanProblem Problem(Func<int, int, double> gain, int most, int[] first, int[] second, bool once = false, double bonus = 0, int mostNewHubs = 0)
    {
        int[] units = bonus > 0 ? [.. first, .. second] : [];
        var entries = new PlanEntries(Options.Length, at => at < points.Length ? points.Demand.ComuneOf(at) : -1 - at);
        for (int j = 0; j < Options.Length; j++)
        {
            foreach ((int at, int seconds) in Options[j].Nearer)
            {
                if (gain(at, seconds) is > 0 and var value)
                    entries.Add(j, at, value);
            }

            foreach (int unit in Options[j].Units.Where(units.Contains))
                entries.Add(j, points.Length + Array.IndexOf(units, unit), bonus);
        }

        int[] area = bonus > 0 && !once ? None() : Serving(first);
        SpokeAssignment loads = model.Reach.Loads();
        int[] group = [.. Options.Select(limits.GroupOf)];
        (int count, int[] start, int[] point, double[] gains) = entries.Merged();
        return new PlanProblem
        {
            Points = count,
            Start = start,
            Point = point,
            Gain = gains,
            Most = most,
            Area = area,
            Areas = bonus > 0 && !once ? 0 : first.Length,
            Second = bonus > 0 ? None() : Serving(second),
            Seconds = bonus > 0 ? 0 : second.Length,
            OncePerArea = once,
            Group = group,
            GroupMost = limits.Most(Options, most, Least(first)),
            Cost = [.. Options.Select(limits.CostOf)],
            Purse = limits.Purses(Options),
            NewHubs = set => loads.Assign([.. set.Select(j => Options[j])]).Count(hub => hub < 0),
            TooMany = set => loads.AreTooMany([.. set.Select(j => Options[j])]),
            MostPlaces = loads.Most(Options),
            Networks = PlanNetworks.Of(loads, model.Reach.Hubs.Length, Options, area),
            MostNewHubs = mostNewHubs,
            Fixed = [.. fixedOptions.Select(At)],
            FewestNewHubs = once || bonus > 0 ? 0 : Math.Max(WithoutHub(first), WithoutHub(second)),
        };
    }

    /// <summary>Positions among the options of the model.</summary>
    public int[] Back(IEnumerable<int> chosen) => [.. chosen.Select(j => options[j]).Order()];

    /// <summary>Position here of an option of the model; -1 when it is not among these.</summary>
    public int At(int option) => Array.IndexOf(options, option);

    /// <summary>Units that only a new Hub can serve: they do not overlap, so that each needs one of its own.</summary>
    private int WithoutHub(int[] units) => units.Count(u => Options.All(o => !o.Units.Contains(u) || o.Hubs.IsEmpty));

    private int[] None() => [.. Options.Select(_ => -1)];

    private int[] Serving(int[] units) => [.. Options.Select(o => o.Units.Select(u => Array.IndexOf(units, u)).Append(-1).Max())];

    private int[] Least(int[] units)
    {
        int[] least = new int[limits.Ats.Length];
        foreach (int unit in units)
        {
            if (Options.FirstOrDefault(o => o.Units.Contains(unit)) is { } option)
                least[limits.GroupOf(option)]++;
        }

        return least;
    }
}
