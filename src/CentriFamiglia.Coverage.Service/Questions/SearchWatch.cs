namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>How a long answer is watched: it can be ended at any time, and says how far it is where it can.</summary>
/// <param name="Progress">Told how many parts are done, out of how many; on any thread.</param>
/// <param name="Stop">Ends the search with what is known.</param>
internal sealed record SearchWatch(Action<int, int> Progress, CancellationToken Stop)
{
    public static SearchWatch None { get; } = new((_, _) => { }, CancellationToken.None);
}
