using System.Globalization;
using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Storage.GeoPackage;

/// <summary>The open transaction of a connection. SQLite answers at once, so the tasks it returns are already complete.</summary>
internal sealed class GeoPackageSession(SqliteConnection connection) : ITableSession
{
    public Task<List<T>> ReadAsync<T>(StoreTable<T> table, CancellationToken cancellationToken)
    {
        using SqliteCommand command = Command(StoreSql.Select(table));
        using SqliteDataReader reader = command.ExecuteReader();
        var row = new SqliteRowReader(reader, table.Name);
        var rows = new List<T>();
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            row.Start();
            rows.Add(table.Read(row));
        }

        return Task.FromResult(rows);
    }

    public Task ReplaceAsync<T>(StoreTable<T> table, IEnumerable<T> rows, CancellationToken cancellationToken)
    {
        using (SqliteCommand delete = Command(StoreSql.Delete(table)))
            delete.ExecuteNonQuery();
        using SqliteCommand insert = Command(StoreSql.Insert(table));
        var row = new SqliteRowWriter(insert, table.Columns.Length);
        foreach (T item in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            row.Start();
            table.Write(row, item);
            insert.ExecuteNonQuery();
        }

        GeoPackageSchema.UpdateContents(connection, table.Name, table.HasGeometry ? row.Extent : null, DateTimeOffset.UtcNow);
        return Task.CompletedTask;
    }

    /// <returns>The new revision, or null when the stored one is another than expected.</returns>
    public long? RaiseRevision(long expected)
    {
        using SqliteCommand command = Command(StoreSql.RaiseRevision);
        command.Parameters.AddWithValue("$expected", expected);
        return (long?)command.ExecuteScalar();
    }

    public long Revision()
    {
        using SqliteCommand command = Command(StoreSql.Revision);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public SqliteCommand Command(string sql)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
