using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Searches;

namespace CentriFamiglia.Coverage.Service.Tests.Searches;

/// <summary>Those who asked and did not wait.</summary>
public sealed class SearchListTests
{
    [Fact]
    public void They_are_no_more_than_so_many_also_where_all_ask_the_same()
    {
        using var queues = new SearchQueues(new SearchLimits(1, 3, 60));
        using var open = new ManualResetEventSlim();
        var list = new SearchList(queues);
        Search Ask() => queues.Long.Join("una", "una", "10.0.0.1", patient: true, watch =>
        {
            open.Wait(watch.Stop);
            return new Found("una", null);
        });
        AskedSearch first = list.Add("una", Ask());
        for (int i = 1; i < 256; i++)
            list.Add("una", Ask());

        Should.Throw<ProblemException>(() => list.Add("una", Ask())).Problem.Status.ShouldBe(503);

        // Who was refused does not keep it going.
        first.Search.Askers.ShouldBe(256);
        list.Stop(first);
        open.Set();
    }
}
