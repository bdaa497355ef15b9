using CentriFamiglia.Coverage.Service.Servers;
using CentriFamiglia.Coverage.Travel;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Routing;

namespace CentriFamiglia.Coverage.Service.Layers.OwnTables;

/// <summary>One pair: a cost when, and only when, the status is <see cref="TripStatus.Ok"/>.</summary>
internal readonly record struct MatrixCell(TripStatus Status, TravelCost Cost)
{
    /// <summary>The status as it is written.</summary>
    public string Word => Status switch { TripStatus.Ok => "ok", TripStatus.Unreachable => "unreachable", _ => "not_snapped" };
}

/// <summary>All pairs, computed while they are read.</summary>
/// <param name="FromSnapMetres">Access leg of each origin, metres; 0 where nothing is walked.</param>
/// <param name="ToSnapMetres">Access leg of each destination.</param>
/// <param name="Rows">One row per origin, one cell per destination.</param>
internal sealed record MatrixAnswer(double[] FromSnapMetres, double[] ToSnapMetres, IEnumerable<MatrixCell[]> Rows)
{
    public static MatrixAnswer OverRoads(TravelMatrix matrix, MatrixPoint[] from, MatrixPoint[] to, CancellationToken cancellationToken)
    {
        RoadSnap[] origins = Snap(matrix, from);
        RoadSnap[] destinations = Snap(matrix, to);
        return new MatrixAnswer(Metres(origins), Metres(destinations), Rows());

        IEnumerable<MatrixCell[]> Rows()
        {
            int i = 0;
            foreach (long[] row in matrix.Rows(origins, destinations, cancellationToken))
            {
                RoadSnap origin = origins[i++];
                var cells = new MatrixCell[row.Length];
                for (int j = 0; j < cells.Length; j++)
                    cells[j] = new MatrixCell(TravelMatrix.StatusOf(origin, destinations[j], row[j]), RoadWeight.ToCost(row[j]) ?? default);
                yield return cells;
            }
        }
    }

    /// <summary>By a source of times: access legs are those of a road network, and there is nothing from a place to itself.</summary>
    /// <param name="alike">Whether both lists are of comuni, or both of points: residents of a comune and a point at its seat are not one place.</param>
    public static MatrixAnswer By(ITravelSource source, MatrixPoint[] from, MatrixPoint[] to, bool alike, CancellationToken cancellationToken)
    {
        double?[] origins = SnapsOf(from), ends = SnapsOf(to);
        Place[] destinations = [.. to.Where(point => point.Place is not null).Select(point => point.Place!.Value)];
        // A server is asked for many rows at a time.
        int together = source is ServerTravel ? 250 : 1;
        return new MatrixAnswer(Array.ConvertAll(origins, s => s ?? 0), Array.ConvertAll(ends, s => s ?? 0), from.Chunk(together).SelectMany(Block));

        IEnumerable<MatrixCell[]> Block(MatrixPoint[] block, int number)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TravelCost?[] costs = source.Costs([.. block.Where(point => point.Place is not null).Select(point => point.Place!.Value)], destinations);
            int next = 0;
            for (int i = 0; i < block.Length; i++)
                yield return Row(block[i], (number * together) + i, costs, ref next);
        }

        MatrixCell[] Row(MatrixPoint origin, int i, TravelCost?[] costs, ref int next)
        {
            int at = next;
            next += origin.Place is null ? 0 : destinations.Length;
            return [.. to.Select((destination, j) => origin.Place is null || destination.Place is null
                ? new MatrixCell(TripStatus.NotSnapped, default)
                : Cost(costs[at++], origin.Place.Value, destination.Place.Value) is { } cost ? new MatrixCell(TripStatus.Ok, cost)
                    : new MatrixCell(IsOff(origins[i]) || IsOff(ends[j]) ? TripStatus.NotSnapped : TripStatus.Unreachable, default))];
        }

        // Metres to the road; null for a place on none, zero where the source needs no road.
        double?[] SnapsOf(MatrixPoint[] points)
        {
            Place[] places = [.. points.Where(p => p.Place is not null).Select(p => p.Place!.Value)];
            var snaps = new Queue<double?>(source switch
            {
                RoadTravel roads => roads.Snap(places).Select(s => s.Status == SnapStatus.Ok ? s.DistanceMetres : (double?)null),
                ServerTravel server => server.SnapMetres(places),
                _ => places.Select(_ => (double?)0),
            });
            return Array.ConvertAll(points, p => p.Place is null ? 0 : snaps.Dequeue());
        }

        static bool IsOff(double? snap) => snap is null;

        // A source answers for residents all over a comune; who asks for one and the same place asks for no trip.
        TravelCost? Cost(TravelCost? cost, Place from, Place to) => alike && (from.Lon, from.Lat) == (to.Lon, to.Lat) ? default(TravelCost) : cost;
    }

    private static RoadSnap[] Snap(TravelMatrix matrix, MatrixPoint[] points) =>
        matrix.Snap(Array.ConvertAll(points, point => point.Place is { } place ? (place.Lon, place.Lat) : (double.NaN, double.NaN)));

    private static double[] Metres(RoadSnap[] snaps) => Array.ConvertAll(snaps, snap => snap.DistanceMetres);
}
