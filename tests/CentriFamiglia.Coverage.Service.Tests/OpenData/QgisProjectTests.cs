using System.IO.Compression;
using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.OpenData.Qgis;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.OpenData;

/// <summary>Projects of QGIS, as XML. That QGIS itself opens and draws them is shown by <c>tests/qgis.sh</c>.</summary>
public sealed class QgisProjectTests(FilledStore store)
{
    [Fact]
    public void The_project_of_the_service_has_every_collection_once() =>
        ServiceProject.Names.Order(StringComparer.Ordinal).ShouldBe(OgcCollections.All.Select(c => c.Id).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Each_of_its_layers_is_a_collection_of_the_address_that_was_asked_with_columns_that_it_has()
    {
        RunningService service = await store.ServiceAsync();
        XElement project = ProjectOf(await service.Client.GetByteArrayAsync(new Uri("/qgis/progetto.qgz", UriKind.Relative), TestContext.Current.CancellationToken));
        string root = service.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

        string[] ids = [.. project.Descendants("maplayer").Select(l => l.Element("id")!.Value)];
        ids.ShouldBeUnique(StringComparer.Ordinal);
        ids.ShouldAllBe(id => id.Length > 10);
        project.Descendants("layer-tree-layer").Select(l => (string)l.Attribute("id")!).ShouldBe(ids);
        foreach (XElement layer in project.Descendants("maplayer"))
        {
            string source = layer.Element("datasource")!.Value;
            source.ShouldEndWith($"url='{root}/ogc'");
            string collection = source.Split("typename='")[1].Split('\'')[0];
            string[] columns = [.. (await service.JsonAsync($"/ogc/collections/{collection}/schema"))["properties"]!["properties"]!["properties"]!.AsObject().Select(p => p.Key)];
            layer.Descendants("text-style").Select(t => (string)t.Attribute("fieldName")!).ShouldBeSubsetOf(columns, StringComparer.Ordinal, collection);
            layer.Descendants("rule").Select(r => (string?)r.Attribute("filter")).OfType<string>()
                .SelectMany(f => f.Split('"').Where((_, i) => i % 2 == 1)).ShouldBeSubsetOf(columns, StringComparer.Ordinal, collection);
            layer.Element("srs")!.Descendants("srsid").Single().Value.ShouldBe("3452");
            layer.Descendants("rule").Count().ShouldBe(layer.Descendants("symbol").Count());
        }
    }

    [Fact]
    public async Task The_project_of_a_store_names_it_from_its_own_folder_and_tells_made_up_sedi_apart()
    {
        string path = store.Copy(), file = Path.ChangeExtension(path, ".qgz");
        Outcome written = await CoverageProgram.RunAsync(path, "qgis", "-o", file);
        written.ExitCode.ShouldBe(0, written.Error);

        XElement project = ProjectOf(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));

        string name = "./" + Path.GetFileName(path);
        project.Descendants("maplayer").Select(l => l.Element("datasource")!.Value).Take(3).ShouldBe(
        [
            $"{name}|layername=sedi|subset=\"dimostrativo\" = 0",
            $"{name}|layername=sedi|subset=\"dimostrativo\" = 1",
            $"{name}|layername=reti",
        ]);
        XElement real = project.Descendants("maplayer").First();
        Named("alias", "opening_hours", "name").ShouldBe("Orari");
        Named("default", "dimostrativo", "expression").ShouldBe("false");
        Named("default", "set_sedi", "expression").ShouldContain("archivio_set_sedi");
        real.Descendants("field").First(f => (string?)f.Attribute("name") == "status").Descendants("Option").Select(o => (string?)o.Attribute("name"))
            .ShouldBe([null, "map", null, "attiva", null, "prevista", null, "chiusa"]);
        project.Descendants("maplayer").Where(l => (string?)l.Attribute("readOnly") == "1").Select(l => l.Element("layername")!.Value)
            .ShouldBe(["ATS", "ASST", "Distretti", "Ambiti", "Comuni"]);

        string Named(string element, string field, string attribute) =>
            (string)real.Descendants(element).First(e => (string?)e.Attribute("field") == field).Attribute(attribute)!;
    }

    [Fact]
    public async Task With_an_address_the_project_reads_the_service_there()
    {
        string file = store.Sibling("altrove.qgz");
        Outcome written = await CoverageProgram.RunAsync(store.Path, "qgis", "-o", file, "--indirizzo", "https://dati.example/");

        written.ExitCode.ShouldBe(0, written.Error);
        ProjectOf(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).Descendants("datasource").First().Value
            .ShouldEndWith("typename='proposte' url='https://dati.example/ogc'");
    }

    [Theory]
    [InlineData("p.qgs", ".qgz")]
    [InlineData("nulla/p.qgz", "cartella")]
    public async Task A_place_where_no_project_can_be_is_refused(string name, string reason)
    {
        Outcome written = await CoverageProgram.RunAsync(store.Path, "qgis", "-o", store.Sibling(name));

        (written.ExitCode, written.Error.Contains(reason, StringComparison.Ordinal)).ShouldBe((2, true), written.Error);
    }

    private static XElement ProjectOf(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using Stream entry = zip.Entries.ShouldHaveSingleItem().Open();
        return XDocument.Load(entry).Root!;
    }
}
