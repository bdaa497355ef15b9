using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Siting;

/// <summary>One run over one or two levels.</summary>
internal sealed class SuggestionRun
{
    private readonly CoverageState _state;
    private readonly string? _ats;
    private readonly int _maxSpokes;
    private readonly double _reach;
    private readonly Baseline _baseline;
    private readonly HubLoads _hubs;
    private readonly SuggestionAudit _audit;
    private readonly SuggestionLedger _ledger;
    private readonly List<Suggestion> _suggestions = [];
    private int?[] _auditBase;

    public SuggestionRun(CoverageState state, SuggestionRequest request, string? ats)
    {
        (_state, _ats, _maxSpokes) = (state, ats, request.MaxSpokes ?? int.MaxValue);
        _reach = request.ReachMinutes ?? state.Rules.Planning.HubReachMinutes;
        _baseline = new Baseline(state);
        _hubs = new HubLoads(state, _reach);
        _audit = new SuggestionAudit(state);
        _ledger = new SuggestionLedger(state.Snapshot);
        _auditBase = _audit.Standing;
    }

    /// <summary>Proposes for the units of one level, counting the proposals already made.</summary>
    public void Serve(AreaLevel level)
    {
        ImmutableArray<UnitVerdict> asked = [.. _state.Verdicts(level).Where(v => _ats is null || v.Unit.Ats == _ats)];
        _ledger.NotLoaded(level, asked.Count(v => v.Verdict == Verdict.NonCaricato));
        HashSet<ComuneCode> served = [.. _suggestions.Select(s => s.Comune.Code)];
        var choices = new List<(UnitChoice Choice, SitingGain Gain)>();
        foreach (UnitVerdict verdict in asked.Where(v => v.Verdict is Verdict.Scoperto or Verdict.Competenza))
        {
            if (verdict.Unit.Comuni.Any(c => served.Contains(_state.Snapshot.Comuni[c].Code)))
                continue;
            UnitChoice choice = UnitChoice.Enumerate(_state, _baseline, verdict);
            _ledger.Enumerated(choice);
            if (!choice.Best.IsEmpty)
                choices.Add((choice, _baseline.GainOf(PlaceOf(choice.Best[0]))));
        }

        int before = _suggestions.Count;
        foreach ((UnitChoice choice, SitingGain gain) in choices
            .OrderByDescending(c => c.Gain.ResidentSeconds).ThenByDescending(c => c.Gain.Residents)
            .ThenBy(c => c.Choice.Verdict.Unit.Code, StringComparer.Ordinal))
        {
            if (Propose(choice, gain) is { } suggestion)
                _suggestions.Add(suggestion);
        }

        Place[] places = [.. _suggestions.Skip(before).Select(s => Baseline.SeatOf(s.Comune))];
        foreach (Place place in places)
            _baseline.Add(place);
        _auditBase = SuggestionAudit.Least(_auditBase, _audit.LeastSeconds(places));
    }

    public SuggestionResult Result()
    {
        Place[] places = [.. _suggestions.Select(s => Baseline.SeatOf(s.Comune))];
        SitingGain together = _baseline.GainSince(_state);
        SitingGain audited = _audit.Gain(_audit.Standing, places);
        SuggestionAudit.Same("residents gained together", together.Residents, audited.Residents);
        SuggestionAudit.Same("resident-seconds saved together", together.ResidentSeconds, audited.ResidentSeconds);
        ImmutableArray<string> unreachable = [.. _ledger.PointsOfUnits(_state).Where(i => _baseline[i] is null)
            .Select(i => _state.Points[i].Demand.Point.Id.Value).Order(StringComparer.Ordinal)];
        ImmutableArray<Suggestion> rows =
        [
            .. _suggestions.OrderBy(s => s.Comune.Code).ThenBy(s => s.Unit.Level).ThenBy(s => s.Unit.Code, StringComparer.Ordinal),
        ];
        return new SuggestionResult(
            rows,
            _ledger.Certificate(rows, unreachable),
            together.Residents,
            GapMeasures.Rounded(together.ResidentMinutes),
            _ledger.Notes);
    }

    private Suggestion? Propose(UnitChoice choice, SitingGain gain)
    {
        Comune comune = _state.Snapshot.Comuni[choice.Best[0]];
        Membership membership = _state.Snapshot.MembershipOf(comune.Code)!;
        Place place = Baseline.SeatOf(comune);
        HubChoice hub = _hubs.Find(place, membership);
        if (hub.Hub is not null)
        {
            if (_ledger.Spokes >= _maxSpokes)
            {
                _ledger.LeftOut(choice);
                return null;
            }

            _hubs.Take(hub.Hub, membership);
        }

        UnitValue standing = UnitChoice.Standing(_state, _baseline, choice.Verdict.Unit);
        Suggestion suggestion = Build(choice, gain, comune, membership, hub, standing);
        Audit(suggestion, place, gain);
        _ledger.Proposed(choice, suggestion.Kind);
        return suggestion;
    }

    private Suggestion Build(
        UnitChoice choice, SitingGain gain, Comune comune, Membership membership, HubChoice hub, UnitValue standing) => new()
        {
            Kind = hub.Hub is null ? SuggestionKind.Hub : SuggestionKind.Spoke,
            Comune = comune,
            Membership = membership,
            Unit = choice.Verdict.Unit,
            Network = hub.Hub?.Site.Network,
            Hub = hub.Hub?.Site.Id,
            HubMinutes = hub.Cost?.Minutes,
            ResidentsGained = gain.Residents,
            ResidentMinutesSaved = GapMeasures.Rounded(gain.ResidentMinutes),
            ResidentsReached = gain.Reached,
            UnitMeanMinutesBefore = standing.MeanMinutes,
            UnitMeanMinutesAfter = choice.Value.MeanMinutes,
            Reason = SuggestionWords.Reason(choice, comune, hub, hub.Hub is null ? SpokesElsewhere(choice) : [], standing),
            Clause = _state.Rules.Cite(hub.Hub is null ? "R6" : "R4"),
            Demonstration = choice.Verdict.Demonstration || _state.Snapshot.Sites.Any(s => s.Site.Demonstration),
            Lon = comune.Seat!.Lon,
            Lat = comune.Seat.Lat,
        };

    // The other comuni of the unit that a network could take in, nearest Hub first, three at most.
    private ImmutableArray<string> SpokesElsewhere(UnitChoice choice) =>
    [
        .. choice.Verdict.Unit.Comuni
            .Where(c => c != choice.Best[0])
            .Select(c => _state.Snapshot.Comuni[c])
            .Where(comune => comune.Seat is not null)
            .Select(comune => (Comune: comune, Choice: _hubs.Find(Baseline.SeatOf(comune), _state.Snapshot.MembershipOf(comune.Code)!)))
            .Where(found => found.Choice.Hub is not null)
            .OrderBy(found => found.Choice.Cost?.Seconds).ThenBy(found => found.Comune.Code)
            .Take(3)
            .Select(found => $"{found.Comune.Name} (rete {found.Choice.Hub!.Site.Network}, Hub a {ItalianNumber.Minutes(found.Choice.Cost!.Value.Minutes)} minuti)"),
    ];

    private void Audit(Suggestion suggestion, Place place, SitingGain gain)
    {
        SitingGain again = _audit.Gain(_auditBase, [place]);
        string what = $"{suggestion.Comune.Code} for {suggestion.Unit.Code}";
        SuggestionAudit.Same($"residents gained by {what}", gain.Residents, again.Residents);
        SuggestionAudit.Same($"resident-seconds saved by {what}", gain.ResidentSeconds, again.ResidentSeconds);
        SuggestionAudit.Same($"residents reached by {what}", gain.Reached, again.Reached);
        SuggestionAudit.Same($"mean before {what}", suggestion.UnitMeanMinutesBefore, _audit.MeanMinutes(_auditBase, suggestion.Unit));
        int?[] after = SuggestionAudit.Least(_auditBase, _audit.LeastSeconds([place]));
        SuggestionAudit.Same($"mean after {what}", suggestion.UnitMeanMinutesAfter, _audit.MeanMinutes(after, suggestion.Unit));
    }

    private Place PlaceOf(int comune) => Baseline.SeatOf(_state.Snapshot.Comuni[comune]);
}
