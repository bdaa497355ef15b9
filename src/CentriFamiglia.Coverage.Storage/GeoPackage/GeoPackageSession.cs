using System.Data.Common;
using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Storage.GeoPackage;

/// <summary>The open transaction of a connection. SQLite answers at once, so the tasks it returns are already complete.</summary>
internal sealed class GeoPackageSession(SqliteConnection connection) : TableSession(StoreSql.Tables)
{
    private const int ManyRows = 1000;

    /// <summary>SQLite has one writer at a time, and this transaction is it.</summary>
    public override Task LockAsync(IReadOnlyCollection<string> tables, CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task ApplyAsync<T>(StoreTable<T> table, RowChanges<T> changes, CancellationToken cancellationToken)
    {
        bool many = changes.Inserted.Count + changes.Deleted.Count > ManyRows;
        if (many)
            GeoPackageFeatureCount.Suspend(connection, table.Name);
        Change(StoreSql.Delete(table), columns: 0, changes.Deleted, (_, deleted) => deleted, cancellationToken);
        Change(StoreSql.Update(table), table.Columns.Length, changes.Updated, (row, updated) => Write(row, updated.Item, updated.Row), cancellationToken);
        Change(StoreSql.Insert(table), table.Columns.Length, changes.Inserted, (row, inserted) => Write(row, inserted, null), cancellationToken);
        GeoPackageSchema.UpdateContents(connection, table.Name, table.HasGeometry ? ExtentOf(table, changes.Items) : null, DateTimeOffset.UtcNow);
        if (many)
            GeoPackageFeatureCount.Resume(connection, table.Name);
        else
            GeoPackageFeatureCount.Recount(connection, table.Name);
        return Task.CompletedTask;

        long? Write(SqliteRowWriter row, int item, long? number)
        {
            table.Write(row, changes.Items[item]);
            return number;
        }
    }

    public override SqliteCommand Command(string text, params object[] values)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = text;
        for (int i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"${i + 1}", values[i]);
        return command;
    }

    protected override async Task KeepStillAsync(IEnumerable<string> tables, CancellationToken cancellationToken)
    {
        foreach ((string name, _) in tables.SelectMany(StoreTriggers.Of))
            await ExecuteAsync($"drop trigger if exists {name}", cancellationToken);
    }

    protected override async Task WatchAsync(string table, CancellationToken cancellationToken)
    {
        await KeepStillAsync([table], cancellationToken);
        foreach ((_, string sql) in StoreTriggers.Of(table))
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

    protected override Task EndOwnWriteAsync(IReadOnlyCollection<string> tables, CancellationToken cancellationToken) => WatchAsync(tables, cancellationToken);

    protected override object NullableText(string? value) => (object?)value ?? DBNull.Value;

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

    protected override IRowComparer Comparer(DbDataReader reader) => new SqliteRowComparer(reader);

    protected override long NumberOf(DbDataReader reader, int column) => reader.GetInt64(column);

    private static Envelope ExtentOf<T>(StoreTable<T> table, IReadOnlyList<T> items)
    {
        var extent = new SqliteExtent();
        for (int i = 0; i < items.Count; i++)
            table.Columns[0].Write(extent, items[i]);
        return extent.Envelope;
    }

    /// <param name="sql">One statement, with <c>$row</c> where it is of a stored row.</param>
    /// <param name="columns">How many values it takes beside.</param>
    /// <param name="rows">For each of which it is run.</param>
    /// <param name="write">Gives the values; returns the number of the stored row, null for a new one.</param>
    /// <param name="cancellationToken">Stops.</param>
    private void Change<T>(
        string sql, int columns, List<T> rows, Func<SqliteRowWriter, T, long?> write, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return;
        using SqliteCommand command = Command(sql);
        var row = new SqliteRowWriter(command, columns);
        SqliteParameter number = command.Parameters.AddWithValue("$row", DBNull.Value);
        foreach (T item in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            row.Start();
            number.Value = (object?)write(row, item) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }
}
