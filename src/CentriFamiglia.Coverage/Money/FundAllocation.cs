using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Money;

/// <summary>What one ATS receives (Allegato A, 4). Amounts in EUR, exact to the cent.</summary>
/// <param name="Ats">Name of the ATS.</param>
/// <param name="Residents">Its residents (persons).</param>
/// <param name="Assigned">Equal part plus residents' part.</param>
/// <param name="EqualPart">Its share of the part divided equally.</param>
/// <param name="ResidentsPart">Its share of the part divided by residents.</param>
/// <param name="ProjectsAtCap">Whole projects at the cap that the allocation pays.</param>
/// <param name="Remainder">Allocation minus those projects.</param>
public sealed record AtsAllocation(
    string Ats,
    long Residents,
    decimal Assigned,
    decimal EqualPart,
    decimal ResidentsPart,
    int ProjectsAtCap,
    decimal Remainder);

/// <summary>Sharing of the funds among the ATS (D.G.R. XII/1507/2023, Allegato A, 4: R12), exact to the cent.</summary>
public static class FundAllocation
{
    /// <summary>Allocation among the ATS of a snapshot, by code.</summary>
    /// <exception cref="CoverageInputException">No ATS, comuni whose ATS or residents are not known, or no residents in any ATS.</exception>
    public static ImmutableArray<AtsAllocation> Allocate(TerritorySnapshot snapshot, RuleSet rules)
    {
        ImmutableArray<TerritoryUnit> units = snapshot.Units(AreaLevel.Ats);
        if (units.FirstOrDefault(u => !u.IsLoaded && u.Residents > 0) is { } adrift)
        {
            throw new CoverageInputException(
                $"Il riparto non è possibile: {adrift.Residents} residenti stanno in comuni senza ATS. Completare la tabella delle unità.");
        }

        int unknown = units.Sum(u => u.ComuniWithoutResidents);
        if (unknown > 0 && units.Any(u => u.Residents > 0))
        {
            throw new CoverageInputException(
                $"Il riparto non è possibile: i residenti non sono noti in tutti i comuni (ne mancano {unknown}). Importare la popolazione.");
        }

        return Allocate([.. units.Where(u => u.IsLoaded).Select(u => (u.Name, u.Residents))], rules.Fund);
    }

    /// <summary>Allocation among ATS given with their residents; rows in the order given, ties of a cent to the earlier row.</summary>
    /// <exception cref="CoverageInputException">No ATS, negative residents, or no residents in any ATS.</exception>
    public static ImmutableArray<AtsAllocation> Allocate(ImmutableArray<(string Ats, long Residents)> ats, FundParameters fund)
    {
        if (ats.IsEmpty)
            throw new CoverageInputException("Il riparto non è possibile: nessuna ATS è caricata. Importare la tabella delle unità.");
        if (ats.FirstOrDefault(a => a.Residents < 0) is { Ats: not null } negative)
            throw new CoverageInputException($"Il riparto non è possibile: i residenti dell'{AtsNames.Official(negative.Ats)} sono negativi.");
        if (ats.All(a => a.Residents == 0))
            throw new CoverageInputException("Il riparto non è possibile: nessuna ATS ha residenti noti. Importare la popolazione.");

        decimal byResidents = decimal.Round(fund.Total * fund.ResidentsSharePercent / 100m, 2, MidpointRounding.AwayFromZero);
        ImmutableArray<decimal> equal = LargestRemainder.Share(fund.Total - byResidents, [.. ats.Select(_ => 1L)]);
        ImmutableArray<decimal> residents = LargestRemainder.Share(byResidents, [.. ats.Select(a => a.Residents)]);
        return [.. ats.Select((a, i) => Row(a.Ats, a.Residents, equal[i], residents[i], fund.ProjectCapEur))];
    }

    private static AtsAllocation Row(string ats, long residents, decimal equalPart, decimal residentsPart, decimal cap)
    {
        decimal assigned = equalPart + residentsPart;
        int projects = (int)decimal.Floor(assigned / cap);
        return new AtsAllocation(
            Ats: ats,
            Residents: residents,
            Assigned: assigned,
            EqualPart: equalPart,
            ResidentsPart: residentsPart,
            ProjectsAtCap: projects,
            Remainder: assigned - (projects * cap));
    }
}
