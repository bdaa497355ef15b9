using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Deciding.Audit;
using CentriFamiglia.Coverage.Service.Deciding.Decisions;
using CentriFamiglia.Coverage.Service.Deciding.Runs;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.SignIn;

namespace CentriFamiglia.Coverage.Service.Http.Deciding;

/// <summary><c>/api/v1/decisions</c>, those of a run, and the register of changes, which only this computer reads.</summary>
internal static class DecisionApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead("/decisions", ListAsync).WithName("decisions").Needing(Deed.ReadPublished);
        routes.MapPosted("/decisions", BookAsync).WithName("decision-book").Needing(Deed.Decide);
        routes.MapRead("/runs/{id}/decisions", OfRunAsync).WithName("run-decisions").Needing(Deed.ReadPublished);
        routes.MapMethods("/runs/{id}/decisions/{number:int}", [HttpMethods.Put], DecideAsync).WithName("run-decide").Needing(Deed.Comment);
        routes.MapPosted("/runs/{id}/decisions/{number:int}", DecideAsync).WithName("run-decide-post").Needing(Deed.Comment);
        routes.MapRead("/audit", RegisterAsync).WithName("audit").Needing(Deed.ReadRegister);
        routes.MapRead("/audit/verify", VerifyAsync).WithName("audit-verify").Needing(Deed.ReadRegister);
    }

    private static async Task ListAsync(HttpContext context, DeskDoor door) =>
        await DeskDoor.SendAsync(context, DecisionLayer.Make(await door.Decisions.ListAsync(context.RequestAborted)), DeskDoor.Query(context));

    private static async Task BookAsync(HttpContext context, DeskDoor door)
    {
        var actor = door.Actor;
        Values values = DeskDoor.Query(context);
        await new BookDesk(door.Store).WriteAsync(await DeskDoor.BodyAsync(context), actor, context.RequestAborted);
        await DeskDoor.SendAsync(context, DecisionLayer.Make(await door.Decisions.ListAsync(context.RequestAborted)), values);
    }

    private static async Task OfRunAsync(HttpContext context, string id, DeskDoor door)
    {
        KeptRun kept = await door.Runs.GetAsync(id, context.RequestAborted);
        await DeskDoor.SendAsync(context, DecisionLayer.Make(await door.Decisions.OfAsync(kept.Head.Id, context.RequestAborted)), DeskDoor.Query(context));
    }

    private static async Task DecideAsync(HttpContext context, string id, int number, DeskDoor door)
    {
        var actor = door.Actor;
        Values values = DeskDoor.Query(context);
        Decision decision = await door.Decisions.DecideAsync(id, number, DecisionText.Read(await DeskDoor.BodyAsync(context)), actor, context.RequestAborted);
        await DeskDoor.SendAsync(context, DecisionLayer.Make([decision]), values);
    }

    private static async Task RegisterAsync(HttpContext context, DeskDoor door)
    {
        await DeskDoor.SendAsync(context, AuditLayer.Make((await door.Store.ReadRegisterAsync(context.RequestAborted)).Entries), DeskDoor.Query(context));
    }

    private static async Task VerifyAsync(HttpContext context, DeskDoor door)
    {
        await DeskDoor.SendAsync(context, AuditVerification.Make(await door.Store.ReadRegisterAsync(context.RequestAborted)), DeskDoor.Query(context));
    }
}
