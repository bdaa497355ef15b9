using System.Text;
using CentriFamiglia.Coverage.Formats.GeoJson;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests.Kinds;

public class ComuneImportTests
{
    [Fact]
    public void A_new_boundary_takes_the_place_of_the_old_and_the_areas_follow()
    {
        ImportResult result = Import("012001", "Agra", "[[[9.0,45.5],[9.1,45.5],[9.1,45.6],[9.05,45.6],[9.0,45.6],[9.0,45.5]]]");
        result.Lines().ShouldBeEmpty();
        result.Changed.ShouldBe(ContentParts.Comuni | ContentParts.Areas);
        result.Next.Comuni[0].Residents.ShouldBe(400);
        result.Next.Comuni[0].Boundary.NumPoints.ShouldBe(6);
    }

    [Theory]
    [InlineData("[[[9.0,45.5],[9.1,45.6],[9.1,45.5],[9.0,45.6],[9.0,45.5]]]", "il poligono non è valido: il contorno incrocia se stesso presso 9.05, 45.55")]
    [InlineData("[[[45.5,9.0],[45.5,9.1],[45.6,9.1],[45.6,9.0],[45.5,9.0]]]", "longitudine e latitudine del confine sono scambiate")]
    [InlineData("[[[12.0,41.5],[12.1,41.5],[12.1,41.6],[12.0,41.5]]]", "il confine è fuori dalla Lombardia")]
    public void A_broken_boundary_is_refused(string rings, string reason)
    {
        ImportResult result = Import("012001", "Agra", rings);
        result.Applied.ShouldBeFalse();
        result.Lines().ShouldBe([$"1|012001|geometria|rifiutata|{reason}"]);
    }

    [Theory]
    [InlineData("[[[9.0,45.5],[9.1,45.5],[9.1,45.6]]]")]
    [InlineData("[[[9.0,45.5],[9.1,45.5],[9.1,45.6],[9.0,45.6]]]")]
    [InlineData("\"qui\"")]
    public void A_broken_ring_is_refused_with_its_reason(string rings)
    {
        ImportResult result = Import("012001", "Agra", rings);
        result.Applied.ShouldBeFalse();
        result.Counts().ShouldBe((1, 0, 1, 0));
        result.Lines()[0].ShouldStartWith("1|012001|geometria|rifiutata|");
    }

    [Fact]
    public void An_overlap_with_a_neighbour_and_a_gap_are_accepted_and_said()
    {
        ImportResult overlap = Import("012001", "Agra", "[[[9.0,45.5],[9.11,45.5],[9.11,45.6],[9.0,45.6],[9.0,45.5]]]");
        overlap.Applied.ShouldBeTrue();
        overlap.Lines().ShouldBe([
            "1|012001|geometria|segnalazione|i confini di Agra (012001) e Albizzate (012002) si sovrappongono per 8,663 km²",
        ]);

        ImportResult gap = Import("012001", "Agra",
            "[[[9.0,45.5],[9.1,45.5],[9.1,45.6],[9.0,45.6],[9.0,45.5]],[[9.04,45.54],[9.04,45.56],[9.06,45.56],[9.06,45.54],[9.04,45.54]]]");
        gap.Lines().ShouldContain("||geometria|segnalazione|fra i confini resta un vuoto di 3,465 km² presso 9.05, 45.55", StringComparer.Ordinal);
    }

    [Fact]
    public void A_comune_with_a_sede_cannot_be_replaced_away()
    {
        ImportResult result = Import("012003", "Angera", "[[[9.0,45.6],[9.1,45.6],[9.1,45.7],[9.0,45.7],[9.0,45.6]]]", r => r with { Replace = true });
        result.Applied.ShouldBeFalse();
        result.Lines().ShouldContain("|||rifiutata|1 sedi dell'insieme «mie» stanno in comuni che il file toglie: H1 (012001)", StringComparer.Ordinal);
    }

    [Fact]
    public void Metres_without_a_reference_system_are_refused_and_with_it_placed()
    {
        const string Csv = "pro_com_t,nome,wkt\n012001,Agra,\"POLYGON ((500000 5038500, 507800 5038500, 507800 5049600, 500000 5049600, 500000 5038500))\"\n";
        Small.Import("comuni.csv", Csv).Lines().ShouldBe([
            "2|012001|geometria|rifiutata|il confine non è in gradi e il file non dice in quale sistema di riferimento è",
        ]);
        ImportResult placed = Small.Import("comuni.csv", Csv, r => r with { Epsg = 32632 });
        placed.Applied.ShouldBeTrue();
        placed.Next.Comuni[0].Boundary.EnvelopeInternal.MinX.ShouldBe(9.0, 1e-9);
    }

    [Fact]
    public void The_name_of_a_province_is_not_its_two_letters()
    {
        Small.Import("comuni.csv", "pro_com_t,nome,provincia,sigla\n012001,Agra,Varese,VA\n").Next.Comuni[0].Province.ShouldBe("VA");
        Small.Import("comuni.csv", "pro_com_t,nome,provincia\n012001,Agra,Varese\n").Changed.ShouldBe(ContentParts.None);
    }

    private static ImportResult Import(string code, string name, string rings, Func<ImportRequest, ImportRequest>? ask = null)
    {
        string json = $$$"""
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"pro_com_t":"{{{code}}}","nome":"{{{name}}}"},
            "geometry":{"type":"Polygon","coordinates":{{{rings}}}}}]}
            """;
        SourceTable table = GeoJsonTable.Read(Encoding.UTF8.GetBytes(json), "comuni.geojson", FileLimits.Default);
        var request = new ImportRequest("in-memoria");
        return Importer.Import(ask is null ? request : ask(request), [table], Small.Content);
    }
}
