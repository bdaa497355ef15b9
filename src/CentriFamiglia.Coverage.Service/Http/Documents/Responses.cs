using CentriFamiglia.Coverage.Service.Http.Answers;
using Microsoft.OpenApi;
using static CentriFamiglia.Coverage.Service.Http.Documents.Schemas;

namespace CentriFamiglia.Coverage.Service.Http.Documents;

/// <summary>The answers that many operations have: problems, 202, 304.</summary>
internal static class Responses
{
    private static readonly Dictionary<string, string> _problems = new(StringComparer.Ordinal)
    {
        ["400"] = "Un parametro non è valido: campo e rimedio dicono quale e come.",
        ["401"] = "Il servizio risponde a chi ha fatto l'accesso: manca la sessione o il token, o non vale più.",
        ["403"] = "Non ammesso: il ruolo non lo consente, o è di un'altra ATS; senza accesso configurato, solo dal computer del servizio.",
        ["404"] = "Non c'è una ricerca con questo nome, o è stata annullata, o il suo risultato non si tiene più.",
        ["409"] = "I dati sono cambiati da quando la pagina li ha letti: ricaricarla.",
        ["412"] = "Non è più ciò che era stato letto, o c'è già: nulla è stato scritto.",
        ["413"] = "Il contenuto è più lungo di quanto il servizio accetta.",
        ["414"] = "L'indirizzo supera 4.096 caratteri: la stessa domanda si fa con POST.",
        ["415"] = "Il contenuto non è dichiarato come application/json.",
        ["428"] = "La riga c'è già: va detto con If-Match quale versione si è letta.",
        ["503"] = "L'archivio non è raggiungibile, o troppi chiedono: riprovare dopo Retry-After.",
        ["504"] = "La risposta non è arrivata nel tempo concesso: restringere la domanda, indicare time-limit, o chiederla con Prefer: respond-async.",
    };

    /// <summary>Adds problems by their status.</summary>
    public static OpenApiResponses With(this OpenApiResponses responses, params IEnumerable<string> statuses)
    {
        foreach (string status in statuses)
            responses[status] = OfProblem(_problems[status], retries: status == "503");
        return responses;
    }

    /// <summary>Adds a problem, with what it means here.</summary>
    public static OpenApiResponses Saying(this OpenApiResponses responses, string status, string description)
    {
        responses[status] = OfProblem(description, retries: false);
        return responses;
    }

    /// <summary>The search goes on: where to ask for it.</summary>
    public static OpenApiResponse Accepted(string description) => new()
    {
        Description = description,
        Headers = Headers(
            ("Location", Text("L'indirizzo della ricerca, /api/v1/searches/{id}.")),
            ("Preference-Applied", Word(["respond-async"])),
            ("Retry-After", Integer("Secondi dopo i quali chiedere di nuovo."))),
        Content = Content("application/json", Named("SearchAnswer")),
    };

    public static OpenApiResponse Unchanged() => new()
    {
        Description = "Chiesta con If-None-Match: la risposta è ancora quella.",
        Headers = Headers(("ETag", Tag())),
    };

    public static OpenApiSchema Tag() => Text("Etichetta della risposta, da ripetere in If-None-Match.");

    public static Dictionary<string, IOpenApiHeader> Headers(params IEnumerable<(string Name, OpenApiSchema Schema)> headers) =>
        headers.ToDictionary(h => h.Name, h => (IOpenApiHeader)new OpenApiHeader { Description = h.Schema.Description ?? h.Name, Schema = h.Schema }, StringComparer.Ordinal);

    public static Dictionary<string, OpenApiMediaType> Content(string mediaType, IOpenApiSchema schema, JsonNode? example = null) =>
        new(StringComparer.Ordinal) { [mediaType] = new OpenApiMediaType { Schema = schema, Example = example } };

    private static OpenApiResponse OfProblem(string description, bool retries) => new()
    {
        Description = description,
        Headers = retries ? Headers(("Retry-After", Integer("Secondi dopo i quali chiedere di nuovo."))) : null,
        Content = Content(Problem.MediaType, Named("Problem")),
    };
}
