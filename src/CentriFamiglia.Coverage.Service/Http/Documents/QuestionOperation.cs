using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Layers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using static CentriFamiglia.Coverage.Service.Http.Documents.Schemas;

namespace CentriFamiglia.Coverage.Service.Http.Documents;

/// <summary>Describes one address that asks a question: parameters with their values, the forms of the answer, problems.</summary>
internal static class QuestionOperation
{
    /// <summary>Member of a parameter: those without which it says nothing.</summary>
    private const string AlongOthers = "x-insieme-a";

    /// <summary>Member of an operation: it asks for one of these parameters at least.</summary>
    private const string OneOf = "x-almeno-uno";

    public static Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<QuestionDocument>().FirstOrDefault() is not { } document)
            return Task.CompletedTask;
        bool posted = HttpMethods.IsPost(context.Description.HttpMethod ?? "");
        bool takesLong = document.Question.TakesLong is not null;
        bool hasLong = document.Parameters.Any(p => p is TextParameter { IsLong: true });
        operation.Summary = posted ? $"{document.Question.Summary}, con parametri lunghi" : document.Question.Summary;
        operation.Description = document.Question.Description;
        ApiTags.Set(operation, ApiTags.Questions, context.Document);
        operation.Parameters = posted ? [] : [.. document.Parameters.Select(ParameterOf)];
        if (takesLong)
            operation.Parameters.Add(Prefer());
        if (!document.Question.NeedsOneOf.IsEmpty)
            operation.Extensions = Extension(OneOf, document.Question.NeedsOneOf.Select(p => p.Name));
        operation.RequestBody = posted ? BodyOf(document.Parameters) : null;
        OpenApiResponses responses = new() { ["200"] = AnswerOf(document.Name, posted) };
        if (takesLong)
            responses["202"] = Responses.Accepted(
                "Chiesta con Prefer: respond-async, la ricerca continua da sé: una riga con lo stato, e in Location l'indirizzo a cui chiederlo.");
        if (!posted)
            responses["304"] = Responses.Unchanged();
        operation.Responses = responses.With("400").With(posted ? ["413", "415"] : hasLong ? ["414"] : []).With("503").With(takesLong ? ["504"] : []);
        return Task.CompletedTask;
    }

    public static OpenApiParameter ParameterOf(Parameter parameter) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Description = DescriptionOf(parameter),
        Required = parameter.IsRequired,
        Schema = parameter.IsForOtherContents ? new OpenApiSchema { Type = JsonSchemaType.String, Examples = [ExampleOf(parameter)!] } : SchemaOf(parameter),
        Example = parameter.IsForOtherContents ? null : ExampleOf(parameter),
        Extensions = parameter.Along.IsEmpty ? null : Extension(AlongOthers, parameter.Along),
    };

    private static Dictionary<string, IOpenApiExtension> Extension(string name, IEnumerable<string> parameters) => new(StringComparer.Ordinal)
    {
        [name] = new JsonNodeExtension(ProvenanceJson.Strings(parameters)),
    };

    private static OpenApiParameter Prefer() => new()
    {
        Name = "Prefer",
        In = ParameterLocation.Header,
        Description = "respond-async: se la risposta non è pronta dopo wait secondi (al più 30; senza: 1) arriva un 202, e la ricerca continua da sé (RFC 7240).",
        Schema = Text(),
        Example = "respond-async, wait=30",
    };

    /// <summary>The same names in a JSON object, for what does not fit an address.</summary>
    private static OpenApiRequestBody BodyOf(ImmutableArray<Parameter> parameters)
    {
        OpenApiSchema schema = Object(parameters.Select(p => (p.IsRequired ? p.Name : p.Name + "?", (IOpenApiSchema)MemberOf(p))));
        schema.AdditionalPropertiesAllowed = false;
        JsonObject example = new(parameters.Where(p => p is TextParameter { IsLong: true } || p.IsRequired).Select(p => KeyValuePair.Create(p.Name, ContentOf(p))));
        return new OpenApiRequestBody
        {
            Description = "Gli stessi parametri, con gli stessi nomi: testi, numeri, true (si), false (no); dove il valore è JSON, quello.",
            Required = true,
            Content = Responses.Content("application/json", schema, example),
        };
    }

    private static OpenApiSchema MemberOf(Parameter parameter)
    {
        OpenApiSchema schema = SchemaOf(parameter).With(DescriptionOf(parameter));
        if (parameter is TextParameter { IsLong: true })
            (schema.Type, schema.Items) = (JsonSchemaType.Array | JsonSchemaType.String, new OpenApiSchema());
        return schema;
    }

    private static JsonNode? ContentOf(Parameter parameter) => parameter is TextParameter { IsLong: true } ? JsonNode.Parse(parameter.Example!) : ExampleOf(parameter);

    private static JsonNode? ExampleOf(Parameter parameter) =>
        parameter is NumberParameter && parameter.Example is { } number ? JsonValue.Create(decimal.Parse(number, CultureInfo.InvariantCulture)) : parameter.Example;

    private static OpenApiSchema SchemaOf(Parameter parameter)
    {
        switch (parameter)
        {
            case ChoiceParameter choice:
                OpenApiSchema words = Word(choice.Choices);
                words.Default = choice.Default;
                return words;
            case NumberParameter number:
                OpenApiSchema schema = number.Decimals == 0 ? Integer() : Number();
                schema.Minimum = number.Minimum.ToString(CultureInfo.InvariantCulture);
                schema.Maximum = number.Maximum.ToString(CultureInfo.InvariantCulture);
                return schema;
            case DateParameter:
                return Day();
            default:
                return Text();
        }
    }

    private static string DescriptionOf(Parameter parameter)
    {
        string[] others = [.. parameter.Names.Skip(1)];
        string description = parameter.Along.IsEmpty ? parameter.Description : $"{parameter.Description} Insieme a {string.Join(", ", parameter.Along)}.";
        return others.Length == 0 ? description : $"{description} Si può scrivere anche {string.Join(", ", others)}.";
    }

    private static OpenApiResponse AnswerOf(string question, bool posted)
    {
        string name = RowSchemas.NameOf(question);
        Dictionary<string, OpenApiMediaType> content = Responses.Content("application/json", Named(name + "Answer"));
        content[RowForm.GeoJson.MediaType] = new OpenApiMediaType { Schema = Named(name + "Features") };
        content["text/csv"] = new OpenApiMediaType { Schema = Text("Le stesse righe, con intestazione.") };
        foreach (LayerFormat format in LayerFormat.All.Where(f => f.Name is "xlsx" or "gpkg" or "parquet"))
            content[format.MediaType] = new OpenApiMediaType { Schema = FileSchema() };
        return new OpenApiResponse { Description = "Le righe.", Headers = posted ? null : Responses.Headers(("ETag", Responses.Tag())), Content = content };
    }

    /// <summary>A file that is no text.</summary>
    public static OpenApiSchema FileSchema() => new() { Type = JsonSchemaType.String, Format = "binary", Description = "Un file con le stesse righe e la loro provenienza." };
}
