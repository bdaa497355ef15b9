using System.Text.Json;
using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Servers;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Http.Answers;

/// <summary>
/// An error over HTTP: <c>application/problem+json</c> (RFC 9457) in Italian, with the field that is wrong (<c>campo</c>) and the
/// cure (<c>rimedio</c>). Never a stack trace.
/// </summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">The kind of error, the same for every error of the kind.</param>
/// <param name="Detail">What happened this time.</param>
/// <param name="Field">Parameter or header that is wrong; null when none is.</param>
/// <param name="Cure">How to mend it.</param>
internal sealed record Problem(int Status, string Title, string Detail, string? Field, string Cure)
{
    public const string MediaType = "application/problem+json";

    /// <summary>Seconds after which a client may ask again; told with 503 alone.</summary>
    public int RetrySeconds { get; init; } = 5;

    /// <summary>URI of the kind of problem, where a standard gives it one.</summary>
    public string Type { get; init; } = "about:blank";

    // What the store says names its file or server: that is for the log, not for who asks.
    private const string StoreCure = "Riprovare fra poco; se dura, avvisare chi amministra il servizio: la causa è nel suo registro.";

    public static Problem? Of(Exception failure) => failure switch
    {
        ProblemException told => told.Problem,
        InputException bad => new(StatusCodes.Status400BadRequest, "Richiesta non valida", $"{bad.Field}: {bad.Message}", bad.Field, bad.Cure),
        CoverageInputException bad => new(StatusCodes.Status400BadRequest, "Richiesta non valida", bad.Message, null, "I valori ammessi sono descritti in /docs."),
        StoreChangedException => new(StatusCodes.Status409Conflict, "Cambiato nel frattempo",
            "Un altro ha cambiato la stessa cosa dopo che era stata letta: nulla è stato scritto.", null, "Leggerla di nuovo, e ripetere la modifica su ciò che c'è ora."),
        StoreForbiddenException no => new(StatusCodes.Status403Forbidden, "Non ammesso", no.Message, null, no.Cure),
        StoreUnreachableException => new(StatusCodes.Status503ServiceUnavailable, "Archivio non raggiungibile", "Il servizio non raggiunge il suo archivio.", null, StoreCure),
        StoreException => new(StatusCodes.Status503ServiceUnavailable, "Archivio non utilizzabile", "Il servizio non può usare il suo archivio.", null, StoreCure),
        RoadServerException away => new(StatusCodes.Status503ServiceUnavailable, "Server delle strade non utilizzabile", away.Message, SharedParameters.Travel.Name, away.Cure),
        BadHttpRequestException bad => new(bad.StatusCode, "Richiesta non valida", "La richiesta non rispetta i limiti del servizio.", null,
            "Accorciare la richiesta: un indirizzo tiene 4.096 caratteri, un contenuto (POST, dove è ammesso) 1 MB, una tabella da scaricare 8 MB."),
        _ => null,
    };

    public static Problem Defect { get; } = new(
        StatusCodes.Status500InternalServerError, "Difetto del programma", "La risposta non è stata calcolata per un difetto del programma.", null,
            "Riprovare; se si ripete, segnalarlo con l'ora e l'indirizzo.");

    /// <summary>An address that answers to a content only.</summary>
    public static Problem OnlyPosted { get; } = new(
        StatusCodes.Status405MethodNotAllowed, "Metodo non ammesso", "Questo indirizzo risponde a un contenuto: si chiede con POST.", null,
        "Usare POST, con il contenuto descritto in /docs. Nell'archivio non cambia nulla.");

    /// <summary>A file that is larger than the service takes.</summary>
    public static Problem TooLargeFile(long megabytes) => new(
        StatusCodes.Status413PayloadTooLarge, "File troppo grande", $"Il file supera {megabytes} MB.", "file",
        "Provare un file più piccolo, o usare 'coverage import --dry-run'; chi amministra il servizio cambia il limite con --file-limit.");

    /// <summary>What is asked rests on other data than the service has now.</summary>
    public static Problem OtherData(string read, string now) => new(
        StatusCodes.Status409Conflict, "Dati cambiati", $"La pagina mostra la versione {read[..12]} dei dati; l'archivio ora ha la versione {now[..12]}.", "snapshot",
        "Ricaricare la pagina, che mostrerà i dati di ora, e scaricare di nuovo.");

    /// <summary>No place is left in the line of the searches.</summary>
    public static Problem Busy(int seconds) => new(
        StatusCodes.Status503ServiceUnavailable, "Servizio occupato", "Ci sono già troppe ricerche in corso e in attesa.", null,
        $"Riprovare fra {seconds} secondi (Retry-After); la stessa domanda, quando ha avuto risposta, non si calcola più.")
    {
        RetrySeconds = seconds,
    };

    /// <summary>The first answers are not there yet.</summary>
    public static Problem Starting { get; } = new(
        StatusCodes.Status503ServiceUnavailable, "Avvio in corso", "Il servizio sta preparando le prime risposte.", null, "Riprovare fra un secondo.")
    {
        RetrySeconds = 1,
    };

    /// <summary>The administrator ended it.</summary>
    public static Problem Ended { get; } = new(
        StatusCodes.Status503ServiceUnavailable, "Ricerca annullata", "Chi amministra il servizio ha annullato la ricerca.", null,
            "Riprovare più tardi, o restringere la domanda.");

    /// <summary>A search that ran for longer than the service grants.</summary>
    public static Problem TooLong(int seconds) => new(
        StatusCodes.Status504GatewayTimeout, "Tempo scaduto", $"La ricerca è durata più di {seconds} secondi.", null,
        "Restringere la domanda (ats, spokes), indicare time-limit per avere il meglio trovato in quel tempo, oppure chiederla con Prefer: respond-async.");

    public static Problem OfStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => new(status, "Indirizzo inesistente", "A questo indirizzo non c'è nulla.", null, "Gli indirizzi del servizio sono elencati in /docs."),
        StatusCodes.Status405MethodNotAllowed => new(status, "Metodo non ammesso", "Il servizio è di sola lettura.", null,
            "Usare GET o HEAD; per cambiare i dati c'è il comando 'coverage import'."),
        StatusCodes.Status400BadRequest => new(status, "Richiesta non valida", "La richiesta non è scritta come vuole HTTP.", null, "Controllare la prima riga e le intestazioni."),
        StatusCodes.Status408RequestTimeout => new(status, "Richiesta incompleta", "La richiesta non è arrivata intera nel tempo concesso.", null, "Inviarla di nuovo."),
        StatusCodes.Status413PayloadTooLarge => new(status, "Richiesta troppo grande", "Il contenuto è più lungo di quanto il servizio accetta.", null,
            "Accorciare il contenuto, o toglierlo dove il servizio non ne accetta."),
        StatusCodes.Status414UriTooLong => new(status, "Indirizzo troppo lungo", "L'indirizzo supera 4.096 caratteri, o 65.536 sotto /ogc.", null,
            "Accorciarlo; dove un parametro è lungo (candidati) la stessa domanda si fa con POST e un contenuto JSON."),
        StatusCodes.Status415UnsupportedMediaType => new(status, "Contenuto non ammesso", "Il contenuto non è dichiarato come JSON.", "Content-Type",
            "Inviare un oggetto JSON con Content-Type: application/json."),
        StatusCodes.Status431RequestHeaderFieldsTooLarge => new(status, "Intestazioni troppo lunghe", "Le intestazioni superano 16 KB, o sono più di 64.", null,
            "Togliere le intestazioni e i cookie che non servono."),
        StatusCodes.Status504GatewayTimeout => new(status, "Tempo scaduto", "La risposta non è arrivata nel tempo concesso.", null,
            "Riprovare tra poco o restringere la richiesta."),
        _ => new(status, "Richiesta non riuscita", $"Il servizio ha risposto {status}.", null, "Gli indirizzi e i parametri sono descritti in /docs."),
    };

    /// <summary>The body, as it is sent.</summary>
    /// <param name="path">Of the request; null where it was not read.</param>
    public byte[] Bytes(string? path) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["type"] = Type,
            ["title"] = Title,
            ["status"] = Status,
            ["detail"] = Detail,
            ["instance"] = path is null ? null : Shown.Of(path),
            ["campo"] = Field,
            ["rimedio"] = Cure,
        },
        ServiceJson.Options);

    public async Task WriteAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        response.StatusCode = Status;
        response.ContentType = MediaType;
        response.Headers.CacheControl = "no-store";
        if (Status == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = RetrySeconds.ToString();
        if (EndsConnection(context.Request))
            response.Headers.Connection = "close";
        byte[] body = Bytes(context.Request.Path.Value ?? "/");
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(body, context.RequestAborted);
    }

    // A body that nobody read is more than the server takes: it will hang up, and who is not told would send the next question into the void.
    private bool EndsConnection(HttpRequest request) => HttpProtocol.IsHttp11(request.Protocol)
        && (Status == StatusCodes.Status414UriTooLong || request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0);
}
