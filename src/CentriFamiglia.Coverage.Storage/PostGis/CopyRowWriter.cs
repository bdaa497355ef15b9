using System.Collections.Immutable;
using CentriFamiglia.Coverage.Storage.Tables;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace CentriFamiglia.Coverage.Storage.PostGis;

/// <summary>Writes a row's values to a binary COPY, which takes each value in its column's exact type.</summary>
internal sealed class CopyRowWriter(NpgsqlBinaryImporter copy) : IRowWriter
{
    public void Text(string? value)
    {
        if (value is null)
            copy.WriteNull();
        else
            copy.Write(Storable.Text(value), NpgsqlDbType.Text);
    }

    public void Integer(int? value) => Add(value, NpgsqlDbType.Integer);

    public void BigInteger(long value) => copy.Write(value, NpgsqlDbType.Bigint);

    public void Real(double? value) => Add(value is { } number ? Storable.Real(number) : (double?)null, NpgsqlDbType.Double);

    public void Flag(bool? value) => Add(value, NpgsqlDbType.Boolean);

    public void Money(decimal? value) => Add(value, NpgsqlDbType.Numeric);

    public void Date(DateOnly? value) => Add(value, NpgsqlDbType.Date);

    public void Texts(ImmutableArray<string> values) =>
        copy.Write(values.Select(Storable.Text).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);

    public void Shape(Geometry value) => copy.Write(value, "geometry");

    private void Add<T>(T? value, NpgsqlDbType type)
        where T : struct
    {
        if (value is { } known)
            copy.Write(known, type);
        else
            copy.WriteNull();
    }
}

/// <summary>Reads a row's values column by column.</summary>
internal sealed class PostGisRowReader(NpgsqlDataReader reader) : IRowReader
{
    private static readonly GeometryFactory Wgs84 = new(new PrecisionModel(), 4326);

    private int _next;

    public void Start() => _next = 0;

    public string Text() => reader.GetString(_next++);

    public string? TextOrNull() => IsNull() ? null : reader.GetString(_next - 1);

    public int Integer() => reader.GetInt32(_next++);

    public int? IntegerOrNull() => IsNull() ? null : reader.GetInt32(_next - 1);

    public long BigInteger() => reader.GetInt64(_next++);

    public double Real() => reader.GetDouble(_next++);

    public double? RealOrNull() => IsNull() ? null : reader.GetDouble(_next - 1);

    public bool Flag() => reader.GetBoolean(_next++);

    public bool? FlagOrNull() => IsNull() ? null : reader.GetBoolean(_next - 1);

    public decimal? MoneyOrNull() => IsNull() ? null : reader.GetDecimal(_next - 1);

    public DateOnly? DateOrNull() => IsNull() ? null : reader.GetFieldValue<DateOnly>(_next - 1);

    public ImmutableArray<string> Texts() => [.. reader.GetFieldValue<string[]>(_next++)];

    // EWKB says the SRID once, and the library leaves it out of the parts of a collection: each piece gets it here.
    public Geometry Shape() => Wgs84.CreateGeometry(reader.GetFieldValue<Geometry>(_next++));

    private bool IsNull() => reader.IsDBNull(_next++);
}
