namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>One open transaction of a store, seen as tables that are read whole and replaced whole.</summary>
internal interface ITableSession
{
    /// <returns>All rows, in no particular order: callers sort ordinally, never by a database's collation.</returns>
    Task<List<T>> ReadAsync<T>(StoreTable<T> table, CancellationToken cancellationToken);

    /// <summary>Deletes all rows of the table and inserts these.</summary>
    Task ReplaceAsync<T>(StoreTable<T> table, IEnumerable<T> rows, CancellationToken cancellationToken);
}
