namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>
/// Turning round at the end of a piece of road: where it is allowed, and which junctions must remember how one came so that it costs
/// its seconds. It can only help who has met a forbidden turn: elsewhere he could have taken at once the road he comes back to.
/// </summary>
internal sealed class UTurns
{
    private const int Unbounded = int.MaxValue;
    private const int FewestRoads = 3;

    private readonly RoadPieces _pieces;
    private readonly PiecesByJunction _outgoing;
    private readonly TurnAutomaton _turns;
    private readonly TurnApplier _restrictions;
    private readonly bool _free;
    private readonly byte[] _roads;

    public UTurns(RoadPieces pieces, PiecesByJunction outgoing, TurnAutomaton turns, TurnApplier restrictions, UTurnRule? rule)
    {
        (_pieces, _outgoing, _turns, _restrictions) = (pieces, outgoing, turns, restrictions);
        _free = rule is null;
        Deciseconds = (int)Math.Round((rule?.Seconds ?? 0) * 10);
        _roads = new byte[pieces.JunctionCount];
        for (int piece = 0; piece < pieces.Count; piece++)
        {
            if (!pieces.WayOf(piece).TurnsRound)
                continue;
            Count(pieces[piece].From);
            Count(pieces[piece].To);
        }
    }

    /// <summary>Tenths of a second that it takes.</summary>
    public int Deciseconds { get; }

    /// <summary>Whether who is in a state may leave by a directed piece, and what he loses.</summary>
    /// <returns>Tenths of a second; negative when forbidden.</returns>
    public int LossOf(int state, int directed)
    {
        if (!_turns.Allows(state, directed))
            return -1;
        if (!_turns.Remembers(state))
            return 0;
        int last = _turns.LastOf(state);
        if (_free || directed != (last ^ 1))
            return 0;
        return IsAllowed(last) || !GoesOn(state, last) ? Deciseconds : -1;
    }

    /// <summary>
    /// Adds the junctions that must remember: from every state of a restriction along roads that lead back too, as far as it takes to pass
    /// a place to turn, and on from there until to go on and come back costs as much as to turn.
    /// </summary>
    /// <param name="deciseconds">Of each directed piece.</param>
    public void Spread(Func<int, int> deciseconds)
    {
        if (_free)
            return;
        var open = new PriorityQueue<int, int>();
        var most = new Dictionary<int, int>();
        for (int state = 0; state < _turns.StateCount; state++)
            Reach(state, Unbounded);
        while (open.TryDequeue(out int state, out int negative))
        {
            if (-negative < most[state])
                continue;
            foreach (int directed in _outgoing[_turns.JunctionOf(state)])
            {
                if (LossOf(state, directed) < 0 || !_pieces.IsOpen(directed ^ 1))
                    continue;
                int left = -negative == Unbounded ? Unbounded : -negative - deciseconds(directed) - deciseconds(directed ^ 1);
                if (left > 0)
                    Reach(_turns.StepOrAdd(state, directed), IsAllowed(directed) ? Math.Min(left, Deciseconds) : left);
            }
        }

        void Reach(int state, int left)
        {
            if (most.TryGetValue(state, out int known) && known >= left)
                return;
            most[state] = left;
            open.Enqueue(state, -left);
        }
    }

    /// <summary>At the end of a directed piece: a dead end, or where enough roads of the profile's choice meet; never along a restriction.</summary>
    private bool IsAllowed(int directed)
    {
        if (_restrictions.MustTurnRound.Contains(directed))
            return true;
        int junction = _pieces.HeadOf(directed);
        return !_restrictions.ViaPieces.Contains(directed >> 1) && (_roads[junction] >= FewestRoads || !_outgoing[junction].ContainsAnyExcept(directed ^ 1));
    }

    private bool GoesOn(int state, int last)
    {
        foreach (int directed in _outgoing[_turns.JunctionOf(state)])
        {
            if (directed != (last ^ 1) && _turns.Allows(state, directed))
                return true;
        }

        return false;
    }

    private void Count(int junction) => _roads[junction] = (byte)Math.Min(_roads[junction] + 1, FewestRoads);
}
