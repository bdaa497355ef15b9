namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>
/// Holds the values of one row against the row on which a reader stands, column by column and bit by bit. One implementation per store.
/// </summary>
internal interface IRowComparer : IRowWriter
{
    /// <summary>Whether all values given since <see cref="Start"/> are those that are stored.</summary>
    bool Same { get; }

    /// <summary>Before the first value of a row.</summary>
    void Start();
}
