using CentriFamiglia.Coverage.Service.Ogc.Collections;

namespace CentriFamiglia.Coverage.Service.Ogc.Features;

/// <summary>Some of a layer's rows and columns, chosen as <c>/items</c> does it: for every layer, also for one without shapes.</summary>
internal static class ChosenRows
{
    private static readonly TextParameter _filter = new("filter", "Solo le righe che rispondono a un filtro CQL2 sulle colonne.")
    {
        Also = "filtro",
        Placeholder = "CQL2",
        Example = "residenti > 10000 AND provincia = 'BG'",
    };

    private static readonly TextParameter _box = new("bbox", "Solo ciò che tocca un riquadro: longitudine e latitudine di due angoli opposti.")
    {
        Also = "riquadro",
        Placeholder = "O,S,E,N",
        Example = "9.5,45.5,10,46",
    };

    private static readonly TextParameter _sort = new("sortby", "In che ordine: nomi di colonne, con - davanti dal più grande.")
    {
        Also = "ordine",
        Placeholder = "COLONNE",
        Example = "-residenti,nome",
    };

    private static readonly TextParameter _columns = new("properties", "Solo queste colonne, in quest'ordine.")
    {
        Also = "colonne",
        Placeholder = "COLONNE",
        Example = "pro_com_t,nome,residenti",
    };

    /// <summary>What chooses them, each under the name that <c>/items</c> gives it.</summary>
    public static ImmutableArray<Parameter> Parameters { get; } = [_filter, _box, _sort, _columns];

    /// <summary>The layer with these rows and columns alone, which its warnings say; itself where nothing is asked.</summary>
    /// <exception cref="InputException">There is no such column, or what is asked cannot be read.</exception>
    public static Layer Of(Layer layer, Values values)
    {
        var asked = Parameters.Where(p => values[p] is not null).ToDictionary(p => p.Name, p => values[p]!, StringComparer.Ordinal);
        if (asked.Count == 0)
            return layer;
        var schema = new FeatureSchema(layer.Columns, FeatureShape.Areas);
        FeatureQuery query = FeatureQueryReader.Read(asked, schema);
        if (query.Box is not null && layer.Rows.Length > 0 && layer.Rows.All(r => r.Geometry is null))
            throw new InputException(_box.Name, $"le righe di '{layer.Name}' non hanno una posizione.", "Togliere l'opzione, o usare filter.");
        Func<LayerRow, bool> takes = RowChoice.TestOf(query, schema, validity: null);
        int[] taken = [.. Enumerable.Range(0, layer.Rows.Length).Where(i => takes(layer.Rows[i]))];
        return Of(layer, [.. RowChoice.Sorted(taken, query.Sort, i => layer.Rows[i])], query.Columns, asked);
    }

    /// <summary>Only the rows of one ATS.</summary>
    /// <exception cref="InputException">The rows do not say which ATS they are of.</exception>
    public static Layer OfAts(Layer layer, string ats)
    {
        string field = SharedParameters.Ats.Name;
        int column = Enumerable.Range(0, layer.Columns.Length).FirstOrDefault(i => layer.Columns[i].Name == field, -1);
        if (column < 0)
            throw new InputException(field, $"le righe di '{layer.Name}' non dicono di quale ATS sono.", "Togliere l'opzione: lo strato si esporta intero.");
        ImmutableArray<int> taken = [.. Enumerable.Range(0, layer.Rows.Length).Where(i => layer.Rows[i].Values[column] is string of && of == ats)];
        return Of(layer, taken, [.. Enumerable.Range(0, layer.Columns.Length)], [KeyValuePair.Create(field, ats)]);
    }

    /// <param name="layer">Whole.</param>
    /// <param name="places">Of its rows, in the order wanted.</param>
    /// <param name="columns">Places of its columns, in the order wanted.</param>
    /// <param name="asked">What chose them, by the name of the parameter.</param>
    public static Layer Of(Layer layer, ImmutableArray<int> places, ImmutableArray<int> columns, IEnumerable<KeyValuePair<string, string>> asked)
    {
        bool isWide = columns.SequenceEqual(Enumerable.Range(0, layer.Columns.Length));
        var meta = (JsonObject)layer.Meta.DeepClone();
        if (places.Length < layer.Rows.Length || !isWide)
        {
            var warnings = (JsonArray?)meta["avvertenze"] ?? [];
            meta["avvertenze"] = warnings;
            string how = string.Join("; ", asked.Select(a => $"{a.Key}: {a.Value}"));
            warnings.Insert(0, $"È una scelta, non lo strato intero: {places.Length} righe di {layer.Rows.Length} ({how}).");
        }

        return layer with
        {
            Columns = [.. columns.Select(c => layer.Columns[c])],
            Rows = new LayerRows(places.Length, i => isWide ? layer.Rows[places[i]] : Part(layer.Rows[places[i]], columns)),
            Meta = meta,
        };
    }

    private static LayerRow Part(LayerRow row, ImmutableArray<int> columns) => row with { Values = [.. columns.Select(c => row.Values[c])] };
}
