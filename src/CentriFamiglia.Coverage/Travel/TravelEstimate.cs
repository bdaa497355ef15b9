using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace CentriFamiglia.Coverage.Travel;

/// <summary>
/// Travel times by car where no road network is loaded: an estimate from the two places, the ground between them and the shortest way over
/// the localities around, fitted on official road minutes. See <see cref="TravelEstimateParameters"/> for the formula. Symmetric; never
/// faster than a fast straight line; positive even between a place and itself, because a demand point stands for residents who live all over
/// the comune (a caller that wants nothing for one and the same point must say so itself). A time by way of a third place may be shorter than
/// the direct one, because the straight line may cross ground that a detour avoids.
/// </summary>
public sealed class TravelEstimate : ITravelSource
{
    /// <summary>Pairs from which more than one processor is of use.</summary>
    private const int WorthSharing = 20_000;

    /// <summary>Places that are remembered with the localities around them, which take longer to find than a time does: one question asks for the same often.</summary>
    private const int MostKept = 1 << 15;

    private readonly ConcurrentDictionary<Place, End> _kept = new(new ByPosition());
    private readonly TravelEstimateParameters _parameters;
    private readonly double[] _steepnessMinutes, _emptinessMinutes;
    private readonly bool _groundAdds;

    /// <summary>What every km of the straight line adds at least: by its own half, and by the way over the localities.</summary>
    private readonly double _linePerKm, _linePerRoot, _graphPerKm;

    public TravelEstimate(TravelEstimateParameters parameters, string fingerprint)
    {
        _parameters = parameters;
        GroundFrame frame = parameters.Ground.Frame;
        _steepnessMinutes = [.. Enumerable.Range(0, TravelEstimateGround.Digits.Length)
            .Select(digit => parameters.MinutesPerSteepness * TravelEstimateParameters.SteepnessTerm(digit * frame.SteepnessStep))];
        _emptinessMinutes = [.. Enumerable.Range(0, TravelEstimateGround.Digits.Length)
            .Select(digit => parameters.MinutesPerEmptiness * TravelEstimateParameters.EmptinessTerm(digit * frame.EmptinessStepKm))];
        _groundAdds = parameters is { MinutesPerKm: >= 0, MinutesPerRootKm: >= 0, MinutesPerMetreOfClimb: >= 0 } && _steepnessMinutes.Concat(_emptinessMinutes).All(m => m >= 0);
        (_linePerKm, _linePerRoot) = ((1 - parameters.GraphShare) * parameters.MinutesPerKm, (1 - parameters.GraphShare) * parameters.MinutesPerRootKm);
        _graphPerKm = parameters.GraphShare * parameters.Graph.LeastMinutesPerKm;
        Info = new TravelSourceInfo("stima", parameters.Sentence, parameters.MeanAbsoluteErrorMinutes, parameters.P90ErrorMinutes, fingerprint);
    }

    public TravelSourceInfo Info { get; }

    /// <summary>Reads the document <c>stima-viaggio</c>; its SHA-256 is the fingerprint.</summary>
    /// <exception cref="FormatException">The document is not one this program understands; the message is Italian.</exception>
    public static TravelEstimate Parse(string json) =>
        new(TravelEstimateParameters.Parse(json), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))));

    /// <summary>Never null: every pair of places has an estimate.</summary>
    public TravelCost?[] Costs(IReadOnlyList<Place> from, IReadOnlyList<Place> to) => CostsWithin(from, [], to);

    /// <summary>The ground and the way over the localities, which take longest to look at, are passed over where the straight line takes too long already.</summary>
    public TravelCost?[] CostsWithin(IReadOnlyList<Place> from, IReadOnlyList<int> seconds, IReadOnlyList<Place> to)
    {
        End[] destinations = Ends(to);
        bool keep = MakeRoom(from.Count);
        var costs = new TravelCost?[from.Count * destinations.Length];
        if (costs.Length < WorthSharing)
        {
            for (int i = 0; i < from.Count; i++)
                Row(i);
        }
        else
        {
            Parallel.For(0, from.Count, Row);
        }

        return costs;

        // What surrounds an origin is looked for where a destination is near enough to want it.
        void Row(int i)
        {
            Place place = from[i];
            var position = UnitVector.From(place.Lon, place.Lat);
            double reach = seconds.Count > 0 ? SquaredReach(seconds[i]) : double.PositiveInfinity;
            End? origin = null;
            for (int j = 0; j < destinations.Length; j++)
            {
                if (Geodesy.SquaredChord(position, destinations[j].Position) <= reach)
                    costs[(i * destinations.Length) + j] = Cost(origin ??= keep ? KeepEndOf(place) : EndOf(place), destinations[j]);
            }
        }
    }

    public bool FindsNearest => true;

    /// <summary>Only the places that the straight line leaves a chance are looked at: of a million residents each asks a handful.</summary>
    public NearestOffers Nearest(NearestSearch search)
    {
        End[] destinations = Ends(search.To);
        var found = new NearestOffers(new NearestOffer[search.From.Count], new NearestOffer[search.From.Count]);
        if (destinations.Length == 0 || search.From.Count == 0)
            return found;
        if ((long)search.From.Count * destinations.Length < WorthSharing)
            Look(0, search.From.Count);
        else
            Parallel.ForEach(Partitioner.Create(0, search.From.Count), range => Look(range.Item1, range.Item2));
        return found;

        void Look(int first, int end)
        {
            double[] chords = new double[destinations.Length];
            for (int i = first; i < end; i++)
                (found.Any[i], found.Own[i]) = NearestFrom(KeptEndOf(search.From[i]), i, search, destinations, chords);
        }
    }

    private (NearestOffer Any, NearestOffer Own) NearestFrom(in End from, int origin, NearestSearch search, End[] destinations, double[] chords)
    {
        (NearestOffer any, NearestOffer own) = (default, default);
        (int closest, int closestOwn) = (0, -1);
        for (int j = 0; j < destinations.Length; j++)
        {
            chords[j] = Geodesy.SquaredChord(from.Position, destinations[j].Position);
            closest = chords[j] < chords[closest] ? j : closest;
            closestOwn = search.IsOwn(origin, j) && (closestOwn < 0 || chords[j] < chords[closestOwn]) ? j : closestOwn;
        }

        (double reach, double reachOwn) = (double.PositiveInfinity, double.PositiveInfinity);
        Look(closest, from);
        if (closestOwn >= 0)
            Look(closestOwn, from);
        for (int j = 0; j < destinations.Length; j++)
        {
            if (chords[j] <= reach || (chords[j] <= reachOwn && search.IsOwn(origin, j)))
                Look(j, from);
        }

        return (any, own);

        void Look(int j, in End from)
        {
            TravelCost cost = Cost(from, destinations[j]);
            if (any.Offer(cost, j))
                reach = SquaredReach(cost.Seconds);
            if (search.IsOwn(origin, j) && own.Offer(cost, j))
                reachOwn = SquaredReach(cost.Seconds);
        }
    }

    /// <summary>
    /// The square of the chord beyond which every trip takes longer: that of the distance whose minutes alone are as many, the climb, the
    /// ground and the detours only adding to them. A second and a little more is allowed for rounding.
    /// </summary>
    private double SquaredReach(int seconds)
    {
        // The graph's least minutes are of d, which is never more than 1 access less than k.
        double minutes = ((seconds + 1) / 60.0) + (_graphPerKm * _parameters.AccessKm);
        (double perKm, double perRoot) = (_linePerKm + _graphPerKm, _linePerRoot);
        if (!_groundAdds || perKm <= 0)
            return double.PositiveInfinity;
        double root = (Math.Sqrt((perRoot * perRoot) + (4 * perKm * minutes)) - perRoot) / (2 * perKm);
        double straight = Math.Sqrt(Math.Max(0, (root * root * root * root) - (_parameters.AccessKm * _parameters.AccessKm)));
        double angle = ((straight * (1 + 1e-9)) + 1e-6) / (2 * Geodesy.EarthRadiusKm);
        double chord = 2 * Math.Sin(Math.Min(angle, Math.PI / 2));
        return angle < Math.PI / 2 ? chord * chord : double.PositiveInfinity;
    }

    /// <summary>The estimate before rounding, minutes.</summary>
    public double Minutes(in Place from, in Place to) => Estimate(EndOf(from), EndOf(to)).Minutes;

    /// <summary>Minutes along the straight line and over the localities, of which the estimate is the mean.</summary>
    public (double Line, double Graph) Halves(in Place from, in Place to) => Estimate(EndOf(from), EndOf(to)) is var e ? (e.Line, e.Graph) : default;

    public TravelBand Band(in Place from, in Place to, TravelCost cost)
    {
        Halved e = Estimate(KeptEndOf(from), KeptEndOf(to));
        double disagreement = Math.Abs(e.Line - e.Graph);
        double low = Math.Max(e.Minutes - _parameters.Below.Width(e.Minutes, disagreement), e.StraightKm * 60 / _parameters.FastestLowKmh);
        double high = e.Minutes + _parameters.Above.Width(e.Minutes, disagreement);
        return new TravelBand(Math.Clamp((int)Math.Round(low * 60), 0, cost.Seconds), Math.Max((int)Math.Round(high * 60), cost.Seconds));
    }

    private TravelCost Cost(in End from, in End to)
    {
        Halved e = Estimate(from, to);
        return new TravelCost((int)Math.Round(e.Minutes * 60), (int)Math.Round(e.Km * _parameters.DetourFactor * 1000));
    }

    private Halved Estimate(in End from, in End to)
    {
        double straight = Geodesy.DistanceKm(from.Position, to.Position);
        double km = Math.Sqrt((straight * straight) + (_parameters.AccessKm * _parameters.AccessKm));
        (int steepness, int emptiness) = _parameters.Ground.Crossed(from.Cell, to.Cell);
        double line = (_parameters.MinutesPerKm * km)
            + (_parameters.MinutesPerRootKm * Math.Sqrt(km))
            + (_parameters.MinutesPerMetreOfClimb * Math.Abs(from.Altitude - to.Altitude))
            + (TravelEstimateParameters.GroundShare(straight) * (_steepnessMinutes[steepness] + _emptinessMinutes[emptiness]));
        double graph = TravelEstimateParameters.StartTerm(km) * _parameters.StartMinutes;
        graph += _parameters.Graph.Between(from.Place, from.Joins, from.Altitude, to.Place, to.Joins, to.Altitude, straight) / 100.0;
        double minutes = ((1 - _parameters.GraphShare) * line) + (_parameters.GraphShare * graph);
        return new Halved(straight, km, line, graph, Math.Max(minutes, straight * 60 / _parameters.FastestKmh));
    }

    private End[] Ends(IReadOnlyList<Place> places)
    {
        var ends = new End[places.Count];
        bool keep = MakeRoom(ends.Length);
        for (int i = 0; i < ends.Length; i++)
            ends[i] = keep ? KeepEndOf(places[i]) : EndOf(places[i]);
        return ends;
    }

    /// <summary>Whether so many places may be remembered.</summary>
    private bool MakeRoom(int places)
    {
        if (places <= MostKept && places + _kept.Count > MostKept)
            _kept.Clear();
        return places <= MostKept;
    }

    private End KeepEndOf(in Place place) => _kept.TryGetValue(place, out End kept) ? kept : _kept.GetOrAdd(place, EndOf(place));

    private End KeptEndOf(in Place place) => _kept.TryGetValue(place, out End kept) ? kept : EndOf(place);

    private End EndOf(in Place place)
    {
        double altitude = place.AltitudeMetres ?? _parameters.Ground.AltitudeAt(place.Lon, place.Lat);
        return new End(
            place,
            UnitVector.From(place.Lon, place.Lat),
            _parameters.Ground.Frame.Cell(place.Lon, place.Lat),
            altitude,
            _parameters.Graph.Join(place.Lon, place.Lat, altitude));
    }

    /// <summary>Places are told apart by their position before anything else.</summary>
    private sealed class ByPosition : IEqualityComparer<Place>
    {
        public bool Equals(Place x, Place y) => x.Lon.Equals(y.Lon) && x.Lat.Equals(y.Lat) && x.Equals(y);

        public int GetHashCode(Place obj) => HashCode.Combine(obj.Lon, obj.Lat);
    }

    private readonly record struct End(Place Place, UnitVector Position, (double X, double Y) Cell, double Altitude, LocalityJoins Joins);

    private readonly record struct Halved(double StraightKm, double Km, double Line, double Graph, double Minutes);
}
