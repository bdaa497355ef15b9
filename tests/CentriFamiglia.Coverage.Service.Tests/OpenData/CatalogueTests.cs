using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Analyses;
using CentriFamiglia.Coverage.Service.OpenData;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.OpenData;

/// <summary>The records that catalogues harvest, over HTTP.</summary>
public sealed class CatalogueTests(FilledStore store) : IAsyncLifetime
{
    private const string Dct = "http://purl.org/dc/terms/", Dcat = "http://www.w3.org/ns/dcat#", It = "http://dati.gov.it/onto/dcatapit#";

    private static readonly XNamespace _gmd = "http://www.isotc211.org/2005/gmd";

    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await store.ServiceAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Mandatory properties of DCAT-AP_IT 1.0, class by class.</summary>
    public static TheoryData<string, string[]> Mandatory => new()
    {
        { It + "Catalog", [Dct + "title", Dct + "description", Dct + "publisher", Dct + "modified", Dcat + "dataset"] },
        {
            It + "Dataset",
            [
                Dct + "title", Dct + "description", Dct + "identifier", Dct + "modified", Dcat + "theme", Dct + "rightsHolder", Dct + "accrualPeriodicity",
                Dcat + "distribution",
            ]
        },
        { It + "Distribution", [Dct + "format", Dct + "license", Dcat + "accessURL"] },
        { It + "Agent", [Dct + "identifier", "http://xmlns.com/foaf/0.1/name"] },
        { It + "LicenseDocument", [Dct + "type", "http://xmlns.com/foaf/0.1/name", "http://www.w3.org/2002/07/owl#versionInfo"] },
        { It + "Organization", ["http://www.w3.org/2006/vcard/ns#fn", "http://www.w3.org/2006/vcard/ns#hasURL"] },
    };

    [Theory]
    [MemberData(nameof(Mandatory))]
    public async Task Expanded_by_jsonld_js_every_thing_has_the_mandatory_properties_of_DCAT_AP_IT(string kind, string[] properties)
    {
        string catalogue = await _service.Client.GetStringAsync(new Uri("/catalogo/dcat.jsonld", UriKind.Relative), TestContext.Current.CancellationToken);
        JsonNode judged = await NodeJudge.OfOpenData.AskAsync("jsonld.mjs", catalogue);

        JsonNode[] things = [.. judged["expanded"]!.AsArray().Where(t => t!["@type"]!.AsArray().Any(k => (string)k! == kind))!];
        things.ShouldNotBeEmpty(kind);
        foreach (JsonNode thing in things)
        {
            foreach (string property in properties)
                thing[property].ShouldNotBeNull($"{thing["@id"]} {property}");
        }
    }

    [Fact]
    public async Task Every_reference_within_the_record_leads_to_something_in_it()
    {
        JsonArray graph = (await _service.JsonAsync("/catalogo/dcat.jsonld"))["@graph"]!.AsArray();
        string[] ids = [.. graph.Select(t => (string)t!["@id"]!)];
        string root = _service.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + "/catalogo";

        ids.ShouldBeUnique(StringComparer.Ordinal);
        string[] referred = [.. graph.SelectMany(References).Where(r => r.StartsWith(root + "#", StringComparison.Ordinal))];
        referred.ShouldNotBeEmpty();
        referred.ShouldBeSubsetOf(ids, StringComparer.Ordinal);

        static IEnumerable<string> References(JsonNode? node) => node switch
        {
            JsonObject members => members.SelectMany(m => m.Key == "@id" ? [(string)m.Value!] : References(m.Value)),
            JsonArray items => items.SelectMany(References),
            _ => [],
        };
    }

    [Fact]
    public async Task Every_distribution_answers_with_the_type_that_the_record_says()
    {
        JsonArray graph = (await _service.JsonAsync("/catalogo"))["@graph"]!.AsArray();

        foreach (JsonNode? thing in graph.Where(t => t!["dcat:accessURL"] is not null))
        {
            string address = (string)thing!["dcat:accessURL"]!["@id"]!;
            // Those that take long, and the package, have their own tests.
            if (address.Contains("/strati/", StringComparison.Ordinal) && !address.EndsWith("copertura-ats.gpkg", StringComparison.Ordinal)
                && !address.EndsWith("sedi.csv", StringComparison.Ordinal) && !address.EndsWith("ats.geojson", StringComparison.Ordinal))
            {
                continue;
            }

            if (address.EndsWith("pacchetto", StringComparison.Ordinal))
                continue;
            using HttpResponseMessage answer = await _service.Client.GetAsync(new Uri(address), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe((string)thing["dcat:mediaType"]!, address);
        }
    }

    [Fact]
    public async Task The_ISO_record_is_well_formed_and_has_what_INSPIRE_asks_of_a_dataset()
    {
        var record = XDocument.Parse(await _service.Client.GetStringAsync(new Uri("/catalogo/iso19139.xml", UriKind.Relative), TestContext.Current.CancellationToken));

        record.Root!.Name.ShouldBe(_gmd + "MD_Metadata");
        foreach (string element in (string[])
        [
            "fileIdentifier", "language", "characterSet", "hierarchyLevel", "contact", "dateStamp", "referenceSystemInfo", "identificationInfo", "distributionInfo",
            "dataQualityInfo", "abstract", "citation", "topicCategory", "thesaurusName", "EX_GeographicBoundingBox", "spatialResolution", "statement", "specification",
            "accessConstraints", "useConstraints", "pointOfContact", "linkage", "characterSet",
        ])
        {
            record.Descendants(_gmd + element).ShouldNotBeEmpty(element);
        }

        double Bound(string name) => double.Parse(record.Descendants(_gmd + name).Single().Value, System.Globalization.CultureInfo.InvariantCulture);
        Bound("westBoundLongitude").ShouldBe(8.5, 0.1);
        Bound("eastBoundLongitude").ShouldBe(11.43, 0.1);
        Bound("southBoundLatitude").ShouldBe(44.68, 0.1);
        Bound("northBoundLatitude").ShouldBe(46.63, 0.1);
        // The order of a sequence in the schema of the standard.
        record.Root.Elements().Select(e => e.Name.LocalName).Distinct(StringComparer.Ordinal).ShouldBe(
        [
            "fileIdentifier", "language", "characterSet", "hierarchyLevel", "contact", "dateStamp", "metadataStandardName", "metadataStandardVersion",
            "referenceSystemInfo", "identificationInfo", "distributionInfo", "dataQualityInfo",
        ]);
    }

    [Fact]
    public async Task Both_records_say_the_version_the_rules_the_travel_source_the_evidence_and_the_licence()
    {
        (Analysis analysis, _) = await OpenLayers.OfAsync(store);

        foreach (string address in (string[])["/catalogo/dcat.jsonld", "/catalogo/iso19139.xml"])
        {
            string record = await _service.Client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            foreach (string text in (string[])
                [analysis.Snapshot.Hash, analysis.Rules.Id, "viaggio stima", "appartenenza dei comuni: unverified", "by/4.0", "Istat", "DATI DIMOSTRATIVI"])
            {
                record.ShouldContain(text, Case.Sensitive, address);
            }
        }
    }

    [Fact]
    public async Task Who_publishes_it_is_named_where_it_is_known()
    {
        (Analysis analysis, _) = await OpenLayers.OfAsync(store);

        DcatRecord.Make(new DatasetRecord(analysis, "https://mappa.example", "ATS Brianza")).ToJsonString().ShouldContain("ATS Brianza");
        IsoRecord.Make(new DatasetRecord(analysis, "https://mappa.example", null)).ShouldContain("non ancora indicato");
    }

    [Theory]
    [InlineData("/catalogo/strati/nulla.csv", HttpStatusCode.NotFound)]
    [InlineData("/catalogo/strati/sedi.exe", HttpStatusCode.NotFound)]
    [InlineData("/catalogo/strati/sedi", HttpStatusCode.NotFound)]
    [InlineData("/catalogo/strati/matrice.csv", HttpStatusCode.NotFound)]
    [InlineData("/catalogo/dcat.jsonld?data=2020-01-01", HttpStatusCode.BadRequest)]
    [InlineData("/qgis/progetto.qgz?a=b", HttpStatusCode.BadRequest)]
    [InlineData("/catalogo/strati/sedi.parquet", HttpStatusCode.OK)]
    public async Task What_is_not_there_is_said(string address, HttpStatusCode status)
    {
        using HttpResponseMessage answer = await _service.GetAsync(address);

        answer.StatusCode.ShouldBe(status);
        if (status != HttpStatusCode.OK)
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Who_has_the_record_already_gets_it_no_more()
    {
        using HttpResponseMessage first = await _service.GetAsync("/catalogo/iso19139.xml");
        using HttpResponseMessage second = await _service.GetAsync("/catalogo/iso19139.xml", ("If-None-Match", first.Headers.ETag!.ToString()));

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }
}
