namespace CentriFamiglia.Coverage.Formats.Tables;

/// <summary>Collects the flags of <see cref="SourceRow.Numbers"/>; rows of the same flags share them.</summary>
internal sealed class NumberFlags
{
    private readonly List<bool> _row = [];
    private ImmutableArray<bool> _last;

    public void Set(int column, bool isNumber)
    {
        while (_row.Count <= column)
            _row.Add(false);
        _row[column] = isNumber;
    }

    /// <returns>The flags of the row so far; the next row begins.</returns>
    public ImmutableArray<bool> Take()
    {
        if (!_row.Contains(true))
        {
            _row.Clear();
            return default;
        }

        if (_last.IsDefault || !_last.AsSpan().SequenceEqual(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_row)))
            _last = [.. _row];
        _row.Clear();
        return _last;
    }
}
