namespace CentriFamiglia.Coverage.Roles;

/// <summary>Who asks for something, and what that person may do.</summary>
/// <param name="Id">What tells the person from every other: the provider's subject.</param>
/// <param name="Name">As the register keeps it.</param>
/// <param name="Roles">None: may do nothing.</param>
/// <param name="Ats">The ATS that the person works for, by the names of the memberships, sorted.</param>
public sealed record Caller(string Id, string Name, ImmutableArray<Role> Roles, ImmutableArray<string> Ats)
{
    /// <summary>Whoever asks a service that signs nobody in.</summary>
    public static Caller Unsigned { get; } = new("", "chiunque", [Role.Unsigned], []);

    /// <summary>Who sits at the computer of a service that signs nobody in: everything is theirs.</summary>
    public static Caller Local(string name) => new("locale", name, [Role.Administrator], []);

    /// <summary>How far a deed of this person reaches: as far as the widest of the roles; nowhere where it is one's own ATS and none is known.</summary>
    public Reach Of(Deed deed)
    {
        Reach widest = Roles.Select(r => RoleTable.Of(r, deed)).DefaultIfEmpty(Reach.None).Max();
        return widest == Reach.Own && Ats.IsEmpty ? Reach.None : widest;
    }

    /// <summary>Whether the deed may be done at all.</summary>
    public bool May(Deed deed) => Of(deed) != Reach.None;

    /// <param name="deed">What is done.</param>
    /// <param name="ats">Whose it is done to; null for what is the whole region's.</param>
    public bool May(Deed deed, string? ats) => Of(deed) switch
    {
        Reach.All => true,
        Reach.Own => ats is not null && Ats.Contains(ats, StringComparer.Ordinal),
        _ => false,
    };

    /// <summary>The ATS that the deed is limited to; null where it is limited to none.</summary>
    public ImmutableArray<string>? Limit(Deed deed) => Of(deed) switch
    {
        Reach.All => null,
        Reach.Own => Ats,
        _ => [],
    };
}
