namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>
/// Ways cut at junctions. Pieces of one way are neighbours and in the way's order. A directed piece is <c>2 * piece</c> along the way,
/// <c>2 * piece + 1</c> against it. Junctions are numbered from 0; a barred node ends each road at a junction of its own.
/// </summary>
internal sealed class RoadPieces
{
    private readonly (RoadWay Way, int FirstRef, int EndRef)[] _ways;
    private readonly NodeTable _nodes;
    private readonly int[] _refs;
    private readonly byte[] _uses;
    private readonly int[] _junctionOf;
    private readonly List<int> _junctionNode = [];
    private readonly List<Piece> _pieces = [];
    private readonly int[] _firstPiece;
    private readonly PrivateGates _gates;

    public RoadPieces((RoadWay Way, int FirstRef, int EndRef)[] ways, List<long> refs, NodeTable nodes)
    {
        (_ways, _nodes) = (ways, nodes);
        _refs = new int[refs.Count];
        for (int i = 0; i < _refs.Length; i++)
            _refs[i] = KnownIndex(refs[i]);
        _uses = CountUses();
        _junctionOf = new int[nodes.Count];
        _firstPiece = new int[ways.Length + 1];
        _gates = PrivateGates.None;
        CutAll();
        if (nodes.Private.Count == 0)
            return;
        _gates = new PrivateGates(this, nodes.Private);
        CutAll();
    }

    /// <param name="Way">Index of the way.</param>
    /// <param name="FirstRef">Index of its first point in <see cref="NodesOf"/>'s source.</param>
    /// <param name="LastRef">Index of its last point.</param>
    /// <param name="From">Junction at its first point.</param>
    /// <param name="To">Junction at its last point.</param>
    public readonly record struct Piece(int Way, int FirstRef, int LastRef, int From, int To);

    public int Count => _pieces.Count;

    public int JunctionCount => _junctionNode.Count;

    /// <summary>References to nodes that the file does not hold, or that lie outside the clip.</summary>
    public int Missing { get; private set; }

    /// <summary>Of these, references to nodes that the file does not hold.</summary>
    public int NotInFile { get; private set; }

    public Piece this[int piece] => _pieces[piece];

    public ref readonly RoadWay WayOf(int piece) => ref _ways[_pieces[piece].Way].Way;

    /// <summary>Node of the table that a junction lies at.</summary>
    public int NodeOfJunction(int junction) => _junctionNode[junction];

    /// <summary>Junction at a node; negative when there is none.</summary>
    public int JunctionAt(long nodeId)
    {
        int node = _nodes.IndexOf(nodeId);
        return node < 0 ? -1 : _junctionOf[node];
    }

    /// <summary>Nodes of the table along a piece, both ends included.</summary>
    public ReadOnlySpan<int> NodesOf(int piece) => _refs.AsSpan(_pieces[piece].FirstRef, _pieces[piece].LastRef - _pieces[piece].FirstRef + 1);

    /// <summary>Pieces of a way by its OpenStreetMap id, in the way's order; empty when the way is not used.</summary>
    public Range PiecesOfWay(long wayId)
    {
        int low = 0;
        int high = _ways.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_ways[middle].Way.Id < wayId)
                low = middle + 1;
            else
                high = middle;
        }

        return low < _ways.Length && _ways[low].Way.Id == wayId ? _firstPiece[low].._firstPiece[low + 1] : 0..0;
    }

    /// <summary>How many ways lie nowhere, because too few of their nodes are known.</summary>
    public int WaysWithoutPieces()
    {
        int count = 0;
        for (int way = 0; way < _ways.Length; way++)
            count += _firstPiece[way] == _firstPiece[way + 1] ? 1 : 0;
        return count;
    }

    public int TailOf(int directed) => (directed & 1) == 0 ? _pieces[directed >> 1].From : _pieces[directed >> 1].To;

    public int HeadOf(int directed) => (directed & 1) == 0 ? _pieces[directed >> 1].To : _pieces[directed >> 1].From;

    public bool IsOpen(int directed) => (directed & 1) == 0 ? WayOf(directed >> 1).Forward : WayOf(directed >> 1).Backward;

    /// <summary>Whether only those may use a directed piece who start or end there: by its tags, or because it lies behind a private gate.</summary>
    public bool IsRestricted(int directed) =>
        _gates.IsBehind(directed >> 1) || ((directed & 1) == 0 ? WayOf(directed >> 1).ForwardRestricted : WayOf(directed >> 1).BackwardRestricted);

    /// <summary>The open directed pieces that leave each junction, ascending.</summary>
    public PiecesByJunction Outgoing()
    {
        int[] first = new int[JunctionCount + 1];
        for (int directed = 0; directed < 2 * Count; directed++)
            first[TailOf(directed) + 1] += IsOpen(directed) ? 1 : 0;
        for (int junction = 0; junction < JunctionCount; junction++)
            first[junction + 1] += first[junction];
        int[] next = first[..^1];
        int[] leaving = new int[first[^1]];
        for (int directed = 0; directed < 2 * Count; directed++)
        {
            if (IsOpen(directed))
                leaving[next[TailOf(directed)]++] = directed;
        }

        return new PiecesByJunction(first, leaving);
    }

    private int KnownIndex(long id)
    {
        int node = _nodes.IndexOf(id);
        if (node >= 0 && _nodes.IsKnown(node))
            return node;
        Missing++;
        NotInFile += node >= 0 && _nodes.IsInFile(node) ? 0 : 1;
        return -1;
    }

    private byte[] CountUses()
    {
        byte[] uses = new byte[_nodes.Count];
        foreach ((_, int first, int end) in _ways)
        {
            for (int i = first; i < end; i++)
            {
                if (_refs[i] < 0)
                    continue;
                bool ends = i == first || i == end - 1 || _refs[i - 1] < 0 || _refs[i + 1] < 0;
                uses[_refs[i]] = (byte)Math.Min(uses[_refs[i]] + (ends ? 2 : 1), 2);
            }
        }

        return uses;
    }

    private void CutAll()
    {
        _pieces.Clear();
        _junctionNode.Clear();
        Array.Fill(_junctionOf, -1);
        for (int way = 0; way < _ways.Length; way++)
        {
            Cut(way);
            _firstPiece[way + 1] = _pieces.Count;
        }
    }

    private void Cut(int way)
    {
        int start = -1;
        for (int i = _ways[way].FirstRef; i < _ways[way].EndRef; i++)
        {
            int node = _refs[i];
            if (node < 0)
            {
                start = -1;
                continue;
            }

            if (start >= 0 && IsEnd(node) && (i > start + 1 || node != _refs[start]))
                _pieces.Add(new Piece(way, start, i, JunctionFor(_refs[start]), JunctionFor(node)));
            if (start < 0 || IsEnd(node))
                start = i;
        }
    }

    private bool IsEnd(int node) => _uses[node] >= 2 || _nodes.IsBarred(node) || _nodes.Private.Contains(node);

    private bool Parts(int node) => _nodes.IsBarred(node) || (_nodes.Private.Contains(node) && !_gates.IsOpen(node));

    private int JunctionFor(int node)
    {
        if (_junctionOf[node] >= 0 && !Parts(node))
            return _junctionOf[node];
        _junctionNode.Add(node);
        return _junctionOf[node] = _junctionNode.Count - 1;
    }
}

/// <summary>Directed pieces grouped by junction.</summary>
internal sealed class PiecesByJunction(int[] first, int[] pieces)
{
    public int Count => pieces.Length;

    public ReadOnlySpan<int> this[int junction] => pieces.AsSpan(first[junction]..first[junction + 1]);
}
