using System.Data.Common;
using System.Text.Json;
using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Storage.GeoPackage;

/// <summary>Binds a row's values to the parameters <c>$1</c>, <c>$2</c>, ... of a prepared statement.</summary>
internal sealed class SqliteRowWriter : SqliteRow
{
    private readonly SqliteParameter[] _parameters;
    private int _next;

    public SqliteRowWriter(SqliteCommand command, int columns)
    {
        _parameters = [.. Enumerable.Range(1, columns).Select(i => new SqliteParameter { ParameterName = $"${i}" })];
        command.Parameters.AddRange(_parameters);
    }

    public void Start() => _next = 0;

    protected override void Add(object? value) => _parameters[_next++].Value = value ?? DBNull.Value;
}

/// <summary>Reads a row's values column by column.</summary>
internal sealed class SqliteRowReader(DbDataReader reader, string table) : RowReader(reader, table)
{
    private readonly DbDataReader _reader = reader;

    // SQLite gives 0 for a text asked for as a number: the kind of each cell is looked at first.
    public override int? IntegerOrNull() => IsNull() ? null
        : Kind == typeof(long) && _reader.GetInt64(Column) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : throw Wrong();

    public override long BigInteger() => IsNull() ? throw Missing() : Kind == typeof(long) ? _reader.GetInt64(Column) : throw Wrong();

    public override bool? FlagOrNull() => IsNull() ? null : Kind == typeof(long) ? _reader.GetBoolean(Column) : throw Wrong();

    public override decimal? MoneyOrNull() => Parsed<decimal>(text =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal value) ? value : null);

    public override DateOnly? DateOrNull() => Parsed<DateOnly>(text =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly value) ? value : null);

    public override ImmutableArray<string> Texts()
    {
        string text = Text();
        try
        {
            if (JsonSerializer.Deserialize<string?[]>(text) is { } texts && !texts.Contains(null))
                return [.. texts!];
        }
        catch (JsonException)
        {
            // Told below, like a list that holds nothing.
        }

        throw Wrong();
    }

    public override Geometry Shape()
    {
        if (IsNull())
            throw Missing();
        try
        {
            return GeoPackageGeometry.Decode(_reader.GetFieldValue<byte[]>(Column));
        }
        catch (FormatException error)
        {
            throw Changed($"non si può leggere: {error.Message}", "(geometria)");
        }
    }

    private T? Parsed<T>(Func<string, T?> parse)
        where T : struct =>
        TextOrNull() is not { } text ? null : parse(text) ?? throw Wrong();

    protected override double Number() => Kind == typeof(double) || Kind == typeof(long) ? _reader.GetDouble(Column) : throw Wrong();

    /// <summary>How SQLite keeps the cell read last, whatever its column is declared as.</summary>
    private Type Kind => _reader.GetFieldType(Column);
}
