using System.Text;
using CentriFamiglia.Coverage.Formats.Csv;
using CentriFamiglia.Coverage.Formats.Tables;
using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Formats.Tests.Csv;

public class LayerCsvTests
{
    [Fact]
    public void A_layer_is_plain_UTF_8_with_points_and_LF() =>
        Samples.Text(s => LayerCsv.Write(Samples.Comuni, s)).ShouldBe(
            """
            pro_com_t,comune,residenti,minuti,contributo_eur,dimostrativo,wkt
            015146,"Cantù ""alta"", <b>&",39930,0.3333333333333333,70000.50,true,"POLYGON ((9 45, 9 46, 10 46, 9 45))"
            015147,'=1+2,,1E-07,,false,

            """);

    [Fact]
    public void Points_in_columns_lon_and_lat_need_no_wkt()
    {
        Layer layer = new(
            "sedi",
            "Sedi",
            [new("lon", ColumnType.Number, ""), new("lat", ColumnType.Number, "")],
            [new([9.19, 45.46], new Point(9.19, 45.46))],
            []);

        Samples.Text(s => LayerCsv.Write(layer, s)).ShouldBe("lon,lat\n9.19,45.46\n");
    }

    [Fact]
    public void A_head_is_no_formula_either_and_reads_back()
    {
        Layer layer = Samples.OfText(["a"]) with { Columns = [new LayerColumn("=1+1", ColumnType.Text, "")] };
        byte[] written = Samples.Bytes(s => LayerCsv.Write(layer, s));

        Encoding.UTF8.GetString(written).ShouldBe("'=1+1\na\n");
        CsvTable.Read(written, "t.csv", FileLimits.Default).Columns.ShouldBe(["=1+1"]);
    }

    [Fact]
    public void A_negative_number_is_a_number_and_no_formula()
    {
        Layer layer = new("n", "N", [new("km", ColumnType.Number, "")], [new([-1.5], Geometry: null)], []);

        Samples.Text(s => LayerCsv.Write(layer, s)).ShouldBe("km\n-1.5\n");
    }

    [Fact]
    public void Any_table_of_text_comes_back_the_same() =>
        Prop.ForAll(Texts.Tables, rows =>
        {
            SourceTable table = CsvTable.Read(Samples.Bytes(s => LayerCsv.Write(Samples.OfText(rows), s)), "t.csv", FileLimits.Default);
            Texts.ShouldBeSame(table, rows);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_geometry_comes_back_bit_for_bit() =>
        Prop.ForAll(Geometries.Arbitrary, geometry =>
        {
            Layer layer = new("g", "G", [new("id", ColumnType.Text, "")], [new(["1"], geometry)], []);
            SourceRow row = CsvTable.Read(Samples.Bytes(s => LayerCsv.Write(layer, s)), "g.csv", FileLimits.Default).Rows[0];
            return row.GeometryError is null && row.Geometry!.EqualsExact(geometry);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_meta_goes_into_a_file_beside()
    {
        using TempFolder folder = new();

        LayerFile.Write(Samples.Comuni, folder["comuni.csv"], Samples.Date).ShouldBe([folder["comuni.csv"], folder["comuni.meta.json"]]);

        File.ReadAllText(folder["comuni.meta.json"]).ShouldBe(
            """
            {
              "data": "2026-03-31",
              "attribuzioni": [
                "ISTAT CC-BY",
                "più"
              ]
            }

            """);
    }
}
