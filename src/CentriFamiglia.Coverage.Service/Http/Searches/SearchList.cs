using System.Collections.Concurrent;
using System.Security.Cryptography;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http.Searches;

/// <summary>The searches that go on, and those that ended not long ago. In memory: a restart forgets them, and they can be asked again.</summary>
internal sealed class SearchList : IDisposable
{
    /// <summary>Searches at once: each takes a processor.</summary>
    public const int MostRunning = 4;

    private const int MostKept = 64;

    private static readonly TimeSpan _kept = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, RunningSearch> _searches = new(StringComparer.Ordinal);

    /// <summary>Starts one; null when too many go on already.</summary>
    public RunningSearch? Start(string question, LayerFormat format, Func<SearchWatch, Layer> answer)
    {
        Forget();
        if (_searches.Values.Count(s => !s.Answer.IsCompleted) >= MostRunning)
            return null;
        var search = new RunningSearch(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), question, format, answer);
        _searches[search.Id] = search;
        return search;
    }

    public RunningSearch? Find(string id) => _searches.GetValueOrDefault(id);

    /// <summary>How many go on.</summary>
    public int Running => _searches.Values.Count(s => !s.Answer.IsCompleted);

    public void Dispose()
    {
        foreach (RunningSearch search in _searches.Values)
            search.Dispose();
    }

    private void Forget()
    {
        foreach (RunningSearch old in _searches.Values.Where(s => s.Answer.IsCompleted).OrderByDescending(s => s.Started)
            .Where((s, at) => at >= MostKept || DateTime.UtcNow - s.Started > _kept))
        {
            if (_searches.TryRemove(old.Id, out RunningSearch? gone))
                gone.Dispose();
        }
    }
}
