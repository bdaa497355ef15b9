using System.Collections.Concurrent;
using System.Security.Cryptography;
using CentriFamiglia.Coverage.Service.Http.Answers;

namespace CentriFamiglia.Coverage.Service.Http.Searches;

/// <summary>
/// Those who asked for a search and did not wait: while it goes on, and for a time after. In memory: a restart forgets them, and they
/// can be asked again. Where servers share a store, it keeps them instead.
/// </summary>
internal sealed class SearchList(SearchQueues queues)
{
    private const int MostKept = 64;
    private const int MostAsked = 256;

    private static readonly TimeSpan _kept = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, AskedSearch> _asked = new(StringComparer.Ordinal);

    /// <param name="question">Address and parameters, as asked.</param>
    /// <param name="search">Joined already; this keeps it going.</param>
    /// <exception cref="ProblemException">Too many are asked for and not answered yet.</exception>
    public AskedSearch Add(string question, Search search)
    {
        Forget();
        if (_asked.Count >= MostAsked)
        {
            queues.Long.Leave(search);
            throw new ProblemException(Problem.Busy(queues.Limits.MostSeconds));
        }

        var asked = new AskedSearch(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), question, search);
        _asked[asked.Id] = asked;
        return asked;
    }

    public AskedSearch? Find(string id) => _asked.GetValueOrDefault(id);

    /// <summary>What it has found so far is not kept; others who asked the same go on waiting.</summary>
    public void Stop(AskedSearch asked)
    {
        lock (asked)
        {
            if (asked.IsStopped)
                return;
            asked.IsStopped = true;
        }

        queues.Long.Leave(asked.Search);
    }

    public int? Before(AskedSearch asked) => queues.Long.Before(asked.Search);

    private void Forget()
    {
        foreach (AskedSearch old in _asked.Values.Where(s => s.IsStopped || s.Answer.IsCompleted).OrderByDescending(s => s.Started)
            .Where((s, at) => at >= MostKept || DateTimeOffset.UtcNow - s.Started > _kept))
            _asked.TryRemove(old.Id, out _);
    }
}
