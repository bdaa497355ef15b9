using System.Collections.Frozen;

namespace CentriFamiglia.Coverage.Territory.Snapshot;

/// <summary>What of a <see cref="TerritorySnapshot"/> rests on no sede: shared by all that have other sedi on it. Immutable.</summary>
internal sealed class SnapshotGround
{
    private readonly FrozenDictionary<AreaLevel, ImmutableArray<TerritoryUnit>> _units;
    private readonly FrozenDictionary<AreaLevel, Lazy<ImmutableArray<Area>>> _areas;

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
        DemandIsOnePointPerComune = content.DemandPoints.IsEmpty;
        AreaLevel[] levels = Enum.GetValues<AreaLevel>();
        _units = levels.ToFrozenDictionary(level => level, level => SnapshotUnits.Build(level, Comuni, Memberships, notes));
        ImmutableArray<Area> stored = content.Areas;
        _areas = levels.ToFrozenDictionary(
            level => level,
            level => new Lazy<ImmutableArray<Area>>(() => level == AreaLevel.Regione
                ? SnapshotUnits.Region(Comuni, Units(level)[0], Areas(AreaLevel.Ats))
                : SnapshotUnits.Areas(level, Comuni, Units(level), stored)));
        (NotesOfMemberships, Notes) = ([.. ofMemberships], [.. notes]);
    }

    public DateOnly AsOf { get; }

    /// <summary>By code.</summary>
    public ImmutableArray<Comune> Comuni { get; }

    /// <summary>Of each comune its position in <see cref="Comuni"/>.</summary>
    public FrozenDictionary<ComuneCode, int> ComuneIndex { get; }

    /// <summary>Those that hold at <see cref="AsOf"/>, by comune.</summary>
    public FrozenDictionary<ComuneCode, Membership> Memberships { get; }

    /// <summary>By id.</summary>
    public PlacedDemands Demand { get; }

    public bool DemandIsOnePointPerComune { get; }

    public ImmutableArray<SnapshotNote> NotesOfMemberships { get; }

    /// <summary>All others: of comuni, points and units.</summary>
    public ImmutableArray<SnapshotNote> Notes { get; }

    /// <summary>By code.</summary>
    public ImmutableArray<TerritoryUnit> Units(AreaLevel level) => _units[level];

    /// <summary>By code; dissolved when first asked for.</summary>
    public ImmutableArray<Area> Areas(AreaLevel level) => _areas[level].Value;
}
