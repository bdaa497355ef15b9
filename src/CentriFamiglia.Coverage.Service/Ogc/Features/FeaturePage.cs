using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Storage.Contract;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Ogc.Features;

/// <summary>The features that answer a query: those of one page, and how many there are in all.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Layer">Of what.</param>
/// <param name="Features">Places in the layer.</param>
/// <param name="Matched">How many answer, on whatever page: always exact.</param>
internal sealed record FeaturePage(FeatureQuery Query, HeldLayer Layer, ImmutableArray<int> Features, int Matched)
{
    /// <summary>How many features are looked at between two looks at the clock.</summary>
    private const int Stretch = 256;

    public bool HasNext => Query.Offset + (long)Features.Length < Matched;

    /// <param name="select">Asks a database for the rows; null where there is none to ask, or it does not answer.</param>
    /// <param name="stop">Nobody waits for it any more.</param>
    public static FeaturePage Of(FeatureQuery query, HeldLayer layer, Func<FeatureQuery, SelectedRows?> select, CancellationToken stop)
    {
        if (query is { Box: null, Time: null, Filters.IsEmpty: true, Sort.IsEmpty: true })
        {
            int first = Math.Min(query.Offset, layer.Count), count = Math.Min(query.Limit, layer.Count - first);
            return new FeaturePage(query, layer, [.. Enumerable.Range(first, count)], layer.Count);
        }

        if (select(query) is { } selected && Places(selected, layer) is { } places)
            return new FeaturePage(query, layer, places, selected.Matched);
        return Looked(query, layer, stop);
    }

    /// <summary>Null where a row is not in the layer.</summary>
    private static ImmutableArray<int>? Places(SelectedRows selected, HeldLayer layer)
    {
        int?[] places = [.. selected.Ids.Select(layer.Find)];
        return places.Contains(null) ? null : [.. places.OfType<int>()];
    }

    private static FeaturePage Looked(FeatureQuery query, HeldLayer layer, CancellationToken stop)
    {
        Envelope? near = query.Box?.EnvelopeInternal;
        foreach (Envelope box in query.Filters.Select(f => f.Box).OfType<Envelope>())
            near = near is null ? box : near.Intersection(box);
        bool takesAll = query is { Box: null, Time: null, Filters.IsEmpty: true };
        Func<LayerRow, bool> takes = RowChoice.TestOf(query, layer.Schema, layer.Collection.Validity);
        List<int> found = [];
        int looked = 0;
        foreach (int index in layer.Near(near))
        {
            if (++looked % Stretch == 0)
                stop.ThrowIfCancellationRequested();
            if (takesAll || takes(layer[index]))
                found.Add(index);
        }

        IEnumerable<int> page = RowChoice.Sorted(found, query.Sort, i => layer[i], query.Offset, query.Limit);
        return new FeaturePage(query, layer, [.. page], found.Count);
    }
}
