using CentriFamiglia.Coverage.Import;
using CentriFamiglia.Coverage.Service.Deciding.Writing;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Asked;
using CentriFamiglia.Coverage.Service.Http.Deciding;
using CentriFamiglia.Coverage.Service.Http.Safety;
using CentriFamiglia.Coverage.Service.Http.Searches;
using CentriFamiglia.Coverage.Service.Http.SignIn;

namespace CentriFamiglia.Coverage.Service.Http.Writing;

/// <summary>
/// <c>POST /api/v1/import</c>: the file that is the content, into the store. The same parameters and report as the preview; with <c>If-Match</c> it is
/// written only where the data are still those of the preview.
/// </summary>
internal sealed class ImportApi(SearchQueues queues, SentFiles files)
{
    public const string Path = "/api/v1/import";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = ActivatorUtilities.CreateInstance<ImportApi>(routes.ServiceProvider);
        routes.MapPosted("/import", (HttpContext context, DeskDoor door) => api.AnswerAsync(context, door)).WithName("import").Needing(Deed.WriteTerritory)
            .WithMetadata(new TakesContent(Path, IsRead: false));
    }

    private async Task AnswerAsync(HttpContext context, DeskDoor door)
    {
        Values values = QueryValues.Read(context.Request.Query, PreviewParameters.All);
        await using SentFile file = await files.KeepAsync(context, values);
        if (context.Request.Headers.IfMatch is [{ Length: > 0 } seen])
        {
            LoadedStore loaded = await door.LoadAsync(context.RequestAborted);
            if (seen.Trim('"') != SentFiles.TagOf(loaded))
            {
                throw new ProblemException(new Problem(StatusCodes.Status412PreconditionFailed, "Dati cambiati",
                    "Dalla prova del file i dati sono cambiati: nulla è stato scritto.", "If-Match", "Provare di nuovo il file, e poi importarlo."));
            }
        }

        string client = context.Connection.RemoteIpAddress?.ToString() ?? "";
        string name = System.IO.Path.GetFileName(file.Request.Path), format = values.Choice(PreviewParameters.Format)!;
        bool isApplied = false;
        Search work = queues.Quick.Join(Guid.NewGuid().ToString(), $"POST {Path}?file={name}", client, patient: true, watch =>
        {
            try
            {
                ImportResult result = new ImportDesk(door.Store).ImportAsync(file.Request, door.Actor.Does("archivio.importa")(name), dryRun: false, files.Limits, watch.Stop)
                    .GetAwaiter().GetResult();
                isApplied = result.Applied;
                return new Found("", files.AnswerOf(result, result.Report.ToLayer(trial: false), format, trial: false));
            }
            catch (SourceFileException bad)
            {
                throw new InputException(PreviewParameters.File.Name, bad.Message, bad.Cure);
            }
        });
        Found found = await queues.Quick.AnswerAsync(work, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        // The report says why; nothing was written.
        if (!isApplied)
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await found.Answer!.SendAsync(context);
    }
}
