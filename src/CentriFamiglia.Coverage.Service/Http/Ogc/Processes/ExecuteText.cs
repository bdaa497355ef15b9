using System.Text.Json;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Asked;
using CentriFamiglia.Coverage.Service.Ogc.Processes;

namespace CentriFamiglia.Coverage.Service.Http.Ogc.Processes;

/// <summary>What is wanted of a process.</summary>
/// <param name="Values">Of the inputs.</param>
/// <param name="Format">Of the output.</param>
/// <param name="IsDocument">Whether the output stands in a JSON document, under its name; else it is the whole answer.</param>
internal sealed record ExecuteRequest(Values Values, LayerFormat Format, bool IsDocument);

/// <summary>Reads the content of an execution, OGC API - Processes Part 1, 7.11: <c>inputs</c>, <c>outputs</c>, <c>response</c>.</summary>
internal static class ExecuteText
{
    private const int Depth = 32;
    private const string Cure = "Scrivere {\"inputs\":{…}} con i nomi degli input del processo; facoltativi outputs e response (raw, document).";

    /// <param name="process">That is to run.</param>
    /// <param name="body">JSON.</param>
    /// <exception cref="InputException">It is no such content, or asks for what the process does not do.</exception>
    public static ExecuteRequest Read(OgcProcess process, ReadOnlyMemory<byte> body)
    {
        JsonElement whole = StrictJson.Read(body, "contenuto", Cure, Depth);
        if (whole.ValueKind != JsonValueKind.Object)
            throw new InputException("contenuto", "non è un oggetto JSON.", Cure);
        LayerFormat format = UsualOf(process);
        bool isDocument = false;
        JsonElement inputs = default;
        foreach (JsonProperty member in whole.EnumerateObject())
        {
            switch (member.Name)
            {
                case "inputs":
                    inputs = member.Value;
                    break;
                case "outputs":
                    format = FormatOf(process, member.Value);
                    break;
                case "response":
                    isDocument = IsDocument(member.Value);
                    break;
                case "subscriber":
                    throw new InputException("subscriber", "il servizio non chiama altri indirizzi.", "Toglierlo, e chiedere lo stato del lavoro al suo indirizzo.");
                default:
                    throw new InputException(Shown.Of(member.Name), "membro sconosciuto.", Cure);
            }
        }

        Values values = QueryValues.Of(Plain(inputs), "inputs", process.Question.Parameters);
        return new ExecuteRequest(values, format, isDocument);
    }

    /// <summary>The inputs without what the standard may wrap a value in.</summary>
    private static JsonElement Plain(JsonElement inputs)
    {
        if (inputs.ValueKind != JsonValueKind.Object)
            return inputs;
        using var plain = new MemoryStream();
        using (var json = new Utf8JsonWriter(plain))
        {
            json.WriteStartObject();
            foreach (JsonProperty input in inputs.EnumerateObject())
            {
                json.WritePropertyName(input.Name);
                ValueOf(input).WriteTo(json);
            }

            json.WriteEndObject();
        }

        return JsonDocument.Parse(plain.ToArray()).RootElement;
    }

    private static JsonElement ValueOf(JsonProperty input)
    {
        if (input.Value.ValueKind != JsonValueKind.Object)
            return input.Value;
        if (input.Value.TryGetProperty("href", out _))
            throw new InputException(Shown.Of(input.Name), "un input non si prende da un altro indirizzo.", "Scrivere il valore.");
        return input.Value.TryGetProperty("value", out JsonElement value) ? value : input.Value;
    }

    private static bool IsDocument(JsonElement response) => response.ValueKind == JsonValueKind.String && response.GetString() is "raw" or "document"
        ? response.GetString() == "document"
        : throw new InputException("response", $"'{Shown.Of(response.GetRawText())}' non è un modo di rispondere.", "Usare raw oppure document.");

    private static LayerFormat FormatOf(OgcProcess process, JsonElement outputs)
    {
        if (outputs.ValueKind != JsonValueKind.Object)
            throw new InputException("outputs", "non è un oggetto JSON.", Cure);
        if (outputs.EnumerateObject().FirstOrDefault(o => o.Name != OgcProcess.Output) is { Value.ValueKind: not JsonValueKind.Undefined } other)
            throw new InputException($"outputs.{Shown.Of(other.Name)}", "non è un output del processo.", $"L'output è uno: {OgcProcess.Output}.");
        if (!outputs.TryGetProperty(OgcProcess.Output, out JsonElement output))
            return UsualOf(process);
        if (output.ValueKind != JsonValueKind.Object)
            throw new InputException($"outputs.{OgcProcess.Output}", "non è un oggetto JSON.", "Scrivere {\"format\":{\"mediaType\":\"application/json\"}}.");
        if (output.TryGetProperty("transmissionMode", out JsonElement mode) && !(mode.ValueKind == JsonValueKind.String && mode.GetString() == "value"))
            throw new InputException("transmissionMode", "il processo dà il suo output per valore.", "Scrivere value, o togliere il membro.");
        if (!output.TryGetProperty("format", out JsonElement format))
            return UsualOf(process);
        string? media = format.ValueKind == JsonValueKind.Object && format.TryGetProperty("mediaType", out JsonElement type) && type.ValueKind == JsonValueKind.String
            ? type.GetString()
            : null;
        return LayerFormat.All.FirstOrDefault(f => f.MediaType == media) ?? throw new InputException(
            "mediaType", $"'{Shown.Of(media ?? format.GetRawText())}' non è una forma dell'output.",
            $"Usare una di: {string.Join(", ", LayerFormat.All.Select(f => f.MediaType))}.");
    }

    private static LayerFormat UsualOf(OgcProcess process) => LayerFormat.All.First(f => f.Form == process.UsualForm);
}
