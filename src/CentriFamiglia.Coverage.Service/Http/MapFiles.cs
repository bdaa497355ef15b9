using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>The map's files, beside the program; where they were not built, one page that says so.</summary>
internal static class MapFiles
{
    /// <summary>Ending of a file that the build of the map packed once, better than an answer can be on its way.</summary>
    private const string Packed = ".br";

    /// <summary>The page of words that goes with the map.</summary>
    private const string Guide = "/guida";

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
            app.MapRead("/", () => Results.Content(NotBuilt, "text/html; charset=utf-8")).ExcludeFromDescription().Open();
            return;
        }

        var files = new PhysicalFileProvider(folder);
        app.Lifetime.ApplicationStopped.Register(files.Dispose);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        var types = new FileExtensionContentTypeProvider { Mappings = { [".geojson"] = "application/geo+json" } };
        app.Use((context, next) =>
        {
            if (context.Request.Path == Guide)
                context.Request.Path = Guide + ".html";
            PathString path = context.Request.Path;
            if (path.StartsWithSegments("/assets", StringComparison.Ordinal) && Coding.Of(context.Request) == Coding.Brotli && files.GetFileInfo(path + Packed).Exists)
                context.Request.Path = path + Packed;
            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = new PackedTypes(types),
            OnPrepareResponse = file => SayHow(file.Context),
        });
    }

    private static void SayHow(HttpContext context)
    {
        bool isAsset = context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal);
        context.Response.Headers.CacheControl = isAsset ? "public, max-age=31536000, immutable" : "no-cache";
        if (!context.Request.Path.Value!.EndsWith(Packed, StringComparison.Ordinal))
            return;
        context.Response.Headers.ContentEncoding = Coding.Brotli.Name;
        context.Response.Headers.Vary = "Accept-Encoding";
    }

    /// <summary>A packed file is of the type of what it holds.</summary>
    private sealed class PackedTypes(FileExtensionContentTypeProvider types) : IContentTypeProvider
    {
        public bool TryGetContentType(string subpath, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out string contentType) =>
            types.TryGetContentType(subpath.EndsWith(Packed, StringComparison.Ordinal) ? subpath[..^Packed.Length] : subpath, out contentType);
    }
}
