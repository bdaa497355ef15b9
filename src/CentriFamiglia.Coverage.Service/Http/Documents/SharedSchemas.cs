using CentriFamiglia.Coverage.Import;
using Microsoft.OpenApi;
using static CentriFamiglia.Coverage.Service.Http.Documents.Schemas;

namespace CentriFamiglia.Coverage.Service.Http.Documents;

/// <summary>Every schema of the API document, by name.</summary>
internal static class SharedSchemas
{
    public static IEnumerable<(string Name, IOpenApiSchema Schema)> All() =>
    [
        ("Meta", MetaSchemas.Common()),
        ("Travel", MetaSchemas.Travel()),
        ("Certificate", ProposalMeta.Certificate()),
        ("TrialSide", TrialMeta.Side()),
        ("TrialSede", TrialMeta.Sede()),
        ("TrialArea", TrialMeta.Area()),
        ("TrialNetwork", TrialMeta.Network()),
        ("TrialFund", TrialMeta.Fund()),
        ("TrialFinding", TrialMeta.Finding()),
        .. RowSchemas.All(),
        ("ImportRow", RowSchemas.Row(ReportLayer.Columns.Select(c => (c, (object?)null)))),
        ("ImportMeta", ImportMeta()),
        ("ImportAnswer", Object(("meta", Named("ImportMeta")), ("rows", Each(Named("ImportRow"))))),
        ("ImportedAnswer", Object(("meta", Object(ReportMembers())), ("rows", Each(Named("ImportRow"))))),
        .. WritingOperations.Schemas(),
        .. DecidingOperations.RowsOf(),
        ("SearchAnswer", Search()),
        ("SearchesAnswer", Searches()),
        ("Problem", Problem()),
    ];

    private static OpenApiSchema Problem() => Object(
        ("type", Text("URI del genere di errore; about:blank: lo dicono stato e titolo.")),
        ("title", Text("Il genere di errore.")),
        ("status", Integer("Stato HTTP.")),
        ("detail", Text("Che cosa è successo.")),
        ("instance", Text("L'indirizzo chiesto; null: non si è letto.").OrNull()),
        ("campo", Text("Parametro o intestazione sbagliata; null: nessuna.").OrNull()),
        ("rimedio", Text("Come rimediare."))).With("Un errore (RFC 9457).");

    private static OpenApiSchema Search() => Object(
        ("meta", Object(("titolo", Text()), ("inizio", Moment()), ("secondi", Number("Da quando è cominciata.")))),
        ("rows", Each(Object(
            ("id", Text()),
            ("stato", Word(["in_corso", "finita", "fallita", "annullata"])),
            ("davanti", Integer("Ricerche che aspettano prima di questa; null: non aspetta.").OrNull()),
            ("fatto", Integer("A che punto è; null: non si sa.").OrNull()),
            ("totale", Integer("Su quanti passi; null: non si sa.").OrNull()),
            ("domanda", Text("Indirizzo e parametri, come sono stati chiesti.")),
            ("risultato", Text("Dove chiederlo; null: non c'è ancora.").OrNull())))));

    private static OpenApiSchema Searches() => Object(
        ("meta", Object(
            ("titolo", Text()),
            ("in_corso", Integer()),
            ("in_attesa", Integer()),
            ("in_corso_al_piu", Integer()),
            ("in_attesa_al_piu", Integer()),
            ("secondi_al_piu", Integer()),
            ("unite", Integer("Richieste che hanno avuto la risposta di un'altra.")),
            ("risposte_tenute", Integer()),
            ("risposte_tenute_byte", Integer()),
            ("risposte_gia_pronte", Integer()))),
        ("rows", Each(Object(
            ("id", Text()),
            ("stato", Word(["in_corso", "in_attesa"])),
            ("domanda", Text()),
            ("da", Moment()),
            ("secondi", Number()),
            ("richieste", Integer()),
            ("indirizzi", Text("Di chi la chiede, separati da |.")),
            ("fatto", Integer().OrNull()),
            ("totale", Integer().OrNull())))));

    /// <summary>What every report of an import says.</summary>
    private static IEnumerable<(string Name, IOpenApiSchema Schema)> ReportMembers()
    {
        IEnumerable<(string, IOpenApiSchema)> counts = new[] { "righe_lette", "righe_accettate", "righe_rifiutate", "righe_corrette" }.Select(n => (n, (IOpenApiSchema)Integer()));
        return
        [
            ("importato", Flag()),
            ("simulazione", Flag()),
            .. counts,
            ("segnalazioni", Integer()),
            ("qualcosa_non_letto", Flag()),
            ("riassunto", Text()),
            ("file", Each(Object([("file", Text()), ("tipo", Text("null: non si riconosce.").OrNull()), ("sedi", Text().OrNull()), .. counts]))),
            ("gruppi", Each(Object(
                ("file", Text()),
                ("codice", Text()),
                ("gravita", Word(ReportLayer.Words)),
                ("colonna", Text().OrNull()),
                ("righe", Integer()),
                ("motivo", Text()),
                ("rimedio", Text().OrNull()),
                ("esempi", Texts()),
                ("valori", Texts())))),
        ];
    }

    private static OpenApiSchema ImportMeta()
    {
        OpenApiSchema operations = Word(SiteChange.Operations.Written);
        return Object(
        [
            .. ReportMembers(),
            ("generi", Texts("Che cosa un file può contenere.")),
            ("sedi", Text("Insieme di sedi di cui si parla; null: nessuno.").OrNull()),
            ("completo_prima", Texts()),
            ("completo_dopo", Texts()),
            ("reti", Each(Object(("op", Text()), ("id", Text()), ("nome", Text())))),
            ("modifiche", Each(Changes(operations), "Le modifiche alle sedi, come le legge what-if.")),
            ("modifiche_numero", Integer()),
            ("senza_rete", Texts()),
            ("prova_rifiutata", Object(("campo", Text()), ("motivo", Text()), ("rimedio", Text())).OrNull().With("Perché what-if non le prenderebbe; null: le prenderebbe.")),
            ("punti", Each(Object(
                ("id", Text().OrNull()), ("riga", Integer().OrNull()), ("lon", Number()), ("lat", Number()), ("esito", Word(["rifiutata", .. SiteChange.Operations.Written]))))),
        ]);
    }

    private static OpenApiSchema Changes(OpenApiSchema operations)
    {
        OpenApiSchema change = Object(("op", operations), ("id", Text()));
        change.AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Number | JsonSchemaType.Null };
        return change;
    }
}
