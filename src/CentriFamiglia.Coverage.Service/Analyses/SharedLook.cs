namespace CentriFamiglia.Coverage.Service.Analyses;

/// <summary>
/// A look at something outside that many want at once: one look serves all who asked before it began, so that nobody gets what was
/// seen before they asked. Thread-safe.
/// </summary>
/// <param name="look">One at a time; on a thread of the pool.</param>
internal sealed class SharedLook<T>(Func<Task<T>> look)
{
    private readonly Lock _gate = new();
    private Task<T>? _current;
    private Task<T>? _next;

    public Task<T> AskAsync(CancellationToken cancellationToken)
    {
        Task<T> mine;
        lock (_gate)
            mine = _current is null ? _current = Task.Run(LookAsync) : _next ??= AfterAsync(_current);
        return mine.WaitAsync(cancellationToken);
    }

    private async Task<T> AfterAsync(Task<T> current)
    {
        await ((Task)current).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        return await LookAsync();
    }

    private async Task<T> LookAsync()
    {
        try
        {
            return await look();
        }
        finally
        {
            lock (_gate)
                (_current, _next) = (_next, null);
        }
    }
}
