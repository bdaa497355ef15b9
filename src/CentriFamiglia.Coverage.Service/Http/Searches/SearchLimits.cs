namespace CentriFamiglia.Coverage.Service.Http.Searches;

/// <summary>How much a service searches at once, and for how long.</summary>
/// <param name="MostRunning">Searches at once: each takes a processor, and one is left for answers.</param>
/// <param name="MostWaiting">Searches in the line; beyond it who asks is told to come back.</param>
/// <param name="MostSeconds">The longest <c>time-limit</c>, and what a search may take while its asker waits.</param>
public sealed record SearchLimits(int MostRunning, int MostWaiting, int MostSeconds)
{
    /// <summary>How many times as long a search may take that nobody waits for with a request open.</summary>
    public const int PatientTimes = 10;

    /// <summary>Processors less one, at least one; sixteen in the line; a minute.</summary>
    public static SearchLimits Usual { get; } = new(Math.Max(1, Environment.ProcessorCount - 1), 16, 60);
}
