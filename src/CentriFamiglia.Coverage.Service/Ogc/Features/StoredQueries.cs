using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Ogc.Features;

/// <summary>Queries that the database answers in the place of memory, where it is sure to give the same rows.</summary>
internal sealed class StoredQueries(HeldLayers layers, StoredCollections stored)
{
    /// <returns>Null where memory is to answer.</returns>
    public SelectedRows? Select(FeatureQuery query, HeldLayer layer, LoadedStore loaded, CancellationToken stop)
    {
        if (layer.IsLimited || query.Time is not null || StoredCollections.Find(layer.Collection, loaded, layers.AnalysisOf(loaded)) is not { } collection)
            return null;
        ImmutableArray<string> columns = RowSelection.Columns(collection.Table);
        (string Column, bool Falls)[] sort = [.. query.Sort.Select(s => (layer.Schema.Columns[s.Column].Name, s.Falls))];
        RowFilter?[] filters = [.. query.Filters.Select(f => new StoredFilter(columns, f.Crs).Of(f.Written))];
        if (filters.Contains(null) || sort.Any(s => !columns.Contains(s.Column, StringComparer.Ordinal)))
            return null;
        RowFilter[] box = query.Box is { } asked ? [new PlacedFilter(Relation.Intersects, asked)] : [];
        RowFilter[] all = [.. box, .. filters.OfType<RowFilter>()];
        return stored.Select(
            new RowSelection
            {
                Table = collection.Table,
                Set = collection.Set,
                Others = collection.Others,
                Filter = all.Length == 0 ? new ConstantFilter(true) : new JoinedFilter(true, [.. all]),
                Sort = [.. sort],
                Offset = query.Offset,
                Limit = query.Limit,
            },
            loaded,
            stop);
    }
}
