using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Ogc.Documents;
using Microsoft.Extensions.Primitives;

namespace CentriFamiglia.Coverage.Service.Http.Ogc;

/// <summary>One request to <c>/ogc</c>, read from its address: parameters, format, where links lead.</summary>
internal sealed record OgcRequest
{
    public const string Path = "/ogc";

    /// <summary>Parameter that says nothing: a client changes it where it knows of other content, so that no cache gives it the old one.</summary>
    public const string Version = "v";

    private OgcRequest(HttpRequest request, OgcAddresses addresses, Dictionary<string, string> values, ImmutableArray<string> formats, ImmutableArray<string>? scope)
    {
        (Addresses, Values) = (addresses, values);
        Format = OgcFormat.Of(values.GetValueOrDefault("f"), formats, request);
        Scope = scope is { } own ? [.. own] : null;
        Address = addresses.Root + request.Path.ToUriComponent()[Path.Length..].TrimEnd('/');
    }

    public OgcAddresses Addresses { get; }

    /// <summary>By the name of the parameter.</summary>
    public IReadOnlyDictionary<string, string> Values { get; }

    public string Format { get; }

    /// <summary>The ATS whose figures who asks may read; null for all.</summary>
    public ImmutableArray<string>? Scope { get; }

    public bool IsHtml => Format == "html";

    /// <summary>What was asked, without parameters.</summary>
    public string Address { get; }

    /// <summary>Equal for requests that are answered alike.</summary>
    public string Key => $"{Address}\n{Format}\n{QueryOf("f", Version)}\n{(Scope is { } own ? string.Join('|', own) : "*")}";

    /// <param name="formats">Of the answer, the usual one first.</param>
    /// <exception cref="InputException">A parameter stands twice, or the format is none.</exception>
    public static OgcRequest Of(HttpContext context, params ImmutableArray<string> formats)
    {
        HttpRequest request = context.Request;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, StringValues given) in request.Query)
        {
            // ASP.NET finds names in any case; these are told apart.
            if (given.Count != 1 || values.Keys.Contains(name, StringComparer.OrdinalIgnoreCase))
                throw new InputException(Shown.Of(name), "il parametro è dato più di una volta.", "Lasciarlo una volta sola.");
            values[name] = given[0] ?? "";
        }

        var addresses = new OgcAddresses(OwnAddress.Of(request) + Path);
        return new OgcRequest(request, addresses, values, formats.IsEmpty ? OgcFormat.Usual : formats, SignIn.Scope.Of(context));
    }

    /// <summary>The address with its parameters, some of them changed.</summary>
    /// <param name="changes">Null takes one away.</param>
    public string With(params (string Name, string? Value)[] changes)
    {
        var values = Values.ToDictionary(StringComparer.Ordinal);
        foreach ((string name, string? value) in changes)
        {
            if (value is null)
                values.Remove(name);
            else
                values[name] = value;
        }

        return Address + Query(values);
    }

    /// <exception cref="InputException">There is a parameter besides these.</exception>
    public void CheckOnly(params string[] names)
    {
        if (Values.Keys.FirstOrDefault(n => !names.Contains(n)) is { } other)
            throw new InputException(Shown.Of(other), "parametro sconosciuto.",
                names.Length == 0 ? "Qui non ci sono parametri." : $"I parametri sono: {string.Join(", ", names)}.");
    }

    /// <exception cref="ProblemException">There is no such collection.</exception>
    public static OgcCollection CollectionOf(string id) => OgcCollections.Find(id) ?? throw new ProblemException(new Problem(
        StatusCodes.Status404NotFound, "Raccolta inesistente", $"'{Shown.Of(id)}' non è una raccolta.", "collectionId",
        $"Le raccolte sono: {string.Join(", ", OgcCollections.All.Select(c => c.Id))}."));

    private string QueryOf(params string[] without) => Query(Values.Where(v => !without.Contains(v.Key)).OrderBy(v => v.Key, StringComparer.Ordinal));

    private static string Query(IEnumerable<KeyValuePair<string, string>> values) =>
        QueryString.Create(values.Select(v => KeyValuePair.Create(v.Key, (string?)v.Value))).ToUriComponent();
}
