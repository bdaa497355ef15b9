using Microsoft.OpenApi;

namespace CentriFamiglia.Coverage.Service.Http.Documents;

/// <summary>Under which headings the operations stand.</summary>
internal static class ApiTags
{
    public const string Questions = "Domande", Deciding = "Decisioni", Writing = "Archivio", Files = "File", Searches = "Ricerche", Service = "Servizio";

    public static ISet<OpenApiTag> All() => new HashSet<OpenApiTag>
    {
        new() { Name = Questions, Description = "Una domanda, le sue righe: gli stessi parametri e le stesse righe dei comandi." },
        new() { Name = Deciding, Description = "Scenari, analisi congelate, decisioni, collegamenti, registro: li scrive chi ne ha il ruolo." },
        new() { Name = Writing, Description = "Sedi, reti e appartenenze riga per riga, e i file che entrano nell'archivio: li scrive chi ne ha il ruolo." },
        new() { Name = Files, Description = "Ciò che si scarica o si prova con un file: nulla è conservato." },
        new() { Name = Searches, Description = "Le ricerche chieste con Prefer: respond-async, e quelle in corso." },
        new() { Name = Service, Description = "Se il servizio risponde, e a chi." },
    };

    public static void Set(OpenApiOperation operation, string tag, OpenApiDocument? document) =>
        operation.Tags = new HashSet<OpenApiTagReference> { new(tag, document) };
}
