using System.IO.Compression;
using System.Text;
using CentriFamiglia.Coverage.Formats.Tables;

namespace CentriFamiglia.Coverage.Formats.Tests.Shapefile;

/// <summary>Files are written by GDAL's ogr2ogr, or are byte by byte what no program should write.</summary>
public class ShapefileTableTests
{
    private const string Places = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"PRO_COM_T":"015146","COMUNE":"Cantù","AB":1234,"KMQ":18.25,"ATTIVA":"sì"},"geometry":{"type":"Point","coordinates":[9.19,45.46]}},
        {"type":"Feature","properties":{"PRO_COM_T":"015147","COMUNE":null,"AB":null,"KMQ":null,"ATTIVA":null},"geometry":null}
        ]}
        """;

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("ISO-8859-1")]
    [InlineData("CP1252")]
    public async Task Rows_of_any_stated_encoding_are_read(string encoding)
    {
        using TempFolder folder = new();
        SourceTable table = await WrittenAsync(folder, Places, "EPSG:4326", "-lco", "ENCODING=" + encoding);

        table.Name.ShouldBe("strato.shp");
        table.Columns.ShouldBe(["PRO_COM_T", "COMUNE", "AB", "KMQ", "ATTIVA"]);
        Samples.Show(table).ShouldBe(["1: 015146|Cantù|1234|18.25|sì", "2: 015147|∅|∅|∅|∅"]);
        table.Rows[0].Geometry!.AsText().ShouldBe("POINT (9.19 45.46)");
        table.Rows[1].Geometry.ShouldBeNull();
        table.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_stated_encoding_text_is_UTF_8_or_reported_as_Windows_1252()
    {
        using TempFolder folder = new();
        await WrittenAsync(folder, Places, "EPSG:4326", "-lco", "ENCODING=CP1252");
        File.Delete(folder["strato.cpg"]);

        SourceTable table = SourceFiles.Read(folder["strato.shp"], FileLimits.Default).ShouldHaveSingleItem();

        table.Rows[0].Cells[1].ShouldBe("Cantù");
        table.Findings.ShouldBe(["strato.dbf: il testo non è UTF-8, è stato letto come Windows-1252; controllare le lettere accentate."]);
        File.WriteAllText(folder["strato.cpg"], "Klingon");
        SourceFiles.Read(folder["strato.shp"], FileLimits.Default)[0].Findings[0]
            .ShouldBe("strato.cpg: la codifica «Klingon» non è riconosciuta.");
    }

    [Theory]
    [InlineData("EPSG:4326", 4326)]
    [InlineData("EPSG:4258", 4258)]
    [InlineData("EPSG:6706", 6706)]
    [InlineData("EPSG:32632", 32632)]
    [InlineData("EPSG:25832", 25832)]
    [InlineData("EPSG:7791", 7791)]
    [InlineData("EPSG:6707", 7791)]
    [InlineData("EPSG:3003", 3003)]
    [InlineData("EPSG:3857", 3857)]
    [InlineData("EPSG:32633", 32633)]
    [InlineData("EPSG:3004", 3004)]
    [InlineData("EPSG:23032", 23032)]
    [InlineData("EPSG:4265", 4265)]
    [InlineData("EPSG:32631", null)]
    [InlineData("EPSG:23033", null)]
    public async Task The_prj_tells_the_reference_system(string written, int? read)
    {
        using TempFolder folder = new();
        SourceTable table = await WrittenAsync(folder, Places, written, "-lco", "ENCODING=UTF-8");

        table.Epsg.ShouldBe(read);
        if (read is null)
            table.Findings.ShouldHaveSingleItem().ShouldContain("del .prj non è riconosciuto; indicarlo con --epsg");
    }

    [Fact]
    public async Task Heights_are_dropped_and_every_kind_of_shape_is_read()
    {
        using TempFolder folder = new();

        (await GeometryAsync("""{"type":"MultiPolygon","coordinates":[[[[9,45,7],[10,45,7],[10,46,7],[9,45,7]]],[[[11,45,7],[12,45,7],[12,46,7],[11,45,7]]]]}"""))
            .ShouldBe("MULTIPOLYGON (((9 45, 10 46, 10 45, 9 45)), ((11 45, 12 46, 12 45, 11 45)))");
        (await GeometryAsync("""{"type":"LineString","coordinates":[[9,45],[10,46]]}""")).ShouldBe("MULTILINESTRING ((9 45, 10 46))");
        (await GeometryAsync("""{"type":"MultiPoint","coordinates":[[9,45],[10,46]]}""")).ShouldBe("MULTIPOINT ((9 45), (10 46))");
        (await GeometryAsync("""{"type":"Point","coordinates":[9,45,100]}""")).ShouldBe("POINT (9 45)");

        async Task<string> GeometryAsync(string geometry)
        {
            string json = $$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},"geometry":{{geometry}}}]}""";
            return (await WrittenAsync(folder, json, "EPSG:4326")).Rows[0].Geometry!.Normalized().AsText();
        }
    }

    [Fact]
    public void Rings_out_of_order_are_sorted_out_broken_ones_told_in_their_row_and_deleted_rows_passed_over()
    {
        SourceTable table = Samples.ReadUgly("anelli-in-disordine.shp");

        Samples.Show(table).ShouldBe([
            "1: 015146|Cantù|1234|18.5", "2: 015147|Città|∅|∅", "3: 015148|∅|0|0.1", "5: 015150|così|∅|1", "6: 015151|perché|-12|1000",
        ]);
        table.Rows.Select(r => r.Geometry?.Normalized().AsText()).ShouldBe([
            "MULTIPOLYGON (((9 45, 9 46, 10 46, 10 45, 9 45), (9.2 45.2, 9.4 45.2, 9.4 45.4, 9.2 45.4, 9.2 45.2)), ((11 45, 11 46, 12 46, 12 45, 11 45)))",
            null, null, null,
            "MULTIPOLYGON (((9 45, 9 46, 10 46, 10 45, 9 45)))",
        ]);
        const string Ring = "un anello del poligono non è chiuso, incrocia se stesso o ha meno di 4 punti";
        table.Rows.Select(r => r.GeometryError).ShouldBe([null, Ring, null, Ring, null]);
        table.Findings.Length.ShouldBe(2);
        table.Findings[1].ShouldStartWith("anelli-in-disordine.shp: manca anelli-in-disordine.prj");
    }

    [Fact]
    public async Task A_zip_holds_shapefiles_whole()
    {
        using TempFolder folder = new();
        await WrittenAsync(folder, Places, "EPSG:32632");
        using (ZipArchive zip = ZipFile.Open(folder["tutto.zip"], ZipArchiveMode.Create))
        {
            foreach (string part in Directory.GetFiles(folder.Root, "strato.*"))
                zip.CreateEntryFromFile(part, "dati/" + Path.GetFileName(part));
        }

        SourceTable table = SourceFiles.Read(folder["tutto.zip"], FileLimits.Default).ShouldHaveSingleItem();

        (table.Name, table.Epsg, table.Rows.Length).ShouldBe(("strato.shp", 32632, 2));
        Should.Throw<SourceFileException>(() => SourceFiles.Read(folder["tutto.zip"], FileLimits.Default with { MaxExpandedBytes = 100 }))
            .Message.ShouldContain("decompresso supera");
    }

    [Fact]
    public async Task A_missing_part_parts_that_do_not_belong_together_and_truncation_are_refused_with_a_cure()
    {
        using TempFolder folder = new();
        await WrittenAsync(folder, Places, "EPSG:4326");
        byte[] shapes = File.ReadAllBytes(folder["strato.shp"]);
        Should.Throw<SourceFileException>(() => Samples.ReadUgly("shapefile-zippato.zip")).Message.ShouldContain("manca sedi.dbf");

        File.WriteAllBytes(folder["strato.shp"], shapes[..^12]);
        Refusal().Message.ShouldBe("strato.shp: il .shp ha 1 elementi ma il .dbf ha 2 righe.");
        File.WriteAllBytes(folder["strato.shp"], shapes[..^4]);
        Refusal().Message.ShouldBe("strato.shp: lo shapefile è rotto o troncato.");
        File.Delete(folder["strato.dbf"]);
        Refusal().Message.ShouldBe("strato.shp: manca strato.dbf, senza cui lo shapefile non si legge.");

        SourceFileException Refusal()
        {
            SourceFileException error = Should.Throw<SourceFileException>(() => SourceFiles.Read(folder["strato.shp"], FileLimits.Default));
            error.Cure.ShouldNotBeEmpty();
            return error;
        }
    }

    [Theory]
    [InlineData(".shp")]
    [InlineData(".dbf")]
    public void Any_byte_changed_gives_a_table_or_a_message_and_nothing_else(string changed)
    {
        using TempFolder folder = new();
        foreach (string part in new[] { ".shp", ".dbf" })
            File.Copy(Samples.Ugly("anelli-in-disordine" + part), folder["rotto" + part]);
        byte[] whole = File.ReadAllBytes(folder["rotto" + changed]);
        int refused = 0;
        for (int i = 0; i < whole.Length; i++)
        {
            byte[] bytes = [.. whole];
            bytes[i] ^= 0xFF;
            File.WriteAllBytes(folder["rotto" + changed], bytes);
            try
            {
                SourceFiles.Read(folder["rotto.shp"], FileLimits.Default).ShouldHaveSingleItem();
            }
            catch (SourceFileException error)
            {
                error.Cure.ShouldNotBeEmpty();
                refused++;
            }
        }

        refused.ShouldBeInRange(1, whole.Length - 1);
    }

    private static async Task<SourceTable> WrittenAsync(TempFolder folder, string json, string crs, params string[] options)
    {
        foreach (string old in Directory.GetFiles(folder.Root))
            File.Delete(old);
        await File.WriteAllTextAsync(folder["strato.geojson"], json, Encoding.UTF8, TestContext.Current.CancellationToken);
        string[] assigned = ["-a_srs", crs];
        await Gdal.RunAsync("ogr2ogr", [.. assigned, .. options, "-f", "ESRI Shapefile", folder["strato.shp"], folder["strato.geojson"]]);
        return SourceFiles.Read(folder["strato.shp"], FileLimits.Default).ShouldHaveSingleItem();
    }
}
