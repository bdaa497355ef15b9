using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace CentriFamiglia.Coverage.Service.Ogc.Collections;

/// <summary>
/// A layer held to be asked many times: its features with their ids and, by where they are, an index. Of one of very many rows, which are
/// points, no row is kept.
/// </summary>
internal sealed class HeldLayer
{
    /// <summary>Rows that are kept at most.</summary>
    private const int MostKept = 100_000;

    private readonly Layer _layer;
    private readonly LayerRow[]? _rows;
    private readonly string[] _ids = [];
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private readonly STRtree<int> _tree = new();
    private readonly Lazy<PointIndex> _points;
    private readonly ImmutableArray<int> _key;
    private readonly int _id;

    public HeldLayer(OgcCollection collection, Layer layer)
    {
        (Collection, _layer) = (collection, layer);
        _points = new Lazy<PointIndex>(() => new PointIndex(this));
        var all = new FeatureSchema(layer.Columns, collection.Shape);
        _key = [.. collection.Key.Select(all.IndexOf)];
        // A feature has an id of its own: a property of that name, which says the same, would be a second one.
        _id = all.IndexOf("id");
        Schema = _id < 0 ? all : all with { Columns = layer.Columns.RemoveAt(_id) };
        if (layer.Rows.Length > MostKept)
            return;
        _rows = [.. layer.Rows.Select(Shaped)];
        _ids = new string[_rows.Length];
        for (int i = 0; i < _rows.Length; i++)
        {
            string key = KeyOf(layer.Rows[i]), id = key;
            for (int copy = 2; !_byId.TryAdd(id, i); copy++)
                id = $"{key}.{copy}";
            _ids[i] = id;
            if (_rows[i].Geometry is { IsEmpty: false } geometry)
                _tree.Insert(geometry.EnvelopeInternal, i);
        }

        _tree.Build();
    }

    public OgcCollection Collection { get; }

    /// <summary>Whether it has but the rows of some ATS: no table of a database is the same.</summary>
    public bool IsLimited { get; private init; }

    /// <summary>The same with the rows of these ATS; without any where no column says whose they are.</summary>
    public HeldLayer Limited(ImmutableArray<string> ats)
    {
        var schema = new FeatureSchema(_layer.Columns, Collection.Shape);
        int whose = schema.IndexOf("ats"), level = schema.IndexOf("livello"), name = schema.IndexOf("nome");
        return new(Collection, _layer with { Rows = [.. _layer.Rows.Where(r => AtsOf(r) is string of && ats.Contains(of, StringComparer.Ordinal))] }) { IsLimited = true };

        // The row of an ATS itself may say so by its name.
        object? AtsOf(LayerRow row) => whose >= 0 && row.Values[whose] is { } said ? said
            : level >= 0 && name >= 0 && row.Values[level] as string == AreaLevel.Ats.ToText() ? row.Values[name] : null;
    }

    public FeatureSchema Schema { get; }

    public int Count => _layer.Rows.Length;

    /// <summary>Where its points are, for tiles; made when first asked for.</summary>
    public PointIndex Points => _points.Value;

    /// <summary>Its title and meta, with the columns of <see cref="Schema"/>.</summary>
    public Layer Head => _layer with { Columns = Schema.Columns, Rows = [] };

    /// <summary>As it was made, with a column <c>id</c> where it has one.</summary>
    public Layer Whole => _layer;

    /// <summary>Places in <see cref="Whole"/> of columns of <see cref="Schema"/>, the layer's own id before them.</summary>
    public ImmutableArray<int> InWhole(ImmutableArray<int> columns) =>
        _id < 0 ? columns : [_id, .. columns.Select(c => c < _id ? c : c + 1)];

    public LayerRow this[int index] => _rows is { } rows ? rows[index] : Shaped(_layer.Rows[index]);

    public string IdOf(int index) => _rows is null ? KeyOf(_layer.Rows[index]) : _ids[index];

    /// <returns>Null where there is none of this id.</returns>
    public int? Find(string id)
    {
        if (_rows is not null)
            return _byId.TryGetValue(id, out int index) ? index : null;
        // Rows stand in the order of their ids.
        int low = 0, high = Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (string.CompareOrdinal(IdOf(middle), id) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low < Count && IdOf(low) == id ? low : null;
    }

    /// <summary>The same for an id as it stands in a path: there a slash stays written as %2F, and one at the end says nothing.</summary>
    public int? FindInPath(string id) => Find(id) ?? Find(id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase)) ?? Find(id.TrimEnd('/'));

    /// <summary>Features that may be in a box, in their order; all where none is given.</summary>
    /// <param name="box">WGS84.</param>
    public IEnumerable<int> Near(Envelope? box)
    {
        if (box is null)
            return Enumerable.Range(0, Count);
        if (_rows is null)
            return (Collection.Shape.IsPoints ? Points.Near(box) : null) ?? Enumerable.Range(0, Count);
        return _tree.Query(box).Order();
    }

    private string KeyOf(LayerRow row) => string.Join('.', _key.Select(i => Convert.ToString(row.Values[i], CultureInfo.InvariantCulture)));

    /// <summary>The values of <see cref="Schema"/>, and the geometry in the type that the collection says: an area of one polygon is a list of one.</summary>
    private LayerRow Shaped(LayerRow row) => new(_id < 0 ? row.Values : row.Values.RemoveAt(_id), (Collection.Shape.GeoJson, row.Geometry) switch
    {
        ("MultiPolygon", Polygon polygon) => polygon.Factory.CreateMultiPolygon([polygon]),
        ("MultiPoint", Point point) => point.Factory.CreateMultiPoint([point]),
        (_, var geometry) => geometry,
    });
}
