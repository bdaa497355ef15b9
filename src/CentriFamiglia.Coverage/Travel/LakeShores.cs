namespace CentriFamiglia.Coverage.Travel;

/// <summary>The lakes that a straight line may cross: closed rings in WGS84 degrees, islands among them.</summary>
public sealed class LakeShores
{
    private readonly ImmutableArray<Lake> _lakes;

    /// <param name="lakes">Of each lake its rings, shores and islands in any order; of each ring longitude and latitude of its corners, the last being the first.</param>
    public LakeShores(ImmutableArray<ImmutableArray<ImmutableArray<(double Lon, double Lat)>>> lakes)
    {
        Rings = lakes;
        _lakes = [.. lakes.Select(rings => new Lake(rings))];
    }

    public ImmutableArray<ImmutableArray<ImmutableArray<(double Lon, double Lat)>>> Rings { get; }

    /// <summary>Km of the straight line between two places that lie in water.</summary>
    public double WaterKm(double lon1, double lat1, double lon2, double lat2)
    {
        // From west to east, so that both ways give the same to the last bit.
        if ((lon2, lat2).CompareTo((lon1, lat1)) < 0)
            (lon1, lat1, lon2, lat2) = (lon2, lat2, lon1, lat1);
        double share = 0;
        foreach (Lake lake in _lakes)
            share += lake.Share(lon1, lat1, lon2, lat2);
        return share > 0 ? share * Geodesy.DistanceKm(lon1, lat1, lon2, lat2) : 0;
    }

    private sealed class Lake
    {
        private readonly (double Lon, double Lat)[][] _rings;
        private readonly double _west, _south, _east, _north;

        public Lake(ImmutableArray<ImmutableArray<(double Lon, double Lat)>> rings)
        {
            _rings = [.. rings.Select(ring => ring.ToArray())];
            (double Lon, double Lat)[] all = [.. _rings.SelectMany(ring => ring)];
            (_west, _south) = (all.Min(p => p.Lon), all.Min(p => p.Lat));
            (_east, _north) = (all.Max(p => p.Lon), all.Max(p => p.Lat));
        }

        /// <summary>Which part of the line lies in the lake, 0 to 1.</summary>
        public double Share(double lon1, double lat1, double lon2, double lat2)
        {
            if (Math.Max(lon1, lon2) < _west || Math.Min(lon1, lon2) > _east || Math.Max(lat1, lat2) < _south || Math.Min(lat1, lat2) > _north)
                return 0;
            (double dx, double dy) = (lon2 - lon1, lat2 - lat1);
            var crossings = new List<double>();
            bool inside = false;
            foreach ((double Lon, double Lat)[] ring in _rings)
            {
                for (int i = 1; i < ring.Length; i++)
                {
                    (double ax, double ay) = (ring[i - 1].Lon - lon1, ring[i - 1].Lat - lat1);
                    (double bx, double by) = (ring[i].Lon - lon1, ring[i].Lat - lat1);
                    if (ay > 0 != by > 0 && (ax * (by - ay)) - ((bx - ax) * ay) > 0 == by > ay)
                        inside = !inside;

                    // Sides of the line on which the two corners lie; a corner on it counts as on the left.
                    (double sideA, double sideB) = ((dx * ay) - (dy * ax), (dx * by) - (dy * bx));
                    if (sideA >= 0 == sideB >= 0)
                        continue;
                    double part = sideA / (sideA - sideB), x = ax + (part * (bx - ax)), y = ay + (part * (by - ay));
                    double along = ((x * dx) + (y * dy)) / ((dx * dx) + (dy * dy));
                    if (along is > 0 and < 1)
                        crossings.Add(along);
                }
            }

            crossings.Sort();
            double share = 0, from = 0;
            foreach (double along in crossings.Append(1))
            {
                share += inside ? along - from : 0;
                (from, inside) = (along, !inside);
            }

            return share;
        }
    }
}
