using System.Collections.Frozen;
using System.Runtime.InteropServices;
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
    private readonly FrozenDictionary<AreaLevel, ImmutableArray<UnitGap>> _gaps;

    private CoverageState(
        TerritorySnapshot snapshot,
        RuleSet rules,
        ITravelSource travel,
        double? limitMinutes,
        CoverageState? previous,
        KnownTerritory? known)
    {
        (Snapshot, Rules, Travel, LimitMinutes) = (snapshot, rules, travel, limitMinutes);
        AreaLevel[] levels = Enum.GetValues<AreaLevel>();
        _verdicts = levels.ToFrozenDictionary(level => level, level => VerdictRules.Evaluate(snapshot, rules, level));
        Findings = NetworkRules.Evaluate(snapshot);
        Combined = CombinedRules.Evaluate(snapshot, Verdicts(AreaLevel.Ambito), Verdicts(AreaLevel.Distretto));

        Table = TravelTable.Build(travel, snapshot, snapshot.Sites.Select(s => TravelTable.PlaceOf(snapshot, s)), previous?.Table);
        PointsOfComune = GroupPoints(snapshot);
        double?[] limits = GapMeasures.Limits(snapshot, rules, limitMinutes);
        Known = known ?? KnownTerritory.Of(snapshot, Verdicts);
        Points = new PointGaps(snapshot, NearestSites.Find(snapshot, Table), limits, Known);
        Comuni = GapMeasures.Comuni(snapshot, Points, PointsOfComune, limits, Known);
        _gaps = levels.ToFrozenDictionary(
            level => level,
            level => snapshot.Units(level).Zip(Known.Areas(level), (unit, area) => GapMeasures.OfUnit(unit, area, Points, PointsOfComune, Comuni)).ToImmutableArray());
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
    public PointGaps Points { get; private set; }

    /// <summary>By code of the comune.</summary>
    public ImmutableArray<ComuneGap> Comuni { get; }

    internal TravelTable Table { get; }

    /// <summary>Positions in <see cref="Points"/> of the points of each comune.</summary>
    internal ImmutableArray<int>[] PointsOfComune { get; }

    /// <summary>Computes everything. With <paramref name="previous"/>, travel to sedi that did not move is not asked again.</summary>
    /// <param name="snapshot">What is known.</param>
    /// <param name="travel">Where times come from.</param>
    /// <param name="limitMinutes">One limit for all, minutes; null for the limits of the SNAI classes.</param>
    /// <param name="previous">A state to take travel costs from, where its points and the fingerprint of its source are the same.</param>
    /// <param name="known">Where figures can be given, when sedi are only left out of what is known of the same comuni; null to tell it from the verdicts.</param>
    /// <exception cref="CoverageInputException">The limit is not a positive number.</exception>
    public static CoverageState Compute(
        TerritorySnapshot snapshot,
        RuleSet rules,
        ITravelSource travel,
        double? limitMinutes = null,
        CoverageState? previous = null,
        KnownTerritory? known = null)
    {
        if (limitMinutes is { } limit && !(double.IsFinite(limit) && limit > 0))
            throw new CoverageInputException($"Il limite di {limit} minuti non è valido: indicare un numero maggiore di zero.");
        return new CoverageState(snapshot, rules, travel, limitMinutes, previous, known);
    }

    /// <summary>
    /// The same state where only some residents count in <see cref="Points"/>: whom a question of siting is about. Verdicts and gaps of
    /// comuni and areas stay.
    /// </summary>
    public CoverageState Counting(Func<Membership?, bool> whose)
    {
        var state = (CoverageState)MemberwiseClone();
        bool[] counts = [.. Snapshot.Comuni.Select(c => whose(Snapshot.MembershipOf(c.Code)))];
        state.Points = Points.Counting(counts);
        return state;
    }

    /// <summary>The state with another list of sedi in place of its own.</summary>
    /// <param name="set">Of the same name.</param>
    /// <param name="known">Where figures can be given, where the list does not change it; null to tell it from the list.</param>
    internal CoverageState WithSet(SiteSet set, KnownTerritory? known = null)
    {
        TerritoryContent content = Snapshot.Content with { SiteSets = [.. Snapshot.Content.SiteSets.Select(s => s.Name == set.Name ? set : s)] };
        return Compute(TerritorySnapshot.Create(content, set.Name, Snapshot.AsOf), Rules, Travel, LimitMinutes, this, known);
    }

    /// <summary>R1 for every unit of a level (Ambito, Distretto, Asst, Ats, Regione), by code.</summary>
    public ImmutableArray<UnitVerdict> Verdicts(AreaLevel level) => _verdicts[level];

    /// <summary>Gaps of every unit of a level, by code.</summary>
    public ImmutableArray<UnitGap> Gaps(AreaLevel level) => _gaps[level];

    /// <summary>The points of one comune, by id.</summary>
    /// <param name="comune">Position in <see cref="TerritorySnapshot.Comuni"/>.</param>
    public IEnumerable<PointGap> PointsOf(int comune) => PointsOfComune[comune].Select(i => Points[i]);

    /// <summary>Where the residents of a demand point set out from.</summary>
    public Place PlaceOf(PlacedDemand demand) => TravelTable.PlaceOf(Snapshot, demand);

    /// <summary>Where a trip to a sede ends.</summary>
    public Place PlaceOf(ActiveSite site) => TravelTable.PlaceOf(Snapshot, site);

    private static ImmutableArray<int>[] GroupPoints(TerritorySnapshot snapshot)
    {
        PlacedDemands demand = snapshot.Demand;
        int[] counts = new int[snapshot.Comuni.Length];
        for (int i = 0; i < demand.Length; i++)
            counts[demand.ComuneOf(i)]++;
        int[][] groups = [.. counts.Select(n => new int[n])];
        Array.Clear(counts);
        for (int i = 0; i < demand.Length; i++)
        {
            int comune = demand.ComuneOf(i);
            groups[comune][counts[comune]++] = i;
        }

        return [.. groups.Select(ImmutableCollectionsMarshal.AsImmutableArray)];
    }
}
