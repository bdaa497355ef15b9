using CentriFamiglia.Coverage.Territory.Need;

namespace CentriFamiglia.Coverage.Territory.Snapshot;

/// <summary>
/// An immutable view of a <see cref="TerritoryContent"/> with one set of sedi, as of one date, with the indexes that the rules and
/// the measures need. A membership, sede or network that does not hold on that date does not count. Nothing here throws for incomplete
/// content: what cannot be used is told in <see cref="Notes"/>.
/// </summary>
public sealed class TerritorySnapshot
{
    private readonly SnapshotGround _ground;
    private readonly Lazy<string> _hash;

    /// <param name="known">Sedi that may be kept, being the same objects.</param>
    /// <param name="hash">Where it is known already; null to make it.</param>
    private TerritorySnapshot(SnapshotGround ground, TerritoryContent content, SiteSet set, ImmutableArray<ActiveSite> known, Lazy<string>? hash = null)
    {
        (_ground, Content) = (ground, content);
        (Set, Networks, IdleNetworks, Sites, UnplacedSites, Notes) = Place(set, known);
        HasDemonstrationSites = set.Sites.Any(s => s.Demonstration);
        _hash = hash ?? new Lazy<string>(HashOf);
    }

    public TerritoryContent Content { get; }

    /// <summary>The chosen set of sedi and networks, as stored.</summary>
    public SiteSet Set { get; }

    /// <summary>The date at which validity is judged.</summary>
    public DateOnly AsOf => _ground.AsOf;

    /// <summary>
    /// SHA-256 of the content, of the chosen set and of which memberships, sedi and networks hold at <see cref="AsOf"/>, lower-case
    /// hexadecimal: the same for every store and for every order of the input. Areas are left out, being derived.
    /// </summary>
    public string Hash => _hash.Value;

    /// <summary>By code.</summary>
    public ImmutableArray<Comune> Comuni => _ground.Comuni;

    /// <summary>The sedi that count, by id: active, valid at <see cref="AsOf"/>, of no network that is idle then, in a known comune, with finite coordinates.</summary>
    public ImmutableArray<ActiveSite> Sites { get; }

    /// <summary>Active and valid sedi that cannot be placed (unknown comune, coordinates not finite): they count nowhere, and are noted.</summary>
    public ImmutableArray<Site> UnplacedSites { get; }

    /// <summary>Networks of the chosen set that run at <see cref="AsOf"/>, by id.</summary>
    public ImmutableArray<Network> Networks { get; }

    /// <summary>Networks of the chosen set that have not begun or have ended at <see cref="AsOf"/>, by id: they and their sedi do not count.</summary>
    public ImmutableArray<Network> IdleNetworks { get; }

    /// <summary>The demand points that count, by id.</summary>
    public PlacedDemands Demand => _ground.Demand;

    /// <summary>Whose travel <see cref="Demand"/> weighs.</summary>
    public DemandChoice Choice => _ground.Choice;

    /// <summary>True when no comune has points of its own: each is one point, its seat with all its residents.</summary>
    public bool DemandIsOnePointPerComune => _ground.DemandIsOnePointPerComune;

    /// <summary>Whether the chosen set holds made-up sedi.</summary>
    public bool HasDemonstrationSites { get; }

    /// <summary>What could not be used as it stands, and what was done instead.</summary>
    public ImmutableArray<SnapshotNote> Notes { get; }

    /// <summary>Builds the snapshot.</summary>
    /// <param name="content">What the store holds.</param>
    /// <param name="setName">Name of a set of sedi; null for the active one.</param>
    /// <param name="asOf">The date at which memberships and sedi must hold.</param>
    /// <exception cref="CoverageInputException">There is no set of that name.</exception>
    public static TerritorySnapshot Create(TerritoryContent content, string? setName, DateOnly asOf)
    {
        SiteSet set = SnapshotBuild.Choose(content.SiteSets, setName);
        return new TerritorySnapshot(new SnapshotGround(content, asOf), content, set, []);
    }

    /// <summary>The same with another list of sedi in place of its own; what does not rest on sedi is shared, and so is every sede that is the same object.</summary>
    /// <param name="set">Of the same name.</param>
    public TerritorySnapshot With(SiteSet set) => new(_ground, Content.With(set), set, Sites);

    /// <summary>
    /// The same data seen with other weights: a demand point counts what the choice says, where the act's own figures (residents of comuni and
    /// of areas) stay residents. The hash is that of the data, and the same.
    /// </summary>
    public TerritorySnapshot Weighing(DemandChoice choice) =>
        choice.IsResidents ? this : new TerritorySnapshot(_ground.Weighing(choice), Content, Set, Sites, _hash);

    /// <summary>What a comune weighs, whole: its residents, or what was chosen.</summary>
    /// <param name="comune">Position in <see cref="Comuni"/>.</param>
    public long WeightOf(int comune) => Choice.IsResidents ? Comuni[comune].Residents ?? 0 : _ground.WeightOf(comune);

    /// <summary>What a unit weighs, whole.</summary>
    public long WeightOf(TerritoryUnit unit) => Choice.IsResidents ? unit.Residents : unit.Comuni.Sum(WeightOf);

    /// <summary>Whether what is weighed is not known of a comune, which weighs nothing.</summary>
    /// <param name="comune">Position in <see cref="Comuni"/>.</param>
    public bool IsUnweighed(int comune) => _ground.Unweighed is { } unweighed ? unweighed[comune] : Comuni[comune].Residents is null && !Demand.HasOwnPoints(comune);

    /// <summary>Of which year a figure is, and who counted it.</summary>
    public FigureSource SourceOf(DemandFigure figure) => FigureSource.Of(figure, Comuni, Content.DemandPoints);

    /// <summary>The comuni of which what is weighed is not known, where it is not residents.</summary>
    public ImmutableArray<Comune> Unweighed => _ground.Unweighed is { } unweighed ? [.. Comuni.Where((_, i) => unweighed[i])] : [];

    /// <summary>What each point of <see cref="Demand"/> counts of a figure, whatever is weighed; null where not known.</summary>
    public Func<int, double?> Figures(DemandFigure figure)
    {
        (double, int)[] residents = WeighedDemand.OfComuni(Demand, Comuni.Length);
        return index => WeighedDemand.At(Demand, index, figure, Comuni, residents);
    }

    public Comune? FindComune(ComuneCode code) => IndexOf(code) is >= 0 and var index ? Comuni[index] : null;

    /// <summary>Position in <see cref="Comuni"/>; -1 where there is no such comune.</summary>
    public int IndexOf(ComuneCode code) => _ground.ComuneIndex.GetValueOrDefault(code, -1);

    /// <summary>The comune's membership at the snapshot's date; null when none is known.</summary>
    public Membership? MembershipOf(ComuneCode code) => _ground.Memberships.GetValueOrDefault(code);

    /// <summary>Units of a level, by code; one for level Regione.</summary>
    public ImmutableArray<TerritoryUnit> Units(AreaLevel level) => _ground.Units(level);

    /// <summary>Whether the list of sedi is declared complete for every ATS.</summary>
    public bool IsComplete => IsCompleteFor(Units(AreaLevel.Regione)[0]);

    /// <summary>Whether the list of sedi is declared complete for the unit's ATS; for the region, for every ATS.</summary>
    public bool IsCompleteFor(TerritoryUnit unit) => unit.Level == AreaLevel.Regione
        ? Units(AreaLevel.Ats).Any(u => u.IsLoaded) && Units(AreaLevel.Ats).All(u => !u.IsLoaded || Set.IsCompleteFor(u.Name))
        : Set.IsCompleteFor(unit.Ats);

    /// <summary>Whether the list of sedi is declared complete for every ATS that the network states or has a sede in.</summary>
    public bool IsCompleteFor(Network network)
    {
        string?[] ats = [.. Sites.Where(s => s.Site.Network == network.Id).Select(s => s.Ats).Concat(network.Ats is null ? [] : [network.Ats]).Distinct(StringComparer.Ordinal)];
        return ats.Length == 0 ? IsComplete : Array.TrueForAll(ats, Set.IsCompleteFor);
    }

    /// <summary>The ATS of a network, by the name of its unit: the one it states, else that of its Hub, else of a Spoke; null where none is known.</summary>
    public string? AtsOf(Network network)
    {
        string? named = network.Ats ?? Sites.Where(s => s.Site.Network == network.Id).OrderBy(s => s.Site.Role).Select(s => s.Ats).FirstOrDefault(a => a is not null);
        if (named is null)
            return null;
        string code = AreaCode.From(named);
        return Units(AreaLevel.Ats).FirstOrDefault(u => u.IsLoaded && u.Code == code)?.Name ?? named;
    }

    /// <summary>For each comune the position in <see cref="Units"/> of the unit it lies in: one at every level, if only that of the unknown.</summary>
    internal int[] UnitOfComune(AreaLevel level)
    {
        int[] unitOf = new int[Comuni.Length];
        ImmutableArray<TerritoryUnit> units = Units(level);
        for (int u = 0; u < units.Length; u++)
        {
            foreach (int comune in units[u].Comuni)
                unitOf[comune] = u;
        }

        return unitOf;
    }

    /// <summary>
    /// The units of a level with their boundaries, by code: those stored where the members are the same, else dissolved when first
    /// asked for. The one area of level Regione is dissolved from all comuni.
    /// </summary>
    public ImmutableArray<Area> Areas(AreaLevel level) => _ground.Areas(level);

    private (SiteSet, ImmutableArray<Network>, ImmutableArray<Network>, ImmutableArray<ActiveSite>, ImmutableArray<Site>, ImmutableArray<SnapshotNote>) Place(
        SiteSet set, ImmutableArray<ActiveSite> known)
    {
        var notes = new List<SnapshotNote>();
        ImmutableArray<Network> networks = SnapshotBuild.SortedBy(set.Networks, n => n.Id);
        (ImmutableArray<Network> running, ImmutableArray<Network> idle) = ([.. networks.Where(n => n.RunsOn(AsOf))], [.. networks.Where(n => !n.RunsOn(AsOf))]);
        HashSet<NetworkId> resting = [.. idle.Select(n => n.Id)];
        ImmutableArray<ActiveSite> sites = SnapshotBuild.Sites(set, resting, AsOf, _ground.ComuneIndex, _ground.Memberships, notes);
        if (!known.IsEmpty)
        {
            var same = new Dictionary<Site, ActiveSite>(ReferenceEqualityComparer.Instance);
            foreach (ActiveSite site in known)
                same[site.Site] = site;
            sites = [.. sites.Select(s => same.GetValueOrDefault(s.Site, s))];
        }

        return (set, running, idle, sites, SnapshotBuild.UnplacedSites(set, resting, AsOf, _ground.ComuneIndex), [.. _ground.NotesOfMemberships, .. notes, .. _ground.Notes]);
    }

    private string HashOf() => SnapshotHash.Of(this, [.. Sites.Select(s => s.Site.Id)]);
}
