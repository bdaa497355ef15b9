using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.TestPostGis;

/// <summary>
/// A network of ours as plain arcs, places included: place i is left from node n + i and reached at node n + p + i (n nodes, p places),
/// through arcs that hold the part of its road and its walk. Two places on one road, or near enough to walk, have an
/// arc of their own between them. Another
/// engine then answers from place to place without a rule of ours.
/// </summary>
public sealed class PlacedArcs(RoadNetwork network, IReadOnlyList<RoadSnap> places)
{
    private readonly RoadGraph _graph = network.Graph;
    private readonly RoadSnapper _snapper = new(network);

    public long[] Departures => [.. Enumerable.Range(0, places.Count).Select(Departure)];

    public long[] Arrivals => [.. Enumerable.Range(0, places.Count).Select(Arrival)];

    /// <summary>Weights as <see cref="RoadWeight"/>, time and length in one number.</summary>
    public IEnumerable<PgArc> All() => Roads().Concat(Legs());

    private long Departure(int place) => _graph.NodeCount + (long)place;

    private long Arrival(int place) => _graph.NodeCount + (long)places.Count + place;

    private IEnumerable<PgArc> Roads()
    {
        for (int tail = 0; tail < _graph.NodeCount; tail++)
        {
            for (int arc = _graph.FirstArc.Span[tail]; arc < _graph.FirstArc.Span[tail + 1]; arc++)
                yield return new PgArc(tail, _graph.Head.Span[arc], RoadWeight.Pack(_graph.Deciseconds.Span[arc], _graph.Decimetres.Span[arc]));
        }
    }

    private IEnumerable<PgArc> Legs()
    {
        for (int i = 0; i < places.Count; i++)
        {
            RoadSnap place = places[i];
            foreach (SnapLink link in _snapper.Departures(place))
                yield return new PgArc(Departure(i), link.Node, link.Weight + place.AccessWeight);
            foreach (SnapLink link in _snapper.Arrivals(place))
                yield return new PgArc(link.Node, Arrival(i), link.Weight + place.AccessWeight);
            for (int j = 0; j < places.Count; j++)
            {
                if (_snapper.SameEdge(place, places[j]) is var along and not RoadWeight.Unreached)
                    yield return new PgArc(Departure(i), Arrival(j), along + place.AccessWeight + places[j].AccessWeight);
                if (place.WalkTo(places[j]) is var walk and not RoadWeight.Unreached)
                    yield return new PgArc(Departure(i), Arrival(j), walk);
            }
        }
    }
}
