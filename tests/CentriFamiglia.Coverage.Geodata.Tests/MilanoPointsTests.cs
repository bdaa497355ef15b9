using CentriFamiglia.Coverage.Geodata.Output;
using CentriFamiglia.Coverage.Territory;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Geodata.Tests;

/// <summary>Milano as it ships: by its inhabited census sections, and by its Municipi.</summary>
public class MilanoPointsTests
{
    private static readonly TerritoryContent Content = GeodataFolder.Read(Paths.Shipped);
    private static readonly DemandPoint[] Points = [.. Content.DemandPoints];
    private static readonly Comune Milano = Content.Comuni.Single(c => c.Code.Value == "015146");

    [Fact]
    public void Its_5718_sections_hold_the_residents_of_2023_and_the_ages_of_2011_to_the_person()
    {
        Points.Length.ShouldBe(5_718);
        Points.ShouldAllBe(p => p.Comune == Milano.Code && double.IsInteger(p.Residents) && p.Families == null);
        Points.Sum(p => p.Residents).ShouldBe(1_354_196);
        Milano.Residents.ShouldBe(1_354_196);
        (Points.Sum(p => p.Children), Points.Sum(p => p.Elderly)).ShouldBe((157_955, 310_106));
        (Milano.Ages!.Children, Milano.Ages.Elderly).ShouldBe((157_955, 310_106));
    }

    [Fact]
    public void Nineteen_of_them_lie_out_of_the_simplified_boundary_by_less_than_a_hundred_and_eighty_metres()
    {
        // A degree of longitude is 77.9 km here, one of latitude 111.2: taking the larger for both, no distance is told too short.
        double[] outside = [.. Points.Select(p => Milano.Boundary.Distance(Wgs84.Factory.CreatePoint(new Coordinate(p.Lon, p.Lat))) * 111_200).Where(metres => metres > 0)];

        outside.Length.ShouldBe(19);
        outside.Max().ShouldBeLessThan(180);
    }

    // The counts that the census publishes of the nine zones: residents, up to 14 years, 65 and more. Of 266 residents it publishes no section with a
    // place: 248 in zone 1, 7 in zone 2, 11 in zone 9.
    [Theory]
    [InlineData(1, 89_909 - 248, 12_407, 21_058)]
    [InlineData(2, 134_106 - 7, 17_088, 29_990)]
    [InlineData(3, 131_156, 16_023, 33_155)]
    [InlineData(4, 143_888, 17_990, 36_806)]
    [InlineData(5, 112_755, 14_038, 27_710)]
    [InlineData(6, 139_095, 16_958, 37_908)]
    [InlineData(7, 158_751, 20_605, 40_925)]
    [InlineData(8, 168_786, 21_588, 44_776)]
    [InlineData(9, 163_677 - 11, 21_258, 37_778)]
    public void The_sections_of_a_Municipio_count_what_the_census_publishes_of_it(int number, int residents, int children, int elderly)
    {
        PointZone zone = PointZone.Of(Content).Single(z => z.Name == $"Municipio {number}");
        DemandPoint[] sections = [.. Points.Where(p => zone.Holds(p.Id.Value))];

        (sections.Sum(p => p.Children), sections.Sum(p => p.Elderly)).ShouldBe((children, elderly));
        // Residents are scaled section by section, each to a whole person.
        sections.Sum(p => p.Residents).ShouldBe(residents * (1_354_196 / 1_241_857.0), 20);
    }

    [Fact]
    public void Every_section_lies_in_one_Municipio() =>
        Points.ShouldAllBe(p => PointZone.Of(Content).Count(z => z.Comune == p.Comune && z.Holds(p.Id.Value)) == 1);
}
