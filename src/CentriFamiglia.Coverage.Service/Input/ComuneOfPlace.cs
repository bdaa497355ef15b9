using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace CentriFamiglia.Coverage.Service.Input;

/// <summary>Finds the comune that a place lies in, and with it the altitude that the place is given: that of the comune's centre, as a sede has it.</summary>
internal sealed class ComuneOfPlace
{
    private readonly STRtree<(Comune Comune, IndexedPointInAreaLocator Area)> _tree = new();

    public ComuneOfPlace(ImmutableArray<Comune> comuni)
    {
        foreach (Comune comune in comuni)
            _tree.Insert(comune.Boundary.EnvelopeInternal, (comune, new IndexedPointInAreaLocator(comune.Boundary)));
    }

    /// <summary>The same point with its comune, of several that share a border the first by code.</summary>
    /// <param name="point">With or without a place.</param>
    /// <param name="needsComune">Whether a place that lies in none is no place.</param>
    public MatrixPoint Located(MatrixPoint point, bool needsComune)
    {
        if (point.Place is not { } place)
            return point;
        var position = new Coordinate(place.Lon, place.Lat);
        Comune? comune = _tree.Query(new Envelope(position))
            .Where(candidate => candidate.Area.Locate(position) != NetTopologySuite.Geometries.Location.Exterior)
            .Select(candidate => candidate.Comune)
            .MinBy(candidate => candidate.Code);
        return comune is not null ? point with { Place = place with { Comune = comune.Code, AltitudeMetres = comune.AltitudeMetres } }
            : needsComune ? point with { Place = null } : point;
    }
}
