using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Searches;

namespace CentriFamiglia.Coverage.Service.Tests.Searches;

/// <summary>One thread, a line of three: who is served, who is joined, who is refused, and when a search ends.</summary>
public sealed class SearchQueueTests : IDisposable
{
    private readonly SearchQueue _queue = new("prove", new SearchLimits(1, 3, 60), () => { });
    private readonly List<string> _served = [];
    private readonly ManualResetEventSlim _open = new();

    [Fact]
    public async Task Equal_questions_are_computed_once_for_all_who_ask()
    {
        Search first = Hold("primo"), again = Ask("primo", "10.0.0.2");

        again.ShouldBeSameAs(first);
        _queue.Joined.ShouldBe(1);
        _open.Set();
        (await Task.WhenAll(_queue.AnswerAsync(first, CancellationToken.None), _queue.AnswerAsync(again, CancellationToken.None)))
            .Select(f => f.Tag).ShouldBe(["primo", "primo"]);
        _served.ShouldBe(["primo"]);
    }

    [Fact]
    public async Task Who_asks_while_an_ended_one_still_looks_up_has_a_search_of_its_own()
    {
        Search ended = Hold("primo");
        ended.End(Problem.TooLong(60));

        Search again = Ask("primo", "10.0.0.2");

        again.ShouldNotBeSameAs(ended);
        _open.Set();
        (await _queue.AnswerAsync(again, CancellationToken.None)).Tag.ShouldBe("primo");
    }

    [Fact]
    public async Task Clients_take_turns_however_much_one_of_them_asks()
    {
        Search[] all = [Hold("a0"), Ask("a1", "10.0.0.1"), Ask("a2", "10.0.0.1"), Ask("b1", "10.0.0.2")];
        _open.Set();
        await Task.WhenAll(all.Select(s => s.Answer));

        _served.ShouldBe(["a0", "b1", "a1", "a2"]);
    }

    [Fact]
    public async Task In_a_full_line_who_has_most_gives_the_newest_up_to_who_has_none()
    {
        Hold("a0");
        Search kept = Ask("a1", "10.0.0.1"), last = Ask("a3", "10.0.0.1");
        Search newest = Ask("a4", "10.0.0.1");

        Should.Throw<ProblemException>(() => Ask("a5", "10.0.0.1")).Problem.Status.ShouldBe(503);
        Search other = Ask("b1", "10.0.0.2");

        (await Should.ThrowAsync<ProblemException>(() => newest.Answer)).Problem.RetrySeconds.ShouldBeGreaterThan(0);
        _queue.All.Select(s => s.Key).ShouldBe(["a0", "a1", "a3", "b1"]);
        _open.Set();
        await Task.WhenAll(kept.Answer, last.Answer, other.Answer);
    }

    [Fact]
    public async Task A_search_ends_with_the_last_who_wants_it_and_not_before()
    {
        var seen = new TaskCompletionSource<bool>();
        using var running = new ManualResetEventSlim();
        Search search = _queue.Join("lunga", "lunga", "10.0.0.1", patient: false, watch =>
        {
            running.Set();
            watch.Stop.WaitHandle.WaitOne();
            seen.SetResult(watch.Stop.IsCancellationRequested);
            return new Found("a metà", null);
        });
        _ = Ask("lunga", "10.0.0.2");
        running.Wait(TestContext.Current.CancellationToken);

        _queue.Leave(search);
        search.Answer.IsCompleted.ShouldBeFalse();
        _queue.Leave(search);

        (await seen.Task).ShouldBeTrue();
        await Should.ThrowAsync<OperationCanceledException>(() => search.Answer);
    }

    [Fact]
    public async Task One_that_waits_and_is_not_wanted_any_more_gives_its_place_up()
    {
        Hold("a0");
        Search waiting = Ask("a1", "10.0.0.1");
        using var gone = new CancellationTokenSource();
        Task<Found> answer = _queue.AnswerAsync(waiting, gone.Token);
        _queue.Waiting.ShouldBe(1);

        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => answer);
        _queue.Waiting.ShouldBe(0);
        _queue.Running.ShouldBe(1);
    }

    [Fact]
    public async Task The_administrator_ends_one_for_all_who_wait()
    {
        Hold("a0");
        Search waiting = Ask("a1", "10.0.0.1");

        _queue.End(waiting, Problem.Ended);

        (await Should.ThrowAsync<ProblemException>(() => _queue.AnswerAsync(waiting, CancellationToken.None))).Problem.Title.ShouldBe("Ricerca annullata");
    }

    [Fact]
    public async Task What_goes_wrong_is_told_to_who_asked_and_the_next_is_served()
    {
        Search bad = _queue.Join("guasta", "guasta", "10.0.0.1", patient: false, _ => throw new InvalidDataException("rotta"));
        _open.Set();

        (await Should.ThrowAsync<InvalidDataException>(() => bad.Answer)).Message.ShouldBe("rotta");
        (await Ask("sana", "10.0.0.1").Answer).Tag.ShouldBe("sana");
    }

    [Fact]
    public async Task The_parallel_parts_of_a_search_run_on_its_own_thread()
    {
        Search search = _queue.Join("parti", "parti", "10.0.0.1", patient: false, _ =>
        {
            var threads = new System.Collections.Concurrent.ConcurrentBag<int>();
            Parallel.For(0, 64, new ParallelOptions { TaskScheduler = TaskScheduler.Current }, _ => threads.Add(Environment.CurrentManagedThreadId));
            return new Found($"{threads.Distinct().Count()} {threads.First() == Environment.CurrentManagedThreadId}", null);
        });

        (await search.Answer).Tag.ShouldBe("1 True");
    }

    public void Dispose()
    {
        _open.Set();
        _queue.Dispose();
        _open.Dispose();
    }

    /// <summary>One that keeps the only thread until it is let go.</summary>
    private Search Hold(string key)
    {
        using var running = new ManualResetEventSlim();
        Search search = Ask(key, "10.0.0.1", running.Set);
        running.Wait();
        return search;
    }

    private Search Ask(string key, string client, Action? begun = null) => _queue.Join(key, key, client, patient: false, watch =>
    {
        begun?.Invoke();
        _open.Wait(watch.Stop);
        _served.Add(key);
        return new Found(key, null);
    });
}
