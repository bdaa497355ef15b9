using System.Collections.Immutable;

namespace CentriFamiglia.Coverage.Territory;

/// <summary>
/// An immutable view of a <see cref="TerritoryContent"/> with one set of sedi, as of one date, with the indexes that the rules and
/// the measures need. A membership or sede that does not hold on that date does not count. Nothing here throws for incomplete
/// content: what cannot be used is told in <see cref="Notes"/>.
/// </summary>
public sealed class TerritorySnapshot
{
    private TerritorySnapshot()
    {
    }

    public TerritoryContent Content => throw new NotSupportedException();

    /// <summary>The chosen set of sedi and networks, as stored.</summary>
    public SiteSet Set => throw new NotSupportedException();

    /// <summary>The date at which validity is judged.</summary>
    public DateOnly AsOf => throw new NotSupportedException();

    /// <summary>SHA-256 of the content and the chosen set, lower-case hexadecimal; the same for every store.</summary>
    public string Hash => throw new NotSupportedException();

    /// <summary>By code.</summary>
    public ImmutableArray<Comune> Comuni => throw new NotSupportedException();

    /// <summary>The sedi that count, by id.</summary>
    public ImmutableArray<ActiveSite> Sites => throw new NotSupportedException();

    /// <summary>Networks of the chosen set, by id.</summary>
    public ImmutableArray<Network> Networks => throw new NotSupportedException();

    /// <summary>The demand points that count, by id.</summary>
    public ImmutableArray<PlacedDemand> Demand => throw new NotSupportedException();

    /// <summary>True when no points were imported: each comune is one point, its seat with all its residents.</summary>
    public bool DemandIsOnePointPerComune => throw new NotSupportedException();

    /// <summary>Whether the chosen set holds made-up sedi.</summary>
    public bool HasDemonstrationSites => throw new NotSupportedException();

    public ImmutableArray<SnapshotNote> Notes => throw new NotSupportedException();

    /// <summary>Builds the snapshot.</summary>
    /// <param name="content">What the store holds.</param>
    /// <param name="setName">Name of a set of sedi; null for the active one.</param>
    /// <param name="asOf">The date at which memberships and sedi must hold.</param>
    /// <exception cref="CoverageInputException">There is no set of that name.</exception>
    public static TerritorySnapshot Create(TerritoryContent content, string? setName, DateOnly asOf) => throw new NotSupportedException();

    public Comune? FindComune(ComuneCode code) => throw new NotSupportedException();

    /// <summary>The comune's membership at the snapshot's date; null when none is known.</summary>
    public Membership? MembershipOf(ComuneCode code) => throw new NotSupportedException();

    /// <summary>Units of a level, by code; one for level Regione.</summary>
    public ImmutableArray<TerritoryUnit> Units(AreaLevel level) => throw new NotSupportedException();

    /// <summary>Areas with their boundaries, by code; level Regione has one, made by dissolving when first asked for.</summary>
    public ImmutableArray<Area> Areas(AreaLevel level) => throw new NotSupportedException();
}
