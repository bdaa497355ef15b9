using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Storage.GeoPackage;

/// <summary>Errors of SQLite in the planner's words.</summary>
internal static class GeoPackageErrors
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int Constraint = 19;
    private const int NotADatabase = 26;

    public static StoreException Translate(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        Busy or Locked => new StoreUnreachableException(
            $"L'archivio '{path}' è occupato da un altro programma.",
            "Attendere che l'altro programma finisca (o chiudere la modifica in QGIS) e riprovare.",
            error),
        ReadOnly => NotWritable(path, error),
        Full => NoSpace(path, error),
        CannotOpen => new StoreUnreachableException(
            $"L'archivio '{path}' non si può aprire.",
            "Controllare i permessi del file e della cartella.",
            error),
        NotADatabase => new StoreRefusedException(
            $"Il file '{path}' non è un GeoPackage.",
            "Indicare un altro nome con --store, oppure spostare il file.",
            error),
        Corrupt => Damaged(path, error),
        Constraint => new StoreRefusedException(
            $"I dati non rispettano i vincoli dell'archivio '{path}' ({error.Message}): niente è stato modificato.",
            "Controllare che nessun codice compaia due volte nei dati importati.",
            error),
        1 => Damaged(path, error),
        _ => new StoreUnreachableException(
            $"Errore di lettura o scrittura dell'archivio '{path}' (SQLite {error.SqliteErrorCode}).",
            "Controllare il disco e riprovare; se il file è in rete, copiarlo su un disco locale.",
            error),
    };

    // ENOSPC and EDQUOT of Linux, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows, as .NET keeps them.
    public static bool IsDiskFull(IOException error) => (error.HResult & 0xFFFF) is 28 or 122 or 112 or 39;

    public static StoreUnreachableException NoSpace(string path, Exception error) => new(
        $"Non c'è più spazio su disco per l'archivio '{path}': niente è stato modificato.",
        "Liberare spazio e riprovare.",
        error);

    public static bool IsDamage(DbException error) => error is SqliteException { SqliteErrorCode: 1 or Corrupt or NotADatabase };

    public static StoreUnreachableException NotWritable(string path, Exception? error = null) => new(
        $"L'archivio '{path}' non si può scrivere: il file o la cartella sono in sola lettura. Niente è stato modificato.",
        "Copiare il file in una cartella scrivibile o indicarne un'altra con --store.",
        error);

    public static StoreRefusedException Damaged(string path, Exception? error = null) => new(
        $"L'archivio '{path}' è danneggiato o incompleto.",
        "Ripristinare una copia, oppure spostare il file e importare di nuovo i dati.",
        error)
    {
        IsDamage = true,
    };

    public static StoreRefusedException IsDirectory(string path) => new(
        $"'{path}' è una cartella, non un archivio.",
        "Indicare con --store il nome di un file .gpkg.");

    public static StoreRefusedException NoDirectory(string path) => new(
        $"La cartella '{Path.GetDirectoryName(path)}' non esiste: l'archivio non si può creare.",
        "Creare la cartella o indicarne un'altra con --store.");

    public static StoreRefusedException Empty(string path) => new(
        $"Il file '{path}' è vuoto: non è un GeoPackage.",
        "Cancellare il file (verrà creato di nuovo) o indicare un altro nome con --store.");

    public static StoreRefusedException NotOurs(string path) => new(
        $"Il file '{path}' è un GeoPackage o un altro database, ma non un archivio di questo programma. Niente è stato modificato.",
        "Indicare un altro nome con --store; per caricarne i dati usare 'coverage import'.");
}
