using System.Diagnostics;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http.Searches;

/// <summary>One search that goes on after its request was answered.</summary>
internal sealed class RunningSearch : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _done;
    private int _all;

    /// <param name="id">Cannot be guessed.</param>
    /// <param name="question">Address and parameters, as asked.</param>
    /// <param name="format">In which the answer was asked for.</param>
    /// <param name="answer">Runs on a thread of its own.</param>
    public RunningSearch(string id, string question, LayerFormat format, Func<SearchWatch, Layer> answer)
    {
        (Id, Question, Format) = (id, question, format);
        var watch = new SearchWatch((done, all) => (_done, _all) = (Math.Max(done, Volatile.Read(ref _done)), all), _stop.Token);
        Answer = Task.Factory.StartNew(
            () =>
            {
                try
                {
                    return answer(watch);
                }
                finally
                {
                    _watch.Stop();
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public string Id { get; }

    public string Question { get; }

    public LayerFormat Format { get; }

    /// <summary>The rows, or what kept them from being made.</summary>
    public Task<Layer> Answer { get; }

    public bool IsStopped => _stop.IsCancellationRequested;

    public DateTime Started { get; } = DateTime.UtcNow;

    /// <summary>Ends it; what it has found so far is not kept.</summary>
    public void Stop() => _stop.Cancel();

    /// <summary>One row, with the times in the meta.</summary>
    public JsonObject Status() => new()
    {
        ["meta"] = new JsonObject
        {
            ["titolo"] = "Ricerca in corso",
            ["inizio"] = Started.ToString("yyyy-MM-ddTHH:mm:ssZ"),
            ["secondi"] = Math.Round(_watch.Elapsed.TotalSeconds, 3),
        },
        ["rows"] = new JsonArray(new JsonObject
        {
            ["id"] = Id,
            ["stato"] = State,
            ["fatto"] = _all > 0 ? _done : null,
            ["totale"] = _all > 0 ? _all : null,
            ["domanda"] = Question,
            ["risultato"] = State == "finita" ? $"/api/v1/searches/{Id}/result" : null,
        }),
    };

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private string State => IsStopped ? "annullata" : !Answer.IsCompleted ? "in_corso" : Answer.IsCompletedSuccessfully ? "finita" : "fallita";
}
