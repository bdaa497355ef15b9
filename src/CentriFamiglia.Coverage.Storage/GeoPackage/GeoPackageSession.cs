using System.Data.Common;
using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Storage.GeoPackage;

/// <summary>The open transaction of a connection. SQLite answers at once, so the tasks it returns are already complete.</summary>
internal sealed class GeoPackageSession(SqliteConnection connection) : TableSession(StoreSql.Tables)
{
    public override async Task ReplaceAsync<T>(StoreTable<T> table, IEnumerable<T> rows, CancellationToken cancellationToken)
    {
        await ExecuteAsync(Sql.Delete(table), cancellationToken);
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
    }

    public override SqliteCommand Command(string text, params object[] values)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = text;
        for (int i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"${i + 1}", values[i]);
        return command;
    }

    protected override RowReader Row(DbDataReader reader, string table) => new SqliteRowReader(reader, table);
}
