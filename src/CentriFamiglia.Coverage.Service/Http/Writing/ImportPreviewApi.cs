using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Asked;
using CentriFamiglia.Coverage.Service.Http.Safety;
using CentriFamiglia.Coverage.Service.Http.Searches;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using CentriFamiglia.Coverage.Service.Layers.Archive;

namespace CentriFamiglia.Coverage.Service.Http.Writing;

/// <summary>
/// <c>POST /api/v1/import-preview</c>: the report of an import of the file that is the content, and what would change. The same code as
/// <c>import --dry-run</c>: the store is not written, and the file is gone with the answer.
/// </summary>
internal sealed class ImportPreviewApi(AnalysisSource analyses, SearchQueues queues, SentFiles files)
{
    private const string Path = "/api/v1/import-preview";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = ActivatorUtilities.CreateInstance<ImportPreviewApi>(routes.ServiceProvider);
        routes.MapPosted("/import-preview", api.AnswerAsync).WithName("import-preview").Needing(Deed.ReadFigures)
            .WithMetadata(new PreviewDocument(PreviewParameters.All), new TakesContent(Path, IsRead: false));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Values values = QueryValues.Read(context.Request.Query, PreviewParameters.All);
        await using SentFile file = await files.KeepAsync(context, values);
        LoadedStore loaded = await analyses.LoadAsync(context.RequestAborted);
        string client = context.Connection.RemoteIpAddress?.ToString() ?? "";
        Search work = queues.Quick.Join(Guid.NewGuid().ToString(), $"POST {Path}?file={System.IO.Path.GetFileName(file.Request.Path)}", client, patient: false, _ =>
        {
            ImportPreview preview = Preview(file.Request, loaded);
            return new Found("", files.AnswerOf(preview.Result, PreviewLayer.Make(preview), values.Choice(PreviewParameters.Format)!, trial: true));
        });
        Found found = await queues.Quick.AnswerAsync(work, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        // Who imports the file then says with it what it was tried on.
        context.Response.Headers.ETag = $"\"{SentFiles.TagOf(loaded)}\"";
        await found.Answer!.SendAsync(context);
    }

    private ImportPreview Preview(ImportRequest request, LoadedStore loaded)
    {
        try
        {
            return ImportPreview.Of(request, loaded, analyses, files.Limits);
        }
        catch (SourceFileException bad)
        {
            throw new InputException(PreviewParameters.File.Name, bad.Message, bad.Cure);
        }
    }
}
