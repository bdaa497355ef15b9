using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Territory;

/// <summary>The columns give back what a list of records would.</summary>
public class DemandPointsTests
{
    [Fact]
    public void Points_are_given_back_by_ordinal_id_with_every_value_to_the_last_bit()
    {
        DemandPoints points =
        [
            new(new("b"), new("012002"), 9.6649600000000007, 45.697530000000015, 1.0 / 3),
            new(new("B"), new("012001"), -0.0, 45, 0),
            new(new("a10"), new("012002"), 9.1, 45.2, 12),
            new(new("a9"), new("003001"), 9.3, 45.4, double.NaN),
        ];

        points.Length.ShouldBe(4);
        points.ShouldBe(
        [
            new(new("B"), new("012001"), -0.0, 45, 0),
            new(new("a10"), new("012002"), 9.1, 45.2, 12),
            new(new("a9"), new("003001"), 9.3, 45.4, double.NaN),
            new(new("b"), new("012002"), 9.6649600000000007, 45.697530000000015, 1.0 / 3),
        ]);
        points.Codes.ShouldBe([new("012002"), new("012001"), new("003001")], ignoreOrder: true);
        points.Id(2).ToString().ShouldBe("a9");
        (points.Comune(1), points.Lon(1), points.Lat(1), points.Residents(1)).ShouldBe((new ComuneCode("012002"), 9.1, 45.2, 12));
    }

    // U+1F600 is two units of UTF-16 from D83D, U+FB01 is one: in UTF-8 they stand the other way round.
    [Fact]
    public void The_order_is_that_of_the_units_of_the_text_as_everywhere_else()
    {
        DemandPoints points = [Point("\uFB01"), Point("\U0001F600"), Point("z"), Point(""), Point("è")];

        points.Select(p => p.Id.Value).ShouldBe(["", "z", "è", "\U0001F600", "\uFB01"]);
    }

    [Fact]
    public void A_point_keeps_what_it_counts_of_its_own_and_what_it_does_not_say_stays_unknown()
    {
        DemandPoints points =
        [
            new(new("d"), new("012001"), 9, 45, 10),
            new(new("c"), new("012001"), 9, 45, 20) { Elderly = 7.5 },
            new(new("b"), new("012001"), 9, 45, 30) { Families = 0, Elderly = 2 },
            new(new("a"), new("012001"), 9, 45, 40),
        ];

        points.Select(p => (p.Id.Value, p.Families, p.Children, p.Elderly)).ShouldBe(
            [("a", null, null, null), ("b", 0, null, 2), ("c", null, null, 7.5), ("d", null, null, null)]);
        Enum.GetValues<DemandFigure>().Where(points.HasOwn).ShouldBe([DemandFigure.Residents, DemandFigure.Families, DemandFigure.Elderly]);
        (points.Own(DemandFigure.Residents, 1), points.Own(DemandFigure.Children, 1), points.Own(DemandFigure.Elderly, 2)).ShouldBe((30, null, 7.5));
    }

    [Fact]
    public void No_points_are_an_empty_list()
    {
        DemandPoints points = [];

        (points.IsEmpty, points.Length, points.Codes.Length).ShouldBe((true, 0, 0));
        points.ShouldBeEmpty();
    }

    [Fact]
    public void Columns_hold_what_a_sorted_list_of_records_holds() => RandomTerritory.Holds(random =>
    {
        DemandPoint[] list = Random(random);
        DemandPoints columns = [.. list];

        columns.ShouldBe(list.OrderBy(p => p.Id));
    });

    [Fact]
    public void Two_lists_are_the_same_where_every_value_is_whatever_the_order_in_which_they_came() => RandomTerritory.Holds(random =>
    {
        DemandPoint[] list = [.. Random(random).DistinctBy(p => p.Id)];
        DemandPoints points = [.. list];
        random.Shuffle(list);
        DemandPoints again = [.. list];

        points.SameAs(again).ShouldBeTrue();
        if (list.Length == 0)
            return;
        int at = random.Next(list.Length);
        DemandPoint point = list[at];
        list[at] = random.Next(8) switch
        {
            0 => point with { Id = new(point.Id.Value + "x") },
            1 => point with { Comune = new("999999") },
            2 => point with { Lon = Math.BitIncrement(point.Lon) },
            3 => point with { Lat = Math.BitIncrement(point.Lat) },
            4 => point with { Families = (point.Families ?? 0) + 1 },
            5 => point with { Children = point.Children is null ? 0 : null },
            6 => point with { Elderly = point.Elderly is null ? 0 : null },
            _ => point with { Residents = point.Residents + 1 },
        };
        DemandPoints other = [.. list];

        points.SameAs(other).ShouldBeFalse();
        points.SequenceEqual(other).ShouldBeFalse();
    });

    [Fact]
    public void Packing_points_allocates_some_two_hundred_bytes_each_and_reading_their_columns_nothing()
    {
        DemandPoint[] list = [.. Enumerable.Range(0, 100_000).Select(i => Point($"P{i:D6}"))];
        long before = GC.GetAllocatedBytesForCurrentThread();

        var builder = new DemandPointsBuilder();
        foreach (DemandPoint point in list)
            builder.Add(point);
        DemandPoints points = builder.Build();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100_000 * 200);
        points.Length.ShouldBe(100_000);
        before = GC.GetAllocatedBytesForCurrentThread();
        double sum = 0;
        for (int i = 0; i < points.Length; i++)
            sum += points.Residents(i) + points.Lon(i) + points.Lat(i) + points.Id(i).Length + points.CodeIndex(i);
        sum.ShouldBe(100_000 * (1 + 9 + 45 + 7));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100_000);
    }

    private static DemandPoint Point(string id) => new(new(id), new("012001"), 9, 45, 1);

    private static DemandPoint[] Random(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(40)).Select(_ => new DemandPoint(
            new(new string([.. Enumerable.Range(0, random.Next(4)).Select(_ => "abB0è"[random.Next(5)])])),
            new($"00000{random.Next(4)}"), random.NextDouble() * 10, 45 + random.NextDouble(), random.Next(3) == 0 ? 0 : random.NextDouble() * 50)
        {
            Families = random.Next(3) == 0 ? random.Next(9) : null,
            Children = random.Next(20) == 0 ? random.Next(9) : null,
        }),
    ];
}
