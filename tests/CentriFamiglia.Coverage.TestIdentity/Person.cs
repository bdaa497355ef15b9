namespace CentriFamiglia.Coverage.TestIdentity;

/// <summary>Somebody whom the identity server knows.</summary>
/// <param name="Id">Also the name by which the person signs in.</param>
/// <param name="Role">As the provider writes it; empty for none.</param>
/// <param name="Ats">Whom the person works for.</param>
public sealed record Person(string Id, string Name, string Role, params string[] Ats)
{
    public static Person Planner { get; } = new("p.brescia", "Paola Bresciani", "pianificatore", "Brescia");

    public static Person OtherPlanner { get; } = new("p.bergamo", "Piero Bergamaschi", "pianificatore", "Bergamo");

    /// <summary>A planner of two ATS.</summary>
    public static Person PlannerOfTwo { get; } = new("p.due", "Pina Dueprovince", "pianificatore", "Brescia", "Bergamo");

    public static Person Cabina { get; } = new("c.brescia", "Carla Cabina", "cabina", "ATS di Brescia");

    public static Person Region { get; } = new("r.lombardia", "Renata Regionale", "regione");

    public static Person Reader { get; } = new("l.lettore", "Lino Lettore", "lettore");

    public static Person Administrator { get; } = new("a.admin", "Ada Amministratrice", "amministratore");

    /// <summary>Known, but nothing in this service.</summary>
    public static Person Nobody { get; } = new("n.nessuno", "Nino Nessuno", "");

    /// <summary>A planner of whom no ATS is said.</summary>
    public static Person Homeless { get; } = new("p.senza", "Pia Senza", "pianificatore");

    public static IReadOnlyList<Person> All { get; } = [Planner, OtherPlanner, PlannerOfTwo, Cabina, Region, Reader, Administrator, Nobody, Homeless];
}
