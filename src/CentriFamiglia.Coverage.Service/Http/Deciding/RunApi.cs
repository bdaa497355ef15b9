using System.Text.Json;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Deciding;
using CentriFamiglia.Coverage.Service.Deciding.Runs;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Asked;
using CentriFamiglia.Coverage.Service.Http.Searches;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;

namespace CentriFamiglia.Coverage.Service.Http.Deciding;

/// <summary><c>/api/v1/runs</c>: freeze, publish, read and compare analyses. What was frozen is read, never computed again.</summary>
internal static class RunApi
{
    private const string Address = "/runs";
    private const string Cure = "Scrivere {\"titolo\":\"…\",\"scenario\":\"…\",\"parametri\":{\"goal\":\"cover\",\"spokes\":10}}; ogni campo può mancare.";

    internal static TextParameter First { get; } = new("prima", "La prima analisi.") { Placeholder = "ID", Example = "3f6a0c1d2b4e5f60" };

    internal static TextParameter Second { get; } = new("dopo", "La seconda analisi.") { Placeholder = "ID", Example = "9b1d0c1d2b4e5f60" };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead(Address, ListAsync).WithName("runs").Needing(Deed.ReadPublished);
        routes.MapPosted(Address, FreezeAsync).WithName("run-freeze").Needing(Deed.Draft);
        routes.MapRead(Address + "/compare", CompareAsync).WithName("run-compare").Needing(Deed.ReadPublished);
        routes.MapRead(Address + "/{id}", GetAsync).WithName("run").Needing(Deed.ReadPublished);
        routes.MapRead(Address + "/{id}/content", ContentAsync).WithName("run-content").Needing(Deed.ReadPublished);
        routes.MapRead(Address + "/{id}/results/{name}", ResultAsync).WithName("run-result").Needing(Deed.ReadPublished);
        routes.MapPosted(Address + "/{id}/publish", PublishAsync).WithName("run-publish").Needing(Deed.Publish);
    }

    private static async Task ListAsync(HttpContext context, DeskDoor door) =>
        await DeskDoor.SendAsync(context, RunLayer.Make(await door.Runs.ListAsync(context.RequestAborted)), DeskDoor.Query(context));

    /// <summary>The search for the proposals waits for its turn as the others do.</summary>
    private static async Task FreezeAsync(HttpContext context, DeskDoor door, [FromServices] SearchQueues queues)
    {
        AuditActor actor = door.Actor;
        Values query = DeskDoor.Query(context);
        (string? title, string? scenario, Values values) = Read(await DeskDoor.BodyAsync(context));
        values = Scope.Limited(context.Caller(), RunFreezing.Parameters, values);
        context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        KeptRun? kept = null;
        Search work = queues.Long.Join(Guid.NewGuid().ToString(), $"POST /api/v1{Address}", context.Connection.RemoteIpAddress?.ToString() ?? "", patient: false, watch =>
        {
            kept = door.Runs.FreezeAsync(title, values, scenario, actor, watch, watch.Stop).GetAwaiter().GetResult();
            return new Found("", null);
        });
        await queues.Long.AnswerAsync(work, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.Headers.Location = $"/api/v1{Address}/{kept!.Head.Id}";
        await DeskDoor.SendAsync(context, RunLayer.Make([kept]), query, kept.Version);
    }

    private static async Task GetAsync(HttpContext context, string id, DeskDoor door)
    {
        KeptRun kept = await door.Runs.GetAsync(id, context.RequestAborted);
        FrozenRun run = await door.Runs.ContentAsync(kept.Head, context.RequestAborted);
        Layer layer = RunLayer.Make([kept]);
        layer.Meta["ingressi"] = run.Inputs.DeepClone();
        layer.Meta["parametri"] = run.Parameters.DeepClone();
        layer.Meta["risultati"] = new JsonArray([.. run.ResultNames.Select(n => (JsonNode)n)]);
        await DeskDoor.SendAsync(context, layer, DeskDoor.Query(context), kept.Version);
    }

    /// <summary>Never another one under the same address.</summary>
    private static async Task ContentAsync(HttpContext context, string id, DeskDoor door)
    {
        FrozenRun run = await FrozenAsync(context, id, door);
        context.Response.Headers.ETag = $"\"{run.Hash}\"";
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        await Answer.Of("application/json", System.Text.Encoding.UTF8.GetBytes(run.Text), Coding.Plain, $"analisi-{run.Id}.json").SendAsync(context);
    }

    private static async Task ResultAsync(HttpContext context, string id, string name, DeskDoor door)
    {
        FrozenRun run = await FrozenAsync(context, id, door);
        context.Response.Headers.CacheControl = "no-cache";
        await Answer.Of("application/json", System.Text.Encoding.UTF8.GetBytes(RecordJson.Text(RunResults.Of(run, name))), Coding.Plain).SendAsync(context);
    }

    private static async Task PublishAsync(HttpContext context, string id, DeskDoor door)
    {
        AuditActor actor = door.Actor;
        await DeskDoor.BodyAsync(context);
        KeptRun kept = await door.Runs.PublishAsync(id, actor, context.RequestAborted);
        await DeskDoor.SendAsync(context, RunLayer.Make([kept]), DeskDoor.Query(context), kept.Version);
    }

    private static async Task CompareAsync(HttpContext context, DeskDoor door)
    {
        Values values = DeskDoor.Query(context, First, Second);
        (KeptRun one, KeptRun two) = (await NamedAsync(values, First), await NamedAsync(values, Second));
        await DeskDoor.SendAsync(context, RunComparison.Make(
            one, await door.Runs.ContentAsync(one.Head, context.RequestAborted), two, await door.Runs.ContentAsync(two.Head, context.RequestAborted)), values);

        Task<KeptRun> NamedAsync(Values given, TextParameter parameter) => door.Runs.GetAsync(
            given[parameter] ?? throw new InputException(parameter.Name, "manca l'analisi.", "L'elenco è in /api/v1/runs."), context.RequestAborted);
    }

    internal static async Task<FrozenRun> FrozenAsync(HttpContext context, string id, DeskDoor door) =>
        await door.Runs.ContentAsync((await door.Runs.GetAsync(id, context.RequestAborted)).Head, context.RequestAborted);

    private static (string? Title, string? Scenario, Values Values) Read(string body)
    {
        JsonElement json = StrictJson.Read(System.Text.Encoding.UTF8.GetBytes(body), "analisi", Cure);
        if (json.ValueKind != JsonValueKind.Object)
            throw new InputException("analisi", "non è un oggetto JSON.", Cure);
        if (json.EnumerateObject().Select(m => m.Name).FirstOrDefault(m => m is not ("titolo" or "scenario" or "parametri")) is { } unknown)
            throw new InputException(unknown, "campo sconosciuto.", Cure);
        JsonElement parameters = json.TryGetProperty("parametri", out JsonElement given) ? given : default;
        return (TextOf(json, "titolo"), TextOf(json, "scenario"), QueryValues.Of(parameters, "parametri", RunFreezing.Parameters));
    }

    private static string? TextOf(JsonElement json, string member) => !json.TryGetProperty(member, out JsonElement value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new InputException(member, "non è un testo.", Cure);
}
