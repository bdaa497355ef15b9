using System.Runtime.InteropServices;

namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>The places of a graph before they are numbered: first the junctions, then the states, each a copy of a junction.</summary>
internal sealed class JunctionPlaces(RoadPieces pieces, PiecesByJunction outgoing, TurnAutomaton turns, UTurns roundTurns)
{
    public int Count => pieces.JunctionCount + turns.StateCount;

    public int JunctionOf(int place) => StateOf(place) is var state and >= 0 ? turns.JunctionOf(state) : place;

    /// <summary>Where a directed piece leads from a place.</summary>
    public int After(int place, int directed)
    {
        int next = StateOf(place) is var state and >= 0 ? turns.Step(state, directed) : turns.Enter(directed);
        return next < 0 ? pieces.HeadOf(directed) : pieces.JunctionCount + next;
    }

    /// <summary>Tenths of a second that taking a directed piece costs besides driving it; negative when forbidden.</summary>
    public int LossOf(int place, int directed) => StateOf(place) is var state and >= 0 ? roundTurns.LossOf(state, directed) : 0;

    /// <summary>
    /// Flags of the places that belong to the main part, before zones are closed to those who pass through: from all of them one still
    /// reaches every other. A junction to which every road leads by a copy is left through the plain one all the same.
    /// </summary>
    public byte[] Main()
    {
        int[] first = new int[Count + 1];
        var heads = new List<int>(outgoing.Count);
        for (int place = 0; place < Count; place++)
        {
            foreach (int directed in outgoing[JunctionOf(place)])
            {
                if (LossOf(place, directed) >= 0)
                    heads.Add(After(place, directed));
            }

            first[place + 1] = heads.Count;
        }

        byte[] main = StrongComponents.Main(first, CollectionsMarshal.AsSpan(heads));
        for (int place = pieces.JunctionCount; place < Count; place++)
            main[JunctionOf(place)] |= main[place];
        return main;
    }

    /// <summary>The place that a copy for who came to a zone from outside is a copy of.</summary>
    public int WithoutZone(int place)
    {
        if (StateOf(place) is not (var state and >= 0))
            return place;
        int core = turns.CoreOf(state);
        return core < 0 ? turns.JunctionOf(state) : pieces.JunctionCount + core;
    }

    private int StateOf(int place) => place - pieces.JunctionCount;
}
