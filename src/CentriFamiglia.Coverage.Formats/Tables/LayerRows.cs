using System.Collections;
using System.Runtime.CompilerServices;

namespace CentriFamiglia.Coverage.Formats.Tables;

/// <summary>
/// The rows of a layer: a list, or, where there may be a million, made one by one as they are asked for, each time anew. Writers go over
/// them in order and keep none.
/// </summary>
[CollectionBuilder(typeof(LayerRows), nameof(Create))]
public sealed class LayerRows : IReadOnlyList<LayerRow>
{
    private readonly Func<int, LayerRow> _row;

    /// <param name="length">How many.</param>
    /// <param name="row">Makes one; called more than once for the same one, it must give the same.</param>
    public LayerRows(int length, Func<int, LayerRow> row) => (Length, _row) = (length, row);

    /// <summary>How many.</summary>
    public int Length { get; }

    int IReadOnlyCollection<LayerRow>.Count => Length;

    public LayerRow this[int index] => _row(index);

    /// <summary>A list, kept: what a collection expression calls.</summary>
    public static LayerRows Create(ReadOnlySpan<LayerRow> rows)
    {
        LayerRow[] kept = rows.ToArray();
        return new LayerRows(kept.Length, i => kept[i]);
    }

    /// <summary>The same rows without their geometry.</summary>
    public LayerRows WithoutGeometry() => new(Length, i => _row(i) with { Geometry = null });

    public IEnumerator<LayerRow> GetEnumerator()
    {
        for (int i = 0; i < Length; i++)
            yield return _row(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
