using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Tests.Small;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Judges.Tests.Location;

/// <summary>The comuni of Lombardia by the shipped travel estimate, in seconds from seat to seat; residents as weights.</summary>
internal static class Lombardia
{
    /// <param name="ats">One ATS; null for all 1,504 comuni.</param>
    /// <param name="p">Sites.</param>
    /// <param name="minutes">Limit.</param>
    public static LocationQuestion Of(string? ats, int p = 1, int minutes = 0)
    {
        TerritorySnapshot snapshot = Shipped.State.Snapshot;
        Comune[] comuni = [.. snapshot.Comuni.Where(comune => ats is null || snapshot.MembershipOf(comune.Code)?.Ats == ats)];
        Place[] seats = [.. comuni.Select(comune => new Place(comune.Seat!.Lon, comune.Seat.Lat, comune.Code, comune.AltitudeMetres))];
        TravelCost?[] found = Shipped.Estimate.Costs(seats, seats);
        int[,] costs = new int[comuni.Length, comuni.Length];
        for (int i = 0; i < comuni.Length; i++)
        {
            for (int j = 0; j < comuni.Length; j++)
                costs[i, j] = found[(i * comuni.Length) + j]?.Seconds ?? -1;
        }

        return new LocationQuestion(costs, [.. comuni.Select(comune => comune.Residents!.Value)], p, minutes * 60, [], []);
    }
}
