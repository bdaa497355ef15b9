namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>What a file written on the command line says of the service: where it answers, and who publishes it.</summary>
internal static class ServiceAddress
{
    private const string BodyVariable = "COVERAGE_ENTE";

    /// <summary>That of <c>serve</c> without options.</summary>
    public const string Usual = "http://127.0.0.1:5080";

    /// <summary>The public body, from the same variable as <c>serve</c>; null where nobody said so.</summary>
    public static string? Body => Environment.GetEnvironmentVariable(BodyVariable) is { Length: > 0 } body ? body : null;

    /// <returns>Without a slash at its end.</returns>
    /// <exception cref="InputException">No address of the web.</exception>
    public static string Root(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address is { Scheme: "http" or "https", Query: "", Fragment: "" }
        ? address.AbsoluteUri.TrimEnd('/')
        : throw new InputException("--indirizzo", $"'{Shown.Of(text)}' non è l'indirizzo di un servizio.", "Scriverlo come https://nome.");
}
