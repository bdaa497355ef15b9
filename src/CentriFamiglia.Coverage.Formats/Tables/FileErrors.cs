namespace CentriFamiglia.Coverage.Formats.Tables;

/// <summary>The refusals that several readers share.</summary>
internal static class FileErrors
{
    public static SourceFileException TooManyRows(string name, FileLimits limits) => new(
        $"{name}: ha più di {limits.MaxRows} righe.",
        "Dividere il file in più parti.");

    public static SourceFileException TooManyColumns(string name, FileLimits limits) => new(
        $"{name}: ha più di {limits.MaxColumns} colonne.",
        "Tenere solo le colonne che servono; i modelli sono in docs/modelli.");

    public static SourceFileException TooBig(string name, long limit) => new(
        $"{name}: supera {limit / (1024 * 1024)} MB.",
        "Semplificare le geometrie o dividere il file in più parti.");

    public static SourceFileException ExpandsTooMuch(string name, FileLimits limits) => new(
        $"{name}: decompresso supera {limits.MaxExpandedBytes / (1024 * 1024)} MB o {limits.MaxExpansionRatio} volte la propria dimensione.",
        "Decomprimerlo e controllarne il contenuto, poi dividerlo in più parti.");

    public static SourceFileException Empty(string name) => new(
        $"{name}: il file è vuoto.",
        "Controllare che l'esportazione sia finita; i modelli sono in docs/modelli.");

    /// <summary>Why the system did not let a file be read or written, in words that end a sentence.</summary>
    public static string Why(Exception failure) => failure switch
    {
        FileNotFoundException => "il file non esiste",
        DirectoryNotFoundException => "la cartella non esiste",
        UnauthorizedAccessException => "accesso negato, oppure è una cartella",
        _ => failure.Message.ReplaceLineEndings(" "),
    };
}
