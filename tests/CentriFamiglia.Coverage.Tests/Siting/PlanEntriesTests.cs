using CentriFamiglia.Coverage.Siting.Proposals;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Siting;

/// <summary>Points that are one in the problem give every set what they give apart.</summary>
public class PlanEntriesTests
{
    [Fact]
    public void Points_of_one_comune_that_rank_their_options_alike_are_one()
    {
        var entries = new PlanEntries(2, point => point < 10 ? 1 : 2);
        entries.Add(0, 1, 5);
        entries.Add(0, 2, 3);
        entries.Add(0, 3, 1);
        entries.Add(0, 11, 5);
        entries.Add(1, 1, 2);
        entries.Add(1, 2, 1);
        entries.Add(1, 3, 4);
        entries.Add(1, 11, 2);

        (int points, int[] start, int[] point, double[] gain) = entries.Merged();

        // 1 and 2 like option 0 best; 3 likes option 1 best; 11 ranks as they do, but lies elsewhere.
        points.ShouldBe(3);
        start.ShouldBe([0, 3, 6]);
        point.ShouldBe([0, 1, 2, 0, 1, 2]);
        gain.ShouldBe([8, 1, 5, 3, 4, 2]);
    }

    [Fact]
    public void No_set_of_options_gives_more_or_less_than_to_the_points_one_by_one() => RandomTerritory.Holds(random =>
    {
        (int options, int points) = (random.Next(1, 6), random.Next(1, 40));
        var gains = new Dictionary<(int Option, int Point), double>();
        for (int j = 0; j < options; j++)
        {
            for (int i = 0; i < points; i++)
            {
                if (random.Next(3) > 0)
                    gains[(j, i)] = random.Next(1, 5);
            }
        }

        var entries = new PlanEntries(options, point => point % 3);
        foreach (((int option, int point), double gain) in gains.OrderBy(g => g.Key))
            entries.Add(option, point, gain);
        (int count, int[] start, int[] merged, double[] sums) = entries.Merged();

        for (int set = 0; set < 1 << options; set++)
        {
            int[] open = [.. Enumerable.Range(0, options).Where(j => (set >> j & 1) == 1)];
            double apart = Enumerable.Range(0, points).Sum(i => open.Select(j => gains.GetValueOrDefault((j, i))).Append(0).Max());
            double[] best = new double[count];
            foreach (int e in open.SelectMany(j => Enumerable.Range(start[j], start[j + 1] - start[j])))
                best[merged[e]] = Math.Max(best[merged[e]], sums[e]);
            best.Sum().ShouldBe(apart);
        }
    });
}
