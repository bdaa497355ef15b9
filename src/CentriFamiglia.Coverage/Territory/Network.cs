namespace CentriFamiglia.Coverage.Territory;

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

    /// <summary>Day on which the contribution was accepted, from which section 4 counts its months; null when not stated.</summary>
    public DateOnly? AcceptedOn { get; init; }

    /// <summary>First day; null when not stated.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Last day, without an extension; null when not stated.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Last day of an extension (section 4: "eventualmente prorogabili"); null when none is stated.</summary>
    public DateOnly? ExtendedTo { get; init; }

    /// <summary>The partner bodies, each with its kind where stated; empty when not listed.</summary>
    public ImmutableArray<Partner> Partners { get; init; } = [];

    /// <summary>How many partner bodies, where they are not listed; null when not stated.</summary>
    public int? StatedPartners { get; init; }

    /// <summary>Partner bodies as section 2.1 counts them; null when neither listed nor counted.</summary>
    public int? PartnerCount => Partners.IsEmpty ? StatedPartners : Partners.Length;

    /// <summary>Last day, an extension included; null when not stated.</summary>
    public DateOnly? LastDay => ExtendedTo ?? EndsOn;

    /// <summary>Whole months that hold the days from the acceptance (or else the first day) to the last; null where they are not stated.</summary>
    public int? MonthsByDays => (AcceptedOn ?? StartsOn, LastDay) is ({ } first, { } last)
        ? ((last.Year - first.Year) * 12) + last.Month - first.Month + (last.Day > first.Day ? 1 : 0)
        : null;

    /// <summary>Whether the project runs on a day. A day that is not stated limits nothing.</summary>
    public bool RunsOn(DateOnly day) => !(day < (StartsOn ?? AcceptedOn)) && !(day > LastDay);

    // Arrays compare by reference inside a record; equality of a network means equal contents.
    public bool Equals(Network? other) =>
        other is not null
        && (Id, Name, Ats, ManagerKind, ContributionEur, Months, CaregiverAction)
            == (other.Id, other.Name, other.Ats, other.ManagerKind, other.ContributionEur, other.Months, other.CaregiverAction)
        && (AcceptedOn, StartsOn, EndsOn, ExtendedTo, StatedPartners)
            == (other.AcceptedOn, other.StartsOn, other.EndsOn, other.ExtendedTo, other.StatedPartners)
        && Partners.SequenceEqual(other.Partners);

    public override int GetHashCode() => HashCode.Combine(Id, Name);
}

/// <summary>A partner body of a network.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is, e.g. <c>Terzo settore</c>; null when not stated.</param>
public sealed record Partner(string Name, string? Kind)
{
    /// <summary>Reads <c>name: kind</c>, or a name alone.</summary>
    public static Partner Of(string text)
    {
        int colon = text.LastIndexOf(':');
        (string name, string kind) = colon < 0 ? (text.Trim(), "") : (text[..colon].Trim(), text[(colon + 1)..].Trim());
        return name.Length == 0 || kind.Length == 0 ? new Partner(text.Trim(), null) : new Partner(name, kind);
    }

    /// <summary><c>name: kind</c>, as <see cref="Of"/> reads it.</summary>
    public override string ToString() => Kind is null ? Name : $"{Name}: {Kind}";
}
