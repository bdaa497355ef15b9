using System.Net.Sockets;
using CentriFamiglia.Coverage.Storage.Tables;
using Npgsql;

namespace CentriFamiglia.Coverage.Storage.PostGis;

/// <summary>Errors of PostgreSQL in the planner's words. What Npgsql says is kept as the inner error: it never holds the password.</summary>
internal static class PostGisErrors
{
    /// <summary>Whether the error is one of the server or the network, not of our own code.</summary>
    public static bool IsOfServer(Exception error) => error is NpgsqlException or SocketException or IOException or TimeoutException;

    /// <summary>Whether the connection broke, so that a new one may do.</summary>
    public static bool IsLostConnection(Exception error) => error switch
    {
        PostgresException postgres => IsStopping(postgres.SqlState),
        NpgsqlException { InnerException: TimeoutException } => false,
        NpgsqlException or SocketException or IOException => true,
        _ => false,
    };

    public static StoreException Translate(Exception error, string displayName) => error switch
    {
        PostgresException postgres => FromServer(postgres, displayName),
        TimeoutException or NpgsqlException { InnerException: TimeoutException } => Unreachable(
            displayName, "non ha risposto in tempo", "Controllare la rete e il carico del server, poi riprovare.", error),
        NpgsqlException { InnerException: SocketException socket } => NoServer(socket, displayName, error),
        SocketException socket => NoServer(socket, displayName, error),
        _ => Unreachable(displayName, "ha interrotto il collegamento", "Controllare che PostgreSQL sia acceso e riprovare.", error),
    };

    public static StoreRefusedException NotOurs(string displayName) => new(
        $"Il database '{displayName}' ha già uno schema 'coverage' che non è di questo programma. Niente è stato modificato.",
        "Indicare un altro database, oppure rinominare quello schema.");

    public static StoreRefusedException Damaged(string displayName, Exception? inner = null) => new(
        $"Lo schema 'coverage' del database '{displayName}' è incompleto o è stato modificato.",
        "Ripristinare una copia del database, oppure crearne uno nuovo e importare di nuovo i dati.",
        inner)
    {
        IsDamage = true,
    };

    public static StoreRefusedException NoPostGis(string displayName, PostgresException error) => error.SqlState == PostgresErrorCodes.InsufficientPrivilege
        ? new(
            $"Nel database '{displayName}' manca PostGIS e l'utente non può attivarlo.",
            "Chiedere all'amministratore di eseguire in quel database: create extension postgis;",
            error)
        : new(
            $"Sul server del database '{displayName}' PostGIS non è installato.",
            "Installarlo sul server (su Debian: apt-get install postgresql-15-postgis-3) e riprovare.",
            error);

    private static StoreException FromServer(PostgresException error, string displayName) => error.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => Unreachable(
            displayName, "ha rifiutato utente o password", "Controllare utente e password nella stringa di connessione.", error),
        PostgresErrorCodes.InvalidCatalogName => Unreachable(
            displayName, "non ha il database indicato", "Crearlo (createdb) o correggere il nome nella stringa di connessione.", error),
        PostgresErrorCodes.TooManyConnections => Unreachable(
            displayName, "ha troppi collegamenti aperti", "Riprovare tra poco o alzare max_connections.", error),
        PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected => Unreachable(
            displayName, "è occupato: l'operazione ha superato il tempo massimo", "Riprovare quando le altre scritture sono finite.", error),
        PostgresErrorCodes.DiskFull => Unreachable(
            displayName, "non ha più spazio su disco", "Liberare spazio sul server e riprovare.", error),
        PostgresErrorCodes.SerializationFailure => StoreChanged.Since(displayName),
        PostgresErrorCodes.InsufficientPrivilege when error.MessageText.Contains("row-level security", StringComparison.Ordinal) => new StoreForbiddenException(
            $"Non consentito: nel database '{displayName}' questa riga è di un'altra ATS. Nulla è stato scritto.",
            "Chiedere a chi ne risponde, oppure a chi amministra gli accessi un altro ruolo.",
            error),
        PostgresErrorCodes.InvalidParameterValue when error.MessageText.Contains("coverage_persona", StringComparison.Ordinal) => new StoreRefusedException(
            $"Nel database '{displayName}' manca il ruolo 'coverage_persona', con cui il servizio lavora per chi ha fatto l'accesso.",
            "Chiedere all'amministratore di eseguire in quel database: create role coverage_persona nologin; grant coverage_persona to UTENTE; select coverage.prepara_persona();",
            error),
        PostgresErrorCodes.InsufficientPrivilege => new StoreRefusedException(
            $"L'utente non ha i permessi necessari nel database '{displayName}': {error.MessageText}.",
            "Chiedere all'amministratore di dare all'utente lo schema 'coverage' (o il permesso CREATE sul database).",
            error),
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.UndefinedObject
            or PostgresErrorCodes.InvalidSchemaName => Damaged(displayName, error),
        PostgresErrorCodes.ReadOnlySqlTransaction => new StoreRefusedException(
            $"Il database '{displayName}' è in sola lettura. Niente è stato modificato.",
            "Collegarsi al server principale, non a una replica.",
            error),
        { } state when state.StartsWith("23", StringComparison.Ordinal) => new StoreRefusedException(
            $"I dati non rispettano i vincoli dell'archivio '{displayName}' ({error.MessageText}): niente è stato modificato.",
            "Controllare che nessun codice compaia due volte nei dati importati.",
            error),
        { } state when IsStopping(state) => Unreachable(displayName, "si sta avviando o fermando", "Riprovare tra poco.", error),
        { } state => new StoreRefusedException(
            $"Il database '{displayName}' ha rifiutato l'operazione (SQLSTATE {state}: {error.MessageText}).",
            "Controllare il registro del server PostgreSQL.",
            error),
    };

    // Class 08 is a connection failure, 57P the server being stopped or started.
    private static bool IsStopping(string state) =>
        state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("57P", StringComparison.Ordinal);

    private static StoreUnreachableException NoServer(SocketException socket, string displayName, Exception error) =>
        socket.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain
            ? Unreachable(displayName, "ha un nome che la rete non conosce", "Correggere il nome del server nella stringa di connessione.", error)
            : Unreachable(displayName, "non risponde", "Controllare che PostgreSQL sia acceso e che indirizzo e porta siano giusti.", error);

    private static StoreUnreachableException Unreachable(string displayName, string what, string cure, Exception error) =>
        new($"Il server {displayName} {what}.", cure, error);
}
