using System.Collections.Immutable;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Tests.Travel;

public class LocalityGraphTests
{
    private static readonly LakeShores NoLakes = new([]);
    private static readonly LocalityGraph Scattered = Scatter(new Random(7));

    [Fact]
    public void Between_two_localities_the_way_is_the_shortest_over_the_others()
    {
        int n = Scattered.Localities.Length;
        int[,] least = new int[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                least[i, j] = i == j ? 0 : 1_000_000;
        }

        foreach (LocalityRoad road in Scattered.Roads)
            least[road.A, road.B] = least[road.B, road.A] = Math.Min(least[road.A, road.B], road.Hundredths);
        for (int by = 0; by < n; by++)
        {
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                    least[i, j] = Math.Min(least[i, j], least[i, by] + least[by, j]);
            }
        }

        // The ways of this graph are quicker than those from a place to the localities around, so nobody leaves it.
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                Between(Scattered, At(Scattered, i), At(Scattered, j)).ShouldBe(least[i, j], $"{i} {j}");
        }
    }

    [Fact]
    public void From_a_place_to_itself_there_is_no_way_and_both_ways_are_equal()
    {
        var random = new Random(1);
        for (int i = 0; i < 500; i++)
        {
            Place a = Anywhere(random), b = Anywhere(random);
            Between(Scattered, a, a).ShouldBe(0);
            Between(Scattered, a, b).ShouldBe(Between(Scattered, b, a));
        }
    }

    [Fact]
    public void A_place_that_moves_a_hand_changes_no_way_by_a_second()
    {
        var random = new Random(2);
        for (int i = 0; i < 3000; i++)
        {
            Place a = Anywhere(random), b = Anywhere(random);
            Math.Abs(Between(Scattered, a, b) - Between(Scattered, a with { Lat = a.Lat + 0.000001 }, b)).ShouldBeLessThan(2);
        }
    }

    [Fact]
    public void Nobody_is_faster_than_the_fastest_way_of_all()
    {
        var random = new Random(3);
        for (int i = 0; i < 2000; i++)
        {
            Place a = Anywhere(random), b = Anywhere(random);
            Between(Scattered, a, b).ShouldBeGreaterThanOrEqualTo((int)(100 * Scattered.LeastMinutesPerKm * Geodesy.DistanceKm(a.Lon, a.Lat, b.Lon, b.Lat)) - 2);
        }
    }

    [Fact]
    public void Beyond_a_lake_a_place_is_as_far_as_the_way_round_it()
    {
        // Two banks 2 km apart, a quarter of an hour on land; the lake lies between, and four more localities far off.
        ImmutableArray<Locality> banks = [new(9, 45, 0), new(9.025, 45, 0), new(9, 44.7, 0), new(9, 44.6, 0), new(9.2, 44.7, 0), new(9.2, 44.6, 0)];
        ImmutableArray<LocalityRoad> roads = [new(0, 1, 1500), new(0, 2, 4000), new(2, 3, 4000), new(3, 4, 4000), new(4, 5, 4000)];
        LakeShores lake = new([[Ring(9.005, 44.9, 9.02, 45.1)]]);
        (Place west, Place east) = (Place(9.001, 45), Place(9.024, 45));

        Between(new LocalityGraph(banks, roads, lake, 1.2, 0), west, east).ShouldBeInRange(1500, 1540);
        Between(new LocalityGraph(banks, roads, NoLakes, 1.2, 0), west, east).ShouldBeInRange(200, 300);
    }

    [Theory]
    [InlineData(9.5, 45.1, 9.5, 45.9, 0)]
    [InlineData(9.12, 45.5, 9.28, 45.5, 0.1875)]
    [InlineData(9.0, 45.5, 9.4, 45.5, 0.25)] // Shore to shore with an island between.
    [InlineData(9.3, 45.55, 9.3, 45.56, 1)]
    public void The_water_on_a_line_is_what_no_island_and_no_land_takes(double lon1, double lat1, double lon2, double lat2, double share)
    {
        LakeShores lake = new([[Ring(9.1, 45.4, 9.35, 45.6), Ring(9.15, 45.45, 9.3, 45.52)], [Ring(8, 44, 8.1, 44.1)]]);

        double km = Geodesy.DistanceKm(lon1, lat1, lon2, lat2);
        lake.WaterKm(lon1, lat1, lon2, lat2).ShouldBe(share * km, 1e-9);
        lake.WaterKm(lon2, lat2, lon1, lat1).ShouldBe(lake.WaterKm(lon1, lat1, lon2, lat2));
    }

    private static ImmutableArray<(double, double)> Ring(double west, double south, double east, double north) =>
        [(west, south), (east, south), (east, north), (west, north), (west, south)];

    private static int Between(LocalityGraph graph, Place a, Place b) => graph.Between(
        a,
        graph.Join(a.Lon, a.Lat, a.AltitudeMetres!.Value),
        a.AltitudeMetres.Value,
        b,
        graph.Join(b.Lon, b.Lat, b.AltitudeMetres!.Value),
        b.AltitudeMetres.Value,
        Geodesy.DistanceKm(a.Lon, a.Lat, b.Lon, b.Lat));

    private static Place At(LocalityGraph graph, int locality) =>
        new(graph.Localities[locality].Lon, graph.Localities[locality].Lat, default, graph.Localities[locality].AltitudeMetres);

    private static Place Place(double lon, double lat) => new(lon, lat, default, 0);

    private static Place Anywhere(Random random) => new(8.95 + (random.NextDouble() * 0.6), 44.95 + (random.NextDouble() * 0.5), default, 200);

    // Sixty localities, each tied to the next and to those within 12 km, at one minute a km.
    private static LocalityGraph Scatter(Random random)
    {
        ImmutableArray<Locality> localities = [.. Enumerable.Range(0, 60).Select(_ => new Locality(9 + (random.NextDouble() / 2), 45 + (random.NextDouble() * 0.4), 200))];
        ImmutableArray<LocalityRoad> roads =
        [
            .. from a in Enumerable.Range(0, 60)
               from b in Enumerable.Range(a + 1, 59 - a)
               let km = Geodesy.DistanceKm(localities[a].Lon, localities[a].Lat, localities[b].Lon, localities[b].Lat)
               where b == a + 1 || km < 12
               select new LocalityRoad(a, b, (int)Math.Round(100 * km)),
        ];
        return new LocalityGraph(localities, roads, NoLakes, 1.2, 0.02);
    }
}
