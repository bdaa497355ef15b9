using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CentriFamiglia.Coverage.Territory.Snapshot;

/// <summary>
/// The fingerprint of a snapshot: SHA-256 over every field in a fixed order, each value with its length or width and each absent one
/// marked, so that no two contents give the same bytes. Numbers by their bits, geometry as little-endian WKB, text as UTF-8.
/// </summary>
internal static class SnapshotHash
{
    // Raised when the serialisation changes, so that an old and a new hash can never be taken for the same content.
    private const string Format = "centri-famiglia/snapshot/2";

    public static string Of(TerritorySnapshot snapshot, HashSet<SiteId> counted)
    {
        using var to = new Canonical();
        TerritoryContent content = snapshot.Content;
        HashSet<NetworkId> running = [.. snapshot.Networks.Select(n => n.Id)];
        to.Text(Format);
        to.List(snapshot.Comuni, Write);
        to.List(Sorted(content.Memberships, m => m.Comune), (w, m) => Write(w, m, snapshot));
        Write(to, content.DemandPoints);
        to.Text(snapshot.Set.Name);
        to.List(snapshot.Set.CompleteFor, (w, ats) => w.Text(ats));
        to.List(SnapshotBuild.SortedBy(snapshot.Set.Sites, s => s.Id), (w, s) => Write(w, s, counted.Contains(s.Id)));
        to.List(SnapshotBuild.SortedBy(snapshot.Set.Networks, n => n.Id), (w, n) => Write(w, n, running.Contains(n.Id)));
        to.List([.. content.Declarations.OrderBy(d => d.Ats, StringComparer.Ordinal)], Write);
        to.Text(content.Matrix?.Sha256);
        to.Whole(content.Matrix?.Pairs);
        to.Text(content.Matrix?.Source);
        to.List([.. content.Documents.Where(d => !DocumentKeys.AreRules(d.Key))], (w, d) =>
        {
            w.Text(d.Key);
            w.Text(d.Value);
        });
        WriteNeeds(to, snapshot.Comuni, content.DemandPoints);
        return to.ToHexadecimal();
    }

    // More than one row of a comune is not expected; should it happen, their order must still not matter.
    private static ImmutableArray<Membership> Sorted(ImmutableArray<Membership> rows, Func<Membership, ComuneCode> key) =>
        [.. rows.OrderBy(key).ThenBy(m => m.ValidFrom).ThenBy(m => m.ValidTo).ThenBy(m => m.ToString(), StringComparer.Ordinal)];

    private static void Write(Canonical to, Comune comune)
    {
        to.Text(comune.Code.Value);
        to.Text(comune.Name);
        to.Shape(comune.Boundary);
        to.Text(comune.Province);
        to.Whole(comune.Residents);
        to.Whole(comune.Families);
        to.Number(comune.AreaKm2);
        to.Number(comune.AltitudeMetres);
        to.Whole(comune.UrbanDegree);
        to.Whole((long?)comune.Class);
        to.Number(comune.Seat?.Lon);
        to.Number(comune.Seat?.Lat);
        to.Text(comune.Seat?.Source);
    }

    private static void Write(Canonical to, Membership row, TerritorySnapshot snapshot)
    {
        to.Text(row.Comune.Value);
        to.Text(row.Ats);
        to.Text(row.Asst);
        to.Text(row.Distretto);
        to.Text(row.Ambito);
        to.Whole((long)row.AmbitoStatus);
        to.Whole((long)row.DistrettoStatus);
        to.Text(row.Source);
        to.Text(row.SourceDate);
        to.Whole(row.ValidFrom?.DayNumber);
        to.Whole(row.ValidTo?.DayNumber);
        to.Flag(ReferenceEquals(snapshot.MembershipOf(row.Comune), row));
    }

    private static void Write(Canonical to, DemandPoints points)
    {
        to.Length(points.Length);
        for (int i = 0; i < points.Length; i++)
        {
            to.Text(points.Id(i));
            to.Text(points.Comune(i).Value);
            to.Number(points.Lon(i));
            to.Number(points.Lat(i));
            to.Number(points.Residents(i));
        }
    }

    /// <summary>What came later than the format: nothing is written where nothing of it is known, and the hash of such a content is what it was.</summary>
    private static void WriteNeeds(Canonical to, ImmutableArray<Comune> comuni, DemandPoints points)
    {
        DemandFigure[] own = [.. Enum.GetValues<DemandFigure>().Where(f => f != DemandFigure.Residents && points.HasOwn(f))];
        ImmutableArray<Comune> counted = [.. comuni.Where(c => c.Ages is not null)];
        if (counted.IsEmpty && own.Length == 0)
            return;
        to.List(counted, (w, comune) =>
        {
            w.Text(comune.Code.Value);
            w.Whole(comune.Ages!.Children);
            w.Whole(comune.Ages.Elderly);
            w.Whole(comune.Ages.Year);
            w.Text(comune.Ages.Source);
        });
        foreach (DemandFigure figure in own)
        {
            to.Whole((long)figure);
            for (int i = 0; i < points.Length; i++)
                to.Number(points.Own(figure, i));
        }
    }

    private static void Write(Canonical to, Site site, bool counts)
    {
        to.Text(site.Id.Value);
        to.Text(site.Name);
        to.Whole((long)site.Role);
        to.Text(site.Comune.Value);
        to.Number(site.Lon);
        to.Number(site.Lat);
        to.Text(site.Network?.Value);
        to.Text(site.ManagerKind);
        to.Text(site.OpeningHours);
        to.Text(site.Wheelchair);
        to.Text(site.Address);
        to.Text(site.Phone);
        to.Text(site.Email);
        to.Text(site.Web);
        to.Whole(site.Operators);
        to.List(site.Staff, (w, s) => w.Text(s));
        to.List(site.Protocols, (w, s) => w.Text(s));
        to.Whole(site.ServiceCharter is { } charter ? (charter ? 1 : 0) : null);
        to.List(site.Spaces, (w, s) => w.Text(s));
        to.List(site.Services, (w, s) => w.Text(s));
        to.List(site.DeclaredAmbiti, (w, s) => w.Text(s));
        to.Whole((long)site.Status);
        to.Whole((long)site.Precision);
        to.Flag(site.Demonstration);
        to.Text(site.Source);
        to.Text(site.SourceDate);
        to.Whole(site.ValidFrom?.DayNumber);
        to.Whole(site.ValidTo?.DayNumber);
        to.Flag(counts);
    }

    private static void Write(Canonical to, AtsDeclaration declaration)
    {
        to.Text(declaration.Ats);
        to.Amount(declaration.ResidualEur);
        to.Amount(declaration.SpentEur);
        to.Whole(declaration.SharedOn?.DayNumber);
    }

    private static void Write(Canonical to, Network network, bool runs)
    {
        to.Text(network.Id.Value);
        to.Text(network.Name);
        to.Text(network.Ats);
        to.Text(network.ManagerKind);
        to.Amount(network.ContributionEur);
        to.Whole(network.Months);
        to.Whole(network.CaregiverAction is { } caregiver ? (caregiver ? 1 : 0) : null);
        to.Whole(network.AcceptedOn?.DayNumber);
        to.Whole(network.StartsOn?.DayNumber);
        to.Whole(network.EndsOn?.DayNumber);
        to.Whole(network.ExtendedTo?.DayNumber);
        to.Whole(network.StatedPartners);
        to.List(network.Partners, (w, p) =>
        {
            w.Text(p.Name);
            w.Text(p.Kind);
        });
        to.Flag(runs);
    }

    private sealed class Canonical : IDisposable
    {
        private const byte Absent = 0;
        private const byte Present = 1;

        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly WKBWriter _wkb = new(ByteOrder.LittleEndian, handleSRID: false);
        private readonly byte[] _buffer = new byte[1 << 16];
        private int _used;

        public void Flag(bool value) => Byte(value ? Present : Absent);

        public void Whole(long? value)
        {
            Byte(value is null ? Absent : Present);
            if (value is { } known)
                Long(known);
        }

        public void Number(double? value) => Whole(value is { } known ? BitConverter.DoubleToInt64Bits(known) : null);

        /// <summary>Stores may lose trailing zeros of a decimal: 70000 and 70000.00 are the same amount.</summary>
        public void Amount(decimal? value) => Text(value?.ToString("G29", CultureInfo.InvariantCulture));

        public void Text(string? value)
        {
            if (value is null)
                Byte(Absent);
            else
                Text(value.AsSpan());
        }

        public void Text(ReadOnlySpan<char> value)
        {
            Byte(Present);
            Span<byte> few = stackalloc byte[256];
            Bytes(Encoding.UTF8.TryGetBytes(value, few, out int used) ? few[..used] : Encoding.UTF8.GetBytes(value.ToArray()));
        }

        public void Shape(Geometry geometry) => Bytes(_wkb.Write(geometry));

        /// <summary>Of the list whose items come next.</summary>
        public void Length(int items) => Long(items);

        public void List<T>(ImmutableArray<T> items, Action<Canonical, T> write)
        {
            Length(items.Length);
            foreach (T item in items)
                write(this, item);
        }

        public string ToHexadecimal()
        {
            _hash.AppendData(_buffer, 0, _used);
            return Convert.ToHexStringLower(_hash.GetHashAndReset());
        }

        public void Dispose() => _hash.Dispose();

        private void Byte(byte value)
        {
            Reserve(1);
            _buffer[_used++] = value;
        }

        private void Long(long value)
        {
            Reserve(sizeof(long));
            BinaryPrimitives.WriteInt64LittleEndian(_buffer.AsSpan(_used), value);
            _used += sizeof(long);
        }

        private void Bytes(ReadOnlySpan<byte> value)
        {
            Long(value.Length);
            if (value.Length <= _buffer.Length - _used)
            {
                value.CopyTo(_buffer.AsSpan(_used));
                _used += value.Length;
                return;
            }

            _hash.AppendData(_buffer, 0, _used);
            _used = 0;
            _hash.AppendData(value);
        }

        private void Reserve(int bytes)
        {
            if (_used + bytes <= _buffer.Length)
                return;
            _hash.AppendData(_buffer, 0, _used);
            _used = 0;
        }
    }
}
