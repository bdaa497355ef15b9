using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Ogc.Crs;
using CentriFamiglia.Coverage.Service.Ogc.Documents;
using static CentriFamiglia.Coverage.Service.Ogc.Pages.HtmlFrame;

namespace CentriFamiglia.Coverage.Service.Ogc.Pages;

/// <summary>The pages above the features: landing page, conformance, collections, what to filter by.</summary>
/// <param name="addresses">Where links lead.</param>
/// <param name="collections">Those that there are.</param>
/// <param name="foot">What everything rests on, one line.</param>
internal sealed class CollectionPages(OgcAddresses addresses, ImmutableArray<OgcCollection> collections, string? foot)
{
    private (string, string) Top => (addresses.Root, "OGC API");

    private (string, string) List => (addresses.Collections, "Raccolte");

    public string Landing() => Of(addresses.Root, OgcDocuments.Title, [(addresses.Map, "Mappa")], addresses.Root + "?f=json",
        $"""
        <p>{Text(OgcDocuments.Description)}</p>
        <dl class="list">
        <dt><a href="{Text(addresses.Collections)}">Raccolte</a></dt><dd>{collections.Length} raccolte di elementi, ognuna con la sua mappa e la sua tabella.</dd>
        <dt><a href="{Text(addresses.Processes)}">Processi</a></dt><dd>Ciò che si calcola su richiesta: proposte, curva, lacune, tempi, isocrone, prove.</dd>
        <dt><a href="{Text(addresses.Api)}">Descrizione dell'API</a></dt><dd>Indirizzi e parametri; in JSON è un documento OpenAPI 3.0.</dd>
        <dt><a href="{Text(addresses.Conformance)}">Conformità</a></dt><dd>Le classi di OGC API (Features, Tiles, Processes) e di CQL2 che questo servizio rispetta.</dd>
        </dl>
        <h2>Da un programma</h2>
        <p>QGIS: <em>Livello › Aggiungi livello › WFS / OGC API - Features</em>, indirizzo <code>{Text(addresses.Root)}</code>. GDAL:
        <code>ogrinfo OAPIF:{Text(addresses.Root)}</code>.</p>
        """, foot);

    public string Conformance() => Of(addresses.Root, "Conformità", [Top], addresses.Conformance + "?f=json",
        $"""
        <p>Le classi di conformità che questo servizio rispetta; ognuna ha le sue prove.</p>
        <ul>{string.Concat(OgcConformance.Classes.Select(c => $"<li><code>{Text(c)}</code></li>\n"))}</ul>
        """, foot);

    public string Collections() => Of(addresses.Root, "Raccolte", [Top], addresses.Collections + "?f=json",
        $"<dl class=\"list\">{string.Concat(collections.Select(Entry))}</dl>", foot);

    public string Collection(OgcCollection collection) => Of(addresses.Root, collection.Title, [Top, List], addresses.Collection(collection.Id) + "?f=json",
        $"""
        <p>{Text(collection.Description)}</p>
        <dl class="list">
        <dt><a href="{Text(addresses.Items(collection.Id))}">Elementi</a></dt><dd>Mappa e tabella; <a href="{Text(addresses.Items(collection.Id))}?f=json">GeoJSON</a>.</dd>
        <dt><a href="{Text(addresses.Queryables(collection.Id))}">Proprietà</a></dt><dd>Nomi, tipi e significato: con questi si filtra, si ordina, si sceglie.</dd>
        <dt><a href="{Text(addresses.TileSets(collection.Id))}">Tessere vettoriali</a></dt><dd>In JSON; per MapLibre
        <a href="{Text(addresses.TileSet(collection.Id, TileDocuments.Scheme))}?f=tilejson">TileJSON</a> e <a
        href="{Text(addresses.Style(collection.Id, TileDocuments.Scheme))}">stile</a>.</dd>
        </dl>
        <h2>Sistemi di riferimento</h2>
        <p>I dati sono in longitudine e latitudine WGS 84; con <code>crs=</code> si chiedono in uno di questi.</p>
        <ul>{string.Concat(OgcCrs.All.Select(c => $"<li>{Text(c.Name)}: <code>{Text(c.Uri)}</code></li>\n"))}</ul>
        """, foot);

    public string Queryables(OgcCollection collection, FeatureSchema schema) => Properties(collection, schema, "Proprietà", addresses.Queryables(collection.Id),
        $"""
        Ogni proprietà è un parametro degli <a href="{Text(addresses.Items(collection.Id))}">elementi</a>
        (<code>{Text(schema.Columns[0].Name)}=…</code>) e un nome in <code>filter</code>, che si scrive in CQL2;
        <code>sortby</code> ordina e <code>properties</code> sceglie. La geometria si chiama <code>{FeatureSchema.Geometry}</code>.
        """);

    public string Schema(OgcCollection collection, FeatureSchema schema) => Properties(collection, schema, "Schema degli elementi", addresses.Schema(collection.Id),
        $"Ogni elemento ha una geometria ({Text(schema.Shape.GeoJson)}) e queste proprietà; una proprietà vuota non è nota.");

    private string Entry(OgcCollection collection) =>
        $"<dt><a href=\"{Text(addresses.Collection(collection.Id))}\">{Text(collection.Title)}</a></dt><dd>{Text(collection.Description)}</dd>\n";

    private string Properties(OgcCollection collection, FeatureSchema schema, string title, string address, string words) => Of(
        addresses.Root, $"{collection.Title}: {title}", [Top, List, (addresses.Collection(collection.Id), collection.Title)], address + "?f=json",
        $"""
        <p>{words}</p>
        <div class="wide" tabindex="0" role="region" aria-label="Proprietà"><table>
        <thead><tr><th scope="col">Nome</th><th scope="col">Tipo</th><th scope="col">Che cos'è</th></tr></thead>
        <tbody>
        {string.Concat(schema.Columns.Select(c => $"<tr><th scope=\"row\"><code>{Text(c.Name)}</code></th><td>{TypeOf(c)}</td><td>{Text(c.Description)}</td></tr>\n"))}</tbody>
        </table></div>
        """, foot);

    private static string TypeOf(LayerColumn column) => column.Type switch
    {
        ColumnType.Text => FeatureSchema.IsDay(column) ? "giorno" : "testo",
        ColumnType.Integer => "numero intero",
        ColumnType.Boolean => "vero o falso",
        ColumnType.Money => "euro",
        _ => "numero",
    };
}
