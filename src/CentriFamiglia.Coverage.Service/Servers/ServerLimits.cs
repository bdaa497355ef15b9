namespace CentriFamiglia.Coverage.Service.Servers;

/// <summary>How much is asked of a server at once, and for how long it is waited for.</summary>
/// <param name="Parallel">Requests at a time, of the whole program.</param>
/// <param name="Attempts">Of one request, the first among them.</param>
internal sealed record ServerLimits(int Parallel, int Attempts)
{
    public static ServerLimits Usual { get; } = new(4, 5);

    /// <summary>For one answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Before the second attempt; twice as long before each further one.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Between two attempts, whatever the server says.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Of an answer, unpacked; a table of 10,000 pairs is a fifth of a megabyte.</summary>
    public int MostBytes { get; init; } = 8 << 20;
}
