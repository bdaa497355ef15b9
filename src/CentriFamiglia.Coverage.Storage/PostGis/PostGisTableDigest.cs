using System.Data.Common;
using CentriFamiglia.Coverage.Storage.Tables;
using Npgsql;
using NpgsqlTypes;

namespace CentriFamiglia.Coverage.Storage.PostGis;

/// <summary>Hashes a value in PostgreSQL's own binary form, which its versions and a dump keep.</summary>
internal sealed class PostGisTableDigest : TableDigest
{
    private const byte Null = 0;
    private const byte Number = 1;
    private const byte Bytes = 2;

    private NpgsqlDbType?[]? _types;
    private byte[] _buffer = new byte[4096];

    protected override void AddCell(DbDataReader reader, int column)
    {
        var row = (NpgsqlDataReader)reader;
        _types ??= [.. row.GetColumnSchema().Select(c => c.NpgsqlDbType)];
        if (row.IsDBNull(column))
            Cell(Null, []);
        else if (_types[column] is NpgsqlDbType.Double)
            Cell(Number, BitConverter.DoubleToInt64Bits(row.GetDouble(column)));
        else
            AddBytes(row, column);
    }

    private void AddBytes(NpgsqlDataReader row, int column)
    {
        using Stream bytes = row.GetStream(column);
        int length = (int)bytes.Length;
        if (length > _buffer.Length)
            _buffer = new byte[length];
        Span<byte> all = _buffer.AsSpan(0, length);
        bytes.ReadExactly(all);
        Cell(Bytes, all);
    }
}
