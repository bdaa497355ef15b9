using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Networks;
using CentriFamiglia.Coverage.Travel;
using CentriFamiglia.Coverage.Territory.Need;

namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>Puts a choice into rows: networks, figures each counted twice, reasons.</summary>
internal sealed class SuggestionBuilder
{
    private readonly CoverageState _state;
    private readonly Choice _choice;
    private readonly double _reach;
    private readonly CandidatePlace[] _chosen;
    private readonly int[] _hubs;
    private readonly Dictionary<int, int> _newHubs;
    private readonly Baseline _before;
    private readonly DemandScore _standing;
    private readonly SuggestionAudit _audit;
    private readonly int?[] _after;
    private readonly CoverageState? _elsewhere;
    private readonly SuggestionAudit? _elsewhereAudit;
    private readonly int[] _needed;
    private readonly int[] _ranks;
    private readonly UnitVerdict[][] _units;

    /// <param name="state">With the residents that count.</param>
    /// <param name="choice">What was chosen.</param>
    /// <param name="reach">How far from its Hub a Spoke may be, minutes.</param>
    /// <param name="without">Units of the level asked for that have no sede today, whether or not the goal asks for one.</param>
    /// <param name="elsewhere">With the residents that do not count; null where all do.</param>
    public SuggestionBuilder(CoverageState state, Choice choice, double reach, ImmutableArray<UnitVerdict> without, CoverageState? elsewhere)
    {
        (_state, _choice, _reach, _elsewhere) = (state, choice, reach, elsewhere);
        _chosen = [.. choice.Chosen.Select(o => choice.Model.Options[o])];
        _units = [.. _chosen.Select(o => without.Where(u => u.Unit.Comuni.Contains(o.Comune)).ToArray())];
        _hubs = choice.Model.Reach.Networks.Assign(_chosen);
        _newHubs = GroupNewHubs();
        _before = new Baseline(state);
        _standing = new DemandScore(state.Points, []);
        _elsewhereAudit = elsewhere is null ? null : new SuggestionAudit(elsewhere);
        bool cover = choice.Problem != "time";
        _needed = ProposalOrder.Needed(_standing, _chosen, lost => cover ? lost.Within > 0 : lost.Saved > 0);
        _ranks = ProposalOrder.Ranks(_standing, _chosen, _needed, cover);
        if (choice.Status != "infeasible" && choice.Fixed.Except(choice.Chosen).Any())
            throw new InvalidOperationException("A place that must be opened is not among the proposals.");
        _audit = new SuggestionAudit(state);
        _after = _audit.With(Places);
    }

    private CandidateModel Model => _choice.Model;

    private Place[] Places => [.. _chosen.Select(o => o.Place)];

    public SuggestionResult Result()
    {
        ImmutableArray<Suggestion> rows = [.. Enumerable.Range(0, _chosen.Length).Select(Build)];
        var together = new Baseline(_state);
        foreach (Place place in Places)
            together.Add(place);
        SitingGain all = together.GainSince(_state);
        SitingGain again = _audit.Gain(_audit.Standing, Places);
        SuggestionAudit.Same("residents gained together", all.Residents, again.Residents);
        SuggestionAudit.Same("resident-seconds saved together", all.ResidentSeconds, again.ResidentSeconds);
        AuditObjective();
        return new SuggestionResult(
            rows, Certificate(rows), all.Residents, GapMeasures.Rounded(all.ResidentMinutes), rows.SelectMany(r => r.Units).Select(u => (u.Level, u.Code)).Distinct().Count(),
                [.. _choice.Notes, .. Enough()])
        {
            Effects = AuditedEffects(rows, all),
            ResidentsGainedElsewhereTogether = Elsewhere(Places),
        };
    }

    /// <summary>How many of the proposals the goal needs, where it does not need them all.</summary>
    private IEnumerable<string> Enough()
    {
        if (_needed.Length == _chosen.Length || _choice.Problem == "units")
            yield break;
        string more = _choice.Problem == "time" ? "nessun minuto in meno" : "nessun residente in più entro il limite";
        string sure = _choice.Status == "optimal" ? "" : ", in questa scelta";
        string others = _choice.Problem == "time" ? "; le proposte che non servono sono segnate e in fondo all'ordine."
            : _chosen.Length - _needed.Length == 1 ? ": l'altra proposta risparmia solo minuti, e sta in fondo all'ordine."
            : ": le altre proposte risparmiano solo minuti, e stanno in fondo all'ordine.";
        yield return $"{SuggestionWords.Enough(_needed.Length, more)}{sure}{others}";
    }

    /// <summary>What the residents that do not count gain from these places, counted twice.</summary>
    private double Elsewhere(Place[] places)
    {
        if (_elsewhere is null || _elsewhereAudit is null)
            return 0;
        var others = new Baseline(_elsewhere);
        foreach (Place place in places)
            others.Add(place);
        double gained = others.GainSince(_elsewhere).Residents;
        SuggestionAudit.Same("residents gained elsewhere", gained, _elsewhereAudit.Gain(_elsewhereAudit.Standing, places).Residents);
        return gained;
    }

    /// <summary>The effects on all comuni add up to those of the proposals.</summary>
    private ImmutableArray<ComuneEffect> AuditedEffects(ImmutableArray<Suggestion> rows, SitingGain all)
    {
        ImmutableArray<ComuneEffect> effects = ComuneEffect.Of(_state, rows);
        SuggestionAudit.Same("residents gained over all comuni", effects.Sum(e => e.WithinAfter - e.WithinBefore), all.Residents);
        return effects;
    }

    private SitingCertificate Certificate(ImmutableArray<Suggestion> rows) => new(
        Problem: _choice.Problem,
        Status: _choice.Status,
        Objective: _choice.Objective is { } objective ? GapMeasures.Rounded(objective) : null,
        Bound: _choice.Bound is { } bound ? GapMeasures.Rounded(bound) : null,
        Gap: _choice.Objective is { } o && _choice.Bound is { } b ? (o == b ? 0 : Math.Abs(o - b) / Math.Max(Math.Abs(o), Math.Abs(b))) : null,
        Sites: [.. rows.Select(r => r.Candidate?.Id ?? r.Comune.Code.Value)],
        CandidatesConsidered: _choice.Considered,
        Alternates: [.. _choice.Alternates.Select(a => a.Select(i => Model.Options[i].Key(_state.Snapshot)).ToImmutableArray())],
        AlternatesComplete: _choice.AlternatesComplete,
        UnreachableDemands: [.. Enumerable.Range(0, _after.Length).Where(i => _after[i] is null && _state.Points[i].IsCounted).Select(i => _state.Points[i].Demand.Point.Id.Value)
            .Order(StringComparer.Ordinal)],
        Nodes: _choice.Nodes,
        SecondaryProved: _choice.SecondaryProved)
    {
        Dropped = [.. _choice.Dropped.Where(d => d.Count > 0)],
        Fixed = [.. _choice.Fixed.Select(o => Model.Options[o].Key(_state.Snapshot))],
    };

    /// <summary>The goal's own figure again, from the list of open places alone.</summary>
    private void AuditObjective()
    {
        if (_choice.Objective is null)
            return;
        if (_choice.Problem == "cover")
            SuggestionAudit.Same("residents within their limit", _choice.Objective, _audit.Within(_after));
        else if (_choice.Problem == "time")
            SuggestionAudit.Same("resident-seconds", _choice.Objective * 60, _audit.Total(_after, _audit.Standing));
    }

    private Suggestion Build(int at)
    {
        CandidatePlace option = _chosen[at];
        Comune comune = _state.Snapshot.Comuni[option.Comune];
        SitingGain alone = _before.GainOf(option.Place);
        SitingGain counted = _audit.Gain(_audit.Standing, [option.Place]);
        SuggestionAudit.Same($"residents gained by {comune.Code}", alone.Residents, counted.Residents);
        SuggestionAudit.Same($"resident-seconds saved by {comune.Code}", alone.ResidentSeconds, counted.ResidentSeconds);
        SuggestionAudit.Same($"residents reached by {comune.Code}", alone.Reached, counted.Reached);
        DemandScore others = _standing.With(_chosen.Where((_, other) => other != at));
        (double within, double saved) = others.Gain(option.Nearer);
        UnitVerdict[] verdicts = _units[at];
        TerritoryUnit unit = verdicts.Length > 0 ? verdicts[0].Unit : UnitOf(option);
        (CandidatePlace? hubOption, TravelCost? toHub) = HubOf(at);
        bool isHub = _hubs[at] < 0 && hubOption == option;
        var draft = new Suggestion
        {
            Kind = isHub ? SuggestionKind.Hub : SuggestionKind.Spoke,
            Comune = comune,
            Membership = option.Membership,
            Units = [.. verdicts.Select(v => v.Unit)],
            Unit = unit,
            Network = _hubs[at] >= 0 ? Model.Reach.Hubs[_hubs[at]].Site.Network : null,
            NewHub = _hubs[at] < 0 && !isHub ? _state.Snapshot.Comuni[hubOption!.Comune] : null,
            Hub = _hubs[at] >= 0 ? Model.Reach.Hubs[_hubs[at]].Site.Id : null,
            HubMinutes = isHub ? null : toHub?.Minutes,
            ResidentsGained = alone.Residents,
            ResidentsGainedElsewhere = Elsewhere([option.Place]),
            Rank = _ranks[at],
            Needed = _choice.Problem == "units" || _needed.Contains(at),
            Fixed = IsFixed(at),
            UpperBound = option.Nearer.Any(n => _state.Known.UpperBound(_state.Points[n.Point].ComuneIndex) == true),
            ResidentMinutesSaved = GapMeasures.Rounded(alone.ResidentMinutes),
            ResidentsReached = alone.Reached,
            ComuniGained = ComuniGained(option),
            ResidentsLost = within,
            ResidentMinutesLost = GapMeasures.Rounded(saved / 60),
            Next = IsFixed(at) ? null : Next(at, option, others, (within, saved)),
            UnitMeanMinutesBefore = _audit.MeanMinutes(_audit.Standing, unit),
            UnitMeanMinutesAfter = _audit.MeanMinutes(_after, unit),
            Reason = "",
            Clause = _state.Rules.Cite(isHub ? "R6" : "R4"),
            Candidate = option.Candidate,
            Demonstration = verdicts.Any(v => v.Demonstration) || _state.Snapshot.Sites.Any(s => s.Site.Demonstration),
            Lon = option.Place.Lon,
            Lat = option.Place.Lat,
        };
        string network = isHub ? SuggestionWords.Call(Model.Reach.WhyNone(option), AmbitiOf(at))
            : SuggestionWords.Joins(draft, _state.Snapshot.Networks.FirstOrDefault(n => n.Id == draft.Network));
        DemandWords words = _state.Snapshot.Choice.Words;
        return draft with { Reason = SuggestionWords.Place(draft, verdicts, Rivals(option).Count() + 1, words) + network + SuggestionWords.Worth(draft, UnitsLost(at), words) };
    }

    /// <summary>Units that no other proposal gives a sede to.</summary>
    private int UnitsLost(int at) => _units[at].Except(_units.Where((_, other) => other != at).SelectMany(u => u)).Count();

    private bool IsFixed(int at) => _choice.Fixed.Contains(_choice.Chosen[at]);

    /// <summary>Candidates that could stand in this one's place: those that serve the same units, or any where it serves none.</summary>
    private IEnumerable<CandidatePlace> Rivals(CandidatePlace option) =>
        Model.Options.Where(o => o != option && !_chosen.Contains(o) && option.Units.All(o.Units.Contains) && (!option.Units.IsEmpty || !o.Hubs.IsEmpty));

    private RunnerUp? Next(int at, CandidatePlace option, DemandScore others, (double Within, double Saved) own)
    {
        bool cover = _choice.Problem != "time";
        var best = Rivals(option)
            .Select(o => (Option: o, Gain: others.Gain(o.Nearer), Spoke: o.Hubs.IsEmpty ? 0 : 1))
            .OrderByDescending(o => _hubs[at] >= 0 ? o.Spoke : 0).ThenByDescending(o => cover ? o.Gain.Within : 0).ThenByDescending(o => o.Gain.Saved).ThenBy(o => o.Option.Comune)
            .Select(o => ((CandidatePlace Option, (double Within, double Saved) Gain, int Spoke)?)o).FirstOrDefault();
        return best is { } next
            ? new RunnerUp(
                _state.Snapshot.Comuni[next.Option.Comune], own.Within - next.Gain.Within, GapMeasures.Rounded((own.Saved - next.Gain.Saved) / 60), next.Option.Hubs.IsEmpty)
            : null;
    }

    private int ComuniGained(CandidatePlace option) => option.Nearer
        .Select(n => _state.Points[n.Point].ComuneIndex).Distinct()
        .Count(c => _state.Comuni[c].Beyond == true && _state.PointsOfComune[c].All(i =>
            _state.Points[i].LimitMinutes is { } limit
            && (_state.Points[i].Nearest?.Cost.Within(limit) == true || option.Nearer.Any(n => n.Point == i && n.Seconds <= limit * 60))));

    private Dictionary<int, int> GroupNewHubs()
    {
        int[] alone = [.. Enumerable.Range(0, _chosen.Length).Where(i => _hubs[i] < 0)];
        CandidatePlace[] options = [.. alone.Select(i => _chosen[i])];
        Place[] places = [.. options.Select(o => o.Place)];
        int[] hubOf = NewHubs.Group(options, _state.Travel.Costs(places, places), _reach, _state.Rules.Planning.MaxSpokesPerHub, _state.Rules.Planning.MaxAmbitiPerHub);
        return Enumerable.Range(0, alone.Length).ToDictionary(i => alone[i], i => alone[hubOf[i]]);
    }

    private (CandidatePlace? Hub, TravelCost? Cost) HubOf(int at)
    {
        if (_hubs[at] >= 0)
            return (null, _chosen[at].Hubs.First(h => h.Hub == _hubs[at]).Cost);
        CandidatePlace hub = _chosen[_newHubs[at]];
        return (hub, _state.Travel.Costs([_chosen[at].Place], [hub.Place])[0]);
    }

    private string AmbitiOf(int hub) => string.Join(", ",
        _newHubs.Where(n => n.Value == hub).Select(n => _chosen[n.Key].Membership.Ambito ?? "non dichiarato").Distinct(StringComparer.Ordinal));

    private TerritoryUnit UnitOf(CandidatePlace option) =>
        new[] { AreaLevel.Ambito, AreaLevel.Distretto, AreaLevel.Ats }
            .SelectMany(level => _state.Snapshot.Units(level)).First(u => u.IsLoaded && u.Comuni.Contains(option.Comune));
}
