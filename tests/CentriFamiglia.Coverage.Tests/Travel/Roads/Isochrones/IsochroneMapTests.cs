using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Isochrones;
using CentriFamiglia.Coverage.Travel.Roads.Routing;
using CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads.Isochrones;

/// <summary>On hand-drawn maps a cell is 100 metres and ten seconds, so that a minute is six cells.</summary>
public class IsochroneMapTests
{
    [Fact]
    public void A_road_is_covered_as_far_as_the_minutes_lead_and_little_farther()
    {
        AsciiRoads roads = AsciiRoads.Map("a" + new string('-', 58) + "b").Way("ab");
        MultiPolygon[] contours = Contours(roads.Build(), [AsciiRoads.Place(0, 0)], 2, 4);

        Covers(contours[0], 11.9, 0).ShouldBeTrue();
        Covers(contours[0], 14.2, 0).ShouldBeFalse();
        Covers(contours[1], 23.9, 0).ShouldBeTrue();
        Covers(contours[1], 26.2, 0).ShouldBeFalse();
        Covers(contours[1], 5, 2.2).ShouldBeFalse();
    }

    [Fact]
    public void The_roads_themselves_are_cut_where_the_minutes_end()
    {
        string line = "a" + new string('-', 20) + "s" + new string('-', 20) + "b";
        RoadNetwork network = AsciiRoads.Map(line).Way("asb", "highway=residential oneway=no").Build();
        var map = new IsochroneMap(network, HierarchyBuilder.Build(network.Graph, cancellationToken: TestContext.Current.CancellationToken));
        RoadSnap site = new RoadSnapper(network).Snap(AsciiRoads.Place(21, 0).Lon, AsciiRoads.Place(21, 0).Lat);

        MultiLineString[] roads = map.Roads([site], [1, 2, 60]);

        double cell = AsciiRoads.Place(1, 0).Lon - AsciiRoads.Place(0, 0).Lon;
        (roads[0].Length / cell).ShouldBe(12, 0.2, "six cells each way in a minute");
        (roads[1].Length / cell).ShouldBe(24, 0.2);
        (roads[2].Length / cell).ShouldBe(42, 0.2, "the whole street");
        roads[1].Buffer(cell / 100).Covers(roads[0]).ShouldBeTrue();
    }

    [Fact]
    public void A_one_way_street_counts_towards_the_site()
    {
        string line = "a" + new string('-', 20) + "s" + new string('-', 20) + "b";
        RoadNetwork network = AsciiRoads.Map($"{line}\n\n\n\n\n\nc{new string('-', 41)}d")
            .Way("asb", "highway=residential oneway=yes").Way("bdca", "highway=residential oneway=yes").Build();

        MultiPolygon contour = Contours(network, [AsciiRoads.Place(21, 0)], 2)[0];

        Covers(contour, 10, 0).ShouldBeTrue("from the west one drives to the site");
        Covers(contour, 30, 0).ShouldBeFalse("from the east one would have to go round");
    }

    [Fact]
    public void What_a_ring_of_roads_encloses_stays_a_hole()
    {
        RoadNetwork network = AsciiRoads.Map("a-----------b\n" + string.Concat(Enumerable.Repeat("|           |\n", 11)) + "d-----------c").Way("abcda").Build();

        MultiPolygon contour = Contours(network, [AsciiRoads.Place(0, 0)], 10)[0];

        ((Polygon)contour.Geometries.ShouldHaveSingleItem()).NumInteriorRings.ShouldBe(1);
        Covers(contour, 6, 6).ShouldBeFalse();
    }

    [Fact]
    public void Roads_inside_a_hole_of_a_contour_are_a_part_of_their_own()
    {
        // A ring road, a street in its middle that only a slow ferry leads to, and fields between.
        string sides = string.Concat(Enumerable.Repeat("|" + new string(' ', 29) + "|\n", 14));
        RoadNetwork network = AsciiRoads.Map($"a{new string('-', 29)}b\n{sides}|             x-y             |\n{sides}d{new string('-', 29)}c")
            .Way("abcda").Way("ax", "route=ferry motor_vehicle=yes duration=60").Way("xy").Build();

        MultiPolygon contour = Contours(network, [AsciiRoads.Place(30, 30), AsciiRoads.Place(15, 15)], 12)[0];

        contour.IsValid.ShouldBeTrue();
        contour.Geometries.Select(part => ((Polygon)part).NumInteriorRings).Order().ShouldBe([0, 1]);
        (Covers(contour, 15, 15), Covers(contour, 15, 8), Covers(contour, 30, 15)).ShouldBe((true, false, true));
    }

    [Fact]
    public void Sites_together_cover_what_each_covers_by_itself()
    {
        RoadNetwork network = AsciiRoads.Map("a" + new string('-', 58) + "b").Way("ab").Build();
        MultiPolygon both = Contours(network, [AsciiRoads.Place(5, 0), AsciiRoads.Place(50, 0)], 1)[0];

        both.NumGeometries.ShouldBe(2);
        (Covers(both, 10, 0), Covers(both, 27, 0), Covers(both, 45, 0)).ShouldBe((true, false, true));
    }

    [Fact]
    public void Nothing_is_reached_from_nowhere()
    {
        RoadNetwork network = AsciiRoads.Map("a---------b").Way("ab").Build();

        Contours(network, [(0, 0)], 5)[0].IsEmpty.ShouldBeTrue();
        Contours(network, [], 5, 10).ShouldAllBe(contour => contour.IsEmpty);
    }

    [Fact]
    public void On_any_map_contours_are_valid_nested_and_hold_every_place_that_is_reached_in_time()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            RoadNetwork network = Town(random);
            var matrix = new TravelMatrix(network, HierarchyBuilder.Build(network.Graph, cancellationToken: TestContext.Current.CancellationToken), SnapOptions.Default);
            (double Lon, double Lat)[] sites = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Anywhere(random))];
            (double Lon, double Lat)[] places = [.. Enumerable.Range(0, 40).Select(_ => Anywhere(random))];
            int[] minutes = [1, 2, 3, 5, 8];

            MultiPolygon[] contours = Contours(network, sites, minutes);

            contours.ShouldAllBe(contour => contour.IsValid);
            for (int i = 1; i < contours.Length; i++)
                contours[i - 1].Difference(contours[i]).IsEmpty.ShouldBeTrue($"seed {seed}, {minutes[i]} minutes");
            RoadSnap[] from = matrix.Snap(places);
            RoadSnap[] to = matrix.Snap(sites);
            long[][] rows = [.. matrix.Rows(from, to, TestContext.Current.CancellationToken)];
            for (int p = 0; p < places.Length; p++)
            {
                // The contour holds the road at which the place is snapped, reached without its own walk. Roads are looked at once a cell
                // (ten seconds), and corners are cut by 20 metres at most.
                long least = rows[p].Where((weight, s) => weight < from[p].WalkTo(to[s])).Append(RoadWeight.Unreached).Min();
                int best = RoadWeight.Deciseconds(least) - RoadWeight.Deciseconds(from[p].AccessWeight);
                for (int i = 0; i < minutes.Length && least != RoadWeight.Unreached; i++)
                {
                    if (best < (minutes[i] * 600) - 100)
                        contours[i].Distance(new Point(from[p].Lon, from[p].Lat)).ShouldBe(0, 0.0002, $"seed {seed}, {minutes[i]} minutes");
                }
            }
        }
    }

    [Fact]
    public void An_area_is_the_same_alone_and_beside_any_other_and_areas_of_two_calls_lie_one_in_another()
    {
        for (int seed = 0; seed < 12; seed++)
        {
            var random = new Random(seed);
            RoadNetwork network = Town(random);
            (double Lon, double Lat)[] sites = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Anywhere(random))];
            MultiPolygon[] together = Contours(network, sites, 2, 5, 15, 60);

            int[] minutes = [2, 5, 15, 60];
            for (int i = 0; i < minutes.Length; i++)
            {
                MultiPolygon alone = Contours(network, sites, minutes[i])[0];
                alone.EqualsExact(together[i]).ShouldBeTrue($"seed {seed}, {minutes[i]} minutes");
                alone.Area.ShouldBe(together[i].Area);
                if (i > 0)
                    together[i - 1].Difference(alone).IsEmpty.ShouldBeTrue($"seed {seed}, {minutes[i]} minutes");
            }
        }
    }

    [Fact]
    public void A_site_lies_in_the_area_of_all_sites_wherever_the_others_are()
    {
        RoadNetwork network = Town(new Random(3));
        (double, double)[] sites = [AsciiRoads.Place(5, 3), AsciiRoads.Place(65, 38)];

        MultiPolygon both = Contours(network, sites, 3)[0];

        foreach ((double, double) site in sites)
            Contours(network, [site], 3)[0].Difference(both).IsEmpty.ShouldBeTrue();
    }

    private static MultiPolygon[] Contours(RoadNetwork network, (double Lon, double Lat)[] sites, params int[] minutes)
    {
        var snapper = new RoadSnapper(network);
        return new IsochroneMap(network, HierarchyBuilder.Build(network.Graph))
            .Contours([.. sites.Select(site => snapper.Snap(site.Lon, site.Lat))], minutes);
    }

    private static bool Covers(Geometry area, double column, double row)
    {
        (double lon, double lat) = AsciiRoads.Place(column, row);
        return area.Covers(new Point(lon, lat));
    }

    private static (double Lon, double Lat) Anywhere(Random random) => AsciiRoads.Place(random.NextDouble() * 70, random.NextDouble() * 40);

    /// <summary>Streets a kilometre apart, some of them one way.</summary>
    private static RoadNetwork Town(Random random)
    {
        const string Gap = "         ";
        string[] rows = ["abcdefgh", "ijklmnop", "qrstuvwx", "ABCDEFGH", "IJKLMNOP"];
        string map = string.Join(string.Concat(Enumerable.Repeat("\n", 10)), rows.Select(row => string.Join(Gap, row.ToCharArray())));
        AsciiRoads roads = AsciiRoads.Map(map).Way("abcdefghpxHPONMLKJIAqia");
        for (int r = 1; r < rows.Length - 1; r++)
            roads.Way(rows[r], random.Next(2) == 0 ? "highway=residential" : "highway=residential oneway=yes");
        for (int c = 1; c < 7; c++)
        {
            if (random.Next(3) > 0)
                roads.Way(string.Concat(rows.Select(row => row[c])), random.Next(2) == 0 ? "highway=residential" : "highway=residential oneway=-1");
        }

        return roads.Build();
    }
}
