using System.Security.Cryptography;
using System.Text;

namespace CentriFamiglia.Coverage.Travel;

/// <summary>
/// Travel times by car where no road network is loaded: an estimate from the two places alone, fitted on official road minutes.
/// See <see cref="TravelEstimateParameters"/> for the formula. Symmetric; positive even between a place and itself, because someone
/// in the comune still travels; never falls when the distance grows; obeys the triangle inequality but for the rounding to seconds.
/// </summary>
public sealed class TravelEstimate : ITravelSource
{
    private readonly TravelEstimateParameters _parameters;

    public TravelEstimate(TravelEstimateParameters parameters, string fingerprint)
    {
        _parameters = parameters;
        Info = new TravelSourceInfo("stima", parameters.Sentence, parameters.MeanAbsoluteErrorMinutes, parameters.P90ErrorMinutes, fingerprint);
    }

    public TravelSourceInfo Info { get; }

    /// <summary>Reads the document <c>stima-viaggio</c>; its SHA-256 is the fingerprint.</summary>
    /// <exception cref="FormatException">The document is not one this program understands; the message is Italian.</exception>
    public static TravelEstimate Parse(string json) =>
        new(TravelEstimateParameters.Parse(json), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))));

    /// <summary>Never null: every pair of places has an estimate.</summary>
    public TravelCost?[] Costs(IReadOnlyList<Place> from, IReadOnlyList<Place> to)
    {
        End[] origins = Ends(from), destinations = Ends(to);
        var costs = new TravelCost?[origins.Length * destinations.Length];
        for (int i = 0; i < origins.Length; i++)
        {
            for (int j = 0; j < destinations.Length; j++)
                costs[(i * destinations.Length) + j] = Cost(origins[i], destinations[j]);
        }

        return costs;
    }

    /// <summary>The estimate before rounding, minutes.</summary>
    public double Minutes(in Place from, in Place to) => Minutes(new End(from), new End(to), out _);

    private TravelCost Cost(in End from, in End to)
    {
        double minutes = Minutes(from, to, out double km);
        return new TravelCost((int)Math.Round(minutes * 60), (int)Math.Round(km * _parameters.DetourFactor * 1000));
    }

    private double Minutes(in End from, in End to, out double km)
    {
        double straight = Geodesy.DistanceKm(from.Position, to.Position);
        km = Math.Sqrt((straight * straight) + (_parameters.AccessKm * _parameters.AccessKm));
        double a = from.Altitude ?? to.Altitude ?? 0, b = to.Altitude ?? a;
        return (_parameters.MinutesPerKm * km)
            + (_parameters.MinutesPerRootKm * Math.Sqrt(km))
            + (_parameters.MinutesPerMetreOfClimb * Math.Abs(a - b))
            + (_parameters.MinutesPerMetreOfAltitude * Math.Max(0, Math.Max(a, b)));
    }

    private static End[] Ends(IReadOnlyList<Place> places)
    {
        var ends = new End[places.Count];
        for (int i = 0; i < ends.Length; i++)
            ends[i] = new End(places[i]);
        return ends;
    }

    private readonly struct End(in Place place)
    {
        public readonly UnitVector Position = UnitVector.From(place.Lon, place.Lat);
        public readonly double? Altitude = place.AltitudeMetres;
    }
}
