using System.Collections.Frozen;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Access;

/// <summary>
/// Everything that follows from one snapshot, one rule set and one travel source: verdicts, findings and gaps. A pure function of
/// its inputs, immutable, safe to share between threads.
/// </summary>
public sealed class CoverageState
{
    private readonly FrozenDictionary<AreaLevel, ImmutableArray<UnitVerdict>> _verdicts;
    private readonly MadeOnce<Journeys> _journeys;
    private readonly bool _knowsByItself;
    private PointGaps? _counted;

    /// <param name="known">Null to tell it from the verdicts.</param>
    /// <param name="before">The same ground with other sedi, whose journeys are changed by what the sedi change; null to ask for all.</param>
    /// <param name="table">Where travel costs may be taken from, when all are asked for; null for none.</param>
    private CoverageState(
        TerritorySnapshot snapshot, RuleSet rules, ITravelSource travel, double? limitMinutes, KnownTerritory? known, CoverageState? before, TravelTable? table)
    {
        (Snapshot, Rules, Travel, LimitMinutes) = (snapshot, rules, travel, limitMinutes);
        AreaLevel[] levels = Enum.GetValues<AreaLevel>();
        _verdicts = levels.ToFrozenDictionary(level => level, level => VerdictRules.Evaluate(snapshot, rules, level));
        Findings = NetworkRules.Evaluate(snapshot);
        Combined = CombinedRules.Evaluate(snapshot, Verdicts(AreaLevel.Ambito), Verdicts(AreaLevel.Distretto));

        _knowsByItself = known is null;
        Known = known ?? (before is not null && KnowsTheSame(before) ? before.Known : KnownTerritory.Of(snapshot, Verdicts));
        Journeys? changed = before?._journeys.Value.With(before, this);
        _journeys = new MadeOnce<Journeys>(() => changed ?? Journeys.Of(this, table));
    }

    public TerritorySnapshot Snapshot { get; }

    public RuleSet Rules { get; }

    public ITravelSource Travel { get; }

    /// <summary>Minutes, one limit for all; null: the limit of each comune's SNAI class.</summary>
    public double? LimitMinutes { get; }

    /// <summary>R2 and R3, sorted by kind of subject, subject, rule.</summary>
    public ImmutableArray<RuleFinding> Findings { get; }

    /// <summary>R1 under both readings: one row per ATS by code, the whole region last.</summary>
    public ImmutableArray<CombinedReading> Combined { get; }

    /// <summary>Where figures can be given at all.</summary>
    public KnownTerritory Known { get; }

    /// <summary>By id of the point.</summary>
    public PointGaps Points => _counted ?? _journeys.Value.Points;

    /// <summary>By code of the comune.</summary>
    public ImmutableArray<ComuneGap> Comuni => _journeys.Value.Comuni;

    internal TravelTable Table => _journeys.Value.Table;

    /// <summary>Positions in <see cref="Points"/> of the points of each comune.</summary>
    internal ImmutableArray<int>[] PointsOfComune => _journeys.Value.PointsOfComune;

    /// <summary>
    /// Computes verdicts and findings, and travel when it is first asked for. With <paramref name="previous"/>, travel to sedi that did not
    /// move is not asked again.
    /// </summary>
    /// <param name="snapshot">What is known.</param>
    /// <param name="travel">Where times come from.</param>
    /// <param name="limitMinutes">One limit for all, minutes; null for the limits of the SNAI classes.</param>
    /// <param name="previous">A state to take travel costs from, where its points and the fingerprint of its source are the same.</param>
    /// <exception cref="CoverageInputException">The limit is not a positive number.</exception>
    public static CoverageState Compute(
        TerritorySnapshot snapshot, RuleSet rules, ITravelSource travel, double? limitMinutes = null, CoverageState? previous = null)
    {
        if (limitMinutes is { } limit && !(double.IsFinite(limit) && limit > 0))
            throw new CoverageInputException($"Il limite di {limit} minuti non è valido: indicare un numero maggiore di zero.");
        // What nobody asked the previous state is not asked for its sake; its table alone is held, never a chain of states.
        TravelTable? table = previous is { _journeys.IsMade: true } ? previous.Table : null;
        return new CoverageState(snapshot, rules, travel, limitMinutes, known: null, before: null, table);
    }

    /// <summary>
    /// The same state where only some residents count in <see cref="Points"/>: whom a question of siting is about. Verdicts and gaps of
    /// comuni and areas stay.
    /// </summary>
    public CoverageState Counting(Func<Membership?, bool> whose)
    {
        var state = (CoverageState)MemberwiseClone();
        bool[] counts = [.. Snapshot.Comuni.Select(c => whose(Snapshot.MembershipOf(c.Code)))];
        state._counted = Points.Counting(counts);
        return state;
    }

    /// <summary>
    /// The state with another list of sedi in place of its own, by what they change: a point whose nearest sede stays looks at the new ones
    /// alone, one whose nearest goes looks at all; a comune, and an area, none of whose points changed keeps its figures. Equal to computing
    /// everything anew.
    /// </summary>
    /// <param name="set">Of the same name.</param>
    /// <param name="known">Where figures can be given, where the list does not change it; null to tell it from the list.</param>
    public CoverageState WithSet(SiteSet set, KnownTerritory? known = null) =>
        new(Snapshot.With(set), Rules, Travel, LimitMinutes, known, before: this, table: null);

    /// <summary>R1 for every unit of a level (Ambito, Distretto, Asst, Ats, Regione), by code.</summary>
    public ImmutableArray<UnitVerdict> Verdicts(AreaLevel level) => _verdicts[level];

    /// <summary>Gaps of every unit of a level, by code.</summary>
    public ImmutableArray<UnitGap> Gaps(AreaLevel level) => _journeys.Value.Gaps[level];

    /// <summary>The points of one comune, by id.</summary>
    /// <param name="comune">Position in <see cref="TerritorySnapshot.Comuni"/>.</param>
    public IEnumerable<PointGap> PointsOf(int comune) => PointsOfComune[comune].Select(i => Points[i]);

    /// <summary>Where the residents of a demand point set out from.</summary>
    public Place PlaceOf(PlacedDemand demand) => TravelTable.PlaceOf(Snapshot, demand);

    /// <summary>Where a trip to a sede ends.</summary>
    public Place PlaceOf(ActiveSite site) => TravelTable.PlaceOf(Snapshot, site);

    /// <summary>Whether the same areas are NON_CARICATO and the lists are complete for the same ATS: all that is known rests on these.</summary>
    private bool KnowsTheSame(CoverageState before) =>
        before._knowsByItself
        && Snapshot.Set.CompleteFor.SequenceEqual(before.Snapshot.Set.CompleteFor)
        && _verdicts.All(level => level.Value.Zip(before.Verdicts(level.Key)).All(p => p.First.Verdict == Verdict.NonCaricato == (p.Second.Verdict == Verdict.NonCaricato)));
}
