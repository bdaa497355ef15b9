using System.Text;
using CentriFamiglia.Coverage.Service.Deciding;
using CentriFamiglia.Coverage.Service.Deciding.Decisions;
using CentriFamiglia.Coverage.Service.Deciding.Runs;
using CentriFamiglia.Coverage.Service.Deciding.Scenarios;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Asked;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using CentriFamiglia.Coverage.Storage.Contract;
using Microsoft.Net.Http.Headers;

namespace CentriFamiglia.Coverage.Service.Http.Deciding;

/// <summary>The desks over HTTP, of one person: what is read of a request, how an answer is sent.</summary>
internal sealed class DeskDoor
{
    private readonly AuditActor _actor;

    private readonly AnalysisSource _analyses;

    private DeskDoor(AnalysisSource analyses, Caller caller, bool isSignedIn)
    {
        _analyses = analyses;
        // Who sits at the computer of a service that signs nobody in is ruled by the database's own user alone.
        Store = isSignedIn ? analyses.Store.For(caller) : analyses.Store;
        Runs = new RunDesk(Store, analyses);
        Scenarios = new ScenarioDesk(Store, analyses);
        Decisions = new DecisionDesk(Store, Runs);
        _actor = AuditActor.Of(caller.Name, TimeProvider.System) with { Home = caller.Limit(Deed.Draft) is [var one] ? one : null };
    }

    public ICoverageStore Store { get; }

    public ScenarioDesk Scenarios { get; }

    public RunDesk Runs { get; }

    public DecisionDesk Decisions { get; }

    /// <summary>The content as it is now.</summary>
    public Task<LoadedStore> LoadAsync(CancellationToken cancellationToken) => _analyses.LoadAsync(cancellationToken);

    /// <summary>Who acts, now.</summary>
    public AuditActor Actor => _actor;

    /// <summary>The desks of who asks; how the framework hands one to an address.</summary>
    public static ValueTask<DeskDoor?> BindAsync(HttpContext context)
    {
        IServiceProvider services = context.RequestServices;
        return ValueTask.FromResult<DeskDoor?>(new DeskDoor(
            services.GetRequiredService<AnalysisSource>(), context.Caller(), services.GetRequiredService<SignInState>().IsOn));
    }

    /// <summary>The JSON of a request; an empty object where it has no content.</summary>
    /// <exception cref="ProblemException">It is not said to be JSON.</exception>
    public static async Task<string> BodyAsync(HttpContext context)
    {
        byte[] body = await QueryValues.BodyAsync(context.Request);
        if (body.Length > 0 && !context.Request.HasJsonContentType())
            throw new ProblemException(Problem.OfStatus(StatusCodes.Status415UnsupportedMediaType));
        return body.Length == 0 ? "{}" : Encoding.UTF8.GetString(body);
    }

    /// <summary>The version that a change was made from, of <c>If-Match</c>; null where it says none, or any.</summary>
    /// <exception cref="ProblemException">It is no tag of a version.</exception>
    public static int? VersionOf(HttpContext context)
    {
        if (context.Request.Headers.IfMatch is not [{ Length: > 0 } written] || written == "*")
            return null;
        return int.TryParse(written.Replace("W/", "", StringComparison.Ordinal).Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out int version)
            ? version
            : throw new ProblemException(new Problem(StatusCodes.Status412PreconditionFailed, "Versione sconosciuta", "If-Match non è una versione di qui.", "If-Match",
                "Ripetere l'ETag che la lettura ha dato."));
    }

    /// <summary>The query, where it has but the parameters given and the form of the answer.</summary>
    public static Values Query(HttpContext context, params Parameter[] parameters) =>
        QueryValues.Read(context.Request.Query, [.. parameters, LayerFormat.Parameter]);

    /// <param name="values">Of <see cref="Query"/>.</param>
    /// <param name="version">Of what is shown; null where it has none.</param>
    public static Task SendAsync(HttpContext context, Layer layer, Values values, int? version = null)
    {
        if (version is { } number)
            context.Response.Headers.ETag = $"\"{number}\"";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return Answer.Of(layer, LayerFormat.Of(values, context.Request, "json"), Coding.Plain).SendAsync(context);
    }
}
