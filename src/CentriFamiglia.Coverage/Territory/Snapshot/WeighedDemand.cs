using CentriFamiglia.Coverage.Territory.Need;

namespace CentriFamiglia.Coverage.Territory.Snapshot;

/// <summary>
/// What each demand point counts of every figure: its own, as it is, or the part of its comune's that its residents are of the comune's
/// residents; evenly where nobody is resident.
/// </summary>
internal static class WeighedDemand
{
    /// <summary>What the point counts; null where neither it nor its comune says.</summary>
    /// <param name="residents">Of the points of each comune together, with how many points there are.</param>
    public static double? At(
        PlacedDemands demand, int index, DemandFigure figure, ImmutableArray<Comune> comuni, (double Residents, int Points)[] residents)
    {
        Comune comune = comuni[demand.ComuneOf(index)];
        if (demand.Points.Own(figure, demand.PositionOf(index)) is { } own)
            return figure == DemandFigure.Residents && demand.OriginOf(index) != DemandOrigin.Imported && comune.Residents is null ? null : own;
        (double whole, int points) = residents[demand.ComuneOf(index)];
        double part = whole > 0 ? demand.Points.Residents(demand.PositionOf(index)) / whole : 1.0 / points;
        return comune.Count(figure) * part;
    }

    /// <summary>Residents and points of each comune.</summary>
    public static (double Residents, int Points)[] OfComuni(PlacedDemands demand, int comuni)
    {
        var all = new (double Residents, int Points)[comuni];
        for (int i = 0; i < demand.Length; i++)
        {
            ref (double Residents, int Points) here = ref all[demand.ComuneOf(i)];
            here = (here.Residents + demand.Points.Residents(demand.PositionOf(i)), here.Points + 1);
        }

        return all;
    }

    /// <summary>Of each point what the choice counts; a point of which a part is not known counts nothing.</summary>
    /// <param name="unknown">Marks the comuni of such points.</param>
    public static double[] Weights(PlacedDemands demand, DemandChoice choice, ImmutableArray<Comune> comuni, bool[] unknown)
    {
        (double, int)[] residents = OfComuni(demand, comuni.Length);
        double[] weights = new double[demand.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            double weight = 0;
            bool known = true;
            foreach (DemandWeight part in choice.Parts)
            {
                double? count = At(demand, i, part.Figure, comuni, residents);
                known &= count is not null && double.IsFinite(count.Value) && count >= 0;
                weight += part.Weight * (count ?? 0);
            }

            weights[i] = known ? weight : 0;
            unknown[demand.ComuneOf(i)] |= !known;
        }

        return weights;
    }
}
