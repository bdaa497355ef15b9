using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Formats.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace CentriFamiglia.Coverage.Formats.Tests.GeoPackage;

public class LayerGeoPackageTests
{
    private static readonly Layer _table = Samples.OfText(["a", "b"]);

    [Fact]
    public async Task GDAL_reads_layers_extent_and_meta_without_a_warning()
    {
        using TempFolder folder = new();
        LayerGeoPackage.Write([Samples.Comuni, _table], folder["esito.gpkg"], Samples.Date);

        string info = await Gdal.RunAsync("ogrinfo", "-al", folder["esito.gpkg"]);

        info.ShouldContain("Layer name: comuni");
        info.ShouldContain("Geometry: Polygon");
        info.ShouldContain("Extent: (9.000000, 45.000000) - (10.000000, 46.000000)");
        info.ShouldContain("ID[\"EPSG\",4326]");
        info.ShouldContain("\"data\": \"2026-03-31\"");
        info.ShouldContain("dimostrativo (Integer(Boolean)) = 1");
        info.ShouldContain("comune (String) = Cantù \"alta\", <b>&");
        info.ShouldContain("Layer name: testi");
    }

    [Fact]
    public async Task GDAL_uses_the_spatial_index_and_copies_the_file_without_a_warning()
    {
        using TempFolder folder = new();
        LayerGeoPackage.Write([Samples.Comuni], folder["esito.gpkg"], Samples.Date);

        string index = await Gdal.RunAsync("ogrinfo", folder["esito.gpkg"], "-sql", "SELECT HasSpatialIndex('comuni', 'geom')");
        await Gdal.RunAsync("ogr2ogr", folder["copia.gpkg"], folder["esito.gpkg"]);

        index.ShouldContain("HasSpatialIndex (Integer) = 1");
        Samples.Show(GeoPackageTables.Read(folder["copia.gpkg"], FileLimits.Default).Single())
            .ShouldBe(Samples.Show(GeoPackageTables.Read(folder["esito.gpkg"], FileLimits.Default).Single()));
    }

    [Fact]
    public void Reading_it_back_gives_the_same_cells_and_geometry()
    {
        using TempFolder folder = new();
        LayerGeoPackage.Write([Samples.Comuni, _table], folder["esito.gpkg"], Samples.Date);

        IReadOnlyList<SourceTable> tables = SourceFiles.Read(folder["esito.gpkg"], FileLimits.Default);

        tables.Select(t => (t.Name, t.Epsg)).ShouldBe([("comuni", 4326), ("testi", null)]);
        tables[0].Columns.ShouldBe(["pro_com_t", "comune", "residenti", "minuti", "contributo_eur", "dimostrativo"]);
        Samples.Show(tables[0]).ShouldBe([
            "1: 015146|Cantù \"alta\", <b>&|39930|0.3333333333333333|70000.5|true",
            "2: 015147|=1+2|∅|1E-07|∅|false",
        ]);
        tables[0].Rows[0].Geometry!.AsText().ShouldBe("POLYGON ((9 45, 9 46, 10 46, 9 45))");
    }

    [Fact]
    public void Polygons_and_multipolygons_share_one_table_of_multipolygons()
    {
        using TempFolder folder = new();
        Layer layer = new(
            "aree",
            "Aree",
            [new("id", ColumnType.Text, "")],
            [
                new(["1"], Samples.Wkt("POLYGON((0 0,1 0,1 1,0 0))")),
                new(["2"], Samples.Wkt("MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))")),
            ],
            []);

        LayerGeoPackage.Write([layer], folder["aree.gpkg"], Samples.Date);

        GeoPackageTables.Read(folder["aree.gpkg"], FileLimits.Default)[0].Rows.ShouldAllBe(r => r.Geometry!.GeometryType == "MultiPolygon");
    }

    [Fact]
    public void The_same_layers_and_date_give_the_same_bytes()
    {
        using TempFolder folder = new();

        LayerGeoPackage.Write([Samples.Comuni, _table], folder["a.gpkg"], Samples.Date);
        LayerGeoPackage.Write([Samples.Comuni, _table], folder["b.gpkg"], Samples.Date);

        File.ReadAllBytes(folder["b.gpkg"]).ShouldBe(File.ReadAllBytes(folder["a.gpkg"]));
    }

    [Fact]
    public void A_layer_that_cannot_be_written_leaves_the_old_file_and_nothing_half_written()
    {
        using TempFolder folder = new();
        File.WriteAllText(folder["esito.gpkg"], "il vecchio");

        Should.Throw<ArgumentException>(() => LayerGeoPackage.Write(
            [Samples.Comuni with { Rows = [new([1L], Geometry: null)] }], folder["esito.gpkg"], Samples.Date));

        File.ReadAllText(folder["esito.gpkg"]).ShouldBe("il vecchio");
        Directory.GetFiles(folder.Root).ShouldHaveSingleItem();
    }

    [Fact]
    public void Any_table_of_text_comes_back_the_same()
    {
        using TempFolder folder = new();
        Prop.ForAll(Texts.Tables, rows =>
        {
            LayerGeoPackage.Write([Samples.OfText(rows)], folder["t.gpkg"], Samples.Date);
            Texts.ShouldBeSame(GeoPackageTables.Read(folder["t.gpkg"], FileLimits.Default)[0], rows, emptyIsNull: false);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));
    }
}
