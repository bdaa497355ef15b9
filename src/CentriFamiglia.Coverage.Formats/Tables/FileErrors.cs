namespace CentriFamiglia.Coverage.Formats.Tables;

/// <summary>The refusals that several readers share.</summary>
public static class FileErrors
{
    public const string LongCellCure = "Accorciare il testo; se la cella contiene altre righe del file, chiudere le virgolette che vi si aprono.";

    public static string LongCell(string cell, int length, FileLimits limits) => $"la cella {cell} ha {length} caratteri: il massimo è {limits.MaxCellChars}";

    public static SourceFileException TooManyRows(string name, FileLimits limits) => new(
        $"{name}: ha più di {limits.MaxRows} righe.",
        "Dividere il file in più parti.");

    public static SourceFileException TooManyColumns(string name, FileLimits limits) => new(
        $"{name}: ha più di {limits.MaxColumns} colonne.",
        "Tenere solo le colonne che servono; i modelli sono in docs/modelli.");

    public static SourceFileException TooManyFiles(string folder, int files, FileLimits limits) => new(
        $"la cartella «{folder}» ha {files} file e cartelle: se ne leggono al massimo {limits.MaxFiles}.",
        "Lasciarvi solo i file da importare, oppure importarli in più volte.");

    public static SourceFileException TooBig(string name, long limit) => new(
        $"{name}: supera {limit / (1024 * 1024)} MB.",
        "Semplificare le geometrie o dividere il file in più parti.");

    public static SourceFileException ExpandsTooMuch(string name, FileLimits limits) => new(
        $"{name}: decompresso supera {limits.MaxExpandedBytes / (1024 * 1024)} MB o {limits.MaxExpansionRatio} volte la propria dimensione.",
        "Decomprimerlo e controllarne il contenuto, poi dividerlo in più parti.");

    public static SourceFileException TooLongLine(string name, int line, int limit) => new(
        $"{name}: la riga {line} è lunga più di {limit / (1024 * 1024)} MB: mancano gli a capo.",
        "Esportarlo di nuovo dal programma di origine, con un a capo alla fine di ogni riga.");

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
