using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Http.Jobs;

/// <summary>A search whose request was answered before it had ended, as whoever asked is told of it now.</summary>
/// <param name="Id">Cannot be guessed.</param>
/// <param name="Question">Address and parameters, as asked.</param>
/// <param name="State">How it stands.</param>
internal sealed record Job(string Id, string Question, JobState State)
{
    /// <summary>Who asked.</summary>
    public required string Owner { get; init; }

    public required DateTimeOffset Asked { get; init; }

    /// <summary>When it began to compute; null where it has not.</summary>
    public DateTimeOffset? Begun { get; init; }

    /// <summary>When it ended; null where it has not.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Of computing.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Searches before it in the line; null when it is not there.</summary>
    public int? Before { get; init; }

    /// <summary>Parts done, of how many; null where the search cannot say.</summary>
    public (int Done, int All)? Progress { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public Problem? Problem { get; init; }

    /// <summary>Of OGC API, where it was asked for as one; else null.</summary>
    public string? Process { get; init; }

    /// <summary>Whether the result stands in a document of that standard.</summary>
    public bool IsDocument { get; init; }

    /// <summary>Of the answer.</summary>
    public required LayerFormat Format { get; init; }

    public bool IsOver => State is JobState.Done or JobState.Failed or JobState.Stopped;

    /// <summary>Whether somebody may hear of it: who asked, and who runs the service; where nobody signs in, whoever has its name.</summary>
    public bool IsFor(Caller caller) => caller.May(Deed.Administer) || caller.Roles.Contains(Role.Unsigned) || caller.Id == Owner;

    /// <summary>One row, with the times in the meta. One that waits is under way for who asked.</summary>
    public JsonObject Status() => new()
    {
        ["meta"] = new JsonObject
        {
            ["titolo"] = "Ricerca in corso",
            ["inizio"] = Asked.ToString("yyyy-MM-ddTHH:mm:ssZ"),
            ["secondi"] = Math.Round(Elapsed.TotalSeconds, 3),
        },
        ["rows"] = new JsonArray(new JsonObject
        {
            ["id"] = Id,
            ["stato"] = JobWords.State.Of(State == JobState.Waiting ? JobState.Running : State),
            ["davanti"] = Before,
            ["fatto"] = Progress?.Done,
            ["totale"] = Progress?.All,
            ["domanda"] = Question,
            ["risultato"] = State == JobState.Done ? $"/api/v1/searches/{Id}/result" : null,
        }),
    };
}
