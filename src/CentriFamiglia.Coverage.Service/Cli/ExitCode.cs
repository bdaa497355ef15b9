namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>What the program ends with: the same for every verb.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary><c>check --strict</c> found violations, <c>verify</c> a difference.</summary>
    public const int Violations = 1;

    /// <summary>Bad input or usage.</summary>
    public const int BadInput = 2;

    /// <summary>The store, or the server of roads, cannot be reached.</summary>
    public const int StoreUnreachable = 3;

    /// <summary>A defect of the program.</summary>
    public const int Defect = 70;

    /// <summary>Stopped by the user, as shells count it.</summary>
    public const int Interrupted = 130;
}
