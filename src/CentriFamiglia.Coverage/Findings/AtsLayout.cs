using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Findings;

/// <summary>The kinds of manager that section 2.1 counts.</summary>
public enum ManagerKind
{
    Ambito,
    Asst,
    Comune,
    TerzoSettore,

    /// <summary>A kind is declared, and is none of these.</summary>
    Other,
}

/// <summary>The assetto of the networks of one ATS (Allegato A, 2.1 and 4), beside what the act states of it.</summary>
public sealed record AtsLayout : AtsCounts
{
    /// <summary>Networks that run.</summary>
    public required int Networks { get; init; }

    public required int Hubs { get; init; }

    public required int Spokes { get; init; }

    /// <summary>Active sedi whose role is not declared.</summary>
    public required int UndeclaredRoles { get; init; }

    /// <summary>Partner bodies of the networks that declare them; null when none does.</summary>
    public required int? Partners { get; init; }

    /// <summary>Networks that do not declare their partners.</summary>
    public required int WithoutPartners { get; init; }

    /// <summary>Networks by kind of manager; those that declare none are the difference from <see cref="Networks"/>.</summary>
    public required ImmutableSortedDictionary<ManagerKind, int> Managers { get; init; }

    /// <summary>What the act states; null where it does not speak of the ATS.</summary>
    public required StatedAtsLayout? Stated { get; init; }

    public override bool IsKnown => Complete || Networks + Hubs + Spokes + UndeclaredRoles > 0;

    public int WithoutManager => Networks - Managers.Values.Sum();

    public int Of(ManagerKind kind) => Managers.GetValueOrDefault(kind);

    /// <summary>Networks of a kind of manager as the act states them; null where it does not speak of the ATS.</summary>
    public int? StatedOf(ManagerKind kind) => kind == ManagerKind.Other ? null : Stated?.ByManager.GetValueOrDefault(AtsLayouts.KeyOf(kind));
}

/// <summary>Counts of <see cref="AtsLayout"/>.</summary>
public static class AtsLayouts
{
    private static readonly Dictionary<string, ManagerKind> _kinds =
        Enum.GetValues<ManagerKind>().Where(k => k != ManagerKind.Other).ToDictionary(KeyOf, StringComparer.Ordinal);

    /// <summary>One per loaded ATS, by code.</summary>
    /// <param name="state">Snapshot and rule set.</param>
    /// <returns>Also how many networks run whose ATS is not known.</returns>
    public static (ImmutableArray<AtsLayout> Ats, int Adrift) Compute(CoverageState state)
    {
        var context = new FindingContext(state);
        ImmutableArray<TerritoryUnit> units = [.. state.Snapshot.Units(AreaLevel.Ats).Where(u => u.IsLoaded)];
        HashSet<string> known = [.. units.Select(u => u.Name)];
        HashSet<NetworkId> running = [.. context.Networks.Select(n => n.Network.Id)];
        ILookup<string, ActiveSite> alone = state.Snapshot.Sites
            .Where(s => s.Site.Network is not { } network || !running.Contains(network))
            .ToLookup(s => s.Ats ?? string.Empty, StringComparer.Ordinal);
        return ([.. units.Select(Of)], context.Networks.Count(n => !known.Contains(n.Ats)));

        AtsLayout Of(TerritoryUnit unit)
        {
            NetworkView[] networks = [.. context.Networks.Where(n => n.Ats == unit.Name)];
            ActiveSite[] sites = [.. networks.SelectMany(n => n.Sites), .. alone[unit.Name]];
            int[] partners = [.. networks.Select(n => n.Network.PartnerCount).OfType<int>()];
            return new AtsLayout
            {
                Unit = unit,
                Complete = state.Snapshot.Set.IsCompleteFor(unit.Name),
                Networks = networks.Length,
                Hubs = sites.Count(s => s.Site.Role == SiteRole.Hub),
                Spokes = sites.Count(s => s.Site.Role == SiteRole.Spoke),
                UndeclaredRoles = sites.Count(s => s.Site.Role == SiteRole.NotDeclared),
                Partners = partners.Length == 0 ? null : partners.Sum(),
                WithoutPartners = networks.Length - partners.Length,
                Managers = networks.Select(n => n.Network.ManagerKind).OfType<string>().GroupBy(KindOf).ToImmutableSortedDictionary(g => g.Key, g => g.Count()),
                Stated = state.Rules.Layout?.Of(unit.Name),
                Demonstration = sites.Any(s => s.Site.Demonstration),
            };
        }
    }

    /// <summary>How <see cref="AreaCode.From"/> writes the kind.</summary>
    internal static string KeyOf(ManagerKind kind) => kind == ManagerKind.TerzoSettore ? "terzo-settore" : AreaCode.From(kind.ToString());

    private static ManagerKind KindOf(string text) => _kinds.GetValueOrDefault(AreaCode.From(text), ManagerKind.Other);
}
