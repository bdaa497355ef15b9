namespace CentriFamiglia.Coverage.Territory;

/// <summary>Takes points in any order, packs them as they come, and gives them by id; of two with the same id the first comes first.</summary>
public sealed class DemandPointsBuilder
{
    private readonly Dictionary<ComuneCode, int> _indexOfCode = [];
    private readonly ImmutableArray<ComuneCode>.Builder _codes = ImmutableArray.CreateBuilder<ComuneCode>();
    private char[] _ids;
    private int[] _idEnds, _comuni;
    private double[] _lon, _lat, _residents;
    private readonly PointFigures _own = new();
    private int _idsUsed;
    private bool _sorted = true;

    /// <param name="capacity">How many points are expected.</param>
    /// <param name="idLength">How long all their ids are together.</param>
    public DemandPointsBuilder(int capacity = 0, int idLength = 0)
    {
        _ids = new char[idLength];
        (_idEnds, _comuni) = (new int[capacity], new int[capacity]);
        (_lon, _lat, _residents) = (new double[capacity], new double[capacity], new double[capacity]);
    }

    /// <summary>Points taken so far.</summary>
    public int Count { get; private set; }

    /// <summary>The same from a list: what a collection expression calls.</summary>
    public static DemandPoints Create(ReadOnlySpan<DemandPoint> points)
    {
        var builder = new DemandPointsBuilder(points.Length);
        foreach (DemandPoint point in points)
            builder.Add(point);
        return builder.Build();
    }

    public void Add(in DemandPoint point) => Add(point, point.Id.Value);

    /// <summary>The same points, which need not make the text of their ids.</summary>
    public void AddAll(DemandPoints points)
    {
        for (int i = 0; i < points.Length; i++)
            Add(points.Nameless(i), points.Id(i));
    }

    /// <summary>The points so far. The builder may not be used again: it gives its memory away.</summary>
    public DemandPoints Build()
    {
        if (!_sorted)
            Sort();
        Array.Resize(ref _ids, _idsUsed);
        Array.Resize(ref _idEnds, Count);
        Array.Resize(ref _comuni, Count);
        Array.Resize(ref _lon, Count);
        Array.Resize(ref _lat, Count);
        Array.Resize(ref _residents, Count);
        _own.Resize(Count);
        return new DemandPoints(_ids, _idEnds, _codes.DrainToImmutable(), _comuni, (_lon, _lat, _residents), _own);
    }

    private void Add(in DemandPoint point, ReadOnlySpan<char> id)
    {
        if (Count == _idEnds.Length)
            Grow();
        if (id.Length > _ids.Length - _idsUsed)
            Array.Resize(ref _ids, Math.Max(checked(_idsUsed + id.Length), Larger(_ids.Length)));
        _sorted &= Count == 0 || IdAt(Count - 1).SequenceCompareTo(id) <= 0;
        id.CopyTo(_ids.AsSpan(_idsUsed));
        _idsUsed += id.Length;
        _idEnds[Count] = _idsUsed;
        _comuni[Count] = IndexOf(point.Comune);
        (_lon[Count], _lat[Count], _residents[Count]) = (point.Lon, point.Lat, point.Residents);
        _own.Put(Count, point, _idEnds.Length);
        Count++;
    }

    private ReadOnlySpan<char> IdAt(int index)
    {
        int start = index == 0 ? 0 : _idEnds[index - 1];
        return _ids.AsSpan(start, _idEnds[index] - start);
    }

    private int IndexOf(ComuneCode code)
    {
        if (!_indexOfCode.TryGetValue(code, out int index))
        {
            _indexOfCode.Add(code, index = _codes.Count);
            _codes.Add(code);
        }

        return index;
    }

    private void Sort()
    {
        int[] order = [.. Enumerable.Range(0, Count)];
        order.AsSpan().Sort((a, b) => IdAt(a).SequenceCompareTo(IdAt(b)) is not 0 and var byId ? byId : a.CompareTo(b));
        char[] ids = new char[_idsUsed];
        int[] idEnds = new int[Count];
        int used = 0;
        for (int i = 0; i < order.Length; i++)
        {
            ReadOnlySpan<char> id = IdAt(order[i]);
            id.CopyTo(ids.AsSpan(used));
            used += id.Length;
            idEnds[i] = used;
        }

        (_ids, _idEnds) = (ids, idEnds);
        (_comuni, _lon, _lat, _residents) = (InOrder(_comuni, order), InOrder(_lon, order), InOrder(_lat, order), InOrder(_residents, order));
        _own.Sort(order);
    }

    private static T[] InOrder<T>(T[] column, int[] order) => Array.ConvertAll(order, i => column[i]);

    private void Grow()
    {
        int capacity = Larger(Count);
        Array.Resize(ref _idEnds, capacity);
        Array.Resize(ref _comuni, capacity);
        Array.Resize(ref _lon, capacity);
        Array.Resize(ref _lat, capacity);
        Array.Resize(ref _residents, capacity);
    }

    private static int Larger(int capacity) => (int)Math.Clamp(2 * (long)capacity, 16, Array.MaxLength);
}
