using System.Collections;
using System.Runtime.CompilerServices;

namespace CentriFamiglia.Coverage.Territory;

/// <summary>
/// Demand points by id, kept as columns because there may be millions: about forty bytes each, and no object. Immutable. Enumerating
/// them makes the text of every id; who needs none reads the columns.
/// </summary>
[CollectionBuilder(typeof(DemandPointsBuilder), nameof(DemandPointsBuilder.Create))]
public sealed class DemandPoints : IReadOnlyList<DemandPoint>
{
    private readonly char[] _ids;
    private readonly int[] _idEnds;
    private readonly int[] _comuni;
    private readonly double[] _lon, _lat, _residents;

    /// <param name="ids">The ids one after the other.</param>
    /// <param name="idEnds">Where each ends.</param>
    /// <param name="codes">The comuni there are.</param>
    /// <param name="comuni">Of each point the position in <paramref name="codes"/>.</param>
    /// <param name="ordinates">Longitudes, latitudes, residents.</param>
    internal DemandPoints(char[] ids, int[] idEnds, ImmutableArray<ComuneCode> codes, int[] comuni, (double[] Lon, double[] Lat, double[] Residents) ordinates)
    {
        (_ids, _idEnds, _comuni, Codes) = (ids, idEnds, comuni, codes);
        (_lon, _lat, _residents) = ordinates;
    }

    /// <summary>How many.</summary>
    public int Length => _idEnds.Length;

    public bool IsEmpty => Length == 0;

    /// <summary>The comuni in which points lie, each once, in no particular order.</summary>
    public ImmutableArray<ComuneCode> Codes { get; }

    int IReadOnlyCollection<DemandPoint>.Count => Length;

    public DemandPoint this[int index] => new(new DemandPointId(Id(index).ToString()), Comune(index), Lon(index), Lat(index), Residents(index));

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

    /// <summary>Whether the other has the same points, value by value.</summary>
    public bool SameAs(DemandPoints other)
    {
        bool columns = ReferenceEquals(this, other) || (_idEnds.AsSpan().SequenceEqual(other._idEnds) && _ids.AsSpan().SequenceEqual(other._ids)
            && _lon.AsSpan().SequenceEqual(other._lon) && _lat.AsSpan().SequenceEqual(other._lat) && _residents.AsSpan().SequenceEqual(other._residents));
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
