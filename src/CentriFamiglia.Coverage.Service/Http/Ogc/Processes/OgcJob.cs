using CentriFamiglia.Coverage.Service.Http.Jobs;
using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Ogc.Documents;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Http.Ogc.Processes;

/// <summary>One execution of a process that goes on by itself, as the standard tells it.</summary>
internal static class OgcJob
{
    private const string ResultsRelation = "http://www.opengis.net/def/rel/ogc/1.0/results";

    public static string StatusOf(Job job) => job.State switch
    {
        JobState.Waiting => "accepted",
        JobState.Running => "running",
        JobState.Done => "successful",
        JobState.Stopped => "dismissed",
        _ => "failed",
    };

    /// <summary>Of computing; null where it has not begun.</summary>
    public static TimeSpan? DurationOf(Job job) => job.Begun is null ? null : job.Elapsed;

    /// <summary>As a statusInfo of the standard.</summary>
    /// <param name="addresses">Where links lead.</param>
    public static JsonObject Info(Job job, OgcAddresses addresses)
    {
        var info = new JsonObject
        {
            ["processID"] = job.Process,
            ["type"] = "process",
            ["jobID"] = job.Id,
            ["status"] = StatusOf(job),
            ["message"] = MessageOf(job),
            ["created"] = Cells.Instant(job.Asked),
        };
        if (job.Begun is { } begun)
            info["started"] = Cells.Instant(begun);
        if (job.Ended is { } ended)
            info["finished"] = Cells.Instant(ended);
        info["updated"] = Cells.Instant(DateTimeOffset.UtcNow);
        if (job.State == JobState.Done)
            info["progress"] = 100;
        else if (job.Progress is { } progress)
            info["progress"] = Math.Clamp(100 * progress.Done / progress.All, 0, 100);
        JsonArray links = [.. OgcDocuments.SelfAnd(addresses.Job(job.Id), OgcMedia.Json, "Stato del lavoro")];
        if (job.State == JobState.Done)
            links.Add(OgcDocuments.Link(addresses.Results(job.Id), ResultsRelation, job.IsDocument ? OgcMedia.Json : job.Format.MediaType, "Risultato"));
        info["links"] = links;
        return info;
    }

    private static string MessageOf(Job job) => job.State switch
    {
        JobState.Waiting => job.Before is > 0 ? $"In attesa: prima ci sono altre {job.Before} ricerche." : "In attesa.",
        JobState.Running => job.Progress is { } progress ? $"In corso: {progress.Done} parti di {progress.All}." : "In corso.",
        JobState.Done => "Finito.",
        JobState.Stopped => "Annullato.",
        _ => (job.Problem ?? Answers.Problem.Defect).Detail,
    };
}
