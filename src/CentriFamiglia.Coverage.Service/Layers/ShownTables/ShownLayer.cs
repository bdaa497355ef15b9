using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Layers.ShownTables;

/// <summary>A table of a page as a layer: its cells and order, the geometry and the provenance from the service's own data.</summary>
internal static class ShownLayer
{
    private static readonly LayerColumn _code = new("codice", ColumnType.Text, "Codice di ciò di cui tratta la riga: dell'area, ISTAT del comune, della sede o della rete.");

    /// <param name="analysis">What the page has read, by the hash of its snapshot.</param>
    /// <param name="table">What it shows.</param>
    /// <param name="address">Of the question that the page has asked, with its parameters.</param>
    /// <param name="changes">Of sedi that the question tries out, one JSON object each.</param>
    /// <param name="ats">The ATS that the rows are about; null for all.</param>
    /// <param name="forPeople">Whether columns are called by their labels, not by their keys.</param>
    /// <exception cref="InputException">A row is about what there is not.</exception>
    public static Layer Make(Analysis analysis, ShownTable table, string address, ImmutableArray<string> changes, string? ats, bool forPeople)
    {
        TerritorySnapshot snapshot = analysis.Snapshot;
        var places = new ShownPlaces(snapshot);
        Provenance provenance = new Provenance(analysis, table.Title, usesTravel: true, new JsonObject { ["righe"] = table.Rows.Length }, ats)
            .With("fonte_stato", snapshot.Units(AreaLevel.Ats).Max(u => u.Status).ToText())
            .With("risponde_a", address)
            .With("colonne", new JsonObject(table.Columns.Select(c => KeyValuePair.Create(c.Key, (JsonNode?)c.Label))));
        if (!changes.IsEmpty)
            provenance = provenance.With("modifiche", ProvenanceJson.Strings(changes));
        if (table.View is { } view)
            provenance = provenance.With("vista", view);
        var geometries = new Dictionary<(string, string), Geometry?>();
        return new Layer(
            table.Name,
            table.Title,
            [.. table.Columns.Select(c => new LayerColumn(forPeople ? c.Label : c.Key, c.Type, forPeople ? $"Nei file per programmi: {c.Key}." : c.Label)), _code],
            [.. table.Rows.Select((row, i) => new LayerRow([.. row.Cells, row.Code], PlaceOf(row, i)))],
            provenance.ToJson());

        Geometry? PlaceOf(ShownRow row, int index)
        {
            if (row is not { Level: { } level, Code: { } code })
                return null;
            if (!geometries.TryGetValue((level, code), out Geometry? known))
                geometries[(level, code)] = known = places.Of(level, code, $"rows[{index}]");
            return known;
        }
    }
}
