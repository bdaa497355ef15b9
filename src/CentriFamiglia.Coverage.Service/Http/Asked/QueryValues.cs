using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace CentriFamiglia.Coverage.Service.Http.Asked;

/// <summary>
/// Reads a query string, and the JSON of a POST; the values stand under the parameters' own names, whichever was written. A parameter
/// that is not known is refused: a mistyped filter must not answer for the whole region.
/// </summary>
internal static class QueryValues
{
    /// <summary>Of the JSON of a POST.</summary>
    public const int MostBytes = 1 << 20;

    private const string Body = "contenuto";
    private const string Cure = "Scrivere un oggetto JSON con i nomi dei parametri, per esempio {\"goal\":\"cover\",\"candidati\":[…]}.";

    /// <exception cref="InputException">A parameter is unknown, given twice, under whatever of its names, or its value is not one.</exception>
    public static Values Read(IQueryCollection query, ImmutableArray<Parameter> parameters) => Read(query, [], parameters);

    /// <summary>The same of the query and of the content together.</summary>
    /// <exception cref="InputException">Besides, the content is no JSON object of texts, numbers, true and false, or longer values where they may be.</exception>
    /// <exception cref="BadHttpRequestException">The content is too large or ends before its time.</exception>
    public static async Task<Values> ReadAsync(HttpRequest request, ImmutableArray<Parameter> parameters)
    {
        JsonElement body = StrictJson.Read(await BodyAsync(request), Body, Cure);
        if (body.ValueKind != JsonValueKind.Object)
            throw new InputException(Body, "non è un oggetto JSON.", Cure);
        return Read(request.Query, [.. body.EnumerateObject().Select(member => (member.Name, TextOf(member, parameters)))], parameters);
    }

    /// <summary>The content of a request, not longer than <see cref="MostBytes"/>.</summary>
    /// <exception cref="BadHttpRequestException">The content is too large or ends before its time.</exception>
    public static async Task<byte[]> BodyAsync(HttpRequest request)
    {
        HttpContext context = request.HttpContext;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most)
            most.MaxRequestBodySize = MostBytes;
        using var content = new MemoryStream();
        await request.Body.CopyToAsync(content, context.RequestAborted);
        return content.ToArray();
    }

    /// <summary>The values that an object within a content gives; none where it is not there.</summary>
    /// <param name="field">What the object is called.</param>
    /// <exception cref="InputException">It is no object of texts, numbers, true and false, or a parameter is unknown or no value.</exception>
    public static Values Of(JsonElement content, string field, ImmutableArray<Parameter> parameters) => content.ValueKind switch
    {
        JsonValueKind.Undefined => Read(QueryCollection.Empty, parameters),
        JsonValueKind.Object => Read(QueryCollection.Empty, [.. content.EnumerateObject().Select(member => (member.Name, TextOf(member, parameters)))], parameters),
        _ => throw new InputException(field, "non è un oggetto JSON.", Cure),
    };

    private static Values Read(IQueryCollection query, (string Name, string Text)[] content, ImmutableArray<Parameter> parameters)
    {
        var texts = new Dictionary<string, (string Text, string Written)>(StringComparer.Ordinal);
        foreach ((string name, StringValues given) in query)
        {
            Parameter parameter = Of(name, parameters);
            if (given.Count != 1)
                throw new InputException(name, "il parametro è dato più di una volta.", "Lasciarlo una volta sola.");
            Add(parameter, name, given[0] ?? "");
        }

        foreach ((string name, string text) in content)
            Add(Of(name, parameters), name, text);
        return new Values(texts.ToDictionary(t => t.Key, t => t.Value.Text, StringComparer.Ordinal));

        void Add(Parameter parameter, string name, string text)
        {
            parameter.Check(text, name);
            if (texts.TryGetValue(parameter.Name, out (string Text, string Written) other))
            {
                string both = other.Written == name ? $"{name} è anche nell'indirizzo" : $"{other.Written}, {name} sono lo stesso";
                throw new InputException(name, $"il parametro è dato più di una volta: {both}.", "Lasciarlo una volta sola.");
            }

            texts[parameter.Name] = (text, name);
        }
    }

    private static Parameter Of(string name, ImmutableArray<Parameter> parameters) => parameters.FirstOrDefault(p => p.Names.Contains(name, StringComparer.Ordinal))
        ?? throw new InputException(
            Shown.Of(name),
            "parametro sconosciuto.",
            parameters.IsEmpty ? "Qui non ci sono parametri." : $"I parametri sono: {string.Join(", ", parameters.Select(p => p.Name))}.");

    private static string TextOf(JsonProperty member, ImmutableArray<Parameter> parameters) => member.Value.ValueKind switch
    {
        JsonValueKind.String => member.Value.GetString()!,
        JsonValueKind.Number => member.Value.GetRawText(),
        JsonValueKind.True => "si",
        JsonValueKind.False => "no",
        JsonValueKind.Array or JsonValueKind.Object when Of(member.Name, parameters) is TextParameter { IsLong: true } => member.Value.GetRawText(),
        _ => throw new InputException(Of(member.Name, parameters).Names.First(n => n == member.Name), $"'{Shown.Of(member.Value.GetRawText())}' non è un valore.",
            "Scrivere un testo, un numero, true o false, oppure togliere il parametro."),
    };
}
