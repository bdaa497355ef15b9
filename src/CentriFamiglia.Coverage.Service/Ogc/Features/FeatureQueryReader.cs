using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Ogc.Crs;
using CentriFamiglia.Coverage.Service.Ogc.Filters;

namespace CentriFamiglia.Coverage.Service.Ogc.Features;

/// <summary>Reads the parameters of <c>/items</c>: everything that is wrong with them is told here.</summary>
internal static class FeatureQueryReader
{
    /// <summary>How filters are written; the third is what GDAL up to 3.6 calls the first.</summary>
    public static ImmutableArray<string> Languages { get; } = ["cql2-text", "cql2-json", "cql-text"];

    /// <summary>Parameter that chooses among the properties.</summary>
    public const string Properties = "properties";

    /// <summary>The properties that are asked for by name.</summary>
    /// <returns>Null where nothing is said.</returns>
    /// <exception cref="InputException">There is no such property, or it stands twice.</exception>
    public static ImmutableArray<int>? ColumnsOf(IReadOnlyDictionary<string, string> values, FeatureSchema schema) =>
        values.GetValueOrDefault(Properties) is { } properties ? [.. Names(properties, Properties).Select(n => schema.Find(n, Properties))] : null;

    /// <param name="values">By the name of the parameter.</param>
    /// <param name="schema">Of the collection.</param>
    /// <param name="inFile">Whether all of them are meant where nobody says how many.</param>
    /// <exception cref="InputException">A parameter is unknown, or its value is not one.</exception>
    public static FeatureQuery Read(IReadOnlyDictionary<string, string> values, FeatureSchema schema, bool inFile = false)
    {
        foreach (string name in values.Keys.Where(n => !FeatureQuery.Parameters.Contains(n, StringComparer.Ordinal) && schema.IndexOf(n) < 0))
        {
            throw new InputException(Shown.Of(name), "parametro sconosciuto.",
                $"I parametri sono: {string.Join(", ", FeatureQuery.Parameters)}; e le proprietà: {string.Join(", ", schema.Columns.Select(c => c.Name))}.");
        }

        if (values.ContainsKey("bbox-crs") && !values.ContainsKey("bbox"))
            throw new InputException("bbox-crs", "dice il sistema di un riquadro che non c'è.", "Aggiungere bbox, o togliere bbox-crs.");
        var boxCrs = OgcCrs.Find(values.GetValueOrDefault("bbox-crs"), "bbox-crs");
        return new FeatureQuery
        {
            Limit = inFile
                ? Math.Min(Whole(values, "limit", 1) ?? int.MaxValue, FeatureQuery.MostInFile + 1)
                : Math.Min(Whole(values, "limit", 1) ?? FeatureQuery.UsualLimit, FeatureQuery.MostFeatures),
            Offset = Whole(values, "offset", 0) ?? 0,
            Crs = OgcCrs.Find(values.GetValueOrDefault("crs"), "crs"),
            Box = values.GetValueOrDefault("bbox") is { } box ? CrsBox.Read(box, boxCrs, "bbox") : null,
            Time = values.GetValueOrDefault("datetime") is { } time ? TimeSpanAsked.Read(time) : null,
            Filters = [.. FiltersOf(values, schema)],
            Sort = values.GetValueOrDefault("sortby") is { } sort ? [.. Names(sort, "sortby").Select(n => SortOf(n, schema))] : [],
            Columns = ColumnsOf(values, schema) ?? [.. Enumerable.Range(0, schema.Columns.Length)],
        };
    }

    private static IEnumerable<CqlFilter> FiltersOf(IReadOnlyDictionary<string, string> values, FeatureSchema schema)
    {
        string language = values.GetValueOrDefault("filter-lang") ?? Languages[0];
        if (!Languages.Contains(language, StringComparer.Ordinal))
            throw new InputException("filter-lang", $"'{Shown.Of(language)}' non è un linguaggio conosciuto.", $"Usare uno di: {string.Join(", ", Languages)}.");
        var crs = OgcCrs.Find(values.GetValueOrDefault("filter-crs"), "filter-crs");
        if (values.GetValueOrDefault("filter") is { } filter)
            yield return new CqlFilter(language == "cql2-json" ? CqlJson.Read(filter) : CqlText.Read(filter), schema, crs);
        foreach ((string name, string text) in values.Where(v => schema.IndexOf(v.Key) >= 0 && !FeatureQuery.Parameters.Contains(v.Key, StringComparer.Ordinal)))
        {
            LayerColumn column = schema.Columns[schema.IndexOf(name)];
            yield return new CqlFilter(new CqlComparison("=", new CqlProperty(name), ValueOf(column, text)), schema, OgcCrs.Crs84);
        }
    }

    private static CqlScalar ValueOf(LayerColumn column, string text) => column.Type switch
    {
        ColumnType.Text => new CqlWord(text),
        ColumnType.Boolean => new CqlTruth(text switch
        {
            "true" => true,
            "false" => false,
            _ => throw new InputException(column.Name, $"'{Shown.Of(text)}' non è vero né falso.", "Scrivere true o false."),
        }),
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? new CqlNumber(number)
            : throw new InputException(column.Name, $"'{Shown.Of(text)}' non è un numero.", "Scrivere un numero, con il punto prima dei decimali."),
    };

    /// <summary>A plus, which an address turns into a space, says what is so anyway.</summary>
    private static (int Column, bool Falls) SortOf(string name, FeatureSchema schema) =>
        (schema.Find(name.TrimStart('+', '-', ' '), "sortby"), name.StartsWith('-'));

    private static string[] Names(string list, string field)
    {
        string[] names = [.. list.Split(',').Select(n => n.Trim())];
        if (names.Contains(""))
            throw new InputException(field, "un nome è vuoto.", "Scrivere nomi di proprietà separati da virgole.");
        if (names.Select(n => n.TrimStart('+', '-', ' ')).Distinct(StringComparer.Ordinal).Count() < names.Length)
            throw new InputException(field, "una proprietà c'è due volte.", "Lasciarla una volta sola.");
        return names;
    }

    private static int? Whole(IReadOnlyDictionary<string, string> values, string name, int least)
    {
        if (values.GetValueOrDefault(name) is not { } text)
            return null;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) || value < least)
            throw new InputException(name, $"'{Shown.Of(text)}' non è un numero intero da {least} in su.",
                $"Scrivere un numero intero; in una risposta ci sono al più {FeatureQuery.MostFeatures} elementi, il collegamento next porta agli altri.");
        return (int)Math.Min(value, int.MaxValue);
    }
}
