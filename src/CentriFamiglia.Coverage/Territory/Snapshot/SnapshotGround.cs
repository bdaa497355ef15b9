using System.Collections.Frozen;
using CentriFamiglia.Coverage.Territory.Need;

namespace CentriFamiglia.Coverage.Territory.Snapshot;

/// <summary>What of a <see cref="TerritorySnapshot"/> rests on no sede: shared by all that have other sedi on it. Immutable.</summary>
internal sealed class SnapshotGround
{
    private readonly FrozenDictionary<AreaLevel, ImmutableArray<TerritoryUnit>> _units;
    private readonly FrozenDictionary<AreaLevel, Lazy<ImmutableArray<Area>>> _areas;
    private readonly Lazy<long[]> _weights;

    /// <param name="content">Whose sedi do not matter.</param>
    /// <param name="asOf">The date at which memberships must hold.</param>
    public SnapshotGround(TerritoryContent content, DateOnly asOf)
    {
        List<SnapshotNote> ofMemberships = [], notes = [];
        AsOf = asOf;
        Comuni = SnapshotBuild.SortedBy(content.Comuni, c => c.Code);
        ComuneIndex = Comuni.Select((c, i) => (c.Code, i)).ToFrozenDictionary(p => p.Code, p => p.i);
        Memberships = SnapshotBuild.Memberships(content.Memberships, asOf, ComuneIndex, ofMemberships);
        Demand = SnapshotDemand.Of(content, Comuni, ComuneIndex, notes);
        DemandIsOnePointPerComune = !Enumerable.Range(0, Comuni.Length).Any(Demand.HasOwnPoints);
        AreaLevel[] levels = Enum.GetValues<AreaLevel>();
        _units = levels.ToFrozenDictionary(level => level, level => SnapshotUnits.Build(level, Comuni, Memberships, notes));
        ImmutableArray<Area> stored = content.Areas;
        _areas = levels.ToFrozenDictionary(
            level => level,
            level => new Lazy<ImmutableArray<Area>>(() => level == AreaLevel.Regione
                ? SnapshotUnits.Region(Comuni, Units(level)[0], Areas(AreaLevel.Ats))
                : SnapshotUnits.Areas(level, Comuni, Units(level), stored)));
        (NotesOfMemberships, Notes) = ([.. ofMemberships], [.. notes]);
        _weights = new Lazy<long[]>(WeightsOfComuni);
    }

    private SnapshotGround(SnapshotGround other)
    {
        _weights = new Lazy<long[]>(WeightsOfComuni);
        (_units, _areas, AsOf, Comuni, ComuneIndex, Memberships) = (other._units, other._areas, other.AsOf, other.Comuni, other.ComuneIndex, other.Memberships);
        (Demand, DemandIsOnePointPerComune, NotesOfMemberships, Notes) = (other.Demand, other.DemandIsOnePointPerComune, other.NotesOfMemberships, other.Notes);
    }

    public DateOnly AsOf { get; }

    /// <summary>By code.</summary>
    public ImmutableArray<Comune> Comuni { get; }

    /// <summary>Of each comune its position in <see cref="Comuni"/>.</summary>
    public FrozenDictionary<ComuneCode, int> ComuneIndex { get; }

    /// <summary>Those that hold at <see cref="AsOf"/>, by comune.</summary>
    public FrozenDictionary<ComuneCode, Membership> Memberships { get; }

    /// <summary>By id.</summary>
    public PlacedDemands Demand { get; private init; }

    /// <summary>What <see cref="Demand"/> weighs.</summary>
    public DemandChoice Choice { get; private init; } = DemandChoice.Residents;

    /// <summary>Of each comune whether what was chosen is not known of a point of it, which weighs nothing; null while residents are weighed.</summary>
    public bool[]? Unweighed { get; private init; }

    public bool DemandIsOnePointPerComune { get; }

    public ImmutableArray<SnapshotNote> NotesOfMemberships { get; }

    /// <summary>All others: of comuni, points and units.</summary>
    public ImmutableArray<SnapshotNote> Notes { get; private init; }

    /// <summary>What a comune's points weigh together, rounded to whole.</summary>
    public long WeightOf(int comune) => _weights.Value[comune];

    /// <summary>The same ground with other weights.</summary>
    public SnapshotGround Weighing(DemandChoice choice)
    {
        bool[] unweighed = new bool[Comuni.Length];
        double[] weights = WeighedDemand.Weights(Demand, choice, Comuni, unweighed);
        IEnumerable<SnapshotNote> notes = Comuni.Where((_, i) => unweighed[i]).Select(c => new SnapshotNote("comune-senza-domanda", c.Code.Value,
            $"Di {c.Name} ({c.Code}) non si sa quanti siano {choice.Words.The}: il comune pesa zero. {choice.Words.Cure}"));
        return new SnapshotGround(this)
        {
            Demand = Demand.Weighing(weights),
            Choice = choice,
            Unweighed = unweighed,
            Notes = [.. Notes, .. notes],
        };
    }

    /// <summary>By code.</summary>
    public ImmutableArray<TerritoryUnit> Units(AreaLevel level) => _units[level];

    /// <summary>By code; dissolved when first asked for.</summary>
    public ImmutableArray<Area> Areas(AreaLevel level) => _areas[level].Value;

    private long[] WeightsOfComuni()
    {
        double[] weights = new double[Comuni.Length];
        for (int i = 0; i < Demand.Length; i++)
            weights[Demand.ComuneOf(i)] += Demand.ResidentsOf(i);
        return [.. weights.Select(w => (long)Math.Round(w, MidpointRounding.AwayFromZero))];
    }
}
