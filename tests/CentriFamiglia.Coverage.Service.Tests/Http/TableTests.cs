using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Service.Tests.Support;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>What a page shows comes back as a file: the same cells in the same order, with the place and the provenance of each.</summary>
public sealed class TableTests(FilledStore store) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tabella-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task A_file_for_people_reads_back_as_it_was_posted(string format)
    {
        RunningService service = await store.ServiceAsync();
        PostedTable table = await PostedTable.OfAmbitiAsync(service);

        SourceTable read = SourceFiles.Read(await table.FileAsync(service, format, _folder), FileLimits.Default)[0];

        read.Columns.ShouldBe(["Ambito", "=Nota, \"fra virgolette\"", "Residenti", "Quota; %", "Scoperto", "codice"]);
        read.Rows.Select(r => string.Join('|', r.Cells)).ShouldBe(table.Lines.Select(Joined));
    }

    [Fact]
    public async Task GDAL_reads_the_GeoPackage_as_it_was_posted_with_the_boundary_of_each_row()
    {
        RunningService service = await store.ServiceAsync();
        PostedTable table = await PostedTable.OfAmbitiAsync(service);
        string file = await table.FileAsync(service, "gpkg", _folder);

        JsonArray features = JsonNode.Parse(await Gdal.RunAsync("ogr2ogr", "-f", "GeoJSON", "/vsistdout/", file, "copertura-ambiti-brescia"))!["features"]!.AsArray();

        features.Select(Joined).ShouldBe(table.Lines.Select(Joined));
        features[0]!["properties"]!.AsObject().Select(p => p.Key).ShouldBe(["nome", "nota", "residenti", "quota", "scoperto", "codice"]);
        features.Select(f => (string)f!["geometry"]!["type"]!).ShouldAllBe(type => type == "Polygon");
    }

    [Fact]
    public async Task GeoJSON_has_the_boundaries_of_the_answer_that_the_page_has_read()
    {
        RunningService service = await store.ServiceAsync();
        PostedTable table = await PostedTable.OfAmbitiAsync(service);
        JsonArray read = (await service.JsonAsync("/api/v1/coverage?level=ambito&f=geojson"))["features"]!.AsArray();

        JsonArray given = JsonNode.Parse(await File.ReadAllTextAsync(await table.FileAsync(service, "geojson", _folder),
            TestContext.Current.CancellationToken))!["features"]!.AsArray();

        given.Select(Joined).ShouldBe(table.Lines.Select(Joined));
        foreach (JsonNode? feature in given)
        {
            feature!["geometry"]!.ToJsonString().ShouldBe(
                read.Single(f => (string)f!["properties"]!["codice"]! == (string)feature["properties"]!["codice"]!)!["geometry"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task Every_kind_of_line_has_its_place()
    {
        RunningService service = await store.ServiceAsync();
        PostedTable table = await PostedTable.OfAmbitiAsync(service);
        table.Body["columns"] = new JsonArray(PostedTable.Column("nome", "Nome", "text"));
        (string Level, string Code)[] places = [("comune", "016024"), ("proposta", "016024"), ("sede", "BG01-H"), ("rete", "BG01"), ("ats", "bergamo")];
        table.Body["rows"] = new JsonArray(
        [
            .. places.Select(place => (JsonNode)new JsonObject { ["level"] = place.Level, ["code"] = place.Code, ["cells"] = new JsonArray("x") }),
            new JsonObject { ["cells"] = new JsonArray("in nessun luogo") },
        ]);

        JsonNode given = JsonNode.Parse(await File.ReadAllTextAsync(await table.FileAsync(service, "geojson", _folder), TestContext.Current.CancellationToken))!;

        given["features"]!.AsArray().Select(f => (string?)f!["geometry"]?["type"]).ShouldBe(["Polygon", "Point", "Point", "MultiPoint", "Polygon", null]);
    }

    [Fact]
    public async Task The_sheet_is_named_dated_explained_and_ready_for_paper()
    {
        RunningService service = await store.ServiceAsync();
        string file = await (await PostedTable.OfAmbitiAsync(service)).FileAsync(service, "xlsx", _folder);

        Path.GetFileName(file).ShouldBe($"copertura-ambiti-brescia-{DateTime.UtcNow:yyyy-MM-dd}.xlsx");
        using SpreadsheetDocument document = SpreadsheetDocument.Open(file, isEditable: false);
        document.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(s => s.Name!.Value).ShouldBe(["copertura-ambiti-brescia", "Informazioni"]);
        Worksheet sheet = ((WorksheetPart)document.WorkbookPart.GetPartById("rId1")).Worksheet!;
        sheet.Descendants<Row>().ElementAt(1).Elements<Cell>().Select(c => c.DataType?.InnerText ?? "n").ShouldBe(["inlineStr", "inlineStr", "n", "n", "b", "inlineStr"]);
        sheet.Elements<PageSetup>().Single().Orientation!.InnerText.ShouldBe("landscape");
        string[] said = [.. ((WorksheetPart)document.WorkbookPart.GetPartById("rId2")).Worksheet!.Descendants<Row>()
            .Select(r => string.Join(" = ", r.Elements<Cell>().Select(c => c.InnerText)))];
        said.ShouldContain("titolo = Ambiti: verdetto di copertura & altro", StringComparer.Ordinal);
        said.ShouldContain("risponde_a = /api/v1/coverage?ats=Brescia&level=ambito", StringComparer.Ordinal);
        said.ShouldContain("vista = http://127.0.0.1:5080/#ats=Brescia", StringComparer.Ordinal);
        said.ShouldContain("sedi.insieme = dimostrative", StringComparer.Ordinal);
        said.ShouldContain("viaggio.fonte = stima", StringComparer.Ordinal);
        said.ShouldContain("fonte_stato = unverified", StringComparer.Ordinal);
        said.ShouldContain(line => line.StartsWith("fotografia.hash = ", StringComparison.Ordinal));
        said.ShouldContain(line => line.StartsWith("viaggio.errore_medio_minuti = ", StringComparison.Ordinal));
        said.ShouldContain(line => line.Contains("CC-BY", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("csv", "\n'=CMD|' /C calc'!A0,")]
    [InlineData("csv", "\"a;'=1+1\nb\"")]
    [InlineData("xlsx", "'=CMD|' /C calc'!A0")]
    public async Task No_cell_is_a_formula_to_a_spreadsheet(string format, string expected)
    {
        RunningService service = await store.ServiceAsync();
        PostedTable table = await PostedTable.OfAmbitiAsync(service);
        string file = await table.FileAsync(service, format, _folder);
        string name = (string)table.Rows[0]!["cells"]![0]!;

        if (format == "csv")
        {
            (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace($"\n{name},", "\n", StringComparison.Ordinal).ShouldContain(expected);
            return;
        }

        using SpreadsheetDocument document = SpreadsheetDocument.Open(file, isEditable: false);
        Worksheet sheet = ((WorksheetPart)document.WorkbookPart!.GetPartById("rId1")).Worksheet!;
        sheet.Descendants<CellFormula>().ShouldBeEmpty();
        sheet.Descendants<Cell>().Select(c => c.InnerText).ShouldContain(expected, StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_a_trial_changes_stands_in_its_provenance()
    {
        RunningService service = await store.ServiceAsync();
        PostedTable table = await PostedTable.OfAmbitiAsync(service);
        table.Body["question"] = JsonNode.Parse("""
            {"name":"what-if","parameters":{"changed":"si","changes":[{"op":"close","id":"BG01-S2"},{"op":"add","id":"N1","role":"spoke","pro_com_t":"016024"}]}}
            """);

        JsonNode meta = JsonNode.Parse(await File.ReadAllTextAsync(await table.FileAsync(service, "geojson", _folder), TestContext.Current.CancellationToken))!["meta"]!;

        ((string)meta["risponde_a"]!).ShouldBe("/api/v1/what-if?changed=si");
        meta["modifiche"]!.AsArray().Select(c => (string)c!).ShouldBe(["close BG01-S2", "add N1 pro_com_t=016024 role=spoke"]);
    }

    [Fact]
    public async Task The_example_of_the_API_document_is_a_table()
    {
        RunningService service = await store.ServiceAsync();
        JsonNode post = (await service.JsonAsync("/openapi/v1.json"))["paths"]!["/api/v1/table"]!["post"]!;
        JsonNode example = post["requestBody"]!["content"]!["application/json"]!["example"]!;
        example["snapshot"] = (string)(await PostedTable.OfAmbitiAsync(service)).Body["snapshot"]!;

        using HttpResponseMessage response = await PostedTable.PostAsync(service, "csv", example.ToJsonString());

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("Comune,Minuti,codice\nBergamo,3.5,016024\n");
        post["responses"]!.AsObject().Select(r => r.Key).ShouldBe(["200", "400", "409", "413", "415", "503", "401", "403"]);
    }

    [Fact]
    public async Task Any_question_is_answered_as_a_sheet_and_as_a_GeoPackage_too()
    {
        RunningService service = await store.ServiceAsync();
        JsonArray rows = await service.RowsAsync("/api/v1/coverage?level=ats");
        foreach (string format in (string[])["xlsx", "gpkg"])
        {
            using HttpResponseMessage response = await service.GetAsync($"/api/v1/coverage?level=ats&f={format}");
            string file = Path.Combine(_folder, response.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
            await File.WriteAllBytesAsync(file, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

            Path.GetFileName(file).ShouldBe($"copertura-ats.{format}");
            SourceTable read = SourceFiles.Read(file, FileLimits.Default)[0];
            read.Rows.Select(r => r.Cell(read.Columns.IndexOf("nome"))).ShouldBe(rows.Select(r => (string)r!["nome"]!));
        }
    }

    private static string Joined(JsonNode? feature) => Joined(feature!["properties"]!.AsObject().Select(p => p.Value));

    private static string Joined(IEnumerable<JsonNode?> cells) => string.Join('|', cells.Select(AsText));

    private static string AsText(JsonNode? value) => value switch
    {
        null => "",
        JsonValue one when one.TryGetValue(out string? text) => text,
        _ => value.ToJsonString(),
    };
}
