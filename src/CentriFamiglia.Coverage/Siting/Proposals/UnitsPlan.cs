using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Siting.Networks;
using CentriFamiglia.Coverage.Siting.Solver.Plan;

namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>The goal "a sede in every unit": how many sedi that takes, by matching, and the problems to solve for which ones.</summary>
internal sealed class UnitsPlan
{
    private readonly CoverageState _state;
    private readonly CandidateModel _model;
    private readonly PlanLimits _limits;
    private readonly FixedPlaces _fixed;
    private readonly int _servedByFixed;
    private readonly int[] _first;
    private readonly int[] _second;
    private readonly ImmutableArray<(int Lower, int Upper)> _pairs;
    private readonly int _most;
    private readonly bool _enough;

    private UnitsPlan(CoverageState state, CandidateModel model, SuggestionRequest request, string? ats, FixedPlaces given)
    {
        (_state, _model, _limits, _fixed) = (state, model, new PlanLimits(state, request, ats), given);
        int[] servable = [.. Enumerable.Range(0, model.Units.Length).Where(u => model.Options.Any(o => o.Units.Contains(u)))];
        Servable = servable.Length;
        // What must be opened serves its units, whatever else is chosen.
        servable = [.. servable.Except(given.Options.SelectMany(o => model.Options[o].Units))];
        _servedByFixed = Servable - servable.Length;
        AreaLevel lowest = servable.Length == 0 ? AreaLevel.Ambito : model.Units[servable[0]].Unit.Level;
        _first = [.. servable.Where(u => model.Units[u].Unit.Level == lowest)];
        _second = [.. servable.Where(u => model.Units[u].Unit.Level != lowest)];
        _pairs = UnitPairs.Of(servable, model.Options);
        int needed = given.Options.Length + servable.Length - _pairs.Length;
        int paid = _limits.Most(model.Options, request.MaxSpokes ?? int.MaxValue);
        _enough = paid >= needed && _limits.OnePrice(model.Options) && Affordable(needed);
        Most = paid;
        _most = Math.Min(paid, needed);
    }

    /// <summary>Whether numbers and money allow a sede for every unit that some comune can serve.</summary>
    public bool IsEnough => _enough;

    /// <summary>Units that some comune can serve.</summary>
    public int Servable { get; }

    /// <summary>Sedi that numbers and money allow.</summary>
    public int Most { get; }

    public PlanLimits Limits => _limits;

    public static UnitsPlan Of(CoverageState state, CandidateModel model, SuggestionRequest request, string? ats, FixedPlaces given) => new(state, model, request, ats, given);

    /// <summary>
    /// The fewest sedi that serve so many units: each serves two at most, and only pairs of a matching can all do so without wasting one.
    /// </summary>
    public int Fewest(int served)
    {
        int others = Math.Max(0, served - _servedByFixed);
        return _fixed.Options.Length + others - Math.Min(_pairs.Length, others / 2);
    }

    public IEnumerable<string> Notes(int served)
    {
        if (served < Servable)
            yield return $"Con il numero di sedi o la spesa indicati {(served == 0 ? "nessuna unità riceve una sede" : served == 1 ? "riceve una sede 1 unità"
                : $"ricevono una sede {served} unità")} su {Servable}; "
                + $"per tutte ne servirebbero {Fewest(Servable)}.";
    }

    /// <summary>One result for each part; sets are positions among the options of the model.</summary>
    public PlanResult[] Solve(int mostNodes, Func<bool> stop)
    {
        int[] all = [.. Enumerable.Range(0, _model.Options.Length)];
        if (all.Length == 0 || _most == 0)
            return [];
        if (!_enough || !_fixed.Options.IsEmpty)
            return [Solve(all, _first, _second, mostNodes, stop)];
        PlanResult[] parts = [.. SeparateUnits.Of(_model.Options, Servable == 0 ? [] : [.. _first, .. _second]).Select(units => Part(units, mostNodes, stop))];
        // Parts share no point, but they may share networks: where together they need a Hub more than each alone, they are one.
        int together = _model.Reach.Networks.Assign([.. parts.SelectMany(p => p.Set ?? []).Select(o => _model.Options[o])]).Count(h => h < 0);
        return together == parts.Sum(p => p.Set is null ? 0 : p.Value.NewHubs)
            ? parts
            : [Solve(all, _first, _second, mostNodes, stop, [.. parts.SelectMany(p => p.Set ?? [])])];
    }

    private PlanResult Part(int[] units, int mostNodes, Func<bool> stop) => Solve(
        [.. Enumerable.Range(0, _model.Options.Length).Where(o => _model.Options[o].Units.Any(units.Contains))],
        [.. _first.Where(units.Contains)], [.. _second.Where(units.Contains)], mostNodes, stop);

    private PlanResult Solve(int[] options, int[] first, int[] second, int mostNodes, Func<bool> stop, int[]? known = null)
    {
        var plan = new PlanModel(_model, _limits, options, _state.Points, [.. _fixed.Options]);
        var points = new DemandScore(_state.Points, plan.Options);
        (int Lower, int Upper)[] pairs = [.. _pairs.Where(p => first.Contains(p.Lower) && second.Contains(p.Upper))];
        int most = _enough ? _fixed.Options.Length + first.Length + second.Length - pairs.Length : _most;
        bool once = !_enough && second.Length == 0;
        // Units come before all that residents could gain.
        double bonus = _enough ? 0 : once ? 1 : 1 + plan.Options.SelectMany(o => o.Nearer).GroupBy(n => n.Point).Sum(g => g.Max(n => points.Gain(n.Point, n.Seconds)));
        PlanProblem problem = plan.Problem(points.Gain, most, first, second, once, bonus, mostNewHubs: int.MaxValue);
        IReadOnlyList<int>[] starts = [.. known is null ? [] : new[] { known.Select(plan.At).ToArray() }, .. PlanStarts.Of(plan, problem, first, second, pairs)];
        PlanResult found = _enough ? new PlanSearch(problem, starts, mostNodes, stop).Run() : MostUnits(plan, problem, starts, mostNodes, stop);
        return found with
        {
            Set = found.Set is { } set ? [.. plan.Back(set)] : null,
            Alternates = [.. found.Alternates.Select(a => plan.Back(a).ToImmutableArray())],
        };
    }

    /// <summary>
    /// Where there are not sedi enough for all units: how many can be served whatever new Hubs that takes, then as many with the fewest
    /// new Hubs, one more allowed at a time. New Hubs within the number allowed weigh nothing, so that units come first.
    /// </summary>
    private static PlanResult MostUnits(PlanModel plan, PlanProblem problem, IReadOnlyList<int>[] starts, int mostNodes, Func<bool> stop)
    {
        PlanResult roof = new PlanSearch(problem.WithoutNetworks(), starts, mostNodes, stop).Run();
        (bool proved, int nodes) = (roof.Proved, roof.Nodes);
        for (int hubs = 0; ; hubs++)
        {
            int allowed = hubs;
            PlanProblem with = problem with
            {
                NewHubs = set => Math.Max(0, problem.NewHubs(set) - allowed),
                MostNewHubs = 0,
                Networks = hubs == 0 ? problem.Networks : null,
                FewestNewHubs = 0,
            };
            PlanResult found = new PlanSearch(with, [.. roof.Set is { } set ? [set] : Array.Empty<IReadOnlyList<int>>(), .. starts], mostNodes, stop).Run();
            // A search with fewer Hubs that was cut short has not shown that they are too few.
            (proved, nodes) = (proved && found.Proved, nodes + found.Nodes);
            if (Served(found) >= Served(roof) || hubs >= problem.Most)
                return found with { Proved = proved, Nodes = nodes };
        }

        int Served(PlanResult result) => (result.Set ?? []).SelectMany(j => plan.Options[j].Units).Distinct().Count();
    }

    private bool Affordable(int needed)
    {
        int[] caps = _limits.Most(_model.Options, needed, new int[_limits.Ats.Length]);
        for (int a = 0; a < caps.Length; a++)
        {
            int group = a;
            int[] units = [.. _first.Concat(_second).Where(u => _model.Options.Any(o => o.Units.Contains(u) && _limits.GroupOf(o) == group))];
            if (_fixed.Options.Count(o => _limits.GroupOf(_model.Options[o]) == group) + units.Length - _pairs.Count(p => units.Contains(p.Lower)) > caps[a])
                return false;
        }

        return true;
    }
}
