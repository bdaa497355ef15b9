using CentriFamiglia.Coverage.Service.Http.Answers;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>The map's files, beside the program; where they were not built, one page that says so.</summary>
internal static class MapFiles
{
    private const string NotBuilt =
        """
        <!doctype html>
        <html lang="it"><head><meta charset="utf-8"><title>Centri per la Famiglia: copertura</title></head>
        <body><main><h1>La mappa non è stata costruita</h1>
        <p>Il programma è stato compilato senza la mappa (<code>-p:SkipMap=true</code>, oppure senza Node.js). Ricompilarlo con Node.js 20.19 o più nuovo.</p>
        <p>L'API funziona: <a href="/docs">descrizione e prove</a>, <a href="/api/v1/coverage?level=ambito&amp;f=csv">copertura degli Ambiti in CSV</a>.</p>
        </main></body></html>
        """;

    public static void Use(WebApplication app)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (!File.Exists(Path.Combine(folder, "index.html")))
        {
            app.MapRead("/", () => Results.Content(NotBuilt, "text/html; charset=utf-8")).ExcludeFromDescription();
            return;
        }

        var files = new PhysicalFileProvider(folder);
        app.Lifetime.ApplicationStopped.Register(files.Dispose);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = new FileExtensionContentTypeProvider { Mappings = { [".geojson"] = "application/geo+json" } },
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }
}
