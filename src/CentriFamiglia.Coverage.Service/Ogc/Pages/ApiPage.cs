using CentriFamiglia.Coverage.Service.Ogc.Documents;
using static CentriFamiglia.Coverage.Service.Ogc.Pages.HtmlFrame;

namespace CentriFamiglia.Coverage.Service.Ogc.Pages;

/// <summary>The description of the API for people: the addresses, and the parameters that all collections share.</summary>
internal static class ApiPage
{
    private static readonly (string Path, string What)[] _paths =
    [
        ("", "Pagina iniziale."),
        ("/conformance", "Classi di conformità."),
        ("/api", "Questa pagina; in JSON il documento OpenAPI 3.0."),
        ("/collections", "Le raccolte."),
        ("/collections/{id}", "Una raccolta."),
        ("/collections/{id}/queryables", "Le proprietà con cui filtrare."),
        ("/collections/{id}/schema", "Lo schema degli elementi."),
        ("/collections/{id}/items", "Gli elementi."),
        ("/collections/{id}/items/{elemento}", "Un elemento."),
        ("/processes", "I processi: ciò che si calcola su richiesta."),
        ("/processes/{id}", "Un processo, con i suoi input."),
        ("/processes/{id}/execution", "La sua esecuzione, con POST."),
        ("/jobs", "I lavori in corso e finiti."),
        ("/jobs/{id}", "Un lavoro; DELETE lo annulla."),
        ("/jobs/{id}/results", "Il risultato di un lavoro."),
    ];

    public static string Of(OgcAddresses addresses, string? foot)
    {
        IEnumerable<string> parameters = OpenApiParameters.Shared().Select(p => p.Value!).Where(p => (string)p["in"]! == "query")
            .Select(p => $"<dt><code>{Text((string)p["name"]!)}</code></dt><dd>{Text((string)p["description"]!)}</dd>\n");
        return HtmlFrame.Of(addresses.Root, "Descrizione dell'API", [(addresses.Root, "OGC API")], addresses.Api + "?f=json",
            $"""
            <p>OGC API - Features e OGC API - Processes: si legge con GET, da programmi come QGIS e GDAL o da qui.</p>
            <h2>Indirizzi</h2>
            <dl class="list">
            {string.Concat(_paths.Select(p => $"<dt><code>{Text(addresses.Root + p.Path)}</code></dt><dd>{Text(p.What)}</dd>\n"))}</dl>
            <h2>Parametri degli elementi</h2>
            <dl class="list">
            {string.Concat(parameters)}</dl>
            <p>Ogni proprietà di una raccolta è anch'essa un parametro: <code>ats=Bergamo</code>. I filtri si scrivono in CQL2:
            <code>filter=residenti &gt; 10000 AND S_INTERSECTS(geometry, BBOX(9.5,45.5,10,46))</code>.</p>
            """, foot);
    }
}
