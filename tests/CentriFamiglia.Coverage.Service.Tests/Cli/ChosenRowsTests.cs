using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary><c>export</c> of some rows and columns; how many rows there are is GDAL's count, with SQL, on the whole layer.</summary>
public sealed class ChosenRowsTests(FilledStore store)
{
    [Theory]
    [InlineData("comuni", "residenti > 10000 AND provincia = 'BG'", "residenti > 10000 AND provincia = 'BG'")]
    [InlineData("comuni", "nome LIKE 'San %' OR altitudine_m IS NULL", "nome LIKE 'San %' OR altitudine_m IS NULL")]
    [InlineData("sedi", "role IN ('spoke') AND opening_hours IS NULL", "role = 'spoke' AND opening_hours IS NULL")]
    [InlineData("copertura-ambiti", "verdetto <> 'SEDE'", "verdetto <> 'SEDE'")]
    [InlineData("lacune", "minuti >= 30 AND minuti < 45", "minuti >= 30 AND minuti < 45")]
    public async Task A_filter_takes_the_rows_that_SQL_takes(string layer, string filter, string sql)
    {
        string whole = store.Sibling($"intero-{layer}.gpkg"), part = store.Sibling($"parte-{layer}.gpkg");
        (await CoverageProgram.RunAsync(store.Path, "export", layer, "-o", whole)).ExitCode.ShouldBe(0);
        Outcome export = await CoverageProgram.RunAsync(store.Path, "export", layer, "-o", part, "--filtro", filter);
        export.ExitCode.ShouldBe(0, export.Error);

        int expected = Count(await Gdal.RunAsync("ogrinfo", "-ro", "-q", "-sql", $"SELECT COUNT(*) AS n FROM \"{layer}\" WHERE {sql}", whole));
        expected.ShouldBeGreaterThan(0);
        Count(await Gdal.RunAsync("ogrinfo", "-ro", "-q", "-sql", $"SELECT COUNT(*) AS n FROM \"{layer}\"", part)).ShouldBe(expected);
        export.Error.ShouldContain($"{expected} righe.");
        export.Error.ShouldContain("È una scelta, non lo strato intero");
    }

    [Fact]
    public async Task Columns_order_and_box_are_those_asked_for()
    {
        string file = store.Sibling("scelti.csv");
        Outcome export = await CoverageProgram.RunAsync(
            store.Path, "export", "comuni", "-o", file, "--bbox", "9.6,45.6,9.8,45.8", "--sortby=-residenti,nome", "--properties", "nome,residenti");
        export.ExitCode.ShouldBe(0, export.Error);

        string[] lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        lines[0].ShouldBe("nome,residenti,wkt");
        lines[1].ShouldStartWith("Bergamo,");
        int[] residents = [.. lines.Skip(1).Select(l => int.Parse(l.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture))];
        residents.ShouldBe(residents.OrderDescending());
    }

    [Fact]
    public async Task The_rows_of_one_ATS_are_a_choice_too_and_say_so()
    {
        string file = store.Sibling("una-ats.geojson");
        Outcome export = await CoverageProgram.RunAsync(store.Path, "export", "copertura-ambiti", "-o", file, "--ats", "Bergamo", "--sortby", "nome");

        export.Error.ShouldContain("È una scelta, non lo strato intero: 14 righe di 91 (ats: Bergamo).");
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldContain("14 righe di 91 (ats: Bergamo)");
    }

    [Theory]
    [InlineData("comuni", "--filter", "residenti >", "--filter")]
    [InlineData("comuni", "--filter", "abitanti > 3", "--filter")]
    [InlineData("comuni", "--properties", "nome,abitanti", "--properties")]
    [InlineData("comuni", "--bbox", "9,45", "--bbox")]
    [InlineData("popolazione", "--bbox", "9,45,10,46", "--bbox")]
    [InlineData("pacchetto", "--filter", "residenti > 3", "--filter")]
    public async Task What_cannot_be_done_names_the_option_and_writes_nothing(string layer, string option, string value, string named)
    {
        string file = store.Sibling(layer == "pacchetto" ? "niente.zip" : "niente.csv");
        Outcome export = await CoverageProgram.RunAsync(store.Path, "export", layer, "-o", file, option, value);

        export.ExitCode.ShouldBe(2);
        export.Error.ShouldContain(named);
        File.Exists(file).ShouldBeFalse();
    }

    private static int Count(string said) => int.Parse(said.Split("n (Integer) = ")[1].Split('\n')[0], System.Globalization.CultureInfo.InvariantCulture);
}
