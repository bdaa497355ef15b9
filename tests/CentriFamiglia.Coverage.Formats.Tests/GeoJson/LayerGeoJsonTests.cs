using CentriFamiglia.Coverage.Formats.GeoJson;
using CentriFamiglia.Coverage.Formats.Tables;

namespace CentriFamiglia.Coverage.Formats.Tests.GeoJson;

public class LayerGeoJsonTests
{
    [Fact]
    public void A_layer_is_a_feature_per_line_with_the_meta_as_foreign_member() =>
        Samples.Text(s => LayerGeoJson.Write(Samples.Comuni, s)).ShouldBe(
            """
            {"type":"FeatureCollection","name":"comuni","meta":{"data":"2026-03-31","attribuzioni":["ISTAT CC-BY","più"]},"features":[
            {"type":"Feature","properties":{"pro_com_t":"015146","comune":"Cantù \"alta\", <b>&","residenti":39930,"minuti":0.3333333333333333,"contributo_eur":70000.50,"dimostrativo":true},"geometry":{"type":"Polygon","coordinates":[[[9,45],[10,46],[9,46],[9,45]]]}},
            {"type":"Feature","properties":{"pro_com_t":"015147","comune":"=1+2","residenti":null,"minuti":1E-07,"contributo_eur":null,"dimostrativo":false},"geometry":null}
            ]}

            """);

    [Fact]
    public void Reading_it_back_gives_the_same_cells_and_geometry()
    {
        SourceTable table = GeoJsonTable.Read(Samples.Bytes(s => LayerGeoJson.Write(Samples.Comuni, s)), "comuni.geojson", FileLimits.Default);

        Samples.Show(table).ShouldBe([
            "1: 015146|Cantù \"alta\", <b>&|39930|0.3333333333333333|70000.50|true",
            "2: 015147|=1+2|∅|1E-07|∅|false",
        ]);
        table.Rows[0].Geometry!.AsText().ShouldBe("POLYGON ((9 45, 10 46, 9 46, 9 45))");
    }

    [Fact]
    public void A_large_layer_written_in_pieces_is_whole()
    {
        Layer large = Samples.OfText([.. Enumerable.Range(0, 5_000).Select(i => new string?[] { $"riga {i}", new string('è', 30) })]);

        IReadOnlyList<SourceRow> rows = GeoJsonTable.Read(Samples.Bytes(s => LayerGeoJson.Write(large, s)), "t", FileLimits.Default).Rows;

        rows.Select(r => r.Cells[0]).ShouldBe(large.Rows.Select(r => (string?)r.Values[0]));
    }

    [Fact]
    public async Task GDAL_reads_it_without_a_warning()
    {
        using TempFolder folder = new();
        LayerFile.Write(Samples.Comuni, folder["comuni.geojson"], Samples.Date);

        string info = await Gdal.RunAsync("ogrinfo", "-al", "-so", folder["comuni.geojson"]);

        info.ShouldContain("Layer name: comuni");
        info.ShouldContain("Feature Count: 2");
        info.ShouldContain("contributo_eur: Real");
    }
}
