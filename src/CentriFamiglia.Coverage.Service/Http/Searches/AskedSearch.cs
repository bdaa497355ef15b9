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
}
