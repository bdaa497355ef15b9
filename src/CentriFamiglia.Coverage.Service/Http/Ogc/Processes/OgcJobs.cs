using System.Collections.Concurrent;
using CentriFamiglia.Coverage.Service.Http.Searches;

namespace CentriFamiglia.Coverage.Service.Http.Ogc.Processes;

/// <summary>The jobs that can be asked for, as long as the list of searches knows them. Thread-safe.</summary>
internal sealed class OgcJobs(SearchList searches)
{
    private readonly ConcurrentDictionary<string, OgcJob> _jobs = new(StringComparer.Ordinal);

    /// <summary>The youngest first.</summary>
    public ImmutableArray<OgcJob> All
    {
        get
        {
            foreach (string id in _jobs.Keys.Where(id => searches.Find(id) is null))
                _jobs.TryRemove(id, out _);
            return [.. _jobs.Values.OrderByDescending(j => j.Asked.Started).ThenBy(j => j.Id, StringComparer.Ordinal)];
        }
    }

    public OgcJob Add(OgcJob job) => _jobs[job.Id] = job;

    /// <returns>Null where there is none of this id, or none any more.</returns>
    public OgcJob? Find(string id) => searches.Find(id) is null ? null : _jobs.GetValueOrDefault(id);

    public int? Before(OgcJob job) => searches.Before(job.Asked);

    public void Dismiss(OgcJob job) => searches.Stop(job.Asked);
}
