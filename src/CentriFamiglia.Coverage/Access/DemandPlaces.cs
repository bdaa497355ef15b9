using System.Collections;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Access;

/// <summary>Where the residents of every demand point set out from, made as they are asked for: a million places need no list of their own.</summary>
internal sealed class DemandPlaces(TerritorySnapshot snapshot) : IReadOnlyList<Place>
{
    private readonly PlacedDemands _demand = snapshot.Demand;

    public int Count => _demand.Length;

    public Place this[int index] => TravelTable.PlaceOf(snapshot, _demand[index]);

    public IEnumerator<Place> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
