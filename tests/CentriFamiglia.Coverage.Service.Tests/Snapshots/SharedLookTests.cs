using CentriFamiglia.Coverage.Service.Analyses;

namespace CentriFamiglia.Coverage.Service.Tests.Snapshots;

public sealed class SharedLookTests
{
    [Fact]
    public async Task Who_asks_while_one_looks_gets_the_next_look_together_with_the_others()
    {
        int looks = 0;
        var gates = new[] { new TaskCompletionSource(), new TaskCompletionSource() };
        var begun = new[] { new TaskCompletionSource(), new TaskCompletionSource() };
        var shared = new SharedLook<int>(async () =>
        {
            int mine = looks++;
            begun[mine].SetResult();
            await gates[mine].Task;
            return mine;
        });

        Task<int> first = shared.AskAsync(CancellationToken.None);
        await begun[0].Task;
        Task<int>[] during = [.. Enumerable.Range(0, 20).Select(_ => shared.AskAsync(CancellationToken.None))];
        gates[0].SetResult();
        (await first).ShouldBe(0);
        gates[1].SetResult();

        (await Task.WhenAll(during)).ShouldAllBe(seen => seen == 1);
        looks.ShouldBe(2);
    }

    [Fact]
    public async Task One_that_fails_is_told_to_who_asked_and_the_next_looks_again()
    {
        int looks = 0;
        var shared = new SharedLook<int>(() => ++looks == 1 ? throw new InvalidDataException("via") : Task.FromResult(looks));

        await Should.ThrowAsync<InvalidDataException>(() => shared.AskAsync(CancellationToken.None));

        (await shared.AskAsync(CancellationToken.None)).ShouldBe(2);
    }

    [Fact]
    public async Task Who_goes_away_does_not_end_the_look_of_the_others()
    {
        var gate = new TaskCompletionSource();
        var shared = new SharedLook<int>(async () =>
        {
            await gate.Task;
            return 7;
        });
        using var gone = new CancellationTokenSource();
        Task<int> leaves = shared.AskAsync(gone.Token);
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => leaves);

        Task<int> stays = shared.AskAsync(CancellationToken.None);
        gate.SetResult();
        (await stays).ShouldBe(7);
    }
}
