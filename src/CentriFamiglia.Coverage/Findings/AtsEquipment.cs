using CentriFamiglia.Coverage.Access;

namespace CentriFamiglia.Coverage.Findings;

/// <summary>Spaces, access and what is made known of the active sedi of one ATS (Allegato A, 3.2 and 3.3: R9, R11). What is missing is "not declared".</summary>
public sealed record AtsEquipment : AtsCounts
{
    public required int Sites { get; init; }

    /// <summary>Sedi that declare to be accessible to people with disabilities.</summary>
    public required int Accessible { get; init; }

    /// <summary>Sedi that declare it in part.</summary>
    public required int PartlyAccessible { get; init; }

    /// <summary>Sedi that declare not to be.</summary>
    public required int NotAccessible { get; init; }

    public required int Hubs { get; init; }

    /// <summary>Hubs with every space of the rule set.</summary>
    public required int HubsWithAllSpaces { get; init; }

    /// <summary>Hubs that declare some of them.</summary>
    public required int HubsWithSomeSpaces { get; init; }

    /// <summary>Hubs that declare each of the spaces, in the order of the rule set.</summary>
    public required ImmutableArray<(string Space, int Hubs)> Spaces { get; init; }

    public required int WithHours { get; init; }

    /// <summary>Sedi with a telephone, an e-mail address or a web page.</summary>
    public required int WithContacts { get; init; }

    public required int WithServiceCharter { get; init; }

    /// <summary>Sedi that declare to have no carta dei servizi.</summary>
    public required int WithoutServiceCharter { get; init; }

    /// <summary>Sedi with an operating protocol.</summary>
    public required int WithProtocols { get; init; }

    /// <summary>Persons who work in the sedi that declare them; null when none does.</summary>
    public required int? Operators { get; init; }

    public override bool IsKnown => Complete || Sites > 0;

    public int AccessNotDeclared => Sites - Accessible - PartlyAccessible - NotAccessible;

    /// <summary>Hubs that declare none of the spaces.</summary>
    public int HubsWithoutSpaces => Hubs - HubsWithAllSpaces - HubsWithSomeSpaces;
}

/// <summary>Counts of <see cref="AtsEquipment"/>.</summary>
public static class AtsEquipments
{
    /// <summary>One per loaded ATS, by code.</summary>
    public static ImmutableArray<AtsEquipment> Compute(CoverageState state)
    {
        ILookup<string?, Site> sites = state.Snapshot.Sites.ToLookup(s => s.Ats, s => s.Site, StringComparer.Ordinal);
        return [.. state.Snapshot.Units(AreaLevel.Ats).Where(u => u.IsLoaded)
            .Select(u => Of(u, [.. sites[u.Name]], state.Rules.Service.HubSpaces, state.Snapshot.Set.IsCompleteFor(u.Name)))];
    }

    private static AtsEquipment Of(TerritoryUnit unit, Site[] sites, ImmutableArray<string> wanted, bool complete)
    {
        HashSet<string>[] hubs = [.. sites.Where(s => s.Role == SiteRole.Hub).Select(s => s.Spaces.Select(AreaCode.From).ToHashSet(StringComparer.Ordinal))];
        string[] spaces = [.. wanted.Select(AreaCode.From)];
        int[] counts = [.. hubs.Select(h => spaces.Count(h.Contains))];
        int[] operators = [.. sites.Select(s => s.Operators).OfType<int>()];
        return new AtsEquipment
        {
            Unit = unit,
            Complete = complete,
            Sites = sites.Length,
            Accessible = sites.Count(s => s.Wheelchair == "yes"),
            PartlyAccessible = sites.Count(s => s.Wheelchair == "limited"),
            NotAccessible = sites.Count(s => s.Wheelchair == "no"),
            Hubs = hubs.Length,
            HubsWithAllSpaces = counts.Count(c => c == spaces.Length),
            HubsWithSomeSpaces = counts.Count(c => c > 0 && c < spaces.Length),
            Spaces = [.. wanted.Zip(spaces, (name, key) => (name, hubs.Count(h => h.Contains(key))))],
            WithHours = sites.Count(s => s.OpeningHours is not null),
            WithContacts = sites.Count(s => (s.Phone ?? s.Email ?? s.Web) is not null),
            WithServiceCharter = sites.Count(s => s.ServiceCharter is true),
            WithoutServiceCharter = sites.Count(s => s.ServiceCharter is false),
            WithProtocols = sites.Count(s => !s.Protocols.IsEmpty),
            Operators = operators.Length == 0 ? null : operators.Sum(),
            Demonstration = sites.Any(s => s.Demonstration),
        };
    }
}
