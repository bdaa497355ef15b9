namespace CentriFamiglia.Coverage.Service.Http.SignIn;

/// <summary>Metadata of an address: what who asks it must be allowed. An address without it is asked by nobody.</summary>
/// <param name="Deed">Null: it is open to whoever reaches the service.</param>
/// <param name="Everywhere">Whether it has to be allowed for the whole region.</param>
internal sealed record Needs(Deed? Deed, bool Everywhere = false)
{
    public bool Allows(Caller caller) => Deed is not { } deed || (Everywhere ? caller.Of(deed) == Reach.All : caller.May(deed));
}

/// <summary>Says it where an address is mapped.</summary>
internal static class NeedsOfRoutes
{
    public static T Needing<T>(this T route, Deed deed)
        where T : IEndpointConventionBuilder => route.WithMetadata(new Needs(deed));

    /// <summary>Shows or changes what is of every ATS.</summary>
    public static T NeedingAll<T>(this T route, Deed deed)
        where T : IEndpointConventionBuilder => route.WithMetadata(new Needs(deed, Everywhere: true));

    /// <summary>Tells nothing that is anybody's.</summary>
    public static T Open<T>(this T route)
        where T : IEndpointConventionBuilder => route.WithMetadata(new Needs(null));
}
