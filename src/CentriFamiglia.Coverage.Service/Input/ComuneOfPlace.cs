using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace CentriFamiglia.Coverage.Service.Input;

/// <summary>Finds the comune that a place lies in, for a source that knows only comuni.</summary>
internal sealed class ComuneOfPlace
{
    private readonly STRtree<(Comune Comune, IndexedPointInAreaLocator Area)> _tree = new();

    public ComuneOfPlace(ImmutableArray<Comune> comuni)
    {
        foreach (Comune comune in comuni)
            _tree.Insert(comune.Boundary.EnvelopeInternal, (comune, new IndexedPointInAreaLocator(comune.Boundary)));
    }

    /// <summary>The same point with its comune, of several that share a border the first by code; no place when it lies in none.</summary>
    public MatrixPoint Located(MatrixPoint point)
    {
        if (point.Place is not { } place)
            return point;
        var position = new Coordinate(place.Lon, place.Lat);
        Comune? comune = _tree.Query(new Envelope(position))
            .Where(candidate => candidate.Area.Locate(position) != NetTopologySuite.Geometries.Location.Exterior)
            .Select(candidate => candidate.Comune)
            .MinBy(candidate => candidate.Code);
        return point with { Place = comune is null ? null : place with { Comune = comune.Code } };
    }
}
