namespace CentriFamiglia.Coverage.Service.Http.Searches;

/// <summary>One asker of a search whose request was answered before the search had ended.</summary>
/// <param name="Id">Cannot be guessed.</param>
/// <param name="Question">Address and parameters, as asked.</param>
/// <param name="Search">What others may have asked for too.</param>
internal sealed record AskedSearch(string Id, string Question, Search Search)
{
    public DateTimeOffset Started { get; } = DateTimeOffset.UtcNow;

    /// <summary>This asker wants no answer any more.</summary>
    public bool IsStopped { get; set; }

    public Task<Found> Answer => Search.Answer;

    /// <summary>One row, with the times in the meta.</summary>
    /// <param name="before">Searches before it in the line; null when it is not there.</param>
    public JsonObject Status(int? before) => new()
    {
        ["meta"] = new JsonObject
        {
            ["titolo"] = "Ricerca in corso",
            ["inizio"] = Started.ToString("yyyy-MM-ddTHH:mm:ssZ"),
            ["secondi"] = Math.Round(Search.Elapsed.TotalSeconds, 3),
        },
        ["rows"] = new JsonArray(new JsonObject
        {
            ["id"] = Id,
            ["stato"] = State,
            ["davanti"] = before,
            ["fatto"] = Search.Progress?.Done,
            ["totale"] = Search.Progress?.All,
            ["domanda"] = Question,
            ["risultato"] = State == "finita" ? $"/api/v1/searches/{Id}/result" : null,
        }),
    };

    private string State => IsStopped ? "annullata" : !Answer.IsCompleted ? "in_corso" : Answer.IsCompletedSuccessfully ? "finita" : "fallita";
}
