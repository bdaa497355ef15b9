using System.Data.Common;
using CentriFamiglia.Coverage.Storage.Tables;

namespace CentriFamiglia.Coverage.Storage.GeoPackage;

/// <summary>Compares a row's values with those of the row on which a reader stands, as SQLite stores them.</summary>
internal sealed class SqliteRowComparer(DbDataReader reader) : SqliteRow, IRowComparer
{
    private int _next;

    public bool Same { get; private set; }

    public void Start() => (_next, Same) = (0, true);

    protected override void Add(object? value)
    {
        Same = Same && (reader.GetValue(_next), value ?? DBNull.Value) switch
        {
            (byte[] stored, byte[] given) => stored.AsSpan().SequenceEqual(given),
            (double stored, double given) => BitConverter.DoubleToInt64Bits(stored) == BitConverter.DoubleToInt64Bits(given),
            var (stored, given) => stored.Equals(given),
        };
        _next++;
    }
}
