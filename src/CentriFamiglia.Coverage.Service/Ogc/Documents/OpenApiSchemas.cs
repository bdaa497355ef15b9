using CentriFamiglia.Coverage.Service.Ogc.Collections;
using static CentriFamiglia.Coverage.Service.Ogc.Documents.OpenApiParts;

namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>What answers hold, as OpenAPI 3.0 says it.</summary>
internal static class OpenApiSchemas
{
    /// <summary>What else may be answered to whatever is asked, by status.</summary>
    public static ImmutableArray<string> Problems { get; } = ["400", "404", "503"];

    private static readonly ImmutableArray<(string Status, string Description)> _problems =
    [
        ("400", "Un parametro è sconosciuto o il suo valore non è ammesso: campo e rimedio dicono quale e come."),
        ("404", "Non c'è una raccolta, un elemento, un processo o un lavoro con questo nome."),
        ("410", "Il lavoro è stato annullato: non ha un risultato."),
        ("413", "Il contenuto è troppo grande."),
        ("415", "Il contenuto non è JSON."),
        ("503", "L'archivio non è raggiungibile, o troppi chiedono: riprovare dopo Retry-After."),
    ];

    public static JsonObject Responses() => new(_problems.Select(p => KeyValuePair.Create(p.Status, (JsonNode?)ResponseOf(p.Status, p.Description))));

    /// <summary>Adds problems to the answers of an operation.</summary>
    /// <param name="statuses">Besides <see cref="Problems"/>.</param>
    public static JsonObject WithProblems(JsonObject responses, params IEnumerable<string> statuses)
    {
        foreach (string status in Problems.Concat(statuses).Order(StringComparer.Ordinal))
            responses[status] = new JsonObject { ["$ref"] = $"#/components/responses/{status}" };
        return responses;
    }

    /// <param name="collections">With the columns of each.</param>
    public static JsonObject All(IEnumerable<(OgcCollection Collection, FeatureSchema Schema)> collections) => new(
        OfServer().Concat(OpenApiFeatureSchemas.All(collections)).Concat(OpenApiTileSchemas.All()).Concat(OpenApiProcessSchemas.All())
            .Select(s => KeyValuePair.Create(s.Name, (JsonNode?)s.Schema)));

    private static IEnumerable<(string Name, JsonObject Schema)> OfServer() =>
    [
        ("link", Object(("href", Text()), ("rel", Text()), ("type", Text()), ("title", Text()), ("hreflang", Text()), ("templated?", Flag("Vero: href ha parti fra graffe.")))),
        ("landingPage", Object(("title", Text()), ("description", Text()), ("attribution", Text()), ("links", Links()), ("meta", Reference("meta")))),
        ("confClasses", Object(("conformsTo", ListOf(Text())), ("links", Links()))),
        ("openApi", Bag("Un documento OpenAPI 3.0.")),
        ("jsonSchema", Bag("Uno schema JSON (2019-09).")),
        ("extent", Object(("spatial", Object(("bbox", ListOf(ListOf(Number()).And("minItems", 4).And("maxItems", 6))), ("crs", Text()))))),
        ("collection", Object(
            ("id", Text()), ("title", Text()), ("description", Text()), ("attribution", Text()), ("itemType", Words("feature")), ("extent", Reference("extent")),
            ("crs", ListOf(Text())), ("storageCrs", Text()), ("links", Links()))),
        ("collections", Object(("links", Links()), ("crs", ListOf(Text())), ("collections", ListOf(Reference("collection"))), ("meta", Reference("meta")))),
        ("meta", Meta()),
        ("problem", Object(
            ("type", Text()), ("title", Text()), ("status", Integer()), ("detail", Text()), ("instance", Text().OrNull()), ("campo", Text().OrNull()), ("rimedio", Text()))),
    ];

    private static JsonObject Meta() => Object(
        ("titolo", Text("Titolo delle righe.")),
        ("data", Moment("Quando le cifre sono state calcolate, UTC.")),
        ("programma", Text("Nome e versione del programma.")),
        ("fotografia", Object(("hash", Text("SHA-256 dei dati.")), ("alla_data", Day("Giorno a cui valgono.")), ("revisione", Integer("Revisione dell'archivio.")))),
        ("regole", Object(
            ("id", Text()), ("titolo", Text()), ("data", Day()), ("testo_caricato", Flag()), ("base", Text().OrNull()), ("valido_dal", Day().OrNull()),
            ("valido_al", Day().OrNull()), ("sha256", Text()))),
        ("sedi", Object(
            ("insieme", Words(SiteSet.Names)), ("completo", Flag()), ("completo_per", ListOf(Text("ATS."))), ("dimostrativo", Flag("Vero se contiene sedi inventate.")),
            ("sedi_attive", Count()), ("reti", Count()), ("reti_non_in_corso", Count()))),
        ("domanda", Object(
            ("punti", Count()), ("descrizione", Text()), ("tipo", Text()), ("nome", Text()), ("anno", Integer().OrNull()), ("fonte", Text()),
            ("comuni_senza_dato?", Count()))),
        ("non_aggiornato_dal?", Moment("Da quando l'archivio non risponde: le cifre sono dei dati letti prima.")),
        ("viaggio?", Bag("Da dove vengono i tempi, con il loro errore.")),
        ("residenti_esclusi", Count("Residenti dei comuni NON_CARICATO, che nessuna cifra conta.")),
        ("comuni_esclusi", Count()),
        ("fonte_stato", Words(Vocabulary.Evidence.Written)),
        ("licenza", Object(("nome", Text()), ("indirizzo", Text()))),
        ("attribuzioni", ListOf(Text())),
        ("avvertenze", ListOf(Text("Frase senza la quale le cifre non si devono leggere."))))
        .And("description", "Su che cosa poggia la risposta.");

    private static JsonObject ResponseOf(string status, string description)
    {
        var response = new JsonObject { ["description"] = description };
        if (status == "503")
            response["headers"] = new JsonObject { ["Retry-After"] = new JsonObject { ["description"] = "Secondi dopo i quali chiedere di nuovo.", ["schema"] = Integer() } };
        response["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = Reference("problem") } };
        return response;
    }
}
