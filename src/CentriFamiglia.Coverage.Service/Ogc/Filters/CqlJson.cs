using System.Text;
using System.Text.Json;
using CentriFamiglia.Coverage.Formats.GeoJson;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Ogc.Filters;

/// <summary>Reads CQL2 JSON: <c>{"op":"and","args":[...]}</c>.</summary>
internal static class CqlJson
{
    private const string Cure = """Scrivere CQL2 JSON, per esempio: {"op":">","args":[{"property":"residenti"},10000]}.""";

    /// <summary>Of the JSON: an operation is an object with a list in it, and a geometry has lists of its own.</summary>
    private const int MostNested = (2 * CqlLimits.MostDepth) + 8;

    private static readonly GeoJsonGeometry _geometries = new();

    /// <exception cref="InputException">The text is no such filter, or asks too much.</exception>
    public static Cql Read(string text)
    {
        CqlLimits.CheckLength(text);
        if (NestedOf(text) > MostNested)
            throw CqlLimits.TooDeep();
        return FilterOf(StrictJson.Read(Encoding.UTF8.GetBytes(text), CqlLimits.Field, Cure, MostNested));
    }

    private static Cql FilterOf(JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return new CqlConstant(json.ValueKind is JsonValueKind.True);
        (string operation, JsonElement[] args) = OperationOf(json);
        return operation switch
        {
            "and" or "or" when args.Length >= 2 => new CqlLogic(operation == "and", [.. args.Select(FilterOf)]),
            "not" when args.Length == 1 => new CqlNot(FilterOf(args[0])),
            "=" or "<>" or "<" or ">" or "<=" or ">=" when args.Length == 2 => new CqlComparison(operation, ScalarOf(args[0]), ScalarOf(args[1])),
            "like" when args.Length == 2 => new CqlLike(ScalarOf(args[0]), ScalarOf(args[1])),
            "between" when args.Length == 3 => new CqlBetween(ScalarOf(args[0]), ScalarOf(args[1]), ScalarOf(args[2])),
            "in" when args is [var value, { ValueKind: JsonValueKind.Array } items] && items.GetArrayLength() > 0 =>
                new CqlIn(ScalarOf(value), [.. items.EnumerateArray().Select(ScalarOf)]),
            "isNull" when args.Length == 1 => new CqlIsNull(ScalarOf(args[0])),
            "s_intersects" or "s_disjoint" or "s_equals" or "s_touches" or "s_crosses" or "s_within" or "s_contains" or "s_overlaps" when args.Length == 2 =>
                new CqlSpatial(operation, ShapeOf(args[0]), ShapeOf(args[1])),
            _ => throw Broken($"l'operazione '{Shown.Of(operation)}' con {args.Length} argomenti non si conosce"),
        };
    }

    private static CqlScalar ScalarOf(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                return new CqlWord(json.GetString()!);
            case JsonValueKind.Number when json.TryGetDouble(out double number) && double.IsFinite(number):
                return new CqlNumber(number);
            case JsonValueKind.True or JsonValueKind.False:
                return new CqlTruth(json.ValueKind is JsonValueKind.True);
            case JsonValueKind.Object when TextOf(json, "property") is { } name:
                return new CqlProperty(name);
            case JsonValueKind.Object when (TextOf(json, "date") ?? TextOf(json, "timestamp")) is { } moment:
                return new CqlMoment(CqlMoments.Read(moment));
            case JsonValueKind.Object when OperationOf(json) is ("casei" or "accenti", [var inner]) operation:
                return new CqlFold(operation.Name == "casei", ScalarOf(inner));
            default:
                throw Broken($"'{Shown.Of(json.GetRawText())}' non è un valore");
        }
    }

    private static CqlShape ShapeOf(JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Object && TextOf(json, "property") is { } name)
            return new CqlShapeProperty(name);
        if (json.ValueKind is JsonValueKind.Object && json.TryGetProperty("bbox", out JsonElement box) && !json.TryGetProperty("type", out _))
        {
            return box.ValueKind is JsonValueKind.Array && box.GetArrayLength() is 4 or 6 && box.EnumerateArray().All(n => n.ValueKind is JsonValueKind.Number)
                ? new CqlShapeBox([.. box.EnumerateArray().Select(n => n.GetDouble())])
                : throw Broken("bbox non ha quattro numeri, o sei con le quote");
        }

        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json.GetRawText()));
            reader.Read();
            if (json.ValueKind is JsonValueKind.Object && _geometries.Read(ref reader, typeof(Geometry), JsonSerializerOptions.Default) is { } geometry)
                return new CqlShapeLiteral(geometry);
        }
        catch (JsonException bad)
        {
            throw Broken($"una geometria non si legge: {bad.Message.TrimEnd('.')}");
        }

        throw Broken($"'{Shown.Of(json.GetRawText())}' non è una geometria");
    }

    private static (string Name, JsonElement[] Args) OperationOf(JsonElement json) =>
        json.ValueKind is JsonValueKind.Object && TextOf(json, "op") is { } name && json.TryGetProperty("args", out JsonElement args) && args.ValueKind is JsonValueKind.Array
            ? (name, [.. args.EnumerateArray()])
            : throw Broken($"'{Shown.Of(json.GetRawText())}' non è un'operazione");

    private static string? TextOf(JsonElement json, string member) =>
        json.TryGetProperty(member, out JsonElement value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static InputException Broken(string why) => new(CqlLimits.Field, $"il filtro non si capisce: {why}.", Cure);

    /// <summary>How deep brackets stand one within another, outside texts.</summary>
    private static int NestedOf(string text)
    {
        int depth = 0, most = 0;
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '"')
                quoted = !quoted;
            else if (quoted && c == '\\')
                i++;
            else if (!quoted && c is '{' or '[')
                most = Math.Max(most, ++depth);
            else if (!quoted && c is '}' or ']')
                depth--;
        }

        return most;
    }
}
