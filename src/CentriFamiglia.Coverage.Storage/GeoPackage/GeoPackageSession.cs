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

    protected override async Task KeepStillAsync(CancellationToken cancellationToken)
    {
        foreach ((string name, _) in StoreTriggers.All)
            await ExecuteAsync($"drop trigger if exists {name}", cancellationToken);
    }

    public override async Task WatchAsync(CancellationToken cancellationToken)
    {
        await KeepStillAsync(cancellationToken);
        foreach ((_, string sql) in StoreTriggers.All)
            await ExecuteAsync(sql, cancellationToken);
    }

    public override Task<TableWatch> LookAsync(CancellationToken cancellationToken)
    {
        var there = Triggers().ToDictionary(t => t.Name, t => t.Sql, StringComparer.Ordinal);
        return Task.FromResult(TableWatch.Of(
            table => StoreTriggers.Of(table).All(t => there.GetValueOrDefault(t.Name) == t.Sql),
            table => !StoreTriggers.Of(table).Any(t => there.ContainsKey(t.Name))));
    }

    public override Task<IReadOnlyList<StoreStranger>> StrangersAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<StoreStranger>>(
    [
        .. Triggers().Where(t => !StoreTriggers.IsKnown(t.Name, t.Table, t.Sql)).Select(t => new StoreStranger(StrangerKind.Trigger, t.Name, t.Table))
            .Concat(Rows(StoreSql.Views, r => new StoreStranger(StrangerKind.View, r.GetString(0), r.GetString(0))))
            .OrderBy(s => s.Name, StringComparer.Ordinal),
    ]);

    protected override Task EndOwnWriteAsync(CancellationToken cancellationToken) => WatchAsync(cancellationToken);

    protected override TableDigest NewDigest() => new SqliteTableDigest();

    private List<(string Name, string Table, string Sql)> Triggers() => Rows(StoreSql.Triggers, r => (r.GetString(0), r.GetString(1), r.GetString(2)));

    private List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using SqliteCommand command = Command(sql);
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    protected override RowReader Row(DbDataReader reader, string table) => new SqliteRowReader(reader, table);
}
