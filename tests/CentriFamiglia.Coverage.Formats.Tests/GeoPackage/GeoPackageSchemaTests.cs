using CentriFamiglia.Coverage.Formats.GeoPackage;
using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Formats.Tests.GeoPackage;

public sealed class GeoPackageSchemaTests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public GeoPackageSchemaTests()
    {
        _connection.Open();
        GeoPackageFunctions.Register(_connection);
        GeoPackageSchema.Initialize(_connection);
    }

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void A_new_file_says_that_it_is_a_GeoPackage_1_3()
    {
        Scalar("PRAGMA application_id").ShouldBe(0x47504B47L);
        Scalar("PRAGMA user_version").ShouldBe(10300L);
        Scalar("SELECT group_concat(srs_id) FROM (SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY srs_id)").ShouldBe("-1,0,4326,32632");
    }

    [Fact]
    public void A_date_is_written_in_the_one_form_that_the_standard_allows()
    {
        GeoPackageSchema.Timestamp(new DateTimeOffset(2026, 3, 31, 12, 20, 30, 456, TimeSpan.FromHours(2))).ShouldBe("2026-03-31T10:20:30.456Z");
        CreatePoints();
        Scalar("SELECT last_change FROM gpkg_contents").ShouldBe("2026-03-31T10:20:30.000Z");
    }

    [Fact]
    public void The_spatial_index_follows_every_change_of_the_rows()
    {
        CreatePoints();
        Insert(1, "POINT(9 45)");
        Insert(2, "LINESTRING(9 45,10 46)");
        Insert(3, "POINT EMPTY");
        Index().ShouldBe("1:9-9 45-45,2:9-10 45-46");

        Update("UPDATE punti SET geom = $g WHERE fid = 1", "POINT(8 44)");
        Index().ShouldBe("1:8-8 44-44,2:9-10 45-46");

        Update("UPDATE punti SET geom = $g WHERE fid = 2", "LINESTRING EMPTY");
        Index().ShouldBe("1:8-8 44-44");

        Update("UPDATE punti SET fid = 7 WHERE fid = 1", null);
        Index().ShouldBe("7:8-8 44-44");

        Update("DELETE FROM punti WHERE fid = 7", null);
        Index().ShouldBe("");
    }

    [Fact]
    public void Metadata_of_each_table_are_its_own()
    {
        CreatePoints();
        GeoPackageSchema.CreateTable(_connection, new GeoPackageTable("righe", "Righe", "", null, [new("nome", "TEXT")]), Samples.Date);

        GeoPackageSchema.SetMetadata(_connection, "punti", """{"a":1}""", Samples.Date);
        GeoPackageSchema.SetMetadata(_connection, "righe", """{"b":1}""", Samples.Date);

        Scalar("SELECT group_concat(r.table_name || m.metadata) FROM gpkg_metadata_reference r JOIN gpkg_metadata m ON m.id = r.md_file_id")
            .ShouldBe("""punti{"a":1},righe{"b":1}""");
        Scalar("SELECT count(*) FROM gpkg_metadata").ShouldBe(2L);
        Scalar("SELECT count(*) FROM gpkg_metadata_reference r JOIN gpkg_metadata m ON m.id = r.md_file_id").ShouldBe(2L);
        Scalar("SELECT group_concat(table_name) FROM gpkg_extensions WHERE extension_name = 'gpkg_metadata'").ShouldBe("gpkg_metadata,gpkg_metadata_reference");
    }

    [Fact]
    public void A_name_with_quotes_is_a_name_and_no_SQL()
    {
        const string Name = "a\"; DROP TABLE gpkg_contents; --";
        GeoPackageSchema.CreateTable(_connection, new GeoPackageTable(Name, "Strano", "", "POINT", [new("x\"y", "TEXT")]), Samples.Date);

        Scalar("SELECT table_name FROM gpkg_contents").ShouldBe(Name);
        Scalar("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").ShouldBe(6L);
    }

    private void CreatePoints() =>
        GeoPackageSchema.CreateTable(_connection, new GeoPackageTable("punti", "Punti", "", "GEOMETRY", []), Samples.Date);

    private void Insert(long fid, string wkt) => Update($"INSERT INTO punti (fid, geom) VALUES ({fid}, $g)", wkt);

    private void Update(string sql, string? wkt)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        if (wkt is not null)
            command.Parameters.AddWithValue("$g", GeoPackageGeometry.Encode(Samples.Wkt(wkt)));
        command.ExecuteNonQuery().ShouldBe(1);
    }

    private string Index() => (string)Scalar(
        "SELECT coalesce(group_concat(printf('%d:%g-%g %g-%g', id, minx, maxx, miny, maxy)), '') FROM (SELECT * FROM rtree_punti_geom ORDER BY id)");

    private object Scalar(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }
}
