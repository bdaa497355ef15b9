using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Tests.Small;

/// <summary>Streets along the grid of <see cref="SmallTerritory"/>: one minute and one kilometre per step; some comuni may be islands.</summary>
internal sealed class GridTravel(params string[] islands) : ITravelSource
{
    public static readonly GridTravel OneMinuteSteps = new();

    public int PairsAsked { get; private set; }

    public TravelSourceInfo Info { get; } = new("rete", "Griglia di prova.", null, null, $"griglia/{string.Join(',', islands)}");

    public TravelCost?[] Costs(IReadOnlyList<Place> from, IReadOnlyList<Place> to)
    {
        PairsAsked += from.Count * to.Count;
        return [.. from.SelectMany(a => to.Select(b => Cost(a, b)))];
    }

    private TravelCost? Cost(Place from, Place to)
    {
        int steps = Steps(from.Lon - to.Lon) + Steps(from.Lat - to.Lat);
        bool cut = from.Comune != to.Comune && (islands.Contains(from.Comune.Value) || islands.Contains(to.Comune.Value));
        return cut ? null : new TravelCost(steps * 60, steps * 1000);
    }

    private static int Steps(double degrees) => (int)Math.Round(Math.Abs(degrees) / SmallTerritory.Step);
}
