using System.Text.Json;
using CentriFamiglia.Coverage.Formats.Json;
using CentriFamiglia.Coverage.Formats.Tables;

namespace CentriFamiglia.Coverage.Formats.Tests.Json;

public class LayerJsonTests
{
    [Fact]
    public void A_layer_is_meta_and_rows_of_flat_objects() =>
        Samples.Text(s => LayerJson.Write(Samples.Comuni, s)).ShouldBe(
            """
            {"meta":{"data":"2026-03-31","attribuzioni":["ISTAT CC-BY","più"]},"rows":[
            {"pro_com_t":"015146","comune":"Cantù \"alta\", <b>&","residenti":39930,"minuti":0.3333333333333333,"contributo_eur":70000.50,"dimostrativo":true},
            {"pro_com_t":"015147","comune":"=1+2","residenti":null,"minuti":1E-07,"contributo_eur":null,"dimostrativo":false}
            ]}

            """);

    [Fact]
    public void No_rows_are_an_empty_list()
    {
        string json = Samples.Text(s => LayerJson.Write(Samples.Comuni with { Rows = [] }, s));

        JsonDocument.Parse(json).RootElement.GetProperty("rows").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1.0 / 3)]
    [InlineData(9.123456789012345)]
    [InlineData(-1e-300)]
    [InlineData(1e300)]
    [InlineData(12.0)]
    public void A_number_reads_back_to_the_same_double(double value)
    {
        Layer layer = new("n", "N", [new("minuti", ColumnType.Number, "")], [new([value], Geometry: null)], []);

        JsonDocument.Parse(Samples.Text(s => LayerJson.Write(layer, s))).RootElement
            .GetProperty("rows")[0].GetProperty("minuti").GetDouble().ShouldBe(value);
    }

    [Fact]
    public void A_number_that_is_not_finite_is_a_defect_and_never_a_sentinel()
    {
        Layer layer = new("n", "N", [new("minuti", ColumnType.Number, "")], [new([double.NaN], Geometry: null)], []);

        Should.Throw<ArgumentException>(() => Samples.Text(s => LayerJson.Write(layer, s)));
    }

    [Fact]
    public void A_row_of_the_wrong_width_is_a_defect()
    {
        Layer layer = new("n", "N", [new("minuti", ColumnType.Number, "")], [new([1.0, 2.0], Geometry: null)], []);

        Should.Throw<ArgumentException>(() => Samples.Text(s => LayerJson.Write(layer, s)));
    }
}
