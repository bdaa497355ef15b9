using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>
/// Reads a question's parameters from a JSON object in the body of a POST, together with the query string: for values too long for an
/// address. Texts, numbers and truth values stand as in the address; a list or an object is the JSON that the parameter is.
/// </summary>
internal static class PostedValues
{
    /// <summary>A thousand sedi or candidates, with their words, are a quarter of this.</summary>
    private const long LargestBody = 1024 * 1024;

    private const string Body = "contenuto";

    private const string Cure = "Inviare un oggetto JSON con i parametri come membri, in UTF-8, al massimo 1 MB.";

    /// <summary>The names given in the body and in the query, with their texts.</summary>
    /// <exception cref="InputException">The body is no JSON object, is too large, or a parameter is unknown or given twice.</exception>
    public static async Task<Values> ReadAsync(HttpContext context, ImmutableArray<Parameter> parameters)
    {
        JsonObject body = await BodyAsync(context);
        var given = context.Request.Query.ToDictionary(q => q.Key, q => q.Value, StringComparer.Ordinal);
        foreach ((string name, JsonNode? value) in body)
        {
            if (value is null)
                continue;
            if (!given.TryAdd(name, Text(value)))
                throw new InputException(Shown.Of(name), "il parametro è dato più di una volta.", "Lasciarlo nell'indirizzo o nel contenuto, non in entrambi.");
        }

        return QueryValues.Read(new QueryCollection(given), parameters);
    }

    private static async Task<JsonObject> BodyAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = LargestBody;
        try
        {
            return await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) as JsonObject
                ?? throw new InputException(Body, "non è un oggetto JSON.", Cure);
        }
        catch (Exception bad) when (bad is JsonException or ArgumentException)
        {
            throw new InputException(Body, bad is JsonException json ? $"non è JSON, alla riga {(json.LineNumber ?? 0) + 1}." : "dice due volte lo stesso membro.", Cure);
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new InputException(Body, "supera 1 MB.", Cure);
        }
    }

    private static string Text(JsonNode value) => value is JsonValue one && one.TryGetValue(out string? text) ? text : value.ToJsonString();
}
