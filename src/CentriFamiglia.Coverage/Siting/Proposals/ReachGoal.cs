using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Networks;
using CentriFamiglia.Coverage.Siting.Solver.Plan;

namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>
/// So many new Spokes for most residents within their limit (maximal covering, Church, ReVelle 1974) and then least time, or for least
/// resident-minutes (p-median). Only comuni that a network can take in are candidates, and networks keep their loads.
/// </summary>
internal sealed class ReachGoal
{
    private readonly CoverageState _state;
    private readonly SuggestionRequest _request;
    private readonly CandidateModel _model;
    private readonly PlanLimits _limits;
    private readonly PlanModel _plan;
    private readonly DemandScore _points;
    private readonly List<string> _notes = [];
    private readonly int[] _first;
    private readonly int[] _second;
    private readonly (int Lower, int Upper)[] _pairs;
    private readonly double _today;
    private readonly FixedPlaces _fixed;

    /// <summary>A good set of 0, 1, 2 ... Spokes, each from the one before.</summary>
    private readonly List<ImmutableArray<int>?> _climbed = [];

    /// <summary>Comuni that who asks leaves out.</summary>
    private readonly int _shut;

    /// <summary>Nodes that prove most questions.</summary>
    private const int FewNodes = 150;

    /// <summary>Nodes given to each search for the set that travels least among those of equally many residents.</summary>
    private const int MostFasterNodes = 400;

    private const int FasterRootSteps = 600;

    /// <summary>Parts given to the search that knows which Spokes the networks cannot take in together.</summary>
    private const int MostParts = 300;

    /// <summary>Nodes after which a mere covering is left to the solver of coverings.</summary>
    private const int MostNodesBeforeCovering = 40;

    /// <summary>The first weight of a resident against seconds in that search, and by how much the next ones are larger.</summary>
    private const double FirstWeight = 120_000;

    private const double NextWeight = 16;

    public ReachGoal(CoverageState state, SuggestionRequest request, string? ats, double reach)
    {
        (_state, _request) = (state, request);
        ImmutableArray<UnitVerdict> units = request.EveryUnit ? LevelUnits.Without(state, request.Level, ats, _notes) : [];
        int[] judged = [.. Enumerable.Range(0, state.Snapshot.Comuni.Length)
            .Where(c => state.Known.IsJudged(c) && (ats is null || state.Snapshot.MembershipOf(state.Snapshot.Comuni[c].Code)?.Ats == ats))];
        int[] admitted = [.. judged.Where(c => request.Admits(state.Snapshot.Comuni[c].Code))];
        _shut = judged.Length - admitted.Length;
        _model = new CandidateModel(state, reach, units, admitted, request.Candidates);
        int[] open = [.. Enumerable.Range(0, _model.Options.Length).Where(o => !_model.Options[o].Hubs.IsEmpty)];
        _limits = new PlanLimits(state, request, ats);
        _fixed = FixedPlaces.Of(state, _model, request, ats, spokesOnly: true);
        _plan = new PlanModel(_model, _limits, open, state.Points, [.. _fixed.Options]);
        _points = new DemandScore(state.Points, _plan.Options);
        int[] servable = [.. Enumerable.Range(0, units.Length).Where(u => _plan.Options.Any(o => o.Units.Contains(u)))];
        _first = [.. servable.Where(u => units[u].Unit.Level == units[servable[0]].Unit.Level)];
        _second = [.. servable.Except(_first)];
        _pairs = [.. UnitPairs.Of(servable, [.. _plan.Options])];
        _today = Cover ? state.Points.Where(p => p.Beyond is false).Sum(p => p.Residents)
            : state.Points.Sum(p => p.Nearest is { } n ? p.Residents * n.Cost.Seconds : 0);
        foreach (int unit in Enumerable.Range(0, units.Length).Except(servable))
            _notes.Add($"{LevelUnits.Call(units[unit].Unit)}: nessuna rete può accogliere qui uno Spoke, quindi in questo scopo resta senza sede; con units si vede il nuovo Hub "
                + "che servirebbe.");
    }

    private bool Cover => _request.Goal == SuggestionGoal.Cover;

    /// <summary>Italian: of each place where a Spoke must be opened, but cannot be, why.</summary>
    public ImmutableArray<string> Impossible => _fixed.Missing;

    /// <summary>Comuni that a network can take in.</summary>
    public int Candidates => _plan.Options.Length;

    public static Choice Choose(CoverageState state, SuggestionRequest request, string? ats, double reach, Func<bool> stop)
    {
        var goal = new ReachGoal(state, request, ats, reach);
        int asked = request.MaxSpokes ?? (request.BudgetEur is null && request.BudgetByAts is null && request.SharePercent is null ? SuggestionSolver.UsualSpokes
            : goal.Candidates);
        int wanted = goal.Paid(asked);
        if (!goal._fixed.Missing.IsEmpty)
            return goal.Answer(new ReachResult(null, 0, 0, true, PlanResult.None), wanted);
        return request.SharePercent is { } share && goal.Cover
            ? goal.FewestFor(share, wanted, stop)
            : goal.Answer(goal.Best(wanted, stop), wanted);
    }

    /// <summary>The fewest Spokes that bring such a share of the residents within their limit.</summary>
    private Choice FewestFor(double share, int most, Func<bool> stop)
    {
        double residents = _state.Points.Where(p => p.LimitMinutes is not null).Sum(p => p.Residents);
        double target = residents * share / 100;
        var fewest = FewestSpokes.For(target, most, (spokes, known) => Solve(spokes, known, _request.MostNodes, stop, faster: false));
        string asked = $"{ItalianNumber.Minutes(share)} % {_state.Snapshot.Choice.Words.OfThe} ({ItalianNumber.Count(target)} di {ItalianNumber.Count(residents)}) entro il limite";
        _notes.Add(!fewest.Enough ? $"{asked}: non ci si arriva con {most} nuovi Spoke; si mostra il meglio possibile."
            : fewest.Proved ? $"{asked}: bastano {fewest.Spokes} nuovi Spoke, e con meno è dimostrato che non si può."
            : $"{asked}: bastano {fewest.Spokes} nuovi Spoke; che meno di così non bastino non è dimostrato.");
        return Answer(Solve(fewest.Spokes, fewest.Set is { } set ? [set] : [], _request.MostNodes, stop), fewest.Spokes);
    }

    /// <summary>As many of the Spokes asked for as there are candidates, and money.</summary>
    public int Paid(int asked) => Math.Min(_limits.Most(_plan.Options, asked), Candidates);

    /// <summary>
    /// The best set of so many, the same whoever asks: proposals or a point of the curve. What a small tree does not prove is looked for again from
    /// what it found, and from good sets one larger than the other, so that more Spokes never do worse. Safe to ask on any number of threads.
    /// </summary>
    /// <param name="wanted">New Spokes.</param>
    /// <param name="stop">Ends the search with what is known.</param>
    public ReachResult Best(int wanted, Func<bool> stop)
    {
        ReachResult first = Solve(wanted, [], Math.Min(FewNodes, _request.MostNodes), stop);
        if (first.Proved || (first.Set is not null && first.Objective == first.Bound))
            return first;
        ImmutableArray<int>?[] from = [Climbed(wanted, stop), first.Set];
        if (stop())
            return first;
        ReachResult again = Solve(wanted, [.. from.OfType<ImmutableArray<int>>()], _request.MostNodes, stop);
        return again with { Search = again.Search with { Nodes = first.Search.Nodes + again.Search.Nodes } };
    }

    /// <summary>Null where the search is ended before.</summary>
    private ImmutableArray<int>? Climbed(int wanted, Func<bool> stop)
    {
        lock (_climbed)
        {
            while (_climbed.Count <= wanted && !stop())
                _climbed.Add(Climb(_climbed.Count, _climbed.Count > 0 ? _climbed[^1] : null));
            return _climbed.ElementAtOrDefault(wanted);
        }
    }

    /// <summary>The best set of so many.</summary>
    /// <param name="wanted">New Spokes.</param>
    /// <param name="from">Sets to begin from.</param>
    /// <param name="mostNodes">Of each search tree.</param>
    /// <param name="stop">Ends the search with what is known.</param>
    /// <param name="faster">For cover, whether to look among equals for the set that saves most time.</param>
    private ReachResult Solve(int wanted, IReadOnlyList<ImmutableArray<int>> from, int mostNodes, Func<bool> stop, bool faster = true)
    {
        PlanProblem problem = _plan.Problem(Cover ? Within : Saved, wanted, _first, _second);
        IReadOnlyList<int>[] starts = [.. from.Select(s => (IReadOnlyList<int>)s), .. PlanStarts.Of(_plan, problem, _first, _second, _pairs)];
        if (!Cover)
        {
            ImmutableArray<int>? known = from.Where(set => problem.NewHubs(set) == 0).Select(set => (ImmutableArray<int>?)set).LastOrDefault();
            PlanResult? whole = mostNodes > FewNodes && PlanConflicts.Suits(problem) ? PlanConflicts.Run(problem, known, MostParts, stop) : null;
            if (whole is { Proved: true })
                return new ReachResult(whole.Set, Objective(whole.Value.Score), Objective(whole.Value.Score), true, whole);
            PlanResult saving = new PlanSearch(problem, starts, mostNodes, stop).Run();
            return new ReachResult(saving.Set, Objective(saving.Value.Score), Objective(saving.Proved ? saving.Value.Score : saving.Bound), saving.Proved, saving);
        }

        PlanResult found = Widest(problem, starts, mostNodes, stop);
        if (found.Set is null || !faster)
            return new ReachResult(found.Set, Objective(found.Value.Score), Objective(found.Bound), found.Proved && !faster, found);
        return Faster(problem, found, wanted, stop);
    }

    /// <summary>
    /// Of the sets that bring as many within their limit, the one that saves most time. A resident within the limit weighs so many seconds:
    /// few at first, which makes the question an ordinary p-median. If the best set of that gives up no resident, no set that gives up none
    /// saves more; if it does, a resident weighs more, and in the end more than all the time there is to save.
    /// </summary>
    private ReachResult Faster(PlanProblem problem, PlanResult found, int wanted, Func<bool> stop)
    {
        ImmutableArray<int>[] starts = [found.Set!.Value, .. found.Alternates];
        int nodes = found.Nodes;
        for (double weight = FirstWeight; ; weight *= NextWeight)
        {
            bool last = weight >= _points.PerResident || stop();
            double seconds = last ? _points.PerResident : weight;
            PlanProblem both = _plan.Problem((point, time) => _points.Gain(point, time, seconds), wanted, _first, _second);
            PlanResult quickest = new PlanSearch(both, [.. starts.Select(s => (IReadOnlyList<int>)s)], MostFasterNodes, stop, useless: found.Useless,
                rootSteps: FasterRootSteps).Run();
            nodes += quickest.Nodes;
            if (!quickest.Proved && quickest.Set is not null && PlanConflicts.Suits(both))
            {
                PlanResult whole = PlanConflicts.Run(both, quickest.Set, MostParts, stop);
                nodes += whole.Nodes;
                quickest = whole.Proved ? whole : quickest;
            }

            // Residents may be fractions, which the one number of both goals could trade for time: never fewer of them.
            double kept = quickest.Set is { } set ? problem.Score(set) : double.NegativeInfinity;
            if (kept < found.Value.Score - (1e-9 * found.Value.Score))
            {
                if (last)
                    return new ReachResult(found.Set, Objective(found.Value.Score), Objective(found.Bound), false, found with { Nodes = nodes });
                continue;
            }

            double objective = Objective(kept);
            double bound = found.Proved ? objective : Math.Max(objective, Objective(found.Bound));
            return new ReachResult(quickest.Set, objective, bound, found.Proved && quickest.Proved, quickest with { Nodes = nodes });
        }
    }

    /// <summary>
    /// Most residents within their limit: first as if any network could take any Spoke, where many comuni can stand in for one another;
    /// then, only if the networks cannot take that set in, with their loads.
    /// </summary>
    private static PlanResult Widest(PlanProblem problem, IReadOnlyList<IReadOnlyList<int>> starts, int mostNodes, Func<bool> stop)
    {
        // Whole residents: the next better set has one more at least.
        double step = problem.Gain.All(double.IsInteger) ? 1 : 0;
        PlanProblem free = problem.WithoutNetworks();
        ImmutableArray<int> by = PlanDominance.Of(free);
        bool covering = mostNodes > MostNodesBeforeCovering && WidestCover.Suits(free);
        PlanResult roof = new PlanSearch(free, starts, covering ? MostNodesBeforeCovering : mostNodes, stop, step, [.. by.Select(b => b >= 0)]).Run();
        if (covering && !roof.Proved && !stop())
        {
            (ImmutableArray<int> widest, double bound) = WidestCover.Of(free, roof.Set, stop);
            roof = roof with { Set = free.Score(widest) > roof.Value.Score ? widest : roof.Set, Bound = Math.Min(roof.Bound, bound) };
        }

        ImmutableArray<bool> useless = roof.Useless.IsEmpty ? [] : [.. by.Select((b, j) => roof.Useless[b >= 0 ? b : j])];
        IReadOnlyList<int>[] from = roof.Set is { } set ? [set, .. starts] : [.. starts];
        PlanResult found = new PlanSearch(problem, from, mostNodes, stop, step, roof: roof.Bound).Run();
        return found with { Nodes = roof.Nodes + found.Nodes, Useless = found.Useless.IsEmpty ? useless : found.Useless };
    }

    /// <summary>A good set of so many, from one of fewer; null when the constraints allow none that is easily found.</summary>
    private ImmutableArray<int>? Climb(int wanted, ImmutableArray<int>? from)
    {
        PlanProblem problem = _plan.Problem(Cover ? Within : Saved, wanted, _first, _second);
        int[][] starts = [.. from is { } set ? new[] { set.ToArray() } : [], .. PlanStarts.Of(_plan, problem, _first, _second, _pairs).Select(s => s.ToArray())];
        return starts.FirstOrDefault(problem.Allows) is { } start ? [.. new PlanSwaps(problem).Improve(start).Set] : null;
    }

    private double Objective(double score) => Cover ? _today + score : (_today - score) / 60;

    /// <summary>The options of a set.</summary>
    public IEnumerable<CandidatePlace> OptionsOf(IEnumerable<int> set) => set.Select(j => _plan.Options[j]);

    private Choice Answer(ReachResult result, int wanted)
    {
        PlanResult found = result.Search;
        ImmutableArray<int> worth = Worth(found.Set ?? []);
        if (found.Set is not null && worth.Length < wanted)
        {
            string more = !Cover ? "nessun minuto in meno" : "nessun residente in più entro il limite" + (result.Proved ? " e nessun minuto in meno" : "");
            string sure = result.Objective == result.Bound ? "" : ", in questa scelta";
            _notes.Add($"{SuggestionWords.Enough(worth.Length, more)}{sure}; altri non si propongono.");
        }

        (double? objective, double? bound) = found.Set is null ? (null, null) : ((double?)result.Objective, (double?)result.Bound);
        return new Choice(
            Model: _model,
            Chosen: [.. _plan.Back(worth)],
            Problem: Cover ? "cover" : "time",
            Status: found.Set is null ? "infeasible" : objective == bound ? "optimal" : "feasible",
            Objective: objective,
            Bound: bound,
            Alternates: [.. found.Alternates.Select(a => _plan.Back(a).ToImmutableArray())],
            AlternatesComplete: found.AlternatesComplete,
            Nodes: found.Nodes,
            Notes: [.. _notes, .. Notes(found, wanted)])
        {
            SecondaryProved = result.Proved,
            Considered = Candidates,
            Fixed = _fixed.Options,
            Dropped =
            [
                ("nessun Hub della stessa ATS, con posto, è entro la portata", _model.Options.Length - Candidates),
                ("sede comunale non nota", _model.Dropped.Length),
                (SuggestionWords.SpokeOnly, _model.WithoutNetwork.Length),
                (SuggestionWords.LeftOut, _shut),
            ],
        };
    }

    /// <summary>Those of a set that bring someone nearer, or give a unit its sede.</summary>
    public ImmutableArray<int> Worth(ImmutableArray<int> set)
    {
        CandidatePlace[] chosen = [.. OptionsOf(set)];
        IEnumerable<int> needed = ProposalOrder.Needed(new DemandScore(_state.Points, []), chosen, lost => lost.Within > 0 || lost.Saved > 0).Select(at => set[at]);
        return [.. needed.Union(set.Intersect(_fixed.Options.Select(_plan.At))).Order()];
    }

    /// <summary>Residents brought within their limit.</summary>
    private double Within(int point, int seconds)
    {
        PointGap p = _state.Points[point];
        return p.Beyond is true && p.LimitMinutes is { } limit && seconds <= limit * 60 ? p.Residents : 0;
    }

    /// <summary>Resident-seconds saved. Who reaches no sede today cannot be told in minutes saved.</summary>
    private double Saved(int point, int seconds) =>
        _state.Points[point] is { Nearest: { } now } p ? p.Residents * (now.Cost.Seconds - seconds) : 0;

    private IEnumerable<string> Notes(PlanResult found, int wanted)
    {
        if (_request.MaxSpokes is null && _request.SharePercent is null)
            yield return $"Il numero di nuovi Spoke non è indicato: {wanted} (--spokes N per un altro).";
        yield return $"Candidati: {Candidates} {(_request.Candidates is null ? "comuni" : "luoghi dell'elenco")} che una rete può accogliere; "
            + $"{_model.Options.Length - Candidates} non considerati perché nessun Hub della stessa ATS con posto è entro la portata.";
        if (_request.Goal == SuggestionGoal.Time && _state.Points.Where(p => p.Nearest is null).Sum(p => p.Residents) is > 0 and var lost)
            yield return $"{ItalianNumber.Count(lost)} {_state.Snapshot.Choice.Words.Many} che oggi non raggiungono alcuna sede non contano in questo scopo: per loro c'è cover.";
        foreach (string reason in found.Set is null ? _fixed.Reasons(_model, _limits, wanted) : [])
            yield return reason;
        if (_first.Length > 0 && found.Set is null && _fixed.Missing.IsEmpty)
        {
            int needed = _first.Length + _second.Length - _pairs.Length;
            yield return $"Nessuna scelta di {wanted} Spoke dà una sede a tutte le {_first.Length + _second.Length} aree che non ne hanno: ne servono almeno {needed}, nei "
                + "limiti di spesa e di reti indicati. Aumentare il numero o la spesa, oppure togliere il vincolo.";
        }

        if (_request.Balance)
            yield return $"Equilibrio fra le ATS: i nuovi Spoke di ciascuna non superano la sua parte in proporzione {_state.Snapshot.Choice.Words.ToThe} "
                + "(metodo dei maggiori resti). È un criterio di pianificazione, non previsto dall'atto.";
    }
}

/// <summary>The best set of so many Spokes.</summary>
/// <param name="Set">Null when the constraints allow none.</param>
/// <param name="Objective">Residents within their limit, or resident-minutes.</param>
/// <param name="Bound">What no set can exceed, or fall below.</param>
/// <param name="Proved">Whether all is proved best, what comes after the objective too.</param>
/// <param name="Search">Alternates and nodes.</param>
internal sealed record ReachResult(ImmutableArray<int>? Set, double Objective, double Bound, bool Proved, PlanResult Search);
