using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Formats.Tables;
using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Formats.Tests.GeoPackage;

public class GeoPackageTablesTests
{
    [Fact]
    public async Task A_GeoPackage_made_by_GDAL_in_another_CRS_is_read_with_its_code()
    {
        using TempFolder folder = new();
        await Gdal.RunAsync(
            "ogr2ogr", "-s_srs", "EPSG:3003", "-t_srs", "EPSG:32632", "-nln", "sedi", folder["sedi.gpkg"], Samples.Ugly("monte-mario-crs-vecchio.geojson"));

        SourceTable table = SourceFiles.Read(folder["sedi.gpkg"], FileLimits.Default).ShouldHaveSingleItem();

        table.Name.ShouldBe("sedi");
        table.Epsg.ShouldBe(32632);
        table.Rows.ShouldHaveSingleItem().Geometry!.Coordinate.X.ShouldBe(514_972, 1.0);
        Directory.GetFiles(folder.Root).ShouldHaveSingleItem();
    }

    [Fact]
    public void Views_of_a_foreign_file_are_not_run()
    {
        using TempFolder folder = new();
        LayerGeoPackage.Write([Samples.OfText(["a"])], folder["ostile.gpkg"], Samples.Date);
        Execute(
            folder["ostile.gpkg"],
            """
            CREATE VIEW vista AS SELECT c0, (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n) AS mai FROM testi;
            INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('vista', 'attributes', 'vista');
            CREATE VIRTUAL TABLE virtuale USING fts5(x);
            INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('virtuale', 'attributes', 'virtuale');
            INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('manca', 'attributes', 'manca');
            """);

        GeoPackageTables.Read(folder["ostile.gpkg"], FileLimits.Default).ShouldHaveSingleItem().Name.ShouldBe("testi");
    }

    [Fact]
    public void A_gpkg_contents_that_is_a_view_is_no_GeoPackage()
    {
        using TempFolder folder = new();
        LayerGeoPackage.Write([Samples.OfText(["a"])], folder["ostile.gpkg"], Samples.Date);
        Execute(folder["ostile.gpkg"], "ALTER TABLE gpkg_contents RENAME TO altro; CREATE VIEW gpkg_contents AS SELECT * FROM altro;");

        Should.Throw<SourceFileException>(() => GeoPackageTables.Read(folder["ostile.gpkg"], FileLimits.Default)).Message.ShouldContain("non un GeoPackage");
    }

    [Fact]
    public void A_broken_geometry_stops_its_row_only()
    {
        using TempFolder folder = new();
        LayerGeoPackage.Write([Samples.Comuni], folder["rotto.gpkg"], Samples.Date);
        Execute(
            folder["rotto.gpkg"],
            """
            DROP TRIGGER rtree_comuni_geom_update1;
            DROP TRIGGER rtree_comuni_geom_update2;
            DROP TRIGGER rtree_comuni_geom_update3;
            DROP TRIGGER rtree_comuni_geom_update4;
            UPDATE comuni SET geom = x'47500001E61000000102000000FFFFFFFF' WHERE fid = 1;
            UPDATE comuni SET geom = 'POINT(1 2)' WHERE fid = 2;
            """);

        SourceTable table = GeoPackageTables.Read(folder["rotto.gpkg"], FileLimits.Default)[0];

        table.Rows.Select(r => r.GeometryError).ShouldBe(["il WKB della geometria è troncato", "la geometria non è un BLOB"]);
        table.Rows[0].Cells[0].ShouldBe("015146");
    }

    [Fact]
    public void A_plain_SQLite_file_is_refused()
    {
        using TempFolder folder = new();
        Execute(folder["altro.gpkg"], "CREATE TABLE t (a TEXT)");

        SourceFileException error = Should.Throw<SourceFileException>(() => SourceFiles.Read(folder["altro.gpkg"], FileLimits.Default));

        error.Message.ShouldBe("altro.gpkg: è una base dati SQLite ma non un GeoPackage.");
        error.Cure.ShouldContain("QGIS");
    }

    [Fact]
    public void A_truncated_file_is_refused()
    {
        using TempFolder folder = new();
        LayerGeoPackage.Write([Samples.Comuni], folder["intero.gpkg"], Samples.Date);
        File.WriteAllBytes(folder["tronco.gpkg"], File.ReadAllBytes(folder["intero.gpkg"])[..9_000]);

        Should.Throw<SourceFileException>(() => SourceFiles.Read(folder["tronco.gpkg"], FileLimits.Default)).Message.ShouldContain("non si legge");
    }

    [Fact]
    public void A_value_longer_than_a_spreadsheet_holds_is_reported_with_its_cure()
    {
        using TempFolder folder = new();
        LayerGeoPackage.Write([Samples.OfText([new string('x', 40_000)])], folder["lungo.gpkg"], Samples.Date);

        SourceRow row = GeoPackageTables.Read(folder["lungo.gpkg"], FileLimits.Default)[0].Rows.ShouldHaveSingleItem();

        row.Cells[0].ShouldBeNull();
        (row.RowError, row.RowCure).ShouldBe(("la cella \"c0\" ha 40000 caratteri: il massimo è 32767", FileErrors.LongCellCure));
    }

    private static void Execute(string path, string sql)
    {
        using SqliteConnection connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
