using System.Collections;
using System.Runtime.CompilerServices;

namespace CentriFamiglia.Coverage.Territory;

/// <summary>
/// Demand points by id, kept as columns because there may be millions: about forty bytes each, and no object; eight more
/// for each figure of <see cref="DemandFigure"/> that any point has of its own. Immutable. Enumerating
/// them makes the text of every id; who needs none reads the columns.
/// </summary>
[CollectionBuilder(typeof(DemandPointsBuilder), nameof(DemandPointsBuilder.Create))]
public sealed class DemandPoints : IReadOnlyList<DemandPoint>
{
    private readonly char[] _ids;
    private readonly int[] _idEnds;
    private readonly int[] _comuni;
    private readonly double[] _lon, _lat, _residents;
    private readonly PointFigures _own;

    /// <param name="ids">The ids one after the other.</param>
    /// <param name="idEnds">Where each ends.</param>
    /// <param name="codes">The comuni there are.</param>
    /// <param name="comuni">Of each point the position in <paramref name="codes"/>.</param>
    /// <param name="ordinates">Longitudes, latitudes, residents.</param>
    /// <param name="own">What points count of their own beside residents.</param>
    internal DemandPoints(
        char[] ids, int[] idEnds, ImmutableArray<ComuneCode> codes, int[] comuni, (double[] Lon, double[] Lat, double[] Residents) ordinates, PointFigures own)
    {
        (_ids, _idEnds, _comuni, Codes, _own) = (ids, idEnds, comuni, codes, own);
        (_lon, _lat, _residents) = ordinates;
    }

    /// <summary>How many.</summary>
    public int Length => _idEnds.Length;

    public bool IsEmpty => Length == 0;

    /// <summary>The comuni in which points lie, each once, in no particular order.</summary>
    public ImmutableArray<ComuneCode> Codes { get; }

    int IReadOnlyCollection<DemandPoint>.Count => Length;

    public DemandPoint this[int index] => Nameless(index) with { Id = new DemandPointId(Id(index).ToString()) };

    public ReadOnlySpan<char> Id(int index)
    {
        int start = index == 0 ? 0 : _idEnds[index - 1];
        return _ids.AsSpan(start, _idEnds[index] - start);
    }

    public ComuneCode Comune(int index) => Codes[_comuni[index]];

    /// <summary>Position of the point's comune in <see cref="Codes"/>.</summary>
    public int CodeIndex(int index) => _comuni[index];

    /// <summary>WGS84 degrees.</summary>
    public double Lon(int index) => _lon[index];

    /// <summary>WGS84 degrees.</summary>
    public double Lat(int index) => _lat[index];

    /// <summary>Persons.</summary>
    public double Residents(int index) => _residents[index];

    /// <summary>What the point counts of its own; null where it does not say. Residents are always known.</summary>
    public double? Own(DemandFigure figure, int index) => figure == DemandFigure.Residents ? _residents[index] : _own.At(figure, index);

    /// <summary>Whether any point counts this of its own.</summary>
    public bool HasOwn(DemandFigure figure) => figure == DemandFigure.Residents || _own.Has(figure);

    /// <summary>The point without its id, whose text is not made.</summary>
    internal DemandPoint Nameless(int index) => new(default, Comune(index), Lon(index), Lat(index), Residents(index))
    {
        Families = Own(DemandFigure.Families, index),
        Children = Own(DemandFigure.Children, index),
        Elderly = Own(DemandFigure.Elderly, index),
    };

    /// <summary>Whether the other has the same points, value by value.</summary>
    public bool SameAs(DemandPoints other)
    {
        bool columns = ReferenceEquals(this, other) || (_idEnds.AsSpan().SequenceEqual(other._idEnds) && _ids.AsSpan().SequenceEqual(other._ids)
            && _lon.AsSpan().SequenceEqual(other._lon) && _lat.AsSpan().SequenceEqual(other._lat) && _residents.AsSpan().SequenceEqual(other._residents)
            && _own.SameAs(other._own));
        if (!columns || Codes.SequenceEqual(other.Codes))
            return columns && _comuni.AsSpan().SequenceEqual(other._comuni);
        for (int i = 0; i < Length; i++)
        {
            if (Comune(i) != other.Comune(i))
                return false;
        }

        return true;
    }

    public IEnumerator<DemandPoint> GetEnumerator()
    {
        for (int i = 0; i < Length; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
