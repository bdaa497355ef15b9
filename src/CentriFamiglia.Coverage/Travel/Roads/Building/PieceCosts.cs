namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>Length and time of each piece of road.</summary>
internal sealed class PieceCosts
{
    // No piece of road takes longer than eleven days: keeps sums over broken coordinates inside RoadWeight.
    private const double Most = 10_000_000;

    private readonly RoadPieces _pieces;
    private readonly NodeTable _nodes;
    private readonly RoadProfile _profile;
    private readonly EndZones _zones;
    private readonly UrbanCells _urban;
    private readonly bool _townsMatter;
    private readonly Dictionary<int, double> _ferryMetres = [];

    public PieceCosts(RoadPieces pieces, NodeTable nodes, RoadProfile profile, EndZones zones)
    {
        (_pieces, _nodes, _profile, _zones) = (pieces, nodes, profile, zones);
        _townsMatter = profile.Classes.Values.Any(speed => speed.Urban != speed.Extraurban);
        _urban = new UrbanCells(profile.Urban, MiddleLat());
        for (int piece = 0; piece < pieces.Count; piece++)
            Survey(piece);
        _urban.Close();
    }

    /// <summary>Safe for use by several threads.</summary>
    public PieceCost Of(int piece)
    {
        ref readonly RoadWay way = ref _pieces.WayOf(piece);
        ReadOnlySpan<int> nodes = _pieces.NodesOf(piece);
        double urbanMetres = 0;
        double metres = 0;
        NodeDelay lost = default;
        for (int i = 1; i < nodes.Length; i++)
        {
            double length = Length(nodes[i - 1], nodes[i]);
            metres += length;
            if (IsUrban(way, nodes[i - 1], nodes[i]))
                urbanMetres += length;
            if (i < nodes.Length - 1)
                lost = Add(lost, _nodes.DelayAt(nodes[i]));
        }

        // What stands at the end of a piece is met on arrival, from either side.
        double forwardLost = lost.Forward + Math.Max(_nodes.DelayAt(nodes[^1]).Forward, _nodes.DelayAt(nodes[^1]).Backward);
        double backwardLost = lost.Backward + Math.Max(_nodes.DelayAt(nodes[0]).Forward, _nodes.DelayAt(nodes[0]).Backward);
        double share = metres > 0 ? urbanMetres / metres : 0;
        double curve = share > 0.5 ? 1 : CurveFactor(metres, nodes);
        int decimetres = (int)Math.Clamp(Math.Round(metres * 10), 1, int.MaxValue);
        return new PieceCost(
            decimetres,
            way.Forward ? Deciseconds((Seconds(piece, way, way.ForwardUrban, way.ForwardExtraurban, metres, share, curve) * Slowing(2 * piece)) + forwardLost) : -1,
            way.Backward ? Deciseconds((Seconds(piece, way, way.BackwardUrban, way.BackwardExtraurban, metres, share, curve) * Slowing((2 * piece) + 1)) + backwardLost) : -1,
            way.Traits | (share > 0.5 ? RoadTraits.Urban : RoadTraits.None));
    }

    private double Slowing(int directed) => _zones.IsSlowed(directed) ? 1 / _profile.RestrictedFactor : 1;

    private double Seconds(int piece, in RoadWay way, double urbanKmh, double extraurbanKmh, double metres, double share, double curve)
    {
        if (way.Class == RoadClass.Ferry)
        {
            double part = metres / Math.Max(_ferryMetres[_pieces[piece].Way], 0.1);
            double crossing = way.CrossingSeconds > 0 ? way.CrossingSeconds * part : metres * 3.6 / urbanKmh;
            return crossing + (way.WaitSeconds * part);
        }

        return ((metres * share / urbanKmh) + (metres * (1 - share) / (extraurbanKmh * curve))) * 3.6;
    }

    private static int Deciseconds(double seconds) => (int)Math.Min(Math.Round(seconds * 10), Most);

    private bool IsUrban(in RoadWay way, int from, int to) => way.Zone switch
    {
        Zone.Urban => true,
        Zone.Extraurban => false,
        _ => _urban.IsUrban(Middle(_nodes.Lon, from, to), Middle(_nodes.Lat, from, to)),
    };

    private double CurveFactor(double metres, ReadOnlySpan<int> nodes)
    {
        double factor = 1;
        if (metres < _profile.Curves.LeastMetres || metres == 0 || _profile.Curves.Steps.IsEmpty)
            return factor;
        double degreesPerKm = Bends(nodes) * 1000 / metres;
        foreach (CurveStep step in _profile.Curves.Steps)
        {
            if (degreesPerKm >= step.DegreesPerKm)
                factor = step.Factor;
        }

        return factor;
    }

    /// <summary>Degrees turned along a line, to either side.</summary>
    private double Bends(ReadOnlySpan<int> nodes)
    {
        EarthMetric metric = EarthMetric.At(_nodes.Lat[nodes[0]]);
        double bends = 0;
        double heading = double.NaN;
        for (int i = 1; i < nodes.Length; i++)
        {
            double dx = ((double)_nodes.Lon[nodes[i]] - _nodes.Lon[nodes[i - 1]]) * metric.MetresPerLon;
            double dy = ((double)_nodes.Lat[nodes[i]] - _nodes.Lat[nodes[i - 1]]) * metric.MetresPerLat;
            if (dx == 0 && dy == 0)
                continue;
            double next = Math.Atan2(dy, dx) * 180 / Math.PI;
            double turned = double.IsNaN(heading) ? 0 : Math.Abs(next - heading);
            bends += Math.Min(turned, 360 - turned);
            heading = next;
        }

        return bends;
    }

    private void Survey(int piece)
    {
        ref readonly RoadWay way = ref _pieces.WayOf(piece);
        bool street = way.Class is RoadClass.Residential or RoadClass.LivingStreet && _townsMatter;
        if (!street && way.Class != RoadClass.Ferry)
            return;
        ReadOnlySpan<int> nodes = _pieces.NodesOf(piece);
        for (int i = 1; i < nodes.Length; i++)
        {
            double metres = Length(nodes[i - 1], nodes[i]);
            if (street)
                _urban.AddStreet(Middle(_nodes.Lon, nodes[i - 1], nodes[i]), Middle(_nodes.Lat, nodes[i - 1], nodes[i]), metres);
            else
                _ferryMetres[_pieces[piece].Way] = _ferryMetres.GetValueOrDefault(_pieces[piece].Way) + metres;
        }
    }

    private double MiddleLat()
    {
        if (_pieces.JunctionCount == 0)
            return 0;
        double sum = 0;
        for (int junction = 0; junction < _pieces.JunctionCount; junction++)
            sum += _nodes.Lat[_pieces.NodeOfJunction(junction)];
        return sum / _pieces.JunctionCount;
    }

    private double Length(int from, int to) => EarthMetric.Distance(_nodes.Lon[from], _nodes.Lat[from], _nodes.Lon[to], _nodes.Lat[to]);

    private static double Middle(int[] values, int from, int to) => ((double)values[from] + values[to]) / 2;

    private static NodeDelay Add(NodeDelay a, NodeDelay b) => new(a.Forward + b.Forward, a.Backward + b.Backward);
}

/// <summary>Figures of one piece of road.</summary>
/// <param name="Decimetres">1 or more.</param>
/// <param name="Forward">Tenths of a second along the way; -1 when closed.</param>
/// <param name="Backward">Tenths of a second against the way; -1 when closed.</param>
/// <param name="Traits">Those of the way, and whether it lies in a town.</param>
internal readonly record struct PieceCost(int Decimetres, int Forward, int Backward, RoadTraits Traits);
