namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>
/// Forbidden sequences of directed pieces as states: a state is a copy of a junction for those who came to it along a prefix of some
/// forbidden sequence, and lacks the pieces that would complete it. Only junctions on such a prefix are copied.
/// <para>
/// A shortest-path search knows where it is, not how it came there; "no left turn from Via Roma", or a ban over several pieces, is about
/// how it came. A copy remembers just so much of the way as can still matter: the longest end of it that begins a forbidden sequence.
/// A piece that goes on with the sequence leads to the next copy; one that leaves it falls back to the longest shorter end that begins
/// another one, or to the plain junction. Every path of the copied graph is then a permitted path of the roads, and the other way round,
/// so that any search is right without knowing of turns.
/// </para>
/// <para>Zones that only those may use who start or end there are remembered the same way: see <see cref="AddZones"/>.</para>
/// Source: Aho and Corasick, "Efficient String Matching" (1975); the copies are the states other than the root.
/// </summary>
internal sealed class TurnAutomaton
{
    private const int Root = -1;

    private readonly RoadPieces _pieces;
    private readonly Dictionary<(int State, int Directed), int> _next = [];
    private readonly List<State> _states = [];
    private readonly Dictionary<(int Core, int Directed, bool Entered), int> _zoned = [];
    private EndZones? _zones;

    public TurnAutomaton(RoadPieces pieces) => _pieces = pieces;

    public int StateCount => _states.Count;

    /// <summary>The junction that a state is a copy of.</summary>
    public int JunctionOf(int state) => _pieces.HeadOf(_states[state].Last);

    /// <summary>The directed piece by which one comes to a state.</summary>
    public int LastOf(int state) => _states[state].Last;

    /// <param name="prefix">Directed pieces, each starting where the one before ends; at least one.</param>
    /// <param name="banned">Directed pieces that may not follow.</param>
    public void Forbid(ReadOnlySpan<int> prefix, IEnumerable<int> banned)
    {
        int state = Root;
        foreach (int directed in prefix)
        {
            if (!_next.TryGetValue((state, directed), out int next))
            {
                next = _states.Count;
                _states.Add(new State(state, directed, state == Root ? 1 : _states[state].Depth + 1));
                _next[(state, directed)] = next;
            }

            state = next;
        }

        _states[state].Banned.UnionWith(banned);
    }

    /// <summary>After the last <see cref="Forbid"/>: what a shorter prefix forbids, a longer one that ends with it forbids too.</summary>
    public void Close()
    {
        foreach (State state in _states.OrderBy(state => state.Depth))
        {
            state.Fallback = state.Depth == 1 ? Root : Step(_states[state.Parent].Fallback, state.Last);
            if (state.Fallback != Root)
                state.Banned.UnionWith(_states[state.Fallback].Banned);
        }
    }

    public bool Allows(int state, int directed)
    {
        int core = CoreOf(state);
        return (core == Root || !_states[core].Banned.Contains(directed)) && (!_states[state].Entered || _zones!.IsInside(directed));
    }

    /// <summary>Whether a state remembers more of the way than whether it led into a zone.</summary>
    public bool Remembers(int state) => CoreOf(state) != Root;

    /// <summary>The state that remembers as much of the way but nothing of zones; -1 for the plain junction.</summary>
    public int CoreOf(int state) => _states[state].IsZoned ? _states[state].Core : state;

    /// <summary>Where a directed piece leads from a plain junction: a state, or -1 for the plain junction at its end.</summary>
    public int Enter(int directed) => Step(Root, directed);

    /// <summary>Where a directed piece leads from a state.</summary>
    public int Step(int state, int directed)
    {
        if (_zones is null)
            return CoreStep(state, directed);
        bool zoned = state != Root && _states[state].IsZoned;
        int next = CoreStep(zoned ? _states[state].Core : state, directed);
        if (_zones.IsInside(directed))
            return zoned ? _zoned[(next, directed, true)] : next;
        return _zones.IsMouth(_pieces.HeadOf(directed)) ? _zoned[(next, directed, false)] : next;
    }

    private int CoreStep(int state, int directed)
    {
        while (true)
        {
            if (_next.TryGetValue((state, directed), out int next))
                return next;
            if (state == Root)
                return Root;
            state = _states[state].Fallback;
        }
    }

    /// <summary>After <see cref="Close"/>: where a directed piece leads from a state, which is made where there is none.</summary>
    public int StepOrAdd(int state, int directed)
    {
        int next = Step(state, directed);
        if (next != Root)
            return next;
        // No sequence begins with this piece, so that no state has to fall back to this one.
        _states.Add(new State(Root, directed, 1));
        return _next[(Root, directed)] = _states.Count - 1;
    }

    /// <summary>
    /// Last of all: who comes to the mouth of a zone from outside must be told from who starts there or has driven inside it since he
    /// started. The first may go in, but not out again.
    /// </summary>
    public void AddZones(EndZones zones, PiecesByJunction outgoing)
    {
        if (zones.IsEmpty)
            return;
        _zones = zones;
        int cores = _states.Count;
        var open = new Queue<int>();
        for (int junction = 0; junction < _pieces.JunctionCount; junction++)
        {
            foreach (int directed in outgoing[junction])
                Reach(Root, directed, inside: false);
        }

        for (int state = 0; state < cores; state++)
            Leave(state);
        while (open.TryDequeue(out int state))
            Leave(state);

        void Leave(int state)
        {
            foreach (int directed in outgoing[JunctionOf(state)])
            {
                if (Allows(state, directed))
                    Reach(CoreOf(state), directed, _states[state].IsZoned);
            }
        }

        void Reach(int core, int directed, bool inside)
        {
            bool entered = zones.IsInside(directed);
            if (entered ? !inside : !zones.IsMouth(_pieces.HeadOf(directed)))
                return;
            int next = CoreStep(core, directed);
            if (!_zoned.TryAdd((next, directed, entered), _states.Count))
                return;
            open.Enqueue(_states.Count);
            _states.Add(new State(Root, directed, 0) { IsZoned = true, Core = next, Entered = entered });
        }
    }

    private sealed class State(int parent, int last, int depth)
    {
        /// <summary>Whether it is a copy of another state, or of the plain junction, for those who came to a zone from outside.</summary>
        public bool IsZoned { get; init; }

        public int Core { get; init; } = Root;

        /// <summary>Whether they are inside.</summary>
        public bool Entered { get; init; }

        public int Parent { get; } = parent;

        public int Last { get; } = last;

        public int Depth { get; } = depth;

        public int Fallback { get; set; } = Root;

        public HashSet<int> Banned { get; } = [];
    }
}
