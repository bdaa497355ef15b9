namespace CentriFamiglia.Coverage.Service.Analyses;

/// <summary>Wakes all who wait. <see cref="Next"/> is taken before looking, so that what happens while one looks is not missed. Thread-safe.</summary>
internal sealed class Pulse
{
    private TaskCompletionSource _next = New();

    /// <summary>Ends with the next beat.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Beat() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    /// <summary>Waits for a beat, but not longer than this.</summary>
    /// <param name="next">Of <see cref="Next"/>.</param>
    public static async Task WaitAsync(Task next, TimeSpan most, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(next, Task.Delay(most, both.Token));
        await both.CancelAsync();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
