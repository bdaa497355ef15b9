using CentriFamiglia.Coverage.Service.Layers;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.OpenData;

/// <summary>
/// The record as DCAT-AP_IT 1.0 in JSON-LD: a catalogue with its dataset, the distributions, who holds it and who answers for it. The context is in
/// the document, so that nobody need fetch one. What DCAT has no word for (rule set, evidence) stands in <c>dct:provenance</c>.
/// </summary>
internal static class DcatRecord
{
    public const string MediaType = "application/ld+json";

    private const string Authority = "http://publications.europa.eu/resource/authority";

    public static JsonObject Make(DatasetRecord record)
    {
        string root = record.Root + "/catalogo";
        return new JsonObject
        {
            ["@context"] = Context(),
            ["@graph"] = new JsonArray(
            [
                Catalogue(record, root),
                Dataset(record, root),
                Agent(record, root),
                Contact(record, root),
                LicenceDocument(),
                .. record.Distributions.Select((d, i) => DistributionOf(record, root, d, i)),
            ]),
        };
    }

    private static JsonObject Context() => new()
    {
        ["dcat"] = "http://www.w3.org/ns/dcat#",
        ["dcatapit"] = "http://dati.gov.it/onto/dcatapit#",
        ["dct"] = "http://purl.org/dc/terms/",
        ["foaf"] = "http://xmlns.com/foaf/0.1/",
        ["vcard"] = "http://www.w3.org/2006/vcard/ns#",
        ["locn"] = "http://www.w3.org/ns/locn#",
        ["owl"] = "http://www.w3.org/2002/07/owl#",
        ["rdfs"] = "http://www.w3.org/2000/01/rdf-schema#",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
        ["geosparql"] = "http://www.opengis.net/ont/geosparql#",
    };

    private static JsonObject Catalogue(DatasetRecord record, string root) => new()
    {
        ["@id"] = root,
        ["@type"] = Types("dcatapit:Catalog", "dcat:Catalog"),
        ["dct:title"] = Italian("Dati aperti sui Centri per la Famiglia in Lombardia"),
        ["dct:description"] = Italian("Il catalogo di questo servizio: un insieme di dati e i modi in cui si ha."),
        ["dct:publisher"] = Ref($"{root}#titolare"),
        ["dct:modified"] = Day(record),
        ["dct:language"] = Ref($"{Authority}/language/ITA"),
        ["foaf:homepage"] = Ref(record.Root + "/"),
        ["dcat:themeTaxonomy"] = Ref($"{Authority}/data-theme"),
        ["dcat:dataset"] = Ref($"{root}#dati"),
    };

    private static JsonObject Dataset(DatasetRecord record, string root) => new()
    {
        ["@id"] = $"{root}#dati",
        ["@type"] = Types("dcatapit:Dataset", "dcat:Dataset"),
        ["dct:identifier"] = DatasetRecord.Identifier,
        ["dct:title"] = Italian(DatasetRecord.Title),
        ["dct:description"] = Italian(DatasetRecord.Abstract),
        ["dct:modified"] = Day(record),
        ["owl:versionInfo"] = record.Version,
        ["dcat:theme"] = new JsonArray(Ref($"{Authority}/data-theme/SOCI"), Ref($"{Authority}/data-theme/HEAL")),
        ["dcat:keyword"] = new JsonArray([.. DatasetRecord.Keywords.Select(k => (JsonNode)Italian(k))]),
        ["dct:rightsHolder"] = Ref($"{root}#titolare"),
        ["dct:publisher"] = Ref($"{root}#titolare"),
        ["dcat:contactPoint"] = Ref($"{root}#contatto"),
        ["dct:accrualPeriodicity"] = Ref($"{Authority}/frequency/IRREG"),
        ["dct:language"] = Ref($"{Authority}/language/ITA"),
        ["dcat:landingPage"] = Ref(record.Root + "/"),
        ["dct:spatial"] = new JsonObject
        {
            ["@type"] = Types("dct:Location"),
            ["locn:geometry"] = new JsonObject { ["@type"] = "geosparql:wktLiteral", ["@value"] = Box(record.Extent) },
        },
        ["dct:provenance"] = new JsonObject { ["@type"] = Types("dct:ProvenanceStatement"), ["rdfs:label"] = Italian(record.Lineage) },
        ["dct:source"] = new JsonArray([.. record.Attributions.Select(a => (JsonNode)new JsonObject { ["rdfs:label"] = Italian(a) })]),
        ["dcat:distribution"] = new JsonArray([.. record.Distributions.Select((_, i) => (JsonNode)Ref($"{root}#distribuzione-{i + 1}"))]),
    };

    private static JsonObject Agent(DatasetRecord record, string root) => new()
    {
        ["@id"] = $"{root}#titolare",
        ["@type"] = Types("dcatapit:Agent", "foaf:Agent"),
        ["dct:identifier"] = record.Body == DatasetRecord.NoBody ? "non-indicato" : record.Body,
        ["foaf:name"] = Italian(record.Body),
    };

    private static JsonObject Contact(DatasetRecord record, string root) => new()
    {
        ["@id"] = $"{root}#contatto",
        ["@type"] = Types("dcatapit:Organization", "vcard:Organization"),
        ["vcard:fn"] = record.Body,
        ["vcard:hasURL"] = Ref(record.Root + "/"),
    };

    private static JsonObject LicenceDocument() => new()
    {
        ["@id"] = "https://w3id.org/italia/controlled-vocabulary/licences/A21_CCBY40",
        ["@type"] = Types("dcatapit:LicenseDocument", "dct:LicenseDocument"),
        ["dct:type"] = Ref("http://purl.org/adms/licencetype/Attribution"),
        ["foaf:name"] = Italian(DatasetRecord.LicenceName),
        ["owl:versionInfo"] = "4.0",
        ["rdfs:seeAlso"] = Ref(DatasetRecord.Licence),
    };

    private static JsonObject DistributionOf(DatasetRecord record, string root, Distribution distribution, int index) => new()
    {
        ["@id"] = $"{root}#distribuzione-{index + 1}",
        ["@type"] = Types("dcatapit:Distribution", "dcat:Distribution"),
        ["dct:title"] = Italian(distribution.Title),
        ["dct:format"] = Ref($"{Authority}/file-type/{distribution.Format}"),
        ["dcat:mediaType"] = distribution.MediaType,
        ["dcat:accessURL"] = Ref(distribution.Address),
        ["dcat:downloadURL"] = Ref(distribution.Address),
        ["dct:license"] = Ref("https://w3id.org/italia/controlled-vocabulary/licences/A21_CCBY40"),
        ["dct:modified"] = Day(record),
    };

    private static JsonObject Day(DatasetRecord record) => new() { ["@type"] = "xsd:date", ["@value"] = Cells.Date(record.Day) };

    private static JsonObject Italian(string text) => new() { ["@language"] = "it", ["@value"] = text };

    private static JsonObject Ref(string address) => new() { ["@id"] = address };

    private static JsonArray Types(params string[] types) => new([.. types.Select(t => (JsonNode)t)]);

    private static string Box(Envelope extent) => extent.IsNull ? "POLYGON EMPTY" : new GeometryFactory().ToGeometry(extent).AsText();
}
