using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Tests.Small;

/// <summary>Each trip as a test writes it: for cases that no street could give, such as equal seconds over other metres.</summary>
internal sealed class WrittenTravel(Func<Place, Place, TravelCost?> cost) : ITravelSource
{
    public TravelSourceInfo Info { get; } = new("rete", "Viaggi scritti a mano.", null, null, "scritti");

    public TravelCost?[] Costs(IReadOnlyList<Place> from, IReadOnlyList<Place> to) => [.. from.SelectMany(a => to.Select(b => cost(a, b)))];

    /// <summary>How many steps of the grid a place stands to the east.</summary>
    public static int East(Place place) => (int)Math.Round((place.Lon - SmallTerritory.West) / SmallTerritory.Step);
}
