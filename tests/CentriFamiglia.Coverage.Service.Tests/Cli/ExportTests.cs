using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>Every layer goes to every format, and GDAL reads what QGIS would read.</summary>
public sealed class ExportTests(FilledStore store)
{
    [Theory]
    [InlineData("comuni", ".gpkg", 1504)]
    [InlineData("ambiti", ".geojson", 91)]
    [InlineData("distretti", ".gpkg", 76)]
    [InlineData("ats", ".geojson", 8)]
    [InlineData("sedi", ".gpkg", 196)]
    [InlineData("reti", ".geojson", 48)]
    [InlineData("copertura-ambiti", ".geojson", 91)]
    [InlineData("copertura-distretti", ".gpkg", 76)]
    [InlineData("lacune", ".geojson", 1504)]
    [InlineData("misure", ".gpkg", 1504)]
    [InlineData("misure-ats", ".geojson", 96)]
    [InlineData("bacini", ".geojson", 196)]
    [InlineData("bacini-reti", ".gpkg", 48)]
    [InlineData("bacini-comuni", ".gpkg", 1533)]
    [InlineData("proposte", ".gpkg", 20)]
    [InlineData("proposte", ".csv", 20)]
    [InlineData("riparto", ".xlsx", 8)]
    public async Task GDAL_reads_every_row_without_a_warning(string layer, string extension, int rows)
    {
        string file = store.Sibling($"{layer}{extension}");
        Outcome export = await CoverageProgram.RunAsync(store.Path, "export", layer, "-o", file);
        export.ExitCode.ShouldBe(0, export.Error);

        (await Gdal.RunAsync("ogrinfo", "-so", "-al", "-ro", file)).ShouldContain($"Feature Count: {rows}");
    }

    [Fact]
    public async Task A_csv_has_its_meta_beside_it()
    {
        string file = store.Sibling("copertura.csv");
        await CoverageProgram.RunAsync(store.Path, "export", "copertura-ambiti", "-o", file);

        (await File.ReadAllTextAsync(store.Sibling("copertura.meta.json"), TestContext.Current.CancellationToken)).ShouldContain("\"fotografia\"");
    }

    [Theory]
    [InlineData("lacune", 243)]
    [InlineData("sedi", 25)]
    [InlineData("copertura-ambiti", 14)]
    public async Task Only_the_rows_of_one_ATS_are_written_where_it_is_named(string layer, int rows)
    {
        string file = store.Sibling($"bergamo-{layer}.csv");
        Outcome export = await CoverageProgram.RunAsync(store.Path, "export", layer, "-o", file, "--ats", "ats bergamo");

        export.ExitCode.ShouldBe(0, export.Error);
        export.Error.ShouldContain($": {rows} righe.");
        Outcome none = await CoverageProgram.RunAsync(store.Path, "export", "popolazione", "-o", file, "--ats", "Bergamo");
        (none.ExitCode, none.Error.Contains("non dicono di quale ATS", StringComparison.Ordinal)).ShouldBe((2, true), none.Error);
    }

    [Fact]
    public async Task The_store_itself_is_never_overwritten()
    {
        string path = store.Copy();
        byte[] before = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        Outcome outcome = await CoverageProgram.RunAsync(path, "export", "comuni", "-o", path);

        outcome.ExitCode.ShouldBe(2);
        (await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)).ShouldBe(before);
    }

    [Theory]
    [InlineData("comuni")]
    [InlineData("unita")]
    [InlineData("popolazione")]
    [InlineData("eta")]
    [InlineData("reti")]
    [InlineData("sedi")]
    public async Task An_export_imported_again_changes_nothing(string layer)
    {
        string path = store.Copy(), file = store.Sibling($"ritorno-{layer}{(layer == "comuni" ? ".geojson" : ".csv")}");
        await CoverageProgram.RunAsync(path, "export", layer, "-o", file);
        Outcome import = await CoverageProgram.RunAsync(path, "import", file, "--as", layer, "--replace");
        Outcome again = await CoverageProgram.RunAsync(path, "check", "--format", "json");

        import.ExitCode.ShouldBe(0, import.Output + import.Error);
        HashOf(again).ShouldBe(HashOf(await CoverageProgram.RunAsync(store.Path, "check", "--format", "json")));
    }

    [Fact]
    public async Task A_matrix_exported_and_imported_again_changes_nothing()
    {
        string path = store.Copy(), mine = store.Sibling("matrice-mia.csv"), file = store.Sibling("ritorno-matrice.csv");
        await File.WriteAllTextAsync(mine, "from,to,minutes,km\n016024,015146,52.35,58.1\n015146,016024,50,\n", TestContext.Current.CancellationToken);
        Outcome none = await CoverageProgram.RunAsync(path, "export", "matrice", "-o", file);
        none.ExitCode.ShouldBe(2);
        none.Error.ShouldContain("non contiene una matrice");

        (await CoverageProgram.RunAsync(path, "import", mine, "--as", "matrice")).ExitCode.ShouldBe(0);
        Outcome first = await CoverageProgram.RunAsync(path, "check", "--format", "json");
        Outcome export = await CoverageProgram.RunAsync(path, "export", "matrice", "-o", file);
        Outcome import = await CoverageProgram.RunAsync(path, "import", file, "--as", "matrice", "--replace");

        export.ExitCode.ShouldBe(0, export.Error);
        import.ExitCode.ShouldBe(0, import.Output + import.Error);
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n").TrimStart('\uFEFF')
            .ShouldBe("from,to,minutes,km\n015146,016024,50,\n016024,015146,52.35,58.1\n");
        HashOf(await CoverageProgram.RunAsync(path, "check", "--format", "json")).ShouldBe(HashOf(first));
    }

    private static string HashOf(Outcome check) =>
        (string)System.Text.Json.Nodes.JsonNode.Parse(check.Output)!["meta"]!["fotografia"]!["hash"]!;
}
