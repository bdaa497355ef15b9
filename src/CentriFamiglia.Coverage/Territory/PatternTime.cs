namespace CentriFamiglia.Coverage.Territory;

/// <summary>
/// How long a regular expression may look at a text. The clock on the wall runs on while a busy machine does other work: at one second an
/// ordinary list of opening hours was given up now and then. A minute is met only by a text made to be slow.
/// </summary>
public static class PatternTime
{
    public const int Milliseconds = 60_000;

    public static TimeSpan Most { get; } = TimeSpan.FromMilliseconds(Milliseconds);
}
