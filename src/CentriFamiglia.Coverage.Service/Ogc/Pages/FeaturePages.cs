using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Ogc.Documents;
using CentriFamiglia.Coverage.Service.Ogc.Features;
using NetTopologySuite.Geometries;
using static CentriFamiglia.Coverage.Service.Ogc.Pages.HtmlFrame;

namespace CentriFamiglia.Coverage.Service.Ogc.Pages;

/// <summary>Features as pages: a small map, and a table of the same.</summary>
/// <param name="addresses">Where links lead.</param>
/// <param name="ground">Areas behind the features. WGS84.</param>
internal sealed class FeaturePages(OgcAddresses addresses, IEnumerable<Geometry> ground)
{
    /// <param name="json">Address of the same as GeoJSON.</param>
    /// <param name="next">Address of the next page as HTML; null for the last.</param>
    /// <param name="previous">The same before it; null for the first.</param>
    /// <param name="files">Addresses of all features in a file, and what it is.</param>
    public string Items(FeaturePage page, string json, string? next, string? previous, ImmutableArray<(string Address, string Title)> files)
    {
        HeldLayer layer = page.Layer;
        int first = page.Query.Offset + 1, last = page.Query.Offset + page.Features.Length;
        string count = page.Matched == 0 ? "Nessun elemento risponde." : page.Features.IsEmpty
            ? $"{Whole(page.Matched)} elementi rispondono, ma questa pagina comincia dopo l'ultimo."
            : $"{Whole(page.Matched)} elementi; in questa pagina dal {Whole(first)} al {Whole(last)}.";
        string pages = $"<p class=\"pages\">{Paged(previous, "Pagina precedente", "prev")}{Paged(next, "Pagina successiva", "next")}</p>";
        return Of(addresses.Root, layer.Collection.Title, TrailTo(layer.Collection), json,
            $"""
            <p>{Text(layer.Collection.Description)}</p>
            <p>{count}</p>
            {Map(page)}{pages}
            <div class="wide" tabindex="0" role="region" aria-label="{Text(layer.Collection.Title)}"><table>
            <thead><tr><th scope="col">id</th>{string.Concat(page.Query.Columns.Select(c => Head(layer.Schema.Columns[c])))}</tr></thead>
            <tbody>
            {string.Concat(page.Features.Select(i => Row(page, i)))}</tbody>
            </table></div>
            {pages}
            <p>Tutti, in un file: {string.Join(", ", files.Select(f => $"<a href=\"{Text(f.Address)}\">{Text(f.Title)}</a>"))}.</p>
            <p>Si filtra, si ordina e si sceglie con i parametri dell'indirizzo: <a href="{Text(addresses.Queryables(layer.Collection.Id))}">proprietà</a>,
            <a href="{Text(addresses.Api)}">parametri</a>.</p>
            """, ProvenanceJson.Line(layer.Head.Meta));
    }

    /// <param name="json">Address of the same as GeoJSON.</param>
    public string Item(HeldLayer layer, int index, string json)
    {
        LayerRow row = layer[index];
        string id = layer.IdOf(index);
        string map = row.Geometry is { IsEmpty: false } shape
            ? MapDrawing.Of(ground, [(shape, id)], Around(shape), $"{layer.Collection.Title}, {id}: dove si trova")
            : "<p>Questo elemento non ha una posizione.</p>";
        return Of(addresses.Root, $"{layer.Collection.Title}: {id}", [.. TrailTo(layer.Collection), (addresses.Items(layer.Collection.Id), "Elementi")], json,
            $"""
            {map}
            <div class="wide" tabindex="0" role="region" aria-label="Proprietà"><table>
            <thead><tr><th scope="col">Proprietà</th><th scope="col">Valore</th><th scope="col">Che cos'è</th></tr></thead>
            <tbody>
            {string.Concat(layer.Schema.Columns.Select((c, i) => Property(c, row.Values[i])))}</tbody>
            </table></div>
            """, ProvenanceJson.Line(layer.Head.Meta));
    }

    private (string, string)[] TrailTo(OgcCollection collection) =>
        [(addresses.Root, "OGC API"), (addresses.Collections, "Raccolte"), (addresses.Collection(collection.Id), collection.Title)];

    private string Map(FeaturePage page)
    {
        (Geometry Shape, string Name)[] shapes =
            [.. page.Features.Where(i => page.Layer[i].Geometry is { IsEmpty: false }).Select(i => (page.Layer[i].Geometry!, page.Layer.IdOf(i)))];
        var box = new Envelope();
        foreach (Geometry area in ground)
            box.ExpandToInclude(area.EnvelopeInternal);
        foreach ((Geometry shape, _) in shapes)
            box.ExpandToInclude(shape.EnvelopeInternal);
        return shapes.Length == 0 ? "" : MapDrawing.Of(ground, shapes, box, $"{page.Layer.Collection.Title}: gli elementi di questa pagina, sulla Lombardia");
    }

    /// <summary>A box with as much ground again on each side.</summary>
    private static Envelope Around(Geometry shape)
    {
        Envelope box = shape.EnvelopeInternal.Copy();
        box.ExpandBy(Math.Max(box.Width / 2, 0.1), Math.Max(box.Height / 2, 0.08));
        return box;
    }

    private string Row(FeaturePage page, int index)
    {
        LayerRow row = page.Layer[index];
        string id = page.Layer.IdOf(index);
        string cells = string.Concat(page.Query.Columns.Select(c => Cell(page.Layer.Schema.Columns[c], row.Values[c])));
        return $"<tr><th scope=\"row\"><a href=\"{Text(addresses.Item(page.Layer.Collection.Id, id))}\">{Text(id)}</a></th>{cells}</tr>\n";
    }

    private static string Property(LayerColumn column, object? value) =>
        $"<tr><th scope=\"row\"><code>{Text(column.Name)}</code></th>{Cell(column, value)}<td>{Text(column.Description)}</td></tr>\n";

    private static string Head(LayerColumn column) => $"<th scope=\"col\" title=\"{Text(column.Description)}\">{Text(column.Name)}</th>";

    private static string Cell(LayerColumn column, object? value) => value switch
    {
        null => "<td></td>",
        bool truth => $"<td>{(truth ? "sì" : "no")}</td>",
        string text => $"<td>{Text(text)}</td>",
        IFormattable number => $"<td class=\"number\">{Text(ItalianNumber.Of(number, column.Type is ColumnType.Money ? "#,0.00" : "#,0.#######"))}</td>",
        _ => $"<td>{Text(value.ToString())}</td>",
    };

    private static string Paged(string? address, string words, string relation) =>
        address is null ? "" : $"<a rel=\"{relation}\" href=\"{Text(address)}\">{words}</a>";

    private static string Whole(int number) => ItalianNumber.Of(number, "#,0");
}
