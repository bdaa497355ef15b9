using System.Data.Common;
using CentriFamiglia.Coverage.Storage.Tables;
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
internal sealed class PostGisRowReader(DbDataReader reader, string table) : RowReader(reader, table)
{
    private readonly DbDataReader _reader = reader;

    public override decimal? MoneyOrNull() => IsNull() ? null : Value() is decimal amount ? amount : throw Wrong();

    public override DateOnly? DateOrNull() => IsNull() ? null : _reader.GetFieldValue<DateOnly>(Column);

    public override ImmutableArray<string> Texts() => IsNull() ? throw Missing()
        : _reader.GetFieldValue<string?[]>(Column) is var texts && texts.Contains(null) ? throw Wrong() : [.. texts!];

    // PostgreSQL's numeric has NaN, infinities and more digits than a decimal; its days go beyond the year 9999.
    protected override object Value()
    {
        try
        {
            return base.Value();
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            return _reader.GetDataTypeName(Column) == "date" ? "una data fuori misura" : "un numero fuori misura";
        }
    }

    // EWKB says the SRID once, and the library leaves it out of the parts of a collection: each piece gets it here.
    public override Geometry Shape() => IsNull() ? throw Missing() : Wgs84.Factory.CreateGeometry(_reader.GetFieldValue<Geometry>(Column));
}
