using Microsoft.OpenApi;

namespace CentriFamiglia.Coverage.Service.Http.Documents;

/// <summary>How the API document says who may ask: a token or a session where people sign in, nothing where nobody does.</summary>
internal static class SignInDocument
{
    private const string Token = "token", Session = "sessione";

    // Whoever reaches the service is answered.
    private static readonly string[] _open = ["me", "health-live", "health-ready"];

    public static Dictionary<string, IOpenApiSecurityScheme> Schemes() => new(StringComparer.Ordinal)
    {
        [Token] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "Dove è configurato l'accesso: un token di chi riconosce gli utenti, con ruolo e ats.",
        },
        [Session] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = "coverage",
            Description = "Dove è configurato l'accesso: la sessione di chi è entrato con un browser da /accesso.",
        },
    };

    /// <summary>Says of an operation what it asks for, and how it is refused.</summary>
    public static void Tell(OpenApiOperation operation, OpenApiDocument document)
    {
        if (_open.Contains(operation.OperationId, StringComparer.Ordinal))
        {
            // An empty list, which at the root would not be written.
            operation.Security = [];
            return;
        }

        // Without a provider nothing is asked for: the last one.
        operation.Security = [Needing(Token, document), Needing(Session, document), []];
        operation.Responses = (operation.Responses ?? []).With("401");
        if (!operation.Responses.ContainsKey("403"))
            operation.Responses.With("403");
    }

    private static OpenApiSecurityRequirement Needing(string scheme, OpenApiDocument document) => new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };
}
