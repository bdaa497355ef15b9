using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Formats.Osm;

/// <summary>
/// Turns the bytes of one OSMData blob into objects. Source: OpenStreetMap wiki, "PBF Format", section "Encoding OSM entities into
/// fileblocks": string table, granularity and offsets, plain and dense nodes, delta-coded ids and references.
/// </summary>
internal ref struct PbfBlockDecoder
{
    // Sixteen million numbers: far above what any writer puts into a block, and 128 MB when a hostile one does.
    private const int MostNumbers = 16_000_000;
    private const int NumbersPerNode = 3;

    private readonly ReadOnlySpan<byte> _data;
    private readonly OsmStrings _strings;
    private readonly OsmBlock _block;
    private readonly OsmKinds _kinds;
    private long _granularity = 100;
    private long _dateGranularity = 1000;
    private long _lonOffset;
    private long _latOffset;
    private int _numbers;

    private PbfBlockDecoder(byte[] data, OsmKinds kinds)
    {
        _data = data;
        _kinds = kinds;
        _strings = new OsmStrings(data);
        _block = new OsmBlock(_strings);
    }

    /// <exception cref="OsmDataException">The bytes are not a block.</exception>
    public static OsmBlock Decode(byte[] data, OsmKinds kinds)
    {
        var decoder = new PbfBlockDecoder(data, kinds);
        decoder.Run();
        return decoder._block;
    }

    private void Run()
    {
        // Scale and offsets may stand after the groups that need them.
        var reader = new ProtoReader(_data);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    (int start, int length) = reader.BytesRange();
                    ReadStrings(start, length);
                    break;
                case 17:
                    _granularity = reader.Int64();
                    break;
                case 18:
                    _dateGranularity = reader.Int64();
                    break;
                case 19:
                    _latOffset = reader.Int64();
                    break;
                case 20:
                    _lonOffset = reader.Int64();
                    break;
            }
        }

        reader = new ProtoReader(_data);
        while (reader.Next())
        {
            if (reader.Field == 2)
                ReadGroup(reader.Bytes());
        }
    }

    private void ReadStrings(int start, int length)
    {
        var reader = new ProtoReader(_data.Slice(start, length));
        while (reader.Next())
        {
            if (reader.Field != 1)
                continue;
            Count(1);
            (int at, int size) = reader.BytesRange();
            _strings.AddRange(start + at, size);
        }
    }

    private void ReadGroup(ReadOnlySpan<byte> group)
    {
        var reader = new ProtoReader(group);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1 when _kinds.HasFlag(OsmKinds.Nodes):
                    ReadNode(reader.Bytes());
                    break;
                case 2 when _kinds.HasFlag(OsmKinds.Nodes):
                    ReadDense(reader.Bytes());
                    break;
                case 3 when _kinds.HasFlag(OsmKinds.Ways):
                    ReadWay(reader.Bytes());
                    break;
                case 4 when _kinds.HasFlag(OsmKinds.Relations):
                    ReadRelation(reader.Bytes());
                    break;
            }
        }
    }

    private void ReadNode(ReadOnlySpan<byte> node)
    {
        var fields = new PbfFields(node, numbers: (1 << 1) | (1 << 8) | (1 << 9), bytes: (1 << 2) | (1 << 3));
        AddTags(fields.Bytes(2), fields.Bytes(3));
        AddNode(fields.SInt64(1), fields.SInt64(9), fields.SInt64(8));
    }

    private void ReadDense(ReadOnlySpan<byte> dense)
    {
        var fields = new PbfFields(dense, numbers: 0, bytes: (1 << 1) | (1 << 8) | (1 << 9) | (1 << 10));
        long id = 0, lat = 0, lon = 0;
        var idReader = new ProtoReader(fields.Bytes(1));
        var latReader = new ProtoReader(fields.Bytes(8));
        var lonReader = new ProtoReader(fields.Bytes(9));
        var tagReader = new ProtoReader(fields.Bytes(10));
        while (!idReader.AtEnd)
        {
            id += idReader.ZigZagVarint();
            lat += latReader.ZigZagVarint();
            lon += lonReader.ZigZagVarint();
            while (!tagReader.AtEnd)
            {
                ulong key = tagReader.Varint();
                if (key == 0)
                    break;
                Count(1);
                _block.AddTag(Number(key), Number(tagReader.Varint()));
            }

            AddNode(id, lon, lat);
        }

        if (!latReader.AtEnd || !lonReader.AtEnd || !tagReader.AtEnd)
            throw new OsmDataException("un gruppo di nodi ha più coordinate o attributi che nodi");
    }

    private void ReadWay(ReadOnlySpan<byte> way)
    {
        var fields = new PbfFields(way, numbers: 1 << 1, bytes: (1 << 2) | (1 << 3) | (1 << 4) | (1 << 8));
        AddTags(fields.Bytes(2), fields.Bytes(3));
        long node = 0;
        var refReader = new ProtoReader(fields.Bytes(8));
        while (!refReader.AtEnd)
        {
            Count(1);
            _block.AddRef(node += refReader.ZigZagVarint());
        }

        Count(NumbersPerNode);
        _block.AddWay(fields.Int64(1), ReadChanged(fields.Bytes(4)));
    }

    private readonly long ReadChanged(ReadOnlySpan<byte> info)
    {
        var reader = new ProtoReader(info);
        while (reader.Next())
        {
            if (reader.Field == 2)
                return (long)(reader.Int64() * (Int128)_dateGranularity / 1000);
        }

        return 0;
    }

    private void ReadRelation(ReadOnlySpan<byte> relation)
    {
        var fields = new PbfFields(relation, numbers: 1 << 1, bytes: (1 << 2) | (1 << 3) | (1 << 8) | (1 << 9) | (1 << 10));
        AddTags(fields.Bytes(2), fields.Bytes(3));
        AddMembers(roles: fields.Bytes(8), members: fields.Bytes(9), types: fields.Bytes(10));
        Count(NumbersPerNode);
        _block.AddRelation(fields.Int64(1));
    }

    private void AddMembers(ReadOnlySpan<byte> roles, ReadOnlySpan<byte> members, ReadOnlySpan<byte> types)
    {
        long member = 0;
        var roleReader = new ProtoReader(roles);
        var memberReader = new ProtoReader(members);
        var typeReader = new ProtoReader(types);
        while (!memberReader.AtEnd)
        {
            member += memberReader.ZigZagVarint();
            int role = Number(roleReader.Varint());
            OsmKinds kind = typeReader.Varint() switch
            {
                0 => OsmKinds.Nodes,
                1 => OsmKinds.Ways,
                2 => OsmKinds.Relations,
                _ => throw new OsmDataException("un membro di relazione è di un tipo sconosciuto"),
            };
            Count(NumbersPerNode);
            _block.AddMember(new OsmMember(kind, member, role));
        }

        if (!roleReader.AtEnd || !typeReader.AtEnd)
            throw new OsmDataException("una relazione ha più ruoli o tipi che membri");
    }

    private void AddTags(ReadOnlySpan<byte> keys, ReadOnlySpan<byte> values)
    {
        var keyReader = new ProtoReader(keys);
        var valueReader = new ProtoReader(values);
        while (!keyReader.AtEnd)
        {
            Count(1);
            _block.AddTag(Number(keyReader.Varint()), Number(valueReader.Varint()));
        }

        if (!valueReader.AtEnd)
            throw new OsmDataException("un oggetto ha più valori che chiavi");
    }

    private readonly int Number(ulong number) =>
        number < (ulong)_strings.Count ? (int)number : throw new OsmDataException("un attributo rimanda a un testo che non c'è");

    private void Count(int numbers)
    {
        _numbers += numbers;
        if (_numbers > MostNumbers)
            throw new OsmDataException("un blocco contiene più oggetti di quanti ne scriva qualunque programma");
    }

    private void AddNode(long id, long lon, long lat)
    {
        Count(NumbersPerNode);
        int lon7 = Coordinate(_lonOffset, lon, 180);
        int lat7 = Coordinate(_latOffset, lat, 90);
        if (lon7 == OsmBlock.NoLocation || lat7 == OsmBlock.NoLocation)
            lon7 = lat7 = OsmBlock.NoLocation;
        _block.AddNode(id, lon7, lat7);
    }

    /// <summary>From multiples of the granularity (in 1e-9 degrees) to 1e-7 degrees.</summary>
    private readonly int Coordinate(long offset, long value, int limitDegrees)
    {
        Int128 nano = offset + ((Int128)_granularity * value);
        Int128 limit = (Int128)limitDegrees * 1_000_000_000;
        if (nano > limit || nano < -limit)
            return OsmBlock.NoLocation;
        long exact = (long)nano;
        return (int)((exact + (exact < 0 ? -50 : 50)) / 100);
    }
}
