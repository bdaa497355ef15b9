using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Service.Servers;

/// <summary>
/// Travel as the office's own server of roads says it. What it was asked is kept, so that it is asked once for each origin and destination, however many
/// questions rest on them. A place farther from every road than allowed has no trips; <see cref="SnapMetres"/> tells which. Thread-safe.
/// </summary>
internal sealed class ServerTravel : ITravelSource
{
    public const string Kind = "server";

    // Two hundred megabytes.
    private const long MostKept = 1 << 24;

    private readonly ServerTables _tables;
    private readonly ConcurrentDictionary<(double Lon, double Lat), double?> _snaps = new();
    private readonly ConcurrentDictionary<Origins, ConcurrentDictionary<(double Lon, double Lat), TravelCost?[]>> _columns = new();
    private readonly ConcurrentDictionary<(Place From, Place To), bool> _beyond = new();
    private long _kept;

    /// <param name="client">Asks the server.</param>
    /// <param name="version">Of its data; null where it does not say.</param>
    /// <param name="since">When it was first asked.</param>
    /// <param name="capMetres">How far from a road a place may be.</param>
    public ServerTravel(RoadServerClient client, string? version, DateTimeOffset since, double capMetres)
    {
        (_tables, Version, Since, CapMetres) = (new ServerTables(client), version, since, capMetres);
        Address = client.Protocol.Address;
        string data = version is null ? "versione dei dati non nota" : $"dati {version}";
        // Where nobody can tell whether the data are the same, they are only for as long as this program runs.
        string grounds = string.Create(CultureInfo.InvariantCulture, $"{Address.Shown}\n{Address.Profile}\n{version ?? $"{since:O}"}\n{capMetres:R}");
        Info = new TravelSourceInfo(
            Kind,
            $"Tempi del server {RoadServerKinds.NameOf(Address.Kind)} dell'ufficio ({Address.Shown}), profilo «{Address.Profile}», {data}: "
                + "da strada a strada, il tratto a piedi fino alla strada non è contato. Senza quel server, o con altri suoi dati, le cifre non si possono rifare.",
            MeanAbsoluteErrorMinutes: null,
            P90ErrorMinutes: null,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(grounds))));
    }

    public TravelSourceInfo Info { get; }

    public RoadServerAddress Address { get; }

    /// <summary>Of the server's data; null where it does not say.</summary>
    public string? Version { get; }

    /// <summary>When it was first asked (UTC).</summary>
    public DateTimeOffset Since { get; }

    public double CapMetres { get; }

    /// <summary>How many tables were asked for.</summary>
    public long Requests => _tables.Requests;

    /// <summary>How many pairs were too far apart for the server.</summary>
    public int Beyond => _beyond.Count;

    /// <summary>Metres from each place to the nearest road; null for one that is not taken onto it.</summary>
    /// <exception cref="RoadServerException">The server does not answer as it should.</exception>
    public double?[] SnapMetres(IReadOnlyList<Place> places)
    {
        Place[] unknown = [.. places.Where(p => !_snaps.ContainsKey(At(p))).DistinctBy(At)];
        if (unknown.Length > 0)
        {
            foreach ((Place place, double? metres) in unknown.Zip(_tables.Locate(unknown)))
                _snaps[At(place)] = metres <= CapMetres ? metres : null;
        }

        return [.. places.Select(p => _snaps[At(p)])];
    }

    /// <exception cref="RoadServerException">The server does not answer as it should.</exception>
    public TravelCost?[] Costs(IReadOnlyList<Place> from, IReadOnlyList<Place> to)
    {
        ConcurrentDictionary<(double, double), TravelCost?[]> columns = ColumnsFrom(from);
        Place[] missing = [.. to.Where(p => !columns.ContainsKey(At(p))).DistinctBy(At)];
        if (missing.Length > 0)
            Add(columns, from, missing);
        var costs = new TravelCost?[from.Count * to.Count];
        for (int j = 0; j < to.Count; j++)
        {
            TravelCost?[] column = columns[At(to[j])];
            for (int i = 0; i < column.Length; i++)
                costs[(i * to.Count) + j] = column[i];
        }

        return costs;
    }

    private void Add(ConcurrentDictionary<(double, double), TravelCost?[]> columns, IReadOnlyList<Place> from, Place[] to)
    {
        // All at once, before the ones and the others.
        SnapMetres([.. from, .. to]);
        int[] rows = OnRoads(from), ends = OnRoads(to);
        TravelCost?[] found = _tables.Costs([.. rows.Select(i => from[i])], [.. ends.Select(j => to[j])], (a, b) => _beyond.TryAdd((a, b), true));
        var made = new TravelCost?[to.Length][];
        for (int j = 0; j < to.Length; j++)
            made[j] = new TravelCost?[from.Count];
        for (int pair = 0; pair < found.Length; pair++)
            made[ends[pair % ends.Length]][rows[pair / ends.Length]] = found[pair];
        for (int j = 0; j < to.Length; j++)
            columns.TryAdd(At(to[j]), made[j]);
        Interlocked.Add(ref _kept, (long)from.Count * to.Length);
    }

    private int[] OnRoads(IReadOnlyList<Place> places)
    {
        double?[] snaps = SnapMetres(places);
        return [.. Enumerable.Range(0, places.Count).Where(i => snaps[i] is not null)];
    }

    private ConcurrentDictionary<(double, double), TravelCost?[]> ColumnsFrom(IReadOnlyList<Place> from)
    {
        if (Interlocked.Read(ref _kept) > MostKept)
        {
            _columns.Clear();
            Interlocked.Exchange(ref _kept, 0);
        }

        return _columns.GetOrAdd(new Origins([.. from.Select(At)]), _ => new());
    }

    private static (double Lon, double Lat) At(Place place) => (place.Lon, place.Lat);

    /// <summary>Origins in their order, equal to the same ones.</summary>
    private sealed class Origins : IEquatable<Origins>
    {
        private readonly (double, double)[] _places;
        private readonly int _hash;

        public Origins((double, double)[] places)
        {
            var hash = new HashCode();
            foreach ((double, double) place in places)
                hash.Add(place);
            (_places, _hash) = (places, hash.ToHashCode());
        }

        public bool Equals(Origins? other) => other is not null && _hash == other._hash && _places.AsSpan().SequenceEqual(other._places);

        public override bool Equals(object? obj) => Equals(obj as Origins);

        public override int GetHashCode() => _hash;
    }
}
