using CentriFamiglia.Coverage.Service.Deciding.Scenarios;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http.Deciding;

/// <summary><c>/api/v1/scenarios</c>: make, read, change, compare, apply and archive them.</summary>
internal static class ScenarioApi
{
    private const string Address = "/scenarios";

    internal static TextParameter First { get; } = new("primo", "Il primo scenario.") { Placeholder = "ID", Example = "rimodulazione-bergamo" };

    internal static TextParameter Second { get; } = new("secondo", "Il secondo; senza, il primo accanto all'archivio com'è.") { Placeholder = "ID", Example = "nuovo-avviso" };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead(Address, ListAsync).WithName("scenarios").Needing(Deed.ReadDrafts);
        routes.MapPosted(Address, CreateAsync).WithName("scenario-create").Needing(Deed.Draft);
        routes.MapRead(Address + "/compare", CompareAsync).WithName("scenario-compare").Needing(Deed.ReadDrafts);
        routes.MapRead(Address + "/{id}", GetAsync).WithName("scenario").Needing(Deed.ReadDrafts);
        routes.MapMethods(Address + "/{id}", [HttpMethods.Patch], ChangeAsync).WithName("scenario-change").Needing(Deed.Draft);
        routes.MapRead(Address + "/{id}/conflicts", ConflictsAsync).WithName("scenario-conflicts").Needing(Deed.ReadDrafts);
        routes.MapPosted(Address + "/{id}/apply", ApplyAsync).WithName("scenario-apply").Needing(Deed.WriteTerritory);
        routes.MapPosted(Address + "/{id}/archive", ArchiveAsync).WithName("scenario-archive").Needing(Deed.Draft);
    }

    private static async Task ListAsync(HttpContext context, DeskDoor door) =>
        await DeskDoor.SendAsync(context, ScenarioLayer.Make(await door.Scenarios.ListAsync(context.RequestAborted)), DeskDoor.Query(context));

    private static async Task CreateAsync(HttpContext context, DeskDoor door)
    {
        var actor = door.Actor;
        Values values = DeskDoor.Query(context);
        KeptScenario made = await door.Scenarios.CreateAsync(ScenarioText.Read(await DeskDoor.BodyAsync(context)), actor, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.Headers.Location = $"/api/v1{Address}/{made.Scenario.Id}";
        await DeskDoor.SendAsync(context, ScenarioFieldLayer.Make(made), values, made.Version);
    }

    private static async Task CompareAsync(HttpContext context, DeskDoor door)
    {
        Values values = DeskDoor.Query(
            context, First, Second, CompareQuestion.Changed, SharedParameters.Travel, SharedParameters.Rules, SharedParameters.Date, SharedParameters.Demand);
        string first = values[First] ?? throw new InputException(First.Name, "manca il primo scenario.", "Indicarlo con primo=ID; l'elenco è in /api/v1/scenarios.");
        var key = new AnalysisKey(null, values.Choice(SharedParameters.Travel), null)
        {
            Rules = values[SharedParameters.Rules],
            AsOf = SharedParameters.Date.Read(values[SharedParameters.Date]),
            Demand = SharedParameters.DemandOf(values) is { IsResidents: false } demand ? demand.Text : null,
        };
        Layer layer = await door.Scenarios.CompareAsync(first, values[Second], key, values.Choice(CompareQuestion.Changed) == "si", context.RequestAborted);
        await DeskDoor.SendAsync(context, layer, values);
    }

    private static async Task GetAsync(HttpContext context, string id, DeskDoor door) =>
        await ShowAsync(context, await door.Scenarios.GetAsync(id, context.RequestAborted));

    private static async Task ChangeAsync(HttpContext context, string id, DeskDoor door)
    {
        var actor = door.Actor;
        var text = ScenarioText.Read(await DeskDoor.BodyAsync(context));
        await ShowAsync(context, await door.Scenarios.ChangeAsync(id, text, DeskDoor.VersionOf(context), actor, context.RequestAborted));
    }

    private static async Task ConflictsAsync(HttpContext context, string id, DeskDoor door)
    {
        (KeptScenario kept, ImmutableArray<ScenarioConflict> conflicts) = await door.Scenarios.ConflictsAsync(id, context.RequestAborted);
        await DeskDoor.SendAsync(context, ConflictLayer.Make(kept, conflicts), DeskDoor.Query(context), kept.Version);
    }

    private static async Task ApplyAsync(HttpContext context, string id, DeskDoor door)
    {
        var actor = door.Actor;
        Prevailing prevailing = PrevailingWords.ReadBody(await DeskDoor.BodyAsync(context));
        (KeptScenario kept, ImmutableArray<ScenarioConflict> conflicts) =
            await door.Scenarios.ApplyAsync(id, prevailing, DeskDoor.VersionOf(context), actor, context.RequestAborted);
        await DeskDoor.SendAsync(context, ConflictLayer.Make(kept, conflicts), DeskDoor.Query(context), kept.Version);
    }

    private static async Task ArchiveAsync(HttpContext context, string id, DeskDoor door)
    {
        var actor = door.Actor;
        await DeskDoor.BodyAsync(context);
        await ShowAsync(context, await door.Scenarios.ArchiveAsync(id, DeskDoor.VersionOf(context), actor, context.RequestAborted));
    }

    private static Task ShowAsync(HttpContext context, KeptScenario kept) =>
        DeskDoor.SendAsync(context, ScenarioFieldLayer.Make(kept), DeskDoor.Query(context), kept.Version);
}
