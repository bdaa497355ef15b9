namespace CentriFamiglia.Coverage.Territory;

/// <summary>How well the membership of a comune is proved. Ordered: a larger value is weaker evidence.</summary>
public enum EvidenceStatus
{
    /// <summary>A public page lists it.</summary>
    Listed,

    /// <summary>Deduced by subtraction or contiguity from listed ones.</summary>
    Inferred,

    /// <summary>No public list was found.</summary>
    Unverified,
}

/// <summary>To which ATS, ASST, Distretto and Ambito a comune belongs. Ambito and Distretto do not nest.</summary>
public sealed record Membership
{
    public required ComuneCode Comune { get; init; }

    public required string Ats { get; init; }

    public string? Asst { get; init; }

    public string? Distretto { get; init; }

    public string? Ambito { get; init; }

    public EvidenceStatus AmbitoStatus { get; init; } = EvidenceStatus.Unverified;

    public EvidenceStatus DistrettoStatus { get; init; } = EvidenceStatus.Unverified;

    /// <summary>Where the row comes from: a public address or a plain sentence.</summary>
    public string? Source { get; init; }

    /// <summary>Date of the source as its page states it; free text, because pages state it freely.</summary>
    public string? SourceDate { get; init; }

    /// <summary>First day on which the membership holds; null when not stated.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day on which the membership holds; null when it still does.</summary>
    public DateOnly? ValidTo { get; init; }
}
