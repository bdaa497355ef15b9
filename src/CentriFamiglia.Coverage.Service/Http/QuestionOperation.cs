using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Layers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>Describes one address: parameters with their values, rows with their columns and an example, problems.</summary>
internal static class QuestionOperation
{
    private static readonly (string Status, string Description)[] _problems =
    [
        ("400", "Parametro non valido: campo e rimedio dicono quale e come."),
        ("503", "L'archivio non è raggiungibile, o troppi chiedono: riprovare dopo Retry-After."),
    ];

    private static readonly (string Status, string Description) _tooLong = ("504", "La ricerca è durata più di quanto il servizio concede: restringerla, o indicare time-limit.");

    public static Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<QuestionDocument>().FirstOrDefault() is not { } document)
            return Task.CompletedTask;
        operation.Summary = document.Question.Summary;
        operation.Description = document.Question.Description;
        operation.Tags = null;
        bool posted = HttpMethods.IsPost(context.Description.HttpMethod ?? "");
        bool takesLong = document.Question.TakesLong is not null;
        operation.Parameters = posted ? [] : [.. document.Parameters.Select(ParameterOf)];
        operation.RequestBody = posted ? ContentOf(document.Parameters) : null;
        operation.Responses = new OpenApiResponses { ["200"] = AnswerOf(document.Question.Columns()) };
        if (takesLong)
            operation.Responses["202"] = Accepted();
        foreach ((string status, string description) in takesLong ? [.. _problems, _tooLong] : _problems)
            operation.Responses[status] = new OpenApiResponse { Description = description, Content = ContentOf(Problem.MediaType, ProblemSchema(), null) };
        ((OpenApiResponse)operation.Responses["503"]).Headers = Header("Retry-After", "Secondi dopo i quali chiedere di nuovo.", JsonSchemaType.Integer);
        return Task.CompletedTask;
    }

    /// <summary>The same names in a JSON object, for what does not fit an address.</summary>
    private static OpenApiRequestBody ContentOf(ImmutableArray<Parameter> parameters) => new()
    {
        Description = "Gli stessi parametri, con gli stessi nomi: testi, numeri, true (si), false (no); dove il valore è JSON, quello.",
        Required = true,
        Content = ContentOf("application/json", new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = parameters.ToDictionary(p => p.Name, MemberOf, StringComparer.Ordinal),
            AdditionalPropertiesAllowed = false,
        }, null),
    };

    private static IOpenApiSchema MemberOf(Parameter parameter)
    {
        var schema = (OpenApiSchema)ParameterOf(parameter).Schema!;
        schema.Description = DescriptionOf(parameter);
        if (parameter is TextParameter { IsLong: true })
            schema.Type = JsonSchemaType.Array | JsonSchemaType.String;
        return schema;
    }

    private static OpenApiResponse Accepted() => new()
    {
        Description = "Chiesta con Prefer: respond-async, la ricerca continua: una riga con lo stato, e in Location l'indirizzo a cui chiederlo.",
        Headers = Header("Location", "L'indirizzo della ricerca, /api/v1/searches/{id}.", JsonSchemaType.String),
    };

    private static Dictionary<string, IOpenApiHeader> Header(string name, string description, JsonSchemaType type) => new(StringComparer.Ordinal)
    {
        [name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = type } },
    };

    public static OpenApiParameter ParameterOf(Parameter parameter)
    {
        var schema = new OpenApiSchema
        {
            Type = parameter.JsonType switch
            {
                "integer" => JsonSchemaType.Integer,
                "number" => JsonSchemaType.Number,
                _ => JsonSchemaType.String,
            },
        };
        if (parameter is ChoiceParameter choice)
        {
            schema.Enum = [.. choice.Choices.Select(c => (JsonNode)c)];
            schema.Default = choice.Default is null ? null : JsonValue.Create(choice.Default);
        }
        else if (parameter is NumberParameter number)
        {
            schema.Minimum = number.Minimum.ToString(CultureInfo.InvariantCulture);
            schema.Maximum = number.Maximum.ToString(CultureInfo.InvariantCulture);
        }

        return new OpenApiParameter { Name = parameter.Name, In = ParameterLocation.Query, Description = DescriptionOf(parameter), Schema = schema };
    }

    private static string DescriptionOf(Parameter parameter)
    {
        string[] others = [.. parameter.Names.Skip(1)];
        return others.Length == 0 ? parameter.Description : $"{parameter.Description} Si può scrivere anche {string.Join(", ", others)}.";
    }

    private static OpenApiResponse AnswerOf(ImmutableArray<ImmutableArray<DescribedColumn>> forms)
    {
        IOpenApiSchema row = forms.Length == 1 ? RowSchema(forms[0]) : new OpenApiSchema { OneOf = [.. forms.Select(f => (IOpenApiSchema)RowSchema(f))] };
        var whole = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["meta"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "Data, impronta dei dati, regole, insieme di sedi, fonte dei tempi con il suo errore, totali, attribuzioni, avvertenze, durate."
                },
                ["rows"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = row },
            },
            Required = new HashSet<string>(StringComparer.Ordinal) { "meta", "rows" },
        };
        var example = new JsonObject { ["meta"] = new JsonObject(), ["rows"] = new JsonArray(ExampleOf(forms[0])) };
        Dictionary<string, OpenApiMediaType> content = ContentOf("application/json", whole, example);
        content[LayerFormat.GeoJsonType] = new OpenApiMediaType
        {
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "FeatureCollection (RFC 7946) con gli stessi attributi e il membro meta."
            }
        };
        content["text/csv"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Le stesse righe, con intestazione." } };
        foreach (LayerFormat format in LayerFormat.All.Where(f => f.Name is "xlsx" or "gpkg"))
            content[format.MediaType] = new OpenApiMediaType { Schema = FileSchema() };
        return new OpenApiResponse { Description = "Le righe.", Content = content };
    }

    /// <summary>A file that is no text.</summary>
    public static OpenApiSchema FileSchema() => new() { Type = JsonSchemaType.String, Format = "binary", Description = "Un file con le stesse righe e la loro provenienza." };

    public static Dictionary<string, OpenApiMediaType> ContentOf(string mediaType, OpenApiSchema schema, JsonNode? example) =>
        new(StringComparer.Ordinal) { [mediaType] = new OpenApiMediaType { Schema = schema, Example = example } };

    private static OpenApiSchema RowSchema(ImmutableArray<DescribedColumn> columns) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = columns.ToDictionary(c => c.Column.Name, ColumnSchema, StringComparer.Ordinal),
        // Every row has every column. This is also what tells the two forms of the gaps apart: without it a row would be both.
        Required = columns.Select(c => c.Column.Name).ToHashSet(StringComparer.Ordinal),
    };

    private static IOpenApiSchema ColumnSchema(DescribedColumn column) => new OpenApiSchema
    {
        Type = JsonSchemaType.Null | column.Column.Type switch
        {
            ColumnType.Integer => JsonSchemaType.Integer,
            ColumnType.Number or ColumnType.Money => JsonSchemaType.Number,
            ColumnType.Boolean => JsonSchemaType.Boolean,
            _ => JsonSchemaType.String,
        },
        Description = column.Column.Description,
    };

    private static JsonObject ExampleOf(ImmutableArray<DescribedColumn> columns) =>
        new(columns.Select(c => KeyValuePair.Create(c.Column.Name, c.Example is null ? null : (JsonNode?)JsonValue.Create(c.Example))));

    public static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Il genere di errore." },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Che cosa è successo." },
            ["instance"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["campo"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = "Parametro o intestazione sbagliata." },
            ["rimedio"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Come rimediare." },
        },
    };
}
