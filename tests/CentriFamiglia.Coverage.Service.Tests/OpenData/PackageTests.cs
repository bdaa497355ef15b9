using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Service.Analyses;
using CentriFamiglia.Coverage.Service.OpenData;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.OpenData;

/// <summary>All layers in one file.</summary>
public sealed class PackageTests(FilledStore store)
{
    [Fact]
    public async Task The_same_analysis_gives_the_same_bytes()
    {
        (Analysis analysis, _) = await OpenLayers.OfAsync(store);
        var record = new DatasetRecord(analysis, "https://mappa.example", "ATS Brianza");

        byte[] first = DataPackage.Make(analysis, record, CancellationToken.None);

        DataPackage.Make(analysis, record, CancellationToken.None).AsSpan().SequenceEqual(first).ShouldBeTrue();
    }

    [Fact]
    public async Task Over_HTTP_it_holds_every_layer_as_GDAL_counts_it_and_the_records()
    {
        (_, Layer[] layers) = await OpenLayers.OfAsync(store);
        RunningService service = await store.ServiceAsync();
        using HttpResponseMessage answer = await service.GetAsync("/api/v1/pacchetto");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        answer.Content.Headers.ContentDisposition!.FileName!.ShouldMatch("centri-famiglia-[0-9-]{10}[.]zip");
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        zip.Entries.Select(e => e.FullName).ShouldBe(
        [
            "LEGGIMI.md", "LICENZE.md", "metadati/dcat-ap_it.jsonld", "metadati/iso19139.xml", "metadati/colonne.csv", "centri-famiglia.gpkg",
            .. layers.SelectMany(l => (string[])[$"csv/{l.Name}.csv", $"csv/{l.Name}.meta.json"]),
        ]);
        string readme = Text("LEGGIMI.md");
        foreach (Layer layer in layers)
        {
            readme.ShouldContain($"| `{layer.Name}` | {layer.Title} | {layer.Rows.Length} |");
            Text($"csv/{layer.Name}.csv").ShouldStartWith(string.Join(',', layer.Columns.Select(c => c.Name)));
        }

        Text("LICENZE.md").ShouldContain("Istat, CC-BY");
        Text("metadati/colonne.csv").Split('\n').Length.ShouldBe(layers.Sum(l => l.Columns.Length) + 2);
        JsonNode.Parse(Text("metadati/dcat-ap_it.jsonld"))!["@graph"].ShouldNotBeNull();
        XDocument.Parse(Text("metadati/iso19139.xml")).Root.ShouldNotBeNull();
        string file = store.Sibling("pacchetto.gpkg");
        zip.GetEntry("centri-famiglia.gpkg")!.ExtractToFile(file);
        string told = await Gdal.RunAsync("ogrinfo", "-so", "-al", file);
        foreach (Layer layer in layers)
            told.ShouldMatch($"Layer name: {layer.Name}\r?\n(?s:(?!Layer name).)*Feature Count: {layer.Rows.Length}\r?\n");
        told.ShouldContain("Layer name: layer_styles");

        string Text(string name)
        {
            using StreamReader reader = new(zip.GetEntry(name)!.Open());
            return reader.ReadToEnd();
        }
    }

    [Fact]
    public async Task On_the_command_line_it_names_the_address_that_it_is_told()
    {
        string file = store.Sibling("pacchetto.zip");
        Outcome export = await CoverageProgram.RunAsync(store.Path, "export", "pacchetto", "-o", file, "--indirizzo", "https://dati.example/famiglie/");

        export.ExitCode.ShouldBe(0, export.Error);
        await using ZipArchive zip = await ZipFile.OpenReadAsync(file, TestContext.Current.CancellationToken);
        using StreamReader reader = new(zip.GetEntry("metadati/dcat-ap_it.jsonld")!.Open());
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain("\"https://dati.example/famiglie/catalogo/strati/sedi.gpkg\"");
    }

    [Theory]
    [InlineData("pacchetto.gpkg", "estensione")]
    [InlineData("pacchetto.zip", "--ats", "--ats", "Brianza")]
    [InlineData("pacchetto.zip", "indirizzo di un servizio", "--indirizzo", "ftp://dati.example")]
    public async Task What_it_cannot_be_is_refused(string name, string reason, params string[] arguments)
    {
        Outcome export = await CoverageProgram.RunAsync(store.Path, ["export", "pacchetto", "-o", store.Sibling(name), .. arguments]);

        export.ExitCode.ShouldBe(2);
        export.Error.ShouldContain(reason);
    }
}
