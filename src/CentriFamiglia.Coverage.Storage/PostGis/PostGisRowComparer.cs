using System.Data.Common;
using CentriFamiglia.Coverage.Storage.Tables;

namespace CentriFamiglia.Coverage.Storage.PostGis;

/// <summary>Compares values with those of a row as PostgreSQL gives them, each in its column's own type.</summary>
internal sealed class PostGisRowComparer(DbDataReader reader) : IRowComparer
{
    private int _next;

    public bool Same { get; private set; }

    public void Start() => (_next, Same) = (0, true);

    public void Text(string? value) => Compare(value, static (r, i, v) => r.GetString(i) == v);

    public void Integer(int? value) => Add(value, static (r, i, v) => r.GetInt32(i) == v);

    public void BigInteger(long value) => Add<long>(value, static (r, i, v) => r.GetInt64(i) == v);

    public void Real(double? value) =>
        Add(value, static (r, i, v) => BitConverter.DoubleToInt64Bits(r.GetDouble(i)) == BitConverter.DoubleToInt64Bits(v));

    public void Flag(bool? value) => Add(value, static (r, i, v) => r.GetBoolean(i) == v);

    public void Money(decimal? value) => Add(value, static (r, i, v) => r.GetDecimal(i) == v);

    public void Date(DateOnly? value) => Add(value, static (r, i, v) => r.GetFieldValue<DateOnly>(i) == v);

    public void Texts(ImmutableArray<string> values) =>
        Add<ImmutableArray<string>>(values, static (r, i, v) => r.GetFieldValue<string[]>(i).AsSpan().SequenceEqual(v.AsSpan()));

    public void Shape(Geometry value) => Compare(value, static (r, i, v) => r.GetFieldValue<Geometry>(i).EqualsExact(v));

    private void Compare<T>(T? value, Func<DbDataReader, int, T, bool> same)
        where T : class => Take(reader.IsDBNull(_next) ? value is null : value is not null && same(reader, _next, value));

    private void Add<T>(T? value, Func<DbDataReader, int, T, bool> same)
        where T : struct => Take(reader.IsDBNull(_next) ? value is null : value is { } known && same(reader, _next, known));

    private void Take(bool same)
    {
        Same &= same;
        _next++;
    }
}
