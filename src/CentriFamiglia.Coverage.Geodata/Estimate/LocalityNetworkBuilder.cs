using CentriFamiglia.Coverage.Travel;
using NetTopologySuite.Geometries;
using NetTopologySuite.Triangulate;

namespace CentriFamiglia.Coverage.Geodata.Estimate;

/// <summary>
/// Makes the network of localities: the edges of their Delaunay triangulation, and neighbours along one shore. An edge across a lake is as
/// long as the way along the shore; nothing goes across water but the ferries that take cars.
/// </summary>
internal sealed class LocalityNetworkBuilder
{
    /// <summary>Longer edges, on the rim of the triangulation, tie no neighbours; a longer way round a lake is not one stretch.</summary>
    private const double LongestKm = 25, LongestShoreKm = 60;

    /// <summary>Localities so near one lake and each other, whose way along the shore is so little longer, are neighbours too.</summary>
    private const double ShoreKm = 1.2, NeighboursKm = 8, ShoreDetour = 1.3;

    /// <summary>Spread (km) over which the people around a locality are counted, and their unit.</summary>
    private const double CrowdKm = 3, CrowdUnit = 10_000;

    private readonly LocalitySource[] _localities;
    private readonly Coordinate[] _flat;
    private readonly double[] _crowd;
    private readonly LakeWays _lakes;
    private readonly TravelEstimateGround _ground;

    private LocalityNetworkBuilder(ImmutableArray<LocalitySource> localities, TravelEstimateGround ground, ImmutableArray<(string Name, Geometry Shore)> lakes)
    {
        // Two localities on one point are one.
        _localities = [.. localities.DistinctBy(l => (l.Place.Lon, l.Place.Lat))];
        _flat = [.. _localities.Select(l => FlatMap.Of(l.Place.Lon, l.Place.Lat))];
        _crowd = [.. _flat.Select(here => _flat.Zip(_localities).Sum(p => p.Second.Residents * Math.Exp(-Math.Pow(here.Distance(p.First) / CrowdKm, 2) / 2)))];
        (_ground, _lakes) = (ground, new LakeWays(lakes));
    }

    public static LocalityNetwork Build(ImmutableArray<LocalitySource> localities, TravelEstimateGround ground, ImmutableArray<(string Name, Geometry Shore)> lakes) =>
        new LocalityNetworkBuilder(localities, ground, lakes).Network(lakes);

    private LocalityNetwork Network(ImmutableArray<(string Name, Geometry Shore)> lakes)
    {
        (int A, int B)[] edges = Triangulation();
        HashSet<(int, int)> known = [.. edges];
        var stretches = new List<LocalityStretch>();
        var cut = new List<(int A, int B)>();
        foreach ((int a, int b) in edges.Where(e => _flat[e.A].Distance(_flat[e.B]) < LongestKm))
        {
            if (_lakes.Around(_flat[a], _flat[b]) is < LongestShoreKm and var km)
                stretches.Add(Stretch(a, b, km));
            else
                cut.Add((a, b));
        }

        stretches.AddRange(AlongShores().Where(n => known.Add((n.A, n.B))).Select(n => Stretch(n.A, n.B, n.Km)));
        foreach ((string from, string to) in CarFerries.All)
            stretches.Add(Ferry(IndexOf(from), IndexOf(to)));
        stretches.AddRange(Ties(stretches, cut));
        return new LocalityNetwork(
            [.. _localities.Select(l => new Locality(l.Place.Lon, l.Place.Lat, AltitudeOf(l.Place)))],
            [.. lakes.Select(l => l.Name)],
            new LakeShores([.. lakes.Select(l => LakeWays.Rings(l.Shore).Select(Ring).ToImmutableArray())]),
            [.. stretches.OrderBy(s => s.A).ThenBy(s => s.B)]);
    }

    private (int A, int B)[] Triangulation()
    {
        Dictionary<Coordinate, int> index = _flat.Index().ToDictionary(f => f.Item, f => f.Index);
        var builder = new DelaunayTriangulationBuilder();
        builder.SetSites(_flat);
        return
        [
            .. builder.GetEdges(GeometryFactory.Default).Geometries
                .Select(edge => (A: index[edge.Coordinates[0]], B: index[edge.Coordinates[1]]))
                .Select(e => e.A < e.B ? e : (A: e.B, B: e.A))
                .Distinct().Order(),
        ];
    }

    private IEnumerable<(int A, int B, double Km)> AlongShores()
    {
        foreach (int[] near in _lakes.Near(_flat, ShoreKm))
        {
            foreach (int a in near)
            {
                foreach (int b in near.Where(b => b > a && _flat[a].Distance(_flat[b]) < NeighboursKm))
                {
                    double km = _lakes.Around(_flat[a], _flat[b]);
                    if (km < ShoreDetour * _flat[a].Distance(_flat[b]))
                        yield return (a, b, km);
                }
            }
        }
    }

    /// <summary>What no stretch ties to the rest, an island, has a ferry by the shortest edge that water cut.</summary>
    private IEnumerable<LocalityStretch> Ties(List<LocalityStretch> stretches, List<(int A, int B)> cut)
    {
        int[] group = [.. Enumerable.Range(0, _localities.Length)];
        foreach (LocalityStretch s in stretches)
            Join(s.A, s.B);
        foreach ((int a, int b) in cut.OrderBy(e => _flat[e.A].Distance(_flat[e.B])).ThenBy(e => e))
        {
            if (Join(a, b))
                yield return Ferry(a, b);
        }

        int Root(int at) => group[at] == at ? at : group[at] = Root(group[at]);

        bool Join(int a, int b)
        {
            (int from, int to) = (Root(a), Root(b));
            group[from] = to;
            return from != to;
        }
    }

    private LocalityStretch Stretch(int a, int b, double km)
    {
        (Place from, Place to) = (_localities[a].Place, _localities[b].Place);
        (_, int emptiness) = _ground.Crossed(_ground.Frame.Cell(from.Lon, from.Lat), _ground.Frame.Cell(to.Lon, to.Lat));
        double empty = emptiness * _ground.Frame.EmptinessStepKm;
        double crowd = km * Math.Sqrt(Math.Sqrt(_crowd[a] * _crowd[b]) / CrowdUnit);
        return new LocalityStretch(a, b, km, Math.Abs(AltitudeOf(from) - AltitudeOf(to)) / 100, empty * empty, crowd, 0);
    }

    private LocalityStretch Ferry(int a, int b) => new(Math.Min(a, b), Math.Max(a, b), 0, 0, 0, 0, _flat[a].Distance(_flat[b]));

    private int IndexOf(string code) => Array.FindIndex(_localities, l => l.Place.Comune.Value == code) is >= 0 and var at
        ? at
        : throw new SourceFileException($"Fra le località manca il comune {code}, da cui parte un traghetto.", "Ripristinare 'localita_principali_2011.csv' da una copia integra.");

    private double AltitudeOf(Place place) => place.AltitudeMetres ?? _ground.AltitudeAt(place.Lon, place.Lat);

    private static ImmutableArray<(double Lon, double Lat)> Ring(LineString ring) => [.. ring.Coordinates.Select(c => (Math.Round(c.X, 5), Math.Round(c.Y, 5)))];
}
