namespace CentriFamiglia.Coverage.Territory;

/// <summary>Role of a sede in its network (D.G.R. XII/1507/2023, Allegato A, 3.1).</summary>
public enum SiteRole
{
    Hub,
    Spoke,

    /// <summary>No source states the role: the place counts as a sede, but as neither Hub nor Spoke.</summary>
    NotDeclared,
}

/// <summary>Only an active sede counts in verdicts and gaps.</summary>
public enum SiteStatus
{
    Active,
    Planned,
    Closed,
}

/// <summary>How exactly a sede is placed.</summary>
public enum SitePrecision
{
    /// <summary>Coordinates given by the owner.</summary>
    Point,

    /// <summary>Only the comune is known: placed at the comune's seat.</summary>
    Comune,
}

/// <summary>A place where families are received: Hub or Spoke of a network.</summary>
public sealed record Site
{
    public required SiteId Id { get; init; }

    public required string Name { get; init; }

    public required SiteRole Role { get; init; }

    public required ComuneCode Comune { get; init; }

    /// <summary>WGS84 degrees.</summary>
    public required double Lon { get; init; }

    /// <summary>WGS84 degrees.</summary>
    public required double Lat { get; init; }

    public NetworkId? Network { get; init; }

    public string? ManagerKind { get; init; }

    /// <summary>Opening hours as declared (OSM grammar or free text); null when not declared.</summary>
    public string? OpeningHours { get; init; }

    /// <summary>Access for people with disabilities as declared (yes, limited, no); null when not declared, never "no".</summary>
    public string? Wheelchair { get; init; }

    public ImmutableArray<string> Spaces { get; init; } = [];

    public ImmutableArray<string> Services { get; init; } = [];

    /// <summary>Names of the Ambiti that a Hub declares to serve (3.1: its territory "potrebbe estendersi su più ambiti/distretti").</summary>
    public ImmutableArray<string> DeclaredAmbiti { get; init; } = [];

    public SiteStatus Status { get; init; } = SiteStatus.Active;

    public SitePrecision Precision { get; init; } = SitePrecision.Point;

    /// <summary>True when the sede is made up for demonstration: never to be shown as real.</summary>
    public bool Demonstration { get; init; }

    /// <summary>Where the row comes from; null for a user's own file.</summary>
    public string? Source { get; init; }

    public string? SourceDate { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    // Arrays compare by reference inside a record; equality of a sede means equal contents.
    public bool Equals(Site? other) =>
        other is not null
        && (Id, Name, Role, Comune, Lon, Lat, Network) == (other.Id, other.Name, other.Role, other.Comune, other.Lon, other.Lat, other.Network)
        && (ManagerKind, OpeningHours, Wheelchair, Status, Precision, Demonstration)
            == (other.ManagerKind, other.OpeningHours, other.Wheelchair, other.Status, other.Precision, other.Demonstration)
        && (Source, SourceDate, ValidFrom, ValidTo) == (other.Source, other.SourceDate, other.ValidFrom, other.ValidTo)
        && Spaces.SequenceEqual(other.Spaces)
        && Services.SequenceEqual(other.Services)
        && DeclaredAmbiti.SequenceEqual(other.DeclaredAmbiti);

    public override int GetHashCode() => HashCode.Combine(Id, Name, Comune, Lon, Lat);
}

/// <summary>A project (progettualità): one Hub and its Spoke partners.</summary>
public sealed record Network
{
    public required NetworkId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Name of the ATS; null when not stated.</summary>
    public string? Ats { get; init; }

    public string? ManagerKind { get; init; }

    /// <summary>Regional contribution in EUR; null when not stated.</summary>
    public decimal? ContributionEur { get; init; }

    /// <summary>Months the contribution covers; null when not stated.</summary>
    public int? Months { get; init; }

    /// <summary>Whether the project has the caregiver action of section 4; null when not declared.</summary>
    public bool? CaregiverAction { get; init; }

    /// <summary>In a sentence: <c>rete Valle Trompia, BS04</c>; the id once where the name holds it.</summary>
    public string Called
    {
        get
        {
            string name = Name.StartsWith("rete ", StringComparison.OrdinalIgnoreCase) ? Name[5..] : Name;
            return name.Contains(Id.Value, StringComparison.Ordinal) ? $"rete {name}" : $"rete {name}, {Id}";
        }
    }
}

/// <summary>A named list of sedi and networks, with what is known of the list itself.</summary>
public sealed record SiteSet
{
    /// <summary>Made-up list for trying the program.</summary>
    public const string Demonstration = "dimostrative";

    /// <summary>The real centres that public pages name: a small, uneven sample.</summary>
    public const string Known = "note";

    /// <summary>The user's own.</summary>
    public const string Mine = "mie";

    public static ImmutableArray<string> Names { get; } = [Demonstration, Known, Mine];

    public required string Name { get; init; }

    /// <summary>
    /// The ATS, by name and sorted, for which the list is declared complete: only there may an area without a sede be called uncovered.
    /// An ATS knows its own centres, not its neighbours'.
    /// </summary>
    public ImmutableArray<string> CompleteFor { get; init; } = [];

    /// <summary>Whether this is the set that questions refer to when they name none. Exactly one set is active.</summary>
    public required bool Active { get; init; }

    /// <summary>Sorted by id.</summary>
    public required ImmutableArray<Site> Sites { get; init; }

    /// <summary>Sorted by id.</summary>
    public required ImmutableArray<Network> Networks { get; init; }

    /// <summary>Whether the list is declared complete for this ATS; never where the ATS is not known.</summary>
    public bool IsCompleteFor(string? ats) => ats is not null && CompleteFor.BinarySearch(ats, StringComparer.Ordinal) >= 0;

    /// <summary>The ATS in the form of <see cref="CompleteFor"/>.</summary>
    public static ImmutableArray<string> ListOf(IEnumerable<string> ats) => [.. ats.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
