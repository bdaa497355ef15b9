using CentriFamiglia.Coverage.Service.Http.Searches;
using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Ogc.Documents;
using CentriFamiglia.Coverage.Service.Ogc.Processes;

namespace CentriFamiglia.Coverage.Service.Http.Ogc.Processes;

/// <summary>One execution of a process that goes on by itself.</summary>
/// <param name="Process">That runs.</param>
/// <param name="Request">What was asked of it.</param>
/// <param name="Asked">The search, with the id of the job.</param>
internal sealed record OgcJob(OgcProcess Process, ExecuteRequest Request, AskedSearch Asked)
{
    private const string ResultsRelation = "http://www.opengis.net/def/rel/ogc/1.0/results";

    public string Id => Asked.Id;

    public string Status => Asked.IsStopped ? "dismissed"
        : !Asked.Answer.IsCompleted ? Asked.Search.Begun is null ? "accepted" : "running"
        : Asked.Answer.IsCompletedSuccessfully ? "successful" : "failed";

    /// <summary>Of computing; null where it has not begun.</summary>
    public TimeSpan? Duration => Asked.Search.Begun is null ? null : Asked.Search.Elapsed;

    /// <summary>As a statusInfo of the standard.</summary>
    /// <param name="addresses">Where links lead.</param>
    /// <param name="before">Searches before it in the line; null when it is not there.</param>
    public JsonObject Info(OgcAddresses addresses, int? before)
    {
        string status = Status;
        var info = new JsonObject
        {
            ["processID"] = Process.Id,
            ["type"] = "process",
            ["jobID"] = Id,
            ["status"] = status,
            ["message"] = MessageOf(status, before),
            ["created"] = Cells.Instant(Asked.Started),
        };
        if (Asked.Search.Begun is { } begun)
            info["started"] = Cells.Instant(begun);
        if (Asked.Search.Ended is { } ended)
            info["finished"] = Cells.Instant(ended);
        info["updated"] = Cells.Instant(DateTimeOffset.UtcNow);
        if (status == "successful")
            info["progress"] = 100;
        else if (Asked.Search.Progress is { } progress)
            info["progress"] = Math.Clamp(100 * progress.Done / progress.All, 0, 100);
        JsonArray links = [.. OgcDocuments.SelfAnd(addresses.Job(Id), OgcMedia.Json, "Stato del lavoro")];
        if (status == "successful")
            links.Add(OgcDocuments.Link(addresses.Results(Id), ResultsRelation, Request.IsDocument ? OgcMedia.Json : Request.Format.MediaType, "Risultato"));
        info["links"] = links;
        return info;
    }

    private string MessageOf(string status, int? before) => status switch
    {
        "accepted" => before is > 0 ? $"In attesa: prima ci sono altre {before} ricerche." : "In attesa.",
        "running" => Asked.Search.Progress is { } progress ? $"In corso: {progress.Done} parti di {progress.All}." : "In corso.",
        "successful" => "Finito.",
        "dismissed" => "Annullato.",
        _ => Asked.Answer.Exception?.GetBaseException() is { } failure && Answers.Problem.Of(failure) is { } told ? told.Detail : Answers.Problem.Defect.Detail,
    };
}
