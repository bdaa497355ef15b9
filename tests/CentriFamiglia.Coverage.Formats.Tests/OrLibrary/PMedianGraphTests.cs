using CentriFamiglia.Coverage.Formats.OrLibrary;
using CentriFamiglia.Coverage.Formats.Tables;

namespace CentriFamiglia.Coverage.Formats.Tests.OrLibrary;

public sealed class PMedianGraphTests
{
    [Fact]
    public void Costs_are_shortest_paths_and_an_edge_listed_twice_keeps_its_last_cost()
    {
        PMedianGraph graph = PMedianGraph.Read([" 4 4 2 ", "1 2 1", "2 3 5", "1 3 20", "2 1 9"], "g.txt");

        graph.P.ShouldBe(2);
        graph.Costs.Demands.ShouldBe(["1", "2", "3", "4"]);
        graph.Costs.SitesOf(0).ToArray().ShouldBe([0, 1, 2]);
        graph.Costs.CostsOf(0).ToArray().ShouldBe([0, 9, 14]);
        graph.Costs.SitesOf(3).ToArray().ShouldBe([3]);
    }

    [Theory]
    [InlineData("2 1 1|1 2", "riga 2")]
    [InlineData("2 1 1|1 3 4", "secondo nodo è «3»")]
    [InlineData("2 1 1|1 2 -4", "il costo è «-4»")]
    [InlineData("2 1 1|1 2 NaN", "il costo è «NaN»")]
    [InlineData("2 2 1|1 2 4", "gli archi sono 1")]
    [InlineData("", "vuoto")]
    public void What_is_wrong_is_named_with_its_line(string text, string message) =>
        Should.Throw<SourceFileException>(() => PMedianGraph.Read(text.Split('|'), "g.txt")).Message.ShouldContain(message);
}
