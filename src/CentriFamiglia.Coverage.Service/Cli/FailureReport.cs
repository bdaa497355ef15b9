using CentriFamiglia.Coverage.Service.Servers;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>Turns an exception into its message, its cure and its exit code.</summary>
internal static class FailureReport
{
    /// <summary>With this variable set to 1 the stack of a defect is shown.</summary>
    private const string DebugVariable = "COVERAGE_DEBUG";

    public static int Report(Exception failure, TextWriter error)
    {
        (int code, string message, string? cure) = Describe(failure);
        error.WriteLine($"Errore: {message}");
        if (cure is not null)
            error.WriteLine($"Rimedio: {cure}");
        if (Environment.GetEnvironmentVariable(DebugVariable) == "1")
            error.WriteLine(failure);
        return code;
    }

    private static (int Code, string Message, string? Cure) Describe(Exception failure) => failure switch
    {
        InputException bad => (ExitCode.BadInput, $"{bad.Field}: {bad.Message}", bad.Cure),
        CoverageInputException bad => (ExitCode.BadInput, bad.Message, null),
        SourceFileException file => (ExitCode.BadInput, file.Message, file.Cure),
        StoreUnreachableException store => (ExitCode.StoreUnreachable, store.Message, store.Cure),
        RoadServerException server => (ExitCode.StoreUnreachable, server.Message, server.Cure),
        StoreException store => (ExitCode.BadInput, store.Message, store.Cure),
        UnauthorizedAccessException denied => (ExitCode.BadInput, $"accesso negato: {Line(denied)}", "Controllare i permessi del file o della cartella."),
        IOException io => (ExitCode.BadInput, $"lettura o scrittura non riuscita: {Line(io)}", "Controllare il percorso, i permessi e lo spazio sul disco."),
        OperationCanceledException => (ExitCode.Interrupted, "interrotto; nulla è stato scritto a metà.", null),
        _ => (ExitCode.Defect, $"difetto del programma ({failure.GetType().Name}): {Line(failure)}", $"Segnalarlo; con {DebugVariable}=1 si vedono i dettagli."),
    };

    private static string Line(Exception failure) => failure.Message.ReplaceLineEndings(" ");
}
