using System.Collections.Concurrent;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Asked;
using CentriFamiglia.Coverage.Service.Http.Searches;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Http.Jobs;

/// <summary>Jobs of this process alone: what a store of one's own has. A restart forgets them. Thread-safe.</summary>
internal sealed class MemoryJobs(SearchList searches, QuestionAnswers answers)
{
    private readonly ConcurrentDictionary<string, AskedJob> _jobs = new(StringComparer.Ordinal);

    /// <summary>The youngest first.</summary>
    public IEnumerable<Job> All
    {
        get
        {
            foreach (string id in _jobs.Keys.Where(id => searches.Find(id) is null))
                _jobs.TryRemove(id, out _);
            return _jobs.Keys.Select(Find).OfType<Job>().OrderByDescending(j => j.Asked).ThenBy(j => j.Id, StringComparer.Ordinal);
        }
    }

    /// <exception cref="ProblemException">Too many ask.</exception>
    public Job Add(AskedJob asked, LoadedStore loaded, string client)
    {
        AskedSearch search = searches.Add(asked.Text, answers.Later(asked.Question, loaded, client));
        _jobs[search.Id] = asked;
        return Of(asked, search);
    }

    /// <returns>Null where there is none of this id, or none any more.</returns>
    public Job? Find(string id) => searches.Find(id) is { } search && _jobs.TryGetValue(id, out AskedJob? asked) ? Of(asked, search) : null;

    /// <summary>The answer, waited for; its failure is thrown.</summary>
    public async Task<Answer?> AnswerAsync(string id) => searches.Find(id) is { } search ? (await search.Answer).Answer : null;

    /// <summary>Until it has ended, but not longer than this.</summary>
    public async Task WaitAsync(string id, TimeSpan most, CancellationToken cancellationToken)
    {
        if (searches.Find(id) is { } search)
            await Task.WhenAny(search.Answer, Task.Delay(most, cancellationToken));
    }

    public void Stop(string id)
    {
        if (searches.Find(id) is { } search)
            searches.Stop(search);
    }

    private Job Of(AskedJob asked, AskedSearch search) => new(search.Id, search.Question, StateOf(search))
    {
        Owner = asked.Owner,
        Asked = search.Started,
        Begun = search.Search.Begun,
        Ended = search.Search.Ended,
        Elapsed = search.Search.Elapsed,
        Before = searches.Before(search),
        Progress = search.Search.Progress,
        Problem = search.Answer.Exception?.GetBaseException() is { } failure ? Problem.Of(failure) ?? Problem.Defect : null,
        Process = asked.Process,
        IsDocument = asked.IsDocument,
        Format = asked.Question.Format,
    };

    private static JobState StateOf(AskedSearch search) => search switch
    {
        { IsStopped: true } => JobState.Stopped,
        { Answer.IsCompletedSuccessfully: true } => JobState.Done,
        { Answer.IsCompleted: true } => JobState.Failed,
        _ => search.Search.Begun is null ? JobState.Waiting : JobState.Running,
    };
}
