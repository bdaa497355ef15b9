using CentriFamiglia.Coverage.Import;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Asked;
using CentriFamiglia.Coverage.Service.Http.Documents;
using CentriFamiglia.Coverage.Service.Http.Safety;
using CentriFamiglia.Coverage.Service.Http.Searches;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using CentriFamiglia.Coverage.Service.Layers.ShownTables;
using CentriFamiglia.Coverage.Service.Questions;
using Microsoft.AspNetCore.Http.Features;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>
/// <c>POST /api/v1/table</c>: the table that a page shows, as a file. The cells are the page's; geometry and provenance are the
/// service's own, and only where both have read the same data. Nothing is kept.
/// </summary>
internal sealed class TableApi(AnalysisSource analyses, SearchQueues queues)
{
    private const string Path = "/api/v1/table";

    private static readonly ImmutableArray<Parameter> _parameters =
    [
        LayerFormat.Parameter with { Choices = ["xlsx", "csv", "geojson", "gpkg"], Default = "xlsx", Example = "xlsx" },
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = ActivatorUtilities.CreateInstance<TableApi>(routes.ServiceProvider);
        routes.MapPosted("/table", api.AnswerAsync).WithName("table").Needing(Deed.ReadFigures).WithMetadata(new TableDocument(_parameters), new TakesContent(Path, IsRead: false));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (!request.HasJsonContentType())
            throw new ProblemException(Problem.OfStatus(StatusCodes.Status415UnsupportedMediaType));
        Values values = QueryValues.Read(request.Query, _parameters);
        LayerFormat format = LayerFormat.All.First(f => f.Name == values.Choice((ChoiceParameter)_parameters[0]));
        byte[] body = await ReadAsync(context);
        LoadedStore loaded = await analyses.LoadAsync(context.RequestAborted);
        Caller caller = context.Caller();
        string client = context.Connection.RemoteIpAddress?.ToString() ?? "";
        Search work = queues.Quick.Join(Guid.NewGuid().ToString(), $"POST {Path}?f={format.Name}", client, patient: false,
            _ => new Found("", FileOf(body, format, loaded, caller)));
        Found found = await queues.Quick.AnswerAsync(work, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        await found.Answer!.SendAsync(context);
    }

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most)
            most.MaxRequestBodySize = ShownTableText.MostBytes;
        using var content = new MemoryStream();
        await context.Request.Body.CopyToAsync(content, context.RequestAborted);
        return content.ToArray();
    }

    /// <summary>One change in one line, in the words of a change: <c>add N1 role=spoke pro_com_t=016024</c>.</summary>
    private static string InWords(SiteChange change) =>
        string.Join(' ', [SiteChange.Operations.Of(change.Operation), change.Id, .. change.Cells.Select(c => $"{c.Key}={c.Value}")]);

    private Answer FileOf(byte[] body, LayerFormat format, LoadedStore loaded, Caller caller)
    {
        ShownTable table = ShownTableText.Read(body);
        NamedQuestion named = AllQuestions.List.FirstOrDefault(q => q.Name == table.Question)
            ?? throw new InputException("question.name", $"'{Shown.Of(table.Question)}' non è una domanda.",
                $"Le domande sono: {string.Join(", ", AllQuestions.List.Select(q => q.Name))}.");
        Question question = named.Question;
        Values asked = Scope.Limited(caller, question.Parameters, QueryValues.Of(table.Parameters, "question.parameters", question.Parameters));
        Analysis analysis = analyses.Of(loaded, question.KeyOf(asked));
        if (analysis.Snapshot.Hash != table.Snapshot)
            throw new ProblemException(Problem.OtherData(table.Snapshot, analysis.Snapshot.Hash));
        ImmutableArray<string> changes = [];
        if (question.Parameters.Contains(WhatIfQuestion.Changes) && asked[WhatIfQuestion.Changes] is { } tried)
        {
            changes = [.. ChangesText.Read(WhatIfQuestion.Changes, tried).Select(InWords)];
            asked = asked.Without(WhatIfQuestion.Changes);
        }

        string address = asked.Canonical is { Length: > 0 } query ? $"/api/v1/{named.Name}?{query}" : $"/api/v1/{named.Name}";
        string? ats = question.Parameters.Contains(SharedParameters.Ats) ? Question.FindAts(analysis, asked) : null;
        Layer layer = ShownLayer.Make(analysis, table, address, changes, ats, forPeople: format.Name is "xlsx" or "csv");
        using var file = new MemoryStream();
        format.Write(layer, file);
        string day = analysis.Snapshot.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string name = $"{table.Name}-{day}.{format.Name}";
        return Answer.Of(format.ContentType, file.GetBuffer().AsSpan(0, (int)file.Length), Coding.Plain, name) with { StaleSince = analysis.StaleSince };
    }
}
