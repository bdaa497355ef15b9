using System.Collections.Concurrent;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Asked;
using CentriFamiglia.Coverage.Service.Http.Searches;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Http.Jobs;

/// <summary>
/// Takes jobs from a shared store as long as the queue of the searches has a place free, and computes them. While it does it says so; where it could not
/// for too long it stops by itself, before another may begin them anew.
/// </summary>
internal sealed class JobRunner(AnalysisSource analyses, StoreNews news, SearchQueues queues, QuestionAnswers answers, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly TimeSpan _beat = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _alone = IJobBoard.Silence - TimeSpan.FromSeconds(4);
    private static readonly TimeSpan _sweep = TimeSpan.FromMinutes(1);

    /// <summary>So many servers that fell silent over one job are no chance.</summary>
    private const int MostFalls = 3;

    private static readonly Problem _fatal = new(StatusCodes.Status500InternalServerError, "Ricerca abbandonata",
        $"Il programma si è fermato {MostFalls} volte mentre la calcolava.", null, "Restringere la domanda; se si ripete, segnalarlo con l'ora e l'indirizzo.");

    private readonly IJobBoard? _board = analyses.Store.Jobs;
    private readonly string _server = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";
    private readonly ConcurrentDictionary<string, HeldJob> _held = new(StringComparer.Ordinal);
    private readonly Pulse _places = new();
    private bool _isOpen;
    private bool _hasTaken;
    private long _run;

    /// <summary>Jobs that this server computed to their end.</summary>
    public long Run => Interlocked.Read(ref _run);

    public int RetrySeconds => queues.Limits.MostSeconds;

    /// <summary>There may be something to take.</summary>
    public void Look() => _places.Beat();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        foreach (HeldJob held in _held.Values)
            held.Leave();
        // Also what the database gave while the answer was no longer waited for.
        if (_board is not null && _hasTaken)
            await TriedAsync(() => _board.GiveBackAsync(_server, null, cancellationToken));
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        _board is null ? Task.CompletedTask : Task.WhenAll(Task.Run(() => TakeAsync(stoppingToken), stoppingToken), Task.Run(() => BeatAsync(stoppingToken), stoppingToken));

    private async Task TakeAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            Task heard = news.Jobs.Next, free = _places.Next;
            await TriedAsync(async () =>
            {
                while (HasPlace() && await IsOpenAsync(stopping) && await NextAsync(stopping) is { } job)
                    Begin(job, stopping);
            });
            await Pulse.WaitAsync(Task.WhenAny(heard, free), _beat, stopping);
        }
    }

    private bool HasPlace() =>
        _held.Count < queues.Limits.MostRunning && queues.Long.Running + queues.Long.Waiting < queues.Limits.MostRunning;

    private Task<KeptJob?> NextAsync(CancellationToken stopping)
    {
        _hasTaken = true;
        return _board!.TakeAsync(_server, stopping);
    }

    private async Task<bool> IsOpenAsync(CancellationToken stopping) => _isOpen || (_isOpen = await _board!.IsOpenAsync(stopping));

    private void Begin(KeptJob job, CancellationToken stopping)
    {
        var held = new HeldJob(job, queues);
        _held[job.Asked.Id] = held;
        _ = Task.Run(
            async () =>
            {
                await TriedAsync(() => ComputeAsync(held, stopping));
                _held.TryRemove(KeyValuePair.Create(job.Asked.Id, held));
                Look();
            },
            CancellationToken.None);
    }

    private async Task ComputeAsync(HeldJob held, CancellationToken stopping)
    {
        JobResult result;
        try
        {
            if (held.Job.Falls >= MostFalls)
                throw new ProblemException(_fatal);
            LoadedStore loaded = await analyses.LoadAsync(stopping);
            Search search = answers.Later(AskedJob.Read(held.Job.Asked.Question), loaded, held.Job.Asked.Owner);
            result = StoredJobs.ResultOf((await held.AnswerAsync(search)).Answer!);
            Interlocked.Increment(ref _run);
        }
        catch (OperationCanceledException)
        {
            // Stopped, or lost: whoever did so has told it, or takes it.
            return;
        }
        catch (Exception failure) when (failure is StoreException || (failure is ProblemException { Problem.Title: var title } && title == Problem.Busy(1).Title))
        {
            // Not the job's fault: another server, or this one in a moment.
            await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
            await _board!.GiveBackAsync(_server, held.Job, CancellationToken.None);
            return;
        }
        catch (Exception failure)
        {
            Problem? told = Problem.Of(failure);
            if (told is null)
                log.LogError(failure, "Difetto durante {Path}", held.Job.Asked.Shown.Split('?')[0]);
            result = StoredJobs.ResultOf(told ?? Problem.Defect);
        }

        await EndAsync(held, result);
    }

    /// <summary>Told as soon as the store can be told, as long as nobody else has taken it.</summary>
    private async Task EndAsync(HeldJob held, JobResult result)
    {
        while (!held.IsLeft)
        {
            try
            {
                await _board!.EndAsync(_server, held.Job, result, CancellationToken.None);
                return;
            }
            catch (StoreUnreachableException)
            {
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }

    private async Task BeatAsync(CancellationToken stopping)
    {
        long swept = Environment.TickCount64;
        while (!stopping.IsCancellationRequested)
        {
            Task heard = news.Jobs.Next;
            HeldJob[] held = [.. _held.Values];
            if (held.Length > 0)
                await TriedAsync(() => BeatAsync(held, stopping));
            foreach (HeldJob silent in held.Where(h => h.SinceTold > _alone))
                silent.Leave();
            if (Environment.TickCount64 - swept > _sweep.TotalMilliseconds)
            {
                swept = Environment.TickCount64;
                await TriedAsync(async () =>
                {
                    if (await IsOpenAsync(stopping))
                        await _board!.SweepAsync(stopping);
                });
            }

            await Pulse.WaitAsync(heard, _beat, stopping);
        }
    }

    private async Task BeatAsync(HeldJob[] held, CancellationToken stopping)
    {
        long asked = Environment.TickCount64;
        using var most = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        most.CancelAfter(_beat);
        ImmutableHashSet<string> ours = await _board!.BeatAsync(_server, [.. held.Select(h => h.Beat())], most.Token);
        foreach (HeldJob job in held)
        {
            if (ours.Contains(job.Job.Asked.Id))
                job.Told(asked);
            else
                job.Leave();
        }
    }

    private async Task TriedAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is StoreException or OperationCanceledException)
        {
            // Tried again with the next beat; the store's absence is told to whoever asks.
        }
        catch (Exception failure)
        {
            // The service goes on: it answers, whatever becomes of the jobs.
            log.LogError(failure, "Difetto nei lavori dell'archivio condiviso");
        }
    }
}
