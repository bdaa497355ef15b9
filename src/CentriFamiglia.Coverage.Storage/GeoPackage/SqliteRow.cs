using System.Text.Json;
using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Storage.Tables;

namespace CentriFamiglia.Coverage.Storage.GeoPackage;

/// <summary>Turns a row's values into what SQLite stores: a text, a 64-bit integer, a double, a blob, or null.</summary>
internal abstract class SqliteRow : IRowWriter
{
    public void Text(string? value) => Add(value is null ? null : Storable.Text(value));

    public void Integer(int? value) => Add(value is { } number ? (long)number : null);

    public void BigInteger(long value) => Add(value);

    public void Real(double? value) => Add(value is { } number ? Storable.Real(number) : null);

    public void Flag(bool? value) => Add(value is { } flag ? (flag ? 1L : 0L) : null);

    public void Money(decimal? value) => Add(value?.ToString(CultureInfo.InvariantCulture));

    public void Date(DateOnly? value) => Add(value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Texts(ImmutableArray<string> values) => Add(JsonSerializer.Serialize(values.Select(Storable.Text)));

    public virtual void Shape(Geometry value) => Add(GeoPackageGeometry.Encode(value));

    /// <summary>Takes the next column's value.</summary>
    protected abstract void Add(object? value);
}

/// <summary>The box around all geometries given; a null envelope when there was none.</summary>
internal sealed class SqliteExtent : SqliteRow
{
    public Envelope Envelope { get; } = new();

    public override void Shape(Geometry value) => Envelope.ExpandToInclude(value.EnvelopeInternal);

    protected override void Add(object? value)
    {
        // Only where things lie is asked.
    }
}
