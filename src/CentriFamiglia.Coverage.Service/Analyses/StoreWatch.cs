using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Analyses;

/// <summary>
/// What is known of the store from outside: when it was last seen, how often it failed, and, for as long as <see cref="Patience"/>
/// lasts, the last content in place of a store that is away. While it is away one asker at a time looks for it; the others do not wait.
/// Thread-safe.
/// </summary>
internal sealed class StoreWatch(TimeProvider clock)
{
    /// <summary>Between two looks for a store that is away.</summary>
    private static readonly TimeSpan _between = TimeSpan.FromSeconds(2);

    /// <summary>A look that takes longer finds nobody: a server may hang without ending the connection.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(10);

    private LoadedStore? _last;
    private Away? _away;
    private long _errors;
    private long _reads;
    private long _hits;

    /// <summary>How long the last content is answered with; zero for not at all.</summary>
    public TimeSpan Patience { get; set; }

    /// <summary>When the content was last seen to be the store's; null before the first time.</summary>
    public DateTimeOffset? Confirmed { get; private set; }

    /// <summary>Since when the content that is answered with could not be confirmed; null while the store is there.</summary>
    public DateTimeOffset? StaleSince => _away is null ? null : Confirmed;

    /// <summary>How often the store could not be reached or used.</summary>
    public long Errors => Interlocked.Read(ref _errors);

    /// <summary>How often the content had to be read.</summary>
    public long Reads => Interlocked.Read(ref _reads);

    /// <summary>How often the content in memory was the store's.</summary>
    public long Hits => Interlocked.Read(ref _hits);

    /// <summary>The content last seen; null before the first time.</summary>
    public LoadedStore? Last => _last;

    /// <param name="look">Gives the store's content as it is now.</param>
    /// <param name="cancellationToken">Who asks has gone.</param>
    /// <exception cref="StoreException">It is away, and has been for too long.</exception>
    public async Task<LoadedStore> SeeAsync(Func<CancellationToken, Task<LoadedStore>> look, CancellationToken cancellationToken)
    {
        if (Patience == default || _last is null)
            return await LookAsync(look, cancellationToken);
        if (Meanwhile() is { } known)
            return known;
        // Not ended with its asker: the others want to know what it finds.
        Task<LoadedStore> looking = LookAsync(look, CancellationToken.None);
        try
        {
            return await looking.WaitAsync(_longest, clock, cancellationToken);
        }
        catch (StoreUnreachableException) when (Missed() is { } last)
        {
            return last;
        }
        catch (TimeoutException)
        {
            _ = looking.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return Missed() ?? throw new StoreUnreachableException("L'archivio non ha risposto in tempo.", "Controllare il server e la rete, poi riprovare.");
        }
    }

    /// <summary>A store that is away is looked for by the next who asks: there is word of it.</summary>
    public void LookNow()
    {
        if (_away is { } away)
            Interlocked.CompareExchange(ref _away, away with { NextLook = default }, away);
    }

    private async Task<LoadedStore> LookAsync(Func<CancellationToken, Task<LoadedStore>> look, CancellationToken cancellationToken)
    {
        try
        {
            LoadedStore loaded = await look(cancellationToken);
            Confirmed = clock.GetUtcNow();
            Interlocked.Increment(ref ReferenceEquals(loaded, Interlocked.Exchange(ref _last, loaded)) ? ref _hits : ref _reads);
            _away = null;
            return loaded;
        }
        catch (StoreException failure)
        {
            Interlocked.Increment(ref _errors);
            // A store that is there and cannot be used is not waited for.
            if (failure is not StoreUnreachableException)
                _away = null;
            throw;
        }
    }

    /// <summary>The last content while the store is away; null for who shall look for it.</summary>
    private LoadedStore? Meanwhile()
    {
        Away? away = _away;
        DateTimeOffset now = clock.GetUtcNow();
        if (away is null || now - away.Since > Patience)
            return null;
        bool looks = now >= away.NextLook && ReferenceEquals(Interlocked.CompareExchange(ref _away, away with { NextLook = now + _between }, away), away);
        return looks ? null : away.Content;
    }

    private LoadedStore? Missed()
    {
        DateTimeOffset now = clock.GetUtcNow();
        Away away = _away ?? new Away(now, now, _last!.ConfirmedOnlyAt(Confirmed!.Value));
        _away = away with { NextLook = now + _between };
        return now - away.Since > Patience ? null : away.Content;
    }

    /// <param name="Since">When it was first missed.</param>
    /// <param name="NextLook">When it may be looked for again.</param>
    /// <param name="Content">The last, marked.</param>
    private sealed record Away(DateTimeOffset Since, DateTimeOffset NextLook, LoadedStore Content);
}
