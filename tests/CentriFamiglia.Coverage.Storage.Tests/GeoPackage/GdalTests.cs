using System.Text.RegularExpressions;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Storage.Tests.GeoPackage;

/// <summary>The store as GDAL sees it: a judge that had no part in writing it.</summary>
public sealed class GdalTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coverage-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Ogrinfo_lists_every_layer_with_its_kind_and_extent_and_without_a_warning()
    {
        string path = await StoreAsync();

        string report = await GdalAsync("ogrinfo", "-ro", "-al", "-so", path);

        report.ShouldNotContain("Warning");
        report.ShouldNotContain("ERROR");
        foreach (string area in new[] { "comuni", "ambiti", "distretti", "asst", "ats" })
            Layer(report, area).ShouldContain("Geometry: Multi Polygon");
        foreach (string points in new[] { "sedi", "punti" })
            Layer(report, points).ShouldContain("Geometry: Point");
        foreach (string table in new[] { "reti", "unita", "set_sedi", "matrice", "matrice_info", "documenti", "coverage_stato" })
            Layer(report, table).ShouldContain("Geometry: None");
        Layer(report, "comuni").ShouldContain("Feature Count: 2");
        Layer(report, "comuni").ShouldContain("Extent: (9.000000, 45.000000) - (9.950000, 46.000000)");
        Layer(report, "comuni").ShouldContain("ID[\"EPSG\",4326]");
        Layer(report, "unita").ShouldContain("valid_from: Date");
        Layer(report, "sedi").ShouldContain("dimostrativo: Integer(Boolean)");
    }

    [Fact]
    public async Task A_spatial_filter_goes_through_the_index_and_finds_what_it_should()
    {
        string path = await StoreAsync();

        string report = await GdalAsync("ogrinfo", "-ro", "-spat", "9.9", "45.9", "10", "46", path, "comuni");
        string plan = await GdalAsync(
            "ogrinfo", "-ro", path, "-sql", "select id from rtree_comuni_geom where maxx >= 9.9 and minx <= 10 and maxy >= 45.9 and miny <= 46");

        report.ShouldContain("Feature Count: 1");
        report.ShouldContain("nome (String) = Bergamo");
        plan.ShouldContain("Feature Count: 1");
    }

    [Fact]
    public async Task Ogr2ogr_copies_every_layer_without_a_warning()
    {
        string path = await StoreAsync();

        string report = await GdalAsync("ogr2ogr", Path.Combine(_folder.FullName, "copia.gpkg"), path);

        report.ShouldBeEmpty();
    }

    [Fact]
    public async Task GDAL_finds_the_lists_of_words_and_the_values_that_a_new_row_has()
    {
        string path = await StoreAsync();

        string report = await GdalAsync("ogrinfo", "-ro", "-so", path, "sedi");

        report.ShouldContain("role: String (0.0) NOT NULL DEFAULT 'non_dichiarato', domain name=coverage_ruolo");
        report.ShouldContain("status: String (0.0) NOT NULL DEFAULT 'active', domain name=coverage_stato_sede");
        report.ShouldContain("spaces: String (0.0) NOT NULL DEFAULT '[]'");
    }

    [Fact]
    public async Task A_sede_added_elsewhere_needs_no_more_than_its_id_its_name_its_comune_and_its_place()
    {
        string path = await StoreAsync();
        const string point = "47500001E6100000" + "0101000000" + "3333333333332340" + "CDCCCCCCCCCC4640";

        (await GdalAsync("ogrinfo", path, "-sql", $"insert into sedi (site_id, name, pro_com_t, geom) values ('Q-1', 'Da QGIS', '016024', x'{point}')")).ShouldNotContain("ERROR");

        string row = await GdalAsync("ogrinfo", "-ro", "-q", path, "sedi", "-where", "site_id = 'Q-1'");
        foreach (string cell in (string[])["set_sedi (String) = mie", "role (String) = non_dichiarato", "status (String) = active", "spaces (String) = []",
            "services (String) = []", "declared_ambiti (String) = []", "precisione (String) = punto", "dimostrativo (Integer(Boolean)) = 0"])
        {
            row.ShouldContain(cell);
        }
    }

    private static string Layer(string report, string name)
    {
        Match match = Regex.Match(report, $"^Layer name: {name}$(.|\n)*?(?=^Layer name:|\\z)", RegexOptions.Multiline, TimeSpan.FromSeconds(5));
        match.Success.ShouldBeTrue($"There is no layer {name}.");
        return match.Value;
    }

    private static Task<string> GdalAsync(string program, params string[] arguments) => OtherProgram.RunAsync("gdal-bin", program, arguments);

    private async Task<string> StoreAsync()
    {
        string path = Path.Combine(_folder.FullName, "prova.gpkg");
        await using ICoverageStore store = StoreFactory.Open(StoreAddress.Parse(path));
        await store.MigrateAsync(TestContext.Current.CancellationToken);
        await store.WriteAsync(SampleContent.Full, ContentParts.All, SampleContent.Matrix, 0, TestContext.Current.CancellationToken);
        return path;
    }
}
