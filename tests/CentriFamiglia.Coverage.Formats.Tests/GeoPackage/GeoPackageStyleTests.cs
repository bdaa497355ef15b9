using System.Xml.Linq;
using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Formats.Styles;
using CentriFamiglia.Coverage.Formats.Tables;

namespace CentriFamiglia.Coverage.Formats.Tests.GeoPackage;

/// <summary>A style travels with its layer. That QGIS itself draws it is shown by <c>tests/qgis.sh</c>.</summary>
public class GeoPackageStyleTests
{
    private static readonly LayerStyle _style = new("Minuti <b> & \"altro\"", StyleShape.Area,
    [
        new("fino a 20 min", new StyleTest("minuti") { UpTo = 20 }, new StyleSymbol("#cfe3c8", "#5a6672")),
        new("oltre 20 min", new StyleTest("minuti") { Above = 20 }, new StyleSymbol("#274b7a", "#5a6672") { Pattern = StylePattern.Cross }),
        new("dell'ufficio", new StyleTest("comune") { Value = "dell'Orto", And = new StyleTest("dimostrativo") { Flag = true } }, new StyleSymbol("#ffffff", "#000000")),
        new("senza", new StyleTest("minuti"), new StyleSymbol("#eceae6", "#8b8780")),
    ], "comune");

    [Fact]
    public async Task GDAL_sees_the_table_that_QGIS_reads_styles_from()
    {
        using TempFolder folder = new();
        LayerGeoPackage.Write([Samples.Comuni with { Style = _style }], folder["a.gpkg"], Samples.Date);

        string styles = await Gdal.RunAsync("ogrinfo", "-al", folder["a.gpkg"], "layer_styles");

        styles.ShouldContain("Feature Count: 1");
        styles.ShouldContain("f_table_name (String) = comuni");
        styles.ShouldContain("f_geometry_column (String) = geom");
        styles.ShouldContain("useAsDefault (Integer(Boolean)) = 1");
        SourceFiles.Read(folder["a.gpkg"], FileLimits.Default).Select(t => t.Name).ShouldBe(["comuni"]);
    }

    [Fact]
    public void A_layer_without_shapes_or_without_a_style_brings_none()
    {
        using TempFolder folder = new();
        LayerGeoPackage.Write([Samples.OfText(["a"]) with { Style = _style }, Samples.Comuni], folder["a.gpkg"], Samples.Date);

        Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => Ask(folder["a.gpkg"], "SELECT count(*) FROM layer_styles"));
    }

    [Fact]
    public void QGIS_gets_a_rule_a_label_with_its_condition_and_its_colours()
    {
        var qml = XDocument.Parse(QgisStyle.Write(_style));

        qml.Descendants("rule").Select(r => ((string?)r.Attribute("label"), (string?)r.Attribute("filter"))).ShouldBe(
        [
            ("fino a 20 min", "\"minuti\" <= 20"),
            ("oltre 20 min", "\"minuti\" > 20"),
            ("dell'ufficio", "\"comune\" = 'dell''Orto' AND \"dimostrativo\" = true"),
            ("senza", "\"minuti\" IS NULL"),
        ]);
        qml.Descendants("rule").Select(r => (string)r.Attribute("key")!).ShouldBeUnique(StringComparer.Ordinal);
        qml.Descendants("symbol").Select(s => s.Elements("layer").Count()).ShouldBe([1, 2, 1, 1]);
        qml.Descendants("symbol").First().Descendants("prop").First(p => (string?)p.Attribute("k") == "color").Attribute("v")!.Value.ShouldBe("207,227,200,255");
        qml.Descendants("text-style").Single().Attribute("fieldName")!.Value.ShouldBe("comune");
    }

    [Fact]
    public void Other_programs_get_the_same_rules_as_SLD()
    {
        var sld = XDocument.Parse(SldStyle.Write(_style, "lacune"));

        sld.Descendants().Where(e => e.Name.LocalName == "Rule").Select(r => r.Elements().FirstOrDefault(e => e.Name.LocalName == "Name")?.Value)
            .ShouldBe(["fino a 20 min", "oltre 20 min", "dell'ufficio", "senza", null]);
        sld.Descendants().Where(e => e.Name.LocalName == "Filter").Select(f => f.Elements().Single().Name.LocalName)
            .ShouldBe(["PropertyIsLessThanOrEqualTo", "PropertyIsGreaterThan", "And", "PropertyIsNull"]);
    }

    private static long Ask(string path, string sql)
    {
        using Microsoft.Data.Sqlite.SqliteConnection connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
