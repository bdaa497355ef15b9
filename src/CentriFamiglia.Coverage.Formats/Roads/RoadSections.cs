using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Formats.Roads;

/// <summary>The arrays of a network by the names of their sections.</summary>
internal static class RoadSections
{
    public static IEnumerable<RoadFileSection> Of(RoadNetwork network)
    {
        (RoadGraph graph, RoadEdges edges) = (network.Graph, network.Edges);
        return
        [
            RoadFileSection.Of("graph.first-arc", graph.FirstArc),
            RoadFileSection.Of("graph.head", graph.Head),
            RoadFileSection.Of("graph.deciseconds", graph.Deciseconds),
            RoadFileSection.Of("graph.decimetres", graph.Decimetres),
            RoadFileSection.Of("graph.arc-edge", graph.ArcEdge),
            RoadFileSection.Of("graph.node-lon", graph.NodeLon),
            RoadFileSection.Of("graph.node-lat", graph.NodeLat),
            RoadFileSection.Of("graph.node-osm-id", graph.NodeOsmId),
            RoadFileSection.Of("graph.node-in-main", graph.NodeInMain),
            RoadFileSection.Of("edge.forward-head", edges.ForwardHead),
            RoadFileSection.Of("edge.backward-head", edges.BackwardHead),
            RoadFileSection.Of("edge.forward-ds", edges.ForwardDeciseconds),
            RoadFileSection.Of("edge.backward-ds", edges.BackwardDeciseconds),
            RoadFileSection.Of("edge.decimetres", edges.Decimetres),
            RoadFileSection.Of("edge.first-arc", edges.FirstArc),
            RoadFileSection.Of("edge.arcs", edges.Arcs),
            RoadFileSection.Of("edge.first-point", edges.FirstPoint),
            RoadFileSection.Of("edge.point-lon", edges.PointLon),
            RoadFileSection.Of("edge.point-lat", edges.PointLat),
            RoadFileSection.Of("edge.class", edges.Class),
            RoadFileSection.Of("edge.traits", edges.Traits),
            RoadFileSection.Of("edge.name", edges.Name),
            RoadFileSection.Of("edge.way-osm-id", edges.WayOsmId),
            RoadFileSection.Of("name.first-byte", edges.FirstNameByte),
            RoadFileSection.Of("name.text", edges.NameText),
            RoadFileSection.Of("index.boxes", network.Index.Boxes),
        ];
    }

    public static RoadNetwork Read(RoadNetworkFile file, RoadNetworkInfo info)
    {
        var graph = new RoadGraph
        {
            FirstArc = file.Section<int>("graph.first-arc"),
            Head = file.Section<int>("graph.head"),
            Deciseconds = file.Section<int>("graph.deciseconds"),
            Decimetres = file.Section<int>("graph.decimetres"),
            ArcEdge = file.Section<int>("graph.arc-edge"),
            NodeLon = file.Section<int>("graph.node-lon"),
            NodeLat = file.Section<int>("graph.node-lat"),
            NodeOsmId = file.Section<long>("graph.node-osm-id"),
            NodeInMain = file.Section<byte>("graph.node-in-main"),
        };
        var edges = new RoadEdges
        {
            ForwardHead = file.Section<int>("edge.forward-head"),
            BackwardHead = file.Section<int>("edge.backward-head"),
            ForwardDeciseconds = file.Section<int>("edge.forward-ds"),
            BackwardDeciseconds = file.Section<int>("edge.backward-ds"),
            Decimetres = file.Section<int>("edge.decimetres"),
            FirstArc = file.Section<int>("edge.first-arc"),
            Arcs = file.Section<int>("edge.arcs"),
            FirstPoint = file.Section<int>("edge.first-point"),
            PointLon = file.Section<int>("edge.point-lon"),
            PointLat = file.Section<int>("edge.point-lat"),
            Class = file.Section<byte>("edge.class"),
            Traits = file.Section<ushort>("edge.traits"),
            Name = file.Section<int>("edge.name"),
            WayOsmId = file.Section<long>("edge.way-osm-id"),
            FirstNameByte = file.Section<int>("name.first-byte"),
            NameText = file.Section<byte>("name.text"),
        };
        return new RoadNetwork(graph, edges, new RoadIndex(file.Section<int>("index.boxes")), info);
    }

    /// <summary>Whether the arrays belong together by their sizes.</summary>
    public static bool Fit(RoadNetwork network)
    {
        (RoadGraph graph, RoadEdges edges) = (network.Graph, network.Edges);
        (int n, int m, int count) = (graph.NodeCount, graph.ArcCount, edges.Count);
        return n > 0 && graph.FirstArc.Length == n + 1 && graph.FirstArc.Span[n] == m
            && graph.NodeLat.Length == n && graph.NodeOsmId.Length == n && graph.NodeInMain.Length == n
            && graph.Deciseconds.Length == m && graph.Decimetres.Length == m && graph.ArcEdge.Length == m && edges.Arcs.Length == m
            && edges.FirstArc.Length == count + 1 && edges.FirstArc.Span[count] == m
            && edges.FirstPoint.Length == count + 1 && edges.FirstPoint.Span[count] == edges.PointLon.Length
            && edges.PointLat.Length == edges.PointLon.Length
            && edges.ForwardHead.Length == count && edges.BackwardHead.Length == count
            && edges.ForwardDeciseconds.Length == count && edges.BackwardDeciseconds.Length == count
            && edges.Class.Length == count && edges.Traits.Length == count && edges.Name.Length == count && edges.WayOsmId.Length == count
            && edges.FirstNameByte.Length > 1 && edges.FirstNameByte.Span[^1] == edges.NameText.Length
            && network.Index.Boxes.Length >= 4 * count;
    }
}
