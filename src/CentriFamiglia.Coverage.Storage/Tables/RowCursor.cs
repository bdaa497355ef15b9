using System.Data.Common;

namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>The row on which a reader stands, while a table is compared: its key, its number, and what it says.</summary>
/// <param name="table">The table, whose columns the reader gives in order.</param>
/// <param name="reader">Stands on a row.</param>
/// <param name="row">Over the same reader.</param>
/// <param name="comparer">Over the same reader.</param>
/// <param name="number">The number by which the store finds the row again within this transaction.</param>
internal sealed class RowCursor<T>(StoreTable<T> table, DbDataReader reader, RowReader row, IRowComparer comparer, Func<long> number)
{
    public long Number => number();

    public IEnumerable<string> Key => table.KeyColumns.Select(KeyText);

    /// <returns>Less than 0 when the row comes before the item.</returns>
    public int Compare(T item)
    {
        for (int i = 0; i < table.Key.Length; i++)
        {
            if (KeyOrder.Compare(KeyText(table.KeyColumns[i]), table.Key[i].Of(item)) is not 0 and var order)
                return order;
        }

        return 0;
    }

    /// <summary>Whether the row is what writing the item makes of it.</summary>
    public bool Is(T item)
    {
        try
        {
            comparer.Start();
            table.Write(comparer, item);
            return comparer.Same;
        }
        catch (Exception error) when (RowReader.IsUnreadable(error))
        {
            return false;
        }
    }

    /// <summary>Whether the row says what the item says, be it in other words: as another program writes a list or a number.</summary>
    public bool Says(T item) => Is(item) || (TryRead(out T? read) && table.Same(read, item));

    /// <returns>False when the row holds what no reader takes, so that nothing was made from it.</returns>
    public bool TryRead([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? item)
    {
        try
        {
            item = row.Read(table)!;
            return true;
        }
        catch (StoreRefusedException)
        {
            item = default;
            return false;
        }
    }

    // Empty only in a table that another program made anew.
    private string KeyText(int column) => reader.IsDBNull(column) ? "" : reader.GetString(column);
}
