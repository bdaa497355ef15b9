namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>Packs the boxes of edges, which already stand in the order of a Hilbert curve, into a tree.</summary>
internal static class RoadIndexBuilder
{
    public static RoadIndex Build(RoadEdges edges)
    {
        var boxes = new List<int>(edges.Count * 4 * 17 / 16);
        ReadOnlySpan<int> first = edges.FirstPoint.Span;
        for (int edge = 0; edge < edges.Count; edge++)
        {
            (int west, int east) = Extent(edges.PointLon.Span[first[edge]..first[edge + 1]]);
            (int south, int north) = Extent(edges.PointLat.Span[first[edge]..first[edge + 1]]);
            boxes.AddRange([west, south, east, north]);
        }

        int start = 0;
        for (int count = edges.Count; count > 1;)
        {
            int end = start + count;
            for (int box = start; box < end; box += RoadIndex.Fanout)
                AddParent(boxes, box, Math.Min(box + RoadIndex.Fanout, end));
            start = end;
            count = (count + RoadIndex.Fanout - 1) / RoadIndex.Fanout;
        }

        return new RoadIndex(boxes.ToArray());
    }

    public static (int Least, int Most) Extent(ReadOnlySpan<int> values)
    {
        (int least, int most) = (values[0], values[0]);
        foreach (int value in values)
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        return (least, most);
    }

    private static void AddParent(List<int> boxes, int from, int to)
    {
        (int west, int south, int east, int north) = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);
        for (int box = from; box < to; box++)
        {
            west = Math.Min(west, boxes[4 * box]);
            south = Math.Min(south, boxes[(4 * box) + 1]);
            east = Math.Max(east, boxes[(4 * box) + 2]);
            north = Math.Max(north, boxes[(4 * box) + 3]);
        }

        boxes.AddRange([west, south, east, north]);
    }
}
