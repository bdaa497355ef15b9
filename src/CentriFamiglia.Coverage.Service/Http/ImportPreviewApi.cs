using CentriFamiglia.Coverage.Import.Pages;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Asked;
using CentriFamiglia.Coverage.Service.Http.Documents;
using CentriFamiglia.Coverage.Service.Http.Safety;
using CentriFamiglia.Coverage.Service.Http.Searches;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using CentriFamiglia.Coverage.Service.Layers.Archive;
using Microsoft.AspNetCore.Http.Features;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>
/// <c>POST /api/v1/import-preview</c>: the report of an import of the file that is the content, and what would change. The same code as
/// <c>import --dry-run</c>: the store is not written, and the file is gone with the answer.
/// </summary>
internal sealed class ImportPreviewApi(AnalysisSource analyses, SearchQueues queues, ServiceOptions options, TimeProvider clock)
{
    private const string Path = "/api/v1/import-preview";

    /// <summary>A file may be packed: what it unpacks to is more, but not without end.</summary>
    private const int MostTimes = 10;

    private const int LongestName = 120;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = ActivatorUtilities.CreateInstance<ImportPreviewApi>(routes.ServiceProvider, TimeProvider.System);
        routes.MapPosted("/import-preview", api.AnswerAsync).WithName("import-preview").Needing(Deed.ReadFigures)
            .WithMetadata(new PreviewDocument(PreviewParameters.All), new TakesContent(Path, IsRead: false));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Values values = QueryValues.Read(context.Request.Query, PreviewParameters.All);
        string name = NameOf(values);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("coverage-");
        try
        {
            ImportRequest request = PreviewParameters.Request(System.IO.Path.Combine(folder.FullName, name), values);
            await KeepAsync(context, request.Path);
            LoadedStore loaded = await analyses.LoadAsync(context.RequestAborted);
            string client = context.Connection.RemoteIpAddress?.ToString() ?? "";
            Search work = queues.Quick.Join(Guid.NewGuid().ToString(), $"POST {Path}?file={name}", client, patient: false,
                _ => new Found("", AnswerOf(request, loaded, values.Choice(PreviewParameters.Format)!)));
            Found found = await queues.Quick.AnswerAsync(work, context.RequestAborted);
            context.Response.Headers.CacheControl = "no-store";
            await found.Answer!.SendAsync(context);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The report names the file as the user does; it is never a path.</summary>
    private static string NameOf(Values values)
    {
        string? name = values[PreviewParameters.File];
        return name is { Length: > 0 and <= LongestName } && name == System.IO.Path.GetFileName(name) && name.AsSpan().ContainsAny('\\', ':') is false
            && !name.Any(char.IsControl) && name.Trim('.', ' ').Length > 0
                ? name
                : throw new InputException(PreviewParameters.File.Name, name is null ? "manca il nome del file." : $"'{Shown.Of(name)}' non è il nome di un file.",
                    $"Scrivere il nome con la sua estensione, senza cartelle, fino a {LongestName} caratteri: sedi.xlsx.");
    }

    private async Task KeepAsync(HttpContext context, string path)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most)
            most.MaxRequestBodySize = options.MostFileBytes;
        try
        {
            await using FileStream file = File.Create(path);
            await context.Request.Body.CopyToAsync(file, context.RequestAborted);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new ProblemException(Problem.TooLargeFile(options.MostFileBytes >> 20));
        }
    }

    private Answer AnswerOf(ImportRequest request, LoadedStore loaded, string format)
    {
        FileLimits limits = FileLimits.Default with { MaxFileBytes = options.MostFileBytes, MaxExpandedBytes = options.MostFileBytes * MostTimes };
        ImportPreview preview = Preview(request, loaded, limits);
        if (format == "html")
        {
            string page = ReportPage.Write(preview.Result.Report, preview.Result.Next.Areas, clock.GetLocalNow(), trial: true);
            return Answer.Of("text/html; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(page), Coding.Plain, "rapporto.html");
        }

        return Answer.Of(PreviewLayer.Make(preview), LayerFormat.All.First(f => f.Name == format), Coding.Plain);
    }

    private ImportPreview Preview(ImportRequest request, LoadedStore loaded, FileLimits limits)
    {
        try
        {
            return ImportPreview.Of(request, loaded, analyses, limits);
        }
        catch (SourceFileException bad)
        {
            throw new InputException(PreviewParameters.File.Name, bad.Message, bad.Cure);
        }
    }
}
