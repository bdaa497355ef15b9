using System.Text;

namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>Numbers junctions and their copies along a Hilbert curve and lays out graph and edges.</summary>
internal sealed class GraphAssembler
{
    private readonly RoadPieces _pieces;
    private readonly NodeTable _nodes;
    private readonly RoadProfile _profile;
    private readonly IReadOnlyList<string> _names;
    private readonly TurnAutomaton _turns;
    private readonly PiecesByJunction _outgoing;
    private readonly TurnApplier _applier;
    private readonly UTurns _roundTurns;
    private readonly EndZones _zones;
    private readonly JunctionPlaces _places;
    private readonly HilbertOrder _order;

    public GraphAssembler(RoadPieces pieces, NodeTable nodes, RoadProfile profile, IReadOnlyList<string> names)
    {
        (_pieces, _nodes, _profile, _names) = (pieces, nodes, profile, names);
        _turns = new TurnAutomaton(pieces);
        _outgoing = pieces.Outgoing();
        _applier = new TurnApplier(pieces, _turns, _outgoing);
        _roundTurns = new UTurns(pieces, _outgoing, _turns, _applier, profile.UTurns);
        _zones = new EndZones(pieces, passable: profile.RestrictedFactor == 1);
        _places = new JunctionPlaces(pieces, _outgoing, _turns, _roundTurns);
        _order = new HilbertOrder(nodes.Lon, nodes.Lat);
    }

    /// <summary>Copies of junctions made for turn restrictions and for zones that only those may use who start or end there.</summary>
    public int SplitCount => _turns.StateCount;

    /// <returns>Null when applied, else the reason in Italian.</returns>
    public string? Apply(TurnRule rule) => _applier.Apply(rule);

    public (RoadGraph Graph, RoadEdges Edges) Assemble()
    {
        _turns.Close();
        int[] edgeOfPiece = EdgeOrder(out int[] pieceOfEdge);
        PieceCost[] costs = Costs(pieceOfEdge);
        _roundTurns.Spread(directed => DecisecondsOf(costs[edgeOfPiece[directed >> 1]], directed));
        byte[] main = _places.Main();
        _turns.AddZones(_zones, _outgoing);

        // Places are the junctions, then the states; rank gives each its number in the graph.
        int[] rank = NodeOrder(out int[] placeOfNode);
        var arcs = new Arc[CountArcs()];
        int[] firstArc = new int[placeOfNode.Length + 1];
        int count = 0;
        for (int node = 0; node < placeOfNode.Length; node++)
        {
            int start = count;
            int place = placeOfNode[node];
            foreach (int directed in _outgoing[_places.JunctionOf(place)])
            {
                int lost = _places.LossOf(place, directed);
                if (lost < 0)
                    continue;
                int edge = edgeOfPiece[directed >> 1];
                int deciseconds = DecisecondsOf(costs[edge], directed) + lost;
                int head = rank[_places.After(place, directed)];
                arcs[count++] = new Arc(head, deciseconds, costs[edge].Decimetres, (2 * edge) + (directed & 1));
            }

            arcs.AsSpan(start, count - start).Sort();
            firstArc[node + 1] = count;
        }

        int[] heads = Array.ConvertAll(arcs, arc => arc.Head);
        byte[] inMain = Array.ConvertAll(placeOfNode, place => main[_places.WithoutZone(place)]);
        var graph = new RoadGraph
        {
            FirstArc = firstArc,
            Head = heads,
            Deciseconds = Array.ConvertAll(arcs, arc => arc.Deciseconds),
            Decimetres = Array.ConvertAll(arcs, arc => arc.Decimetres),
            ArcEdge = Array.ConvertAll(arcs, arc => arc.Edge),
            NodeLon = Array.ConvertAll(placeOfNode, place => _nodes.Lon[NodeAt(place)]),
            NodeLat = Array.ConvertAll(placeOfNode, place => _nodes.Lat[NodeAt(place)]),
            NodeOsmId = Array.ConvertAll(placeOfNode, place => _nodes.IdOf(NodeAt(place))),
            NodeInMain = inMain,
        };
        return (graph, Edges(graph, pieceOfEdge, costs, rank));
    }

    private readonly record struct Arc(int Head, int Deciseconds, int Decimetres, int Edge) : IComparable<Arc>
    {
        public int CompareTo(Arc other) =>
            (Head, Deciseconds, Decimetres, Edge).CompareTo((other.Head, other.Deciseconds, other.Decimetres, other.Edge));
    }

    private static int DecisecondsOf(in PieceCost cost, int directed) => (directed & 1) == 0 ? cost.Forward : cost.Backward;

    private int NodeAt(int place) => _pieces.NodeOfJunction(_places.JunctionOf(place));

    private int CountArcs()
    {
        int count = _outgoing.Count;
        for (int state = 0; state < _turns.StateCount; state++)
        {
            foreach (int directed in _outgoing[_turns.JunctionOf(state)])
                count += _roundTurns.LossOf(state, directed) >= 0 ? 1 : 0;
        }

        return count;
    }

    /// <summary>Copies of a junction share its key, so that they are neighbours.</summary>
    /// <returns>Number of each place; <paramref name="placeOfNode"/> is the inverse.</returns>
    private int[] NodeOrder(out int[] placeOfNode)
    {
        ulong[] keys = new ulong[_pieces.JunctionCount + _turns.StateCount];
        for (int place = 0; place < keys.Length; place++)
        {
            int node = NodeAt(place);
            keys[place] = Key(_order.PositionOf(_nodes.Lon[node], _nodes.Lat[node]), _places.JunctionOf(place));
        }

        placeOfNode = Sorted(keys);
        return Inverse(placeOfNode);
    }

    /// <returns>Edge of each piece; <paramref name="pieceOfEdge"/> is the inverse.</returns>
    private int[] EdgeOrder(out int[] pieceOfEdge)
    {
        ulong[] keys = new ulong[_pieces.Count];
        for (int piece = 0; piece < keys.Length; piece++)
            keys[piece] = Key(_order.PositionOfBox(_pieces.NodesOf(piece)), piece);
        pieceOfEdge = Sorted(keys);
        return Inverse(pieceOfEdge);
    }

    private static ulong Key(uint position, int number) => ((ulong)position << 32) | (uint)number;

    private static int[] Sorted(ulong[] keys)
    {
        int[] items = new int[keys.Length];
        for (int i = 0; i < items.Length; i++)
            items[i] = i;
        Array.Sort(keys, items);
        return items;
    }

    private static int[] Inverse(int[] permutation)
    {
        int[] inverse = new int[permutation.Length];
        for (int i = 0; i < permutation.Length; i++)
            inverse[permutation[i]] = i;
        return inverse;
    }

    private PieceCost[] Costs(int[] pieceOfEdge)
    {
        var costs = new PieceCosts(_pieces, _nodes, _profile, _zones);
        var all = new PieceCost[pieceOfEdge.Length];
        Parallel.For(0, all.Length, edge => all[edge] = costs.Of(pieceOfEdge[edge]));
        return all;
    }

    private RoadEdges Edges(RoadGraph graph, int[] pieceOfEdge, PieceCost[] costs, int[] rank)
    {
        int[] firstPoint = new int[pieceOfEdge.Length + 1];
        for (int edge = 0; edge < pieceOfEdge.Length; edge++)
            firstPoint[edge + 1] = firstPoint[edge] + _pieces.NodesOf(pieceOfEdge[edge]).Length;
        int[] lon = new int[firstPoint[^1]];
        int[] lat = new int[firstPoint[^1]];
        for (int edge = 0; edge < pieceOfEdge.Length; edge++)
        {
            int at = firstPoint[edge];
            foreach (int node in _pieces.NodesOf(pieceOfEdge[edge]))
            {
                lon[at] = _nodes.Lon[node];
                lat[at++] = _nodes.Lat[node];
            }
        }

        (int[] firstArc, int[] arcs) = ArcsByEdge(graph, pieceOfEdge.Length);
        bool[] inMain = EdgesInMain(graph, pieceOfEdge.Length);
        (int[] names, int[] firstNameByte, byte[] nameText) = Names(pieceOfEdge);
        return new RoadEdges
        {
            ForwardHead = Heads(pieceOfEdge, rank, 0),
            BackwardHead = Heads(pieceOfEdge, rank, 1),
            ForwardDeciseconds = Array.ConvertAll(costs, cost => cost.Forward),
            BackwardDeciseconds = Array.ConvertAll(costs, cost => cost.Backward),
            Decimetres = Array.ConvertAll(costs, cost => cost.Decimetres),
            FirstArc = firstArc,
            Arcs = arcs,
            FirstPoint = firstPoint,
            PointLon = lon,
            PointLat = lat,
            Class = Array.ConvertAll(pieceOfEdge, piece => (byte)_pieces.WayOf(piece).Class),
            Traits = TraitsOf(costs, inMain),
            Name = names,
            WayOsmId = Array.ConvertAll(pieceOfEdge, piece => _pieces.WayOf(piece).Id),
            FirstNameByte = firstNameByte,
            NameText = nameText,
        };
    }

    private int[] Heads(int[] pieceOfEdge, int[] rank, int direction) => Array.ConvertAll(
        pieceOfEdge,
        piece =>
        {
            int directed = (2 * piece) + direction;
            return _pieces.IsOpen(directed) ? rank[_places.After(_pieces.TailOf(directed), directed)] : -1;
        });

    private static (int[] First, int[] Arcs) ArcsByEdge(RoadGraph graph, int edges)
    {
        int[] first = new int[edges + 1];
        foreach (int arcEdge in graph.ArcEdge.Span)
            first[(arcEdge >> 1) + 1]++;
        for (int edge = 0; edge < edges; edge++)
            first[edge + 1] += first[edge];
        int[] next = first[..^1];
        int[] arcs = new int[graph.ArcCount];
        for (int arc = 0; arc < arcs.Length; arc++)
            arcs[next[graph.ArcEdge.Span[arc] >> 1]++] = arc;
        return (first, arcs);
    }

    private static bool[] EdgesInMain(RoadGraph graph, int edges)
    {
        bool[] inside = new bool[edges];
        ReadOnlySpan<int> firstArc = graph.FirstArc.Span;
        ReadOnlySpan<int> head = graph.Head.Span;
        ReadOnlySpan<byte> inMain = graph.NodeInMain.Span;
        for (int tail = 0; tail < graph.NodeCount; tail++)
        {
            for (int arc = firstArc[tail]; arc < firstArc[tail + 1]; arc++)
                inside[graph.ArcEdge.Span[arc] >> 1] |= (inMain[tail] & inMain[head[arc]]) == 1;
        }

        return inside;
    }

    private static ushort[] TraitsOf(PieceCost[] costs, bool[] inMain)
    {
        ushort[] traits = new ushort[costs.Length];
        for (int edge = 0; edge < traits.Length; edge++)
            traits[edge] = (ushort)(costs[edge].Traits | (inMain[edge] ? RoadTraits.MainComponent : RoadTraits.None));
        return traits;
    }

    /// <summary>Numbers the names that are used, in order of the edges; number 0 is the empty one.</summary>
    private (int[] Names, int[] FirstByte, byte[] Text) Names(int[] pieceOfEdge)
    {
        var numbers = new Dictionary<int, int> { [0] = 0 };
        var firstByte = new List<int> { 0, 0 };
        var text = new List<byte>();
        int[] names = new int[pieceOfEdge.Length];
        for (int edge = 0; edge < names.Length; edge++)
        {
            int name = _pieces.WayOf(pieceOfEdge[edge]).Name;
            if (!numbers.TryGetValue(name, out int number))
            {
                number = numbers[name] = numbers.Count;
                text.AddRange(Encoding.UTF8.GetBytes(_names[name]));
                firstByte.Add(text.Count);
            }

            names[edge] = number;
        }

        return (names, [.. firstByte], [.. text]);
    }
}
