using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Siting.Networks;

/// <summary>A comune where a sede could be opened.</summary>
/// <param name="Comune">Position among the comuni of the snapshot.</param>
/// <param name="Place">Its seat.</param>
/// <param name="Membership">Of the comune.</param>
/// <param name="Units">Positions, among the units to be served, of those that a sede here would give one to.</param>
/// <param name="Hubs">Networks that could take a Spoke here by reach, the nearest first; none: only a new Hub is possible.</param>
/// <param name="Nearer">The demand points that a sede here is nearer to than any that stands, with the new seconds.</param>
internal sealed record CandidatePlace(
    int Comune,
    Place Place,
    Membership Membership,
    ImmutableArray<int> Units,
    ImmutableArray<HubInReach> Hubs,
    ImmutableArray<(int Point, int Seconds)> Nearer)
{
    /// <summary>The place of the user's own; null for the seat of the comune.</summary>
    public SitingCandidate? Candidate { get; init; }

    /// <summary>By what who asks calls it: the id of the user's own place, else the code of the comune.</summary>
    public string Key(TerritorySnapshot snapshot) => Candidate?.Id ?? snapshot.Comuni[Comune].Code.Value;

    /// <summary>What a sede here would cost, EUR, where the list of candidates says so.</summary>
    public decimal? CostEur => Candidate?.CostEur;
}

/// <summary>A Hub that a Spoke could join.</summary>
/// <param name="Hub">Position among the Hubs.</param>
/// <param name="Cost">From the Spoke to the Hub.</param>
internal readonly record struct HubInReach(int Hub, TravelCost Cost);
