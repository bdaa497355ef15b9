using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Ogc.Crs;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>The JSON of all but the features: landing page, conformance, collections.</summary>
/// <param name="addresses">Where links lead.</param>
/// <param name="analysis">What all collections rest on.</param>
internal sealed class OgcDocuments(OgcAddresses addresses, Analysis analysis)
{
    public const string Title = "Centri per la Famiglia: copertura territoriale";

    public const string Description = "Comuni, Ambiti, Distretti, sedi e reti dei Centri per la Famiglia in Lombardia, con verdetti di copertura, tempi di viaggio e proposte. "
        + "Sola lettura. Le stesse righe, con tutti i parametri, sono in /api/v1.";

    public const string Licence = ProvenanceJson.Licence;
    private const string QueryablesRelation = "http://www.opengis.net/def/rel/ogc/1.0/queryables";

    private readonly Provenance _provenance = new(analysis, Title, usesTravel: true, []);

    public JsonObject Landing() => new()
    {
        ["title"] = Title,
        ["description"] = Description,
        ["attribution"] = Attribution,
        ["links"] = new JsonArray(
        [
            .. SelfAnd(addresses.Root, OgcMedia.Json, "Questa pagina"),
            Link(addresses.Api + "?f=json", "service-desc", OgcMedia.OpenApi, "Descrizione dell'API, OpenAPI 3.0"),
            Link(addresses.Api + "?f=html", "service-doc", OgcMedia.Html, "Descrizione dell'API, da leggere"),
            Link(addresses.Conformance, "conformance", OgcMedia.Json, "Classi di conformità"),
            Link(addresses.Collections, "data", OgcMedia.Json, "Raccolte"),
            Link(addresses.MatrixSets, TileDocuments.Schemes, OgcMedia.Json, "Schemi di tessere"),
            .. ProcessDocuments.FromLanding(addresses),
            Link(Licence, "license", OgcMedia.Html, "CC-BY 4.0, con le attribuzioni indicate"),
        ]),
        ["meta"] = OgcMeta.Of(_provenance.ToJson()),
    };

    public JsonObject Conformance() => new()
    {
        ["conformsTo"] = ProvenanceJson.Strings(OgcConformance.Classes),
        ["links"] = new JsonArray([.. SelfAnd(addresses.Conformance, OgcMedia.Json, "Questo elenco")]),
    };

    public JsonObject Collections() => new()
    {
        ["links"] = new JsonArray([.. SelfAnd(addresses.Collections, OgcMedia.Json, "Questo elenco")]),
        ["crs"] = Systems(),
        ["collections"] = new JsonArray([.. OgcCollections.Of(analysis).Select(Collection)]),
        ["meta"] = OgcMeta.Of(_provenance.ToJson()),
    };

    public JsonObject Collection(OgcCollection collection)
    {
        Envelope extent = Extent(analysis);
        string items = addresses.Items(collection.Id);
        return new JsonObject
        {
            ["id"] = collection.Id,
            ["title"] = collection.Title,
            ["description"] = $"{collection.Description} {ProvenanceJson.Grounds(_provenance.ToJson())}",
            ["attribution"] = Attribution,
            ["itemType"] = "feature",
            ["extent"] = new JsonObject
            {
                ["spatial"] = new JsonObject
                {
                    // Out to the next thousandth of a degree: within are all places, whatever they are rounded to.
                    ["bbox"] = new JsonArray(new JsonArray(Down(extent.MinX), Down(extent.MinY), -Down(-extent.MaxX), -Down(-extent.MaxY))),
                    ["crs"] = OgcCrs.Crs84.Uri,
                },
            },
            ["crs"] = Systems(),
            ["storageCrs"] = OgcCrs.Crs84.Uri,
            ["links"] = new JsonArray(
            [
                .. SelfAnd(addresses.Collection(collection.Id), OgcMedia.Json, "Questa raccolta"),
                Link(items + "?f=json", "items", OgcMedia.GeoJson, collection.Title),
                Link(items + "?f=html", "items", OgcMedia.Html, collection.Title + ", da leggere"),
                Link(addresses.Queryables(collection.Id), QueryablesRelation, OgcMedia.Schema, "Proprietà con cui filtrare"),
                Link(addresses.TileSets(collection.Id), TileDocuments.TileSets, OgcMedia.Json, "Tessere vettoriali"),
                Link(addresses.Schema(collection.Id), "describedBy", OgcMedia.Schema, "Schema degli elementi"),
                Link(Licence, "license", OgcMedia.Html, "CC-BY 4.0, con le attribuzioni indicate"),
            ]),
        };
    }

    /// <summary>Everything that the collections hold is within the boundaries of the comuni. WGS84.</summary>
    public static Envelope Extent(Analysis analysis)
    {
        var extent = new Envelope();
        foreach (Comune comune in analysis.Snapshot.Comuni)
        {
            if (comune.Boundary is { } boundary)
                extent.ExpandToInclude(boundary.EnvelopeInternal);
            if (comune.Seat is { } seat)
                extent.ExpandToInclude(seat.Lon, seat.Lat);
        }

        foreach (Site site in analysis.Snapshot.Set.Sites)
            extent.ExpandToInclude(site.Lon, site.Lat);
        return extent;
    }

    public static JsonObject Link(string address, string relation, string type, string title) =>
        new() { ["href"] = address, ["rel"] = relation, ["type"] = type, ["title"] = title, ["hreflang"] = "it" };

    /// <summary>Links to a document itself, and to the page of the same.</summary>
    public static IEnumerable<JsonObject> SelfAnd(string address, string type, string title) =>
    [
        Link(With(address, "f=json"), "self", type, title),
        Link(With(address, "f=html"), "alternate", OgcMedia.Html, title + ", da leggere"),
    ];

    /// <summary>An address with one more parameter.</summary>
    public static string With(string address, string parameter) => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{parameter}";

    public string Attribution => string.Join("; ", _provenance.Attributions);

    private static JsonArray Systems() => ProvenanceJson.Strings(OgcCrs.All.Select(c => c.Uri));

    private static double Down(double degrees) => Math.Floor(degrees * 1000) / 1000;
}
