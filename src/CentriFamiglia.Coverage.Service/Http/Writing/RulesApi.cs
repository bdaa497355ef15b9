using System.Text;
using System.Text.Json;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Service.Deciding.Writing;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Deciding;
using CentriFamiglia.Coverage.Service.Http.SignIn;

namespace CentriFamiglia.Coverage.Service.Http.Writing;

/// <summary><c>/api/v1/rules</c>: the rule sets at hand, and the one that holds where nobody names one; <c>/api/v1/rules/{id}</c>: the text of one.</summary>
internal static class RulesApi
{
    private const string Address = "/rules";
    private const string Cure = "Scrivere {\"in_uso\":\"…\"} con l'id di un insieme; null per tornare a quello del programma.";

    private static readonly string[] _put = [HttpMethods.Put], _patch = [HttpMethods.Patch];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead(Address, ListAsync).WithName("rules").Needing(Deed.ReadFigures);
        routes.MapMethods(Address, _patch, HoldAsync).WithName("rules-patch").NeedingAll(Deed.SetRules);
        routes.MapRead(Address + "/{id}", GetAsync).WithName("rule-set").Needing(Deed.ReadFigures);
        routes.MapMethods(Address + "/{id}", _put, PutAsync).WithName("rule-set-put").NeedingAll(Deed.SetRules);
        routes.MapDelete(Address + "/{id}", DeleteAsync).WithName("rule-set-delete").NeedingAll(Deed.SetRules);
    }

    private static async Task ListAsync(HttpContext context, DeskDoor door)
    {
        Values values = DeskDoor.Query(context);
        await SendAsync(context, (await door.LoadAsync(context.RequestAborted)).Rules, values);
    }

    private static async Task HoldAsync(HttpContext context, DeskDoor door, AnalysisSource analyses)
    {
        Values values = DeskDoor.Query(context);
        string? id = Asked(await DeskDoor.BodyAsync(context));
        RuleCatalog rules = await new RuleDesk(door.Store, analyses.Rules).HoldAsync(
            id, office => Condition.Check(context.Request, RuleDesk.TagOf(office)), door.Actor, context.RequestAborted);
        await SendAsync(context, rules, values);
    }

    /// <summary>The text as it was given, to be read, or changed and sent back under another id.</summary>
    private static async Task GetAsync(HttpContext context, string id, DeskDoor door)
    {
        DeskDoor.Query(context);
        RuleCatalog rules = (await door.LoadAsync(context.RequestAborted)).Rules;
        string text = rules.Office.Find(id)?.Text ?? rules.At(id)?.Text ?? throw NotThere(id, rules);
        await SendTextAsync(context, text);
    }

    private static async Task PutAsync(HttpContext context, string id, DeskDoor door, AnalysisSource analyses)
    {
        DeskDoor.Query(context);
        string text = await DeskDoor.BodyAsync(context);
        bool isNew = false;
        OfficeRuleSet kept = await new RuleDesk(door.Store, analyses.Rules).PutAsync(id, text, Judge, door.Actor, context.RequestAborted);
        context.Response.StatusCode = isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        await SendTextAsync(context, kept.Text);

        void Judge(string? now)
        {
            isNew = now is null;
            Condition.Check(context.Request, now is null ? null : VersionTag.Of(now));
        }
    }

    private static async Task DeleteAsync(HttpContext context, string id, DeskDoor door, AnalysisSource analyses)
    {
        DeskDoor.Query(context);
        await new RuleDesk(door.Store, analyses.Rules).DeleteAsync(
            id,
            now => Condition.Check(context.Request, VersionTag.Of((now ?? throw NotThere(id, analyses.Rules)).Text)),
            door.Actor,
            context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static Task SendAsync(HttpContext context, RuleCatalog rules, Values values)
    {
        context.Response.Headers.ETag = $"\"{RuleDesk.TagOf(rules.Office)}\"";
        return DeskDoor.SendAsync(context, RuleSetLayer.Make(rules), values);
    }

    private static Task SendTextAsync(HttpContext context, string text)
    {
        context.Response.Headers.ETag = $"\"{VersionTag.Of(text)}\"";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static string? Asked(string body)
    {
        JsonElement json = StrictJson.Read(Encoding.UTF8.GetBytes(body), "regole", Cure);
        return json.ValueKind == JsonValueKind.Object && json.EnumerateObject().Select(m => m.Name).SequenceEqual(["in_uso"], StringComparer.Ordinal)
            && json.GetProperty("in_uso") is { ValueKind: JsonValueKind.String or JsonValueKind.Null } named
                ? named.GetString()
                : throw new InputException("in_uso", "è ciò che si dice, e null o un testo.", Cure);
    }

    private static ProblemException NotThere(string id, RuleCatalog rules) => new(new Problem(
        StatusCodes.Status404NotFound, "Non trovato", $"L'insieme di regole «{Shown.Of(id)}» non c'è.", "id",
        $"Gli insiemi sono: {string.Join(", ", rules.Sets.Select(s => s.Id))}."));
}
