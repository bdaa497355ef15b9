using System.Globalization;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Tests.Access;

/// <summary>Parts of a comune that is read by points.</summary>
public class ZoneGapTests
{
    private const string Comuni = "000001 | Alfa | 0 | 0 | 60 | A | Nord | D1 | Est\n000002 | Beta | 10 | 0 | 40 | A | Nord | D1 | Est";

    private const string Zones = """
        [{"pro_com_t":"000001","zona":"Centro","punti":[["1001","1002"],["1009","1009"]]},{"pro_com_t":"000001","zona":"Fuori","punti":[["1003","1008"]]}]
        """;

    [Fact]
    public void A_zone_has_the_figures_of_its_points_weighted_by_residents()
    {
        ZoneGap[] gaps = [.. ZoneGap.Of(State("1001 0 30", "1003 22 10", "1009 4 20"))];

        gaps.Select(g => (g.Zone.Name, g.Comune.Name, g.Points, g.Residents)).ShouldBe([("Centro", "Alfa", 2, 50), ("Fuori", "Alfa", 1, 10)]);
        // (30 x 0 + 20 x 4) / 50; the limit of class A is twenty minutes.
        (gaps[0].MeanMinutes, gaps[0].MedianMinutes, gaps[0].MaxMinutes, gaps[0].ResidentsBeyond, gaps[0].SharePercentBeyond).ShouldBe((1.6, 0, 4, 0, 0));
        (gaps[1].MeanMinutes, gaps[1].MedianMinutes, gaps[1].MaxMinutes, gaps[1].ResidentsBeyond, gaps[1].SharePercentBeyond).ShouldBe((22, 22, 22, 10, 100));
    }

    [Fact]
    public void Zones_are_nothing_where_the_comune_is_read_otherwise()
    {
        ZoneGap.Of(State()).ShouldBeEmpty();
        ZoneGap.Of(State("1001 0 30", "1010 0 30")).ShouldBeEmpty();
        ZoneGap.Of(State("10010 0 30")).ShouldBeEmpty();
    }

    [Fact]
    public void A_document_that_is_no_list_of_zones_is_refused_with_its_cure() =>
        Should.Throw<CoverageInputException>(() => PointZone.Of(TerritoryContent.Empty with { Documents = TerritoryContent.Empty.Documents.Add(DocumentKeys.Zones, "[{}]") }))
            .Message.ShouldEndWith("rifare l'archivio dai dati forniti.");

    [Fact]
    public void The_Municipi_of_Milano_are_its_sections_asked_one_by_one()
    {
        TravelEstimate estimate = Shipped.Estimate;
        Dictionary<ComuneCode, Comune> comuni = Shipped.Content.Comuni.ToDictionary(c => c.Code);
        Place[] sedi =
        [
            .. Shipped.Content.SiteSets.Single(s => s.Name == SiteSet.Demonstration).Sites.Where(s => s.Status == SiteStatus.Active)
                .Select(s => new Place(s.Lon, s.Lat, s.Comune, comuni[s.Comune].AltitudeMetres)),
        ];
        Comune milano = comuni[new ComuneCode("015146")];
        var people = new Dictionary<string, (double Residents, double Seconds)>(StringComparer.Ordinal);
        foreach (DemandPoint section in Shipped.Content.DemandPoints)
        {
            int number = int.Parse(section.Id.Value[5..], CultureInfo.InvariantCulture);
            string zone = $"Municipio {MunicipioOf(number)}";
            int least = estimate.Costs([new Place(section.Lon, section.Lat, milano.Code, milano.AltitudeMetres)], sedi).Min(c => c!.Value.Seconds);
            (double residents, double seconds) = people.GetValueOrDefault(zone);
            people[zone] = (residents + section.Residents, seconds + (section.Residents * least));
        }

        ZoneGap[] gaps = [.. ZoneGap.Of(Shipped.State)];
        gaps.Select(g => g.Zone.Name).ShouldBe(Enumerable.Range(1, 9).Select(n => $"Municipio {n}"));
        foreach (ZoneGap gap in gaps)
        {
            gap.Residents.ShouldBe(people[gap.Zone.Name].Residents);
            gap.MeanMinutes.ShouldNotBeNull().ShouldBe(people[gap.Zone.Name].Seconds / people[gap.Zone.Name].Residents / 60, 0.005);
        }

        Shipped.State.Comuni.Single(c => c.Comune.Code == milano.Code).Minutes.ShouldNotBeNull()
            .ShouldBe(people.Values.Sum(p => p.Seconds) / people.Values.Sum(p => p.Residents) / 60, 0.005);
    }

    // Where the numbers of the census go on from one Municipio to the next, and the late ones.
    private static int MunicipioOf(int number) => number switch
    {
        6066 or 6067 or 6068 => 2,
        6065 or (>= 6069 and <= 6074) => 3,
        >= 6088 and <= 6098 => 4,
        (>= 6085 and <= 6087) or >= 6099 => 5,
        >= 6079 and <= 6084 => 6,
        6077 or 6078 => 7,
        >= 6037 and <= 6042 => 8,
        >= 5313 => 9,
        _ => 1 + ((int[])[696, 1353, 1973, 2594, 3144, 3768, 4492]).Count(last => number > last),
    };

    private static CoverageState State(params string[] points)
    {
        TerritoryContent content = SmallTerritory.Content(Comuni, "H1 | hub | 000001 | R1 | -");
        content = content with { DemandPoints = [.. points.Select(Point)], Documents = content.Documents.SetItem(DocumentKeys.Zones, Zones) };
        return CoverageState.Compute(TerritorySnapshot.Create(content, null, SmallTerritory.Day), RuleSet.Default, GridTravel.OneMinuteSteps);
    }

    private static DemandPoint Point(string text)
    {
        string[] parts = text.Split(' ');
        int minutes = int.Parse(parts[1], CultureInfo.InvariantCulture), residents = int.Parse(parts[2], CultureInfo.InvariantCulture);
        return new DemandPoint(new(parts[0]), new("000001"), SmallTerritory.West + (minutes * SmallTerritory.Step), SmallTerritory.South, residents);
    }
}
