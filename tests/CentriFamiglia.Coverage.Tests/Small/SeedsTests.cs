namespace CentriFamiglia.Coverage.Tests.Small;

public class SeedsTests
{
    [Fact]
    public void Random_cases_are_the_same_at_every_run()
    {
        Drawn().ShouldBe(Drawn());
        Drawn().Distinct().Count().ShouldBeGreaterThan(Drawn().Count * 9 / 10);

        static List<int> Drawn()
        {
            var drawn = new List<int>();
            RandomTerritory.Holds(random => drawn.Add(random.Next()));
            return drawn;
        }
    }

    [Fact]
    public void A_failure_names_the_seed_that_brings_it_back() =>
        Should.Throw<Exception>(() => RandomTerritory.Holds(_ => 1.ShouldBe(2))).ToString().ShouldContain($"{Seeds.Variable}=");
}
