using System.Text;
using System.Text.Json;
using CentriFamiglia.Coverage.Service.Deciding.Writing;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Deciding;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Http.Writing;

/// <summary>
/// <c>/api/v1/sites/{id}</c>, <c>/networks/{id}</c>, <c>/memberships/{id}</c>: one row read, written whole (PUT), in part (PATCH), taken away (DELETE).
/// A row that is there is written only by who says with <c>If-Match</c> which version was read (RFC 9110, 13.1.1).
/// </summary>
internal static class RowApi
{
    private const string Cure = "Scrivere un oggetto JSON con le colonne dei modelli: {\"name\":\"…\",\"opening_hours\":\"Mo-Fr 09:00-13:00\"}.";

    private static readonly string[] _put = [HttpMethods.Put], _patch = [HttpMethods.Patch];

    public static void Map(IEndpointRouteBuilder routes)
    {
        MapRows(routes, "sites", "site", RowKind.Sites, canGo: true);
        MapRows(routes, "networks", "network", RowKind.Networks, canGo: true);
        MapRows(routes, "memberships", "membership", RowKind.Memberships, canGo: false);
    }

    private static void MapRows(IEndpointRouteBuilder routes, string path, string name, RowKind kind, bool canGo)
    {
        string one = $"/{path}/{{id}}";
        routes.MapRead(one, (HttpContext context, string id, DeskDoor door) => GetAsync(context, kind, id, door)).WithName(name).Needing(Deed.ReadFigures);
        routes.MapMethods(one, _put, (HttpContext context, string id, DeskDoor door) => PutAsync(context, kind, id, door, keep: false))
            .WithName(name + "-put").Needing(Deed.WriteTerritory);
        routes.MapMethods(one, _patch, (HttpContext context, string id, DeskDoor door) => PutAsync(context, kind, id, door, keep: true))
            .WithName(name + "-patch").Needing(Deed.WriteTerritory);
        if (canGo)
            routes.MapDelete(one, (HttpContext context, string id, DeskDoor door) => DeleteAsync(context, kind, id, door)).WithName(name + "-delete").Needing(Deed.WriteTerritory);
    }

    private static async Task GetAsync(HttpContext context, RowKind kind, string id, DeskDoor door)
    {
        Values values = Query(context, kind);
        LoadedStore loaded = await door.LoadAsync(context.RequestAborted);
        await (RowDesk.Find(kind, loaded.Checked.Readable, id, SetOf(kind, values)) is { } row && context.Caller().May(Deed.ReadFigures, row.Ats)
            ? SendAsync(context, kind, row, values)
            : throw NotThere(kind, id));
    }

    private static async Task PutAsync(HttpContext context, RowKind kind, string id, DeskDoor door, bool keep)
    {
        Values values = Query(context, kind);
        IReadOnlyDictionary<string, string?> cells = CellsOf(await DeskDoor.BodyAsync(context));
        bool isNew = false;
        KeptRow row = await new RowDesk(door.Store).PutAsync(kind, id, SetOf(kind, values), cells, keep, Judge, door.Actor, context.RequestAborted);
        context.Response.StatusCode = isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        await SendAsync(context, kind, row, values);

        void Judge(KeptRow? now)
        {
            isNew = now is null;
            if (isNew && keep)
                throw NotThere(kind, id);
            Demand(context, kind, id, now);
            Condition.Check(context.Request, now?.Tag);
        }
    }

    private static async Task DeleteAsync(HttpContext context, RowKind kind, string id, DeskDoor door)
    {
        Values values = Query(context, kind);
        await new RowDesk(door.Store).DeleteAsync(kind, id, SetOf(kind, values), Judge, door.Actor, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;

        void Judge(KeptRow? now)
        {
            if (now is null)
                throw NotThere(kind, id);
            Demand(context, kind, id, now);
            Condition.Check(context.Request, now.Tag);
        }
    }

    /// <summary>Before anything is said of a row: who may not change it is told no more of it.</summary>
    private static void Demand(HttpContext context, RowKind kind, string id, KeptRow? now)
    {
        if (now is not null && !context.Caller().May(Deed.WriteTerritory, now.Ats))
            throw StoreForbiddenException.Of(context.Caller(), Deed.WriteTerritory, $"{kind.Word} {Shown.Of(id)}", now.Ats);
    }

    private static Task SendAsync(HttpContext context, RowKind kind, KeptRow row, Values values)
    {
        context.Response.Headers.ETag = $"\"{row.Tag}\"";
        return DeskDoor.SendAsync(context, RowLayer.Make(kind, row), values);
    }

    private static Values Query(HttpContext context, RowKind kind) => kind.IsOfSet ? DeskDoor.Query(context, SharedParameters.Sedi) : DeskDoor.Query(context);

    private static string? SetOf(RowKind kind, Values values) => kind.IsOfSet ? values.Choice(SharedParameters.Sedi) : null;

    private static ProblemException NotThere(RowKind kind, string id) => new(Problem.Of(RowDesk.Missing(kind, id))! with { Status = StatusCodes.Status404NotFound });

    /// <summary>The members of the object as cells: a list as the file writes it, separated by semicolons.</summary>
    private static Dictionary<string, string?> CellsOf(string body)
    {
        JsonElement json = StrictJson.Read(Encoding.UTF8.GetBytes(body), "riga", Cure);
        if (json.ValueKind != JsonValueKind.Object)
            throw new InputException("riga", "non è un oggetto JSON.", Cure);
        var cells = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (JsonProperty member in json.EnumerateObject())
        {
            string? cell = CellOf(member);
            if (cell?.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) == true)
                throw new InputException(Shown.Of(member.Name), "contiene caratteri che non si scrivono.", "Toglierli: vengono di solito da un copia e incolla.");
            cells[member.Name] = cell;
        }

        return cells;
    }

    private static string? CellOf(JsonProperty member) => member.Value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => member.Value.GetString(),
        JsonValueKind.Number => member.Value.GetRawText(),
        JsonValueKind.True => "si",
        JsonValueKind.False => "no",
        JsonValueKind.Array when member.Value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String) =>
            string.Join(';', member.Value.EnumerateArray().Select(v => v.GetString())),
        _ => throw new InputException(member.Name, "non è un testo, un numero o un elenco di testi.", Cure),
    };
}
