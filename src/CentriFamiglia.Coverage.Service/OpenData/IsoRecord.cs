using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Layers;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.OpenData;

/// <summary>The record as ISO 19139 XML with what INSPIRE asks of a dataset's metadata (Regulation 1205/2008), in Italian.</summary>
internal static class IsoRecord
{
    public const string MediaType = "application/xml";

    private const string Codes = "http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#";

    private static readonly XNamespace _gmd = "http://www.isotc211.org/2005/gmd";
    private static readonly XNamespace _gco = "http://www.isotc211.org/2005/gco";

    public static string Make(DatasetRecord record) => """<?xml version="1.0" encoding="UTF-8"?>""" + "\n" + new XElement(_gmd + "MD_Metadata",
        new XAttribute(XNamespace.Xmlns + "gmd", _gmd),
        new XAttribute(XNamespace.Xmlns + "gco", _gco),
        Item("fileIdentifier", Text(DatasetRecord.Identifier)),
        Item("language", Code("LanguageCode", "ita", "http://www.loc.gov/standards/iso639-2/")),
        Item("characterSet", Code("MD_CharacterSetCode", "utf8")),
        Item("hierarchyLevel", Code("MD_ScopeCode", "dataset")),
        Item("contact", Party(record, "pointOfContact")),
        Item("dateStamp", new XElement(_gco + "Date", Cells.Date(DateOnly.FromDateTime(record.MadeAt.UtcDateTime)))),
        Item("metadataStandardName", Text("ISO 19115:2003 / ISO 19139, INSPIRE")),
        Item("metadataStandardVersion", Text("2003/Cor.1:2006")),
        Item("referenceSystemInfo", new XElement(_gmd + "MD_ReferenceSystem",
            Item("referenceSystemIdentifier", new XElement(_gmd + "RS_Identifier", Item("code", Text("http://www.opengis.net/def/crs/EPSG/0/4326")))))),
        Item("identificationInfo", Identification(record)),
        Item("distributionInfo", new XElement(_gmd + "MD_Distribution",
            record.Distributions.Select(d => d.Format).Distinct(StringComparer.Ordinal).Select(f => Item("distributionFormat",
                new XElement(_gmd + "MD_Format", Item("name", Text(f)), Item("version", Text("non indicata"))))),
            Item("transferOptions", new XElement(_gmd + "MD_DigitalTransferOptions", record.Distributions.Select(d => Item("onLine",
                new XElement(_gmd + "CI_OnlineResource",
                    Item("linkage", new XElement(_gmd + "URL", d.Address)),
                    Item("name", Text(d.Title)),
                    Item("function", Code("CI_OnLineFunctionCode", "download"))))))))),
        Item("dataQualityInfo", Quality(record)));

    private static XElement Identification(DatasetRecord record) => new(_gmd + "MD_DataIdentification",
        Item("citation", new XElement(_gmd + "CI_Citation",
            Item("title", Text(DatasetRecord.Title)),
            Item("date", Date(Cells.Date(record.Day)!, "revision")),
            Item("edition", Text(record.Version)),
            Item("identifier", new XElement(_gmd + "MD_Identifier", Item("code", Text($"{record.Root}/catalogo#dati")))))),
        Item("abstract", Text(DatasetRecord.Abstract)),
        Item("pointOfContact", Party(record, "owner")),
        Item("resourceMaintenance", new XElement(_gmd + "MD_MaintenanceInformation", Item("maintenanceAndUpdateFrequency", Code("MD_MaintenanceFrequencyCode", "irregular")))),
        // The theme of INSPIRE first: that is the one a geoportal asks for.
        Item("descriptiveKeywords", new XElement(_gmd + "MD_Keywords",
            Item("keyword", Text("Servizi di pubblica utilità e servizi amministrativi")),
            Item("type", Code("MD_KeywordTypeCode", "theme")),
            Item("thesaurusName", new XElement(_gmd + "CI_Citation",
                Item("title", Text("GEMET - INSPIRE themes, version 1.0")),
                Item("date", Date("2008-06-01", "publication")))))),
        Item("descriptiveKeywords", new XElement(_gmd + "MD_Keywords",
            DatasetRecord.Keywords.Select(k => Item("keyword", Text(k))),
            Item("type", Code("MD_KeywordTypeCode", "theme")))),
        Item("resourceConstraints", new XElement(_gmd + "MD_LegalConstraints",
            Item("accessConstraints", Code("MD_RestrictionCode", "otherRestrictions")),
            Item("otherConstraints", Text("Nessuna limitazione all'accesso pubblico")))),
        Item("resourceConstraints", new XElement(_gmd + "MD_LegalConstraints",
            Item("useConstraints", Code("MD_RestrictionCode", "license")),
            Item("otherConstraints", Text($"{DatasetRecord.LicenceName}, {DatasetRecord.Licence}; citare: {string.Join("; ", record.Attributions)}")))),
        Item("spatialRepresentationType", Code("MD_SpatialRepresentationTypeCode", "vector")),
        Item("spatialResolution", new XElement(_gmd + "MD_Resolution", Item("equivalentScale", new XElement(_gmd + "MD_RepresentativeFraction",
            Item("denominator", new XElement(_gco + "Integer", 100_000)))))),
        Item("language", Code("LanguageCode", "ita", "http://www.loc.gov/standards/iso639-2/")),
        Item("characterSet", Code("MD_CharacterSetCode", "utf8")),
        Item("topicCategory", new XElement(_gmd + "MD_TopicCategoryCode", "society")),
        Item("extent", ExtentOf(record.Extent)));

    private static XElement Quality(DatasetRecord record) => new(_gmd + "DQ_DataQuality",
        Item("scope", new XElement(_gmd + "DQ_Scope", Item("level", Code("MD_ScopeCode", "dataset")))),
        Item("report", new XElement(_gmd + "DQ_DomainConsistency", Item("result", new XElement(_gmd + "DQ_ConformanceResult",
            Item("specification", new XElement(_gmd + "CI_Citation",
                Item("title", Text("Regolamento (UE) n. 1089/2010 della Commissione, del 23 novembre 2010")),
                Item("date", Date("2010-12-08", "publication")))),
            Item("explanation", Text("Conformità alle specifiche dei dati INSPIRE non valutata")),
            // Not evaluated, as the guidance writes it: neither true nor false.
            Item("pass", null, new XAttribute(_gco + "nilReason", "unknown")))))),
        Item("lineage", new XElement(_gmd + "LI_Lineage", Item("statement", Text(record.Lineage)))));

    private static XElement ExtentOf(Envelope extent) => new(_gmd + "EX_Extent", Item("geographicElement", new XElement(_gmd + "EX_GeographicBoundingBox",
        Bound("westBoundLongitude", extent.MinX),
        Bound("eastBoundLongitude", extent.MaxX),
        Bound("southBoundLatitude", extent.MinY),
        Bound("northBoundLatitude", extent.MaxY))));

    private static XElement Bound(string name, double degrees) =>
        Item(name, new XElement(_gco + "Decimal", degrees.ToString("0.00000", CultureInfo.InvariantCulture)));

    private static XElement Party(DatasetRecord record, string role) => new(_gmd + "CI_ResponsibleParty",
        Item("organisationName", Text(record.Body)),
        Item("contactInfo", new XElement(_gmd + "CI_Contact", Item("onlineResource", new XElement(_gmd + "CI_OnlineResource",
            Item("linkage", new XElement(_gmd + "URL", record.Root + "/")))))),
        Item("role", Code("CI_RoleCode", role)));

    private static XElement Date(string day, string kind) => new(_gmd + "CI_Date",
        Item("date", new XElement(_gco + "Date", day)),
        Item("dateType", Code("CI_DateTypeCode", kind)));

    private static XElement Item(string name, XElement? content, params XAttribute[] attributes) => new(_gmd + name, attributes, content);

    private static XElement Text(string text) => new(_gco + "CharacterString", text);

    private static XElement Code(string list, string value, string? source = null) => new(_gmd + list,
        new XAttribute("codeList", source ?? Codes + list),
        new XAttribute("codeListValue", value),
        value);
}
