using System.Text;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Searches;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.OpenData;
using CentriFamiglia.Coverage.Service.OpenData.Qgis;
using CentriFamiglia.Coverage.Service.Questions;
using Microsoft.AspNetCore.Http.Timeouts;

namespace CentriFamiglia.Coverage.Service.Http.OpenData;

/// <summary>
/// What others take whole: the package, the records for catalogues under <c>/catalogo</c> with each layer as a file, the project of QGIS. All
/// of the active set of sedi, today.
/// </summary>
internal sealed class OpenDataApi(AnalysisSource analyses, HeldLayers layers, SearchQueues queues, KeptAnswers kept, Publisher publisher)
{
    private const string Json = DcatRecord.MediaType + "; charset=utf-8", Xml = IsoRecord.MediaType + "; charset=utf-8";

    private const long MostKept = 8 << 20;

    public static void Map(IEndpointRouteBuilder routes, Publisher publisher)
    {
        var api = ActivatorUtilities.CreateInstance<OpenDataApi>(routes.ServiceProvider, publisher);
        routes.MapRead("/api/v1/pacchetto", api.PackageAsync)
            .WithName("pacchetto").NeedingAll(Deed.ReadFigures)
            .WithSummary("Tutti gli strati in un file ZIP")
            .WithDescription("GeoPackage con gli stili, CSV, significato delle colonne, schede DCAT-AP_IT e ISO 19139, licenze. Dell'insieme di sedi attivo, a oggi.");
        RouteGroupBuilder catalogue = routes.MapGroup("/catalogo");
        catalogue.ExcludeFromDescription().NeedingAll(Deed.ReadFigures);
        catalogue.MapRead("", (HttpContext context) => api.RecordAsync(context, Json, null, r => DcatRecord.Make(r).ToJsonString(ServiceJson.Options)));
        catalogue.MapRead("/dcat.jsonld", (HttpContext context) => api.RecordAsync(context, Json, "dcat.jsonld", r => DcatRecord.Make(r).ToJsonString(ServiceJson.Options)));
        catalogue.MapRead("/iso19139.xml", (HttpContext context) => api.RecordAsync(context, Xml, "iso19139.xml", IsoRecord.Make));
        catalogue.MapRead("/strati/{file}", (HttpContext context, string file) => api.LayerAsync(context, file));
        routes.MapRead("/qgis/progetto.qgz", (HttpContext context) => api.SendAsync(context, "progetto", takesLong: false, (_, _) =>
            Answer.Of(QgisProject.MediaType, ServiceProject.Write(OwnAddress.Of(context.Request)), Coding.Plain, "progetto.qgz")))
            .ExcludeFromDescription().Needing(Deed.ReadFigures);
    }

    private Task PackageAsync(HttpContext context) => SendAsync(context, "pacchetto", takesLong: true, (analysis, stop) =>
    {
        byte[] package = DataPackage.Make(analysis, RecordOf(context, analysis), stop);
        return Answer.Of(DataPackage.MediaType, package, Coding.Plain, $"centri-famiglia-{Cells.Date(analysis.Snapshot.AsOf)}.zip");
    });

    private Task RecordAsync(HttpContext context, string media, string? name, Func<DatasetRecord, string> make) => SendAsync(context, $"scheda {media} {name}", takesLong: false,
        (analysis, _) => Answer.Of(media, Encoding.UTF8.GetBytes(make(RecordOf(context, analysis))), Coding.Plain, name));

    private Task LayerAsync(HttpContext context, string file)
    {
        string name = Path.GetFileNameWithoutExtension(file), extension = Path.GetExtension(file).TrimStart('.');
        LayerFormat format = LayerFormat.All.FirstOrDefault(f => f.Name == extension) ?? throw NotThere(file);
        LayerSource source = LayerCatalog.Open.Contains(name, StringComparer.Ordinal) ? LayerCatalog.Find(name) : throw NotThere(file);
        return SendAsync(context, $"strato {file}", OgcCollections.Find(name) is { TakesLong: true }, (analysis, _) =>
            Answer.Of(ExportedLayer.Of(source.OfAnalysis!(analysis)), format, Coding.Plain));
    }

    private async Task SendAsync(HttpContext context, string what, bool takesLong, Func<Analysis, CancellationToken, Answer> make)
    {
        if (context.Request.Query.Keys.FirstOrDefault() is { } other)
            throw new InputException(Shown.Of(other), "parametro sconosciuto.", "Questo indirizzo non ha parametri; con parametri ci sono /api/v1 e 'coverage export'.");
        LoadedStore loaded = await analyses.LoadAsync(context.RequestAborted);
        string question = EntityTags.Hash($"{what} {OwnAddress.Of(context.Request)} {analyses.Today:yyyyMMdd}");
        Found found = kept.TagOf(loaded, question) is { } known && kept.Find(known) is { } ready
            ? new Found(known, ready)
            : await FindAsync(context, loaded, what, question, takesLong, make);
        await found.SendAsync(context, loaded);
    }

    private Task<Found> FindAsync(
        HttpContext context, LoadedStore loaded, string what, string question, bool takesLong, Func<Analysis, CancellationToken, Answer> make)
    {
        // The queue has limits of its own, which do not count the time in the line.
        if (takesLong)
            context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        SearchQueue queue = takesLong ? queues.Long : queues.Quick;
        string client = context.Connection.RemoteIpAddress?.ToString() ?? "";
        Search search = queue.Join($"{loaded.GetHashCode()} {question}", Shown.Of(what), client, patient: false, watch =>
        {
            Analysis analysis = layers.AnalysisOf(loaded);
            Answer answer = make(analysis, watch.Stop) with { StaleSince = analysis.StaleSince };
            string tag = EntityTags.Of(loaded, analysis, question);
            kept.Keep(loaded, question, tag, answer, MostKept);
            return new Found(tag, answer);
        });
        return queue.AnswerAsync(search, context.RequestAborted);
    }

    private DatasetRecord RecordOf(HttpContext context, Analysis analysis) => new(analysis, OwnAddress.Of(context.Request), publisher.Body);

    private static ProblemException NotThere(string file) => new(new Problem(
        StatusCodes.Status404NotFound, "Strato inesistente", $"'{Shown.Of(file)}' non è uno strato in un formato.", null,
        $"Si scrive STRATO.FORMATO. Gli strati: {string.Join(", ", LayerCatalog.Open)}. I formati: {string.Join(", ", LayerFormat.All.Select(f => f.Name))}."));
}

/// <summary>Who answers for the data.</summary>
/// <param name="Body">Public body, in words; null where nobody said so.</param>
internal sealed record Publisher(string? Body);
