using System.Text;
using System.Text.Json;
using CentriFamiglia.Coverage.Import;
using CentriFamiglia.Coverage.Import.Reading;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>
/// Changes of sedi as JSON, <c>{"changes":[{"op":"add","id":"N1","role":"spoke","pro_com_t":"016024"}]}</c> or the list alone. Beside
/// <c>op</c> and <c>id</c> a change says columns of a file of sedi, as text, number, truth value or list of texts; null takes a value away.
/// </summary>
internal static class ChangesText
{
    /// <summary>More are no trial by hand.</summary>
    private const int Most = 1_000;

    private const long LargestFile = 4_000_000;

    private const string Cure = "Scrivere {\"changes\":[…]}, un oggetto per modifica con op (add, move, close, change), id e ciò che cambia.";

    private static readonly string[] _places = ["lon", "lat", "pro_com_t", "precisione"];

    /// <summary>The JSON of a file, or the text itself where it is JSON.</summary>
    /// <exception cref="InputException">There is no such file, or it is too large.</exception>
    public static string? OfFile(Parameter parameter, string text)
    {
        if (text.AsSpan().TrimStart() is ['{' or '[', ..])
            return null;
        try
        {
            return new FileInfo(text).Length <= LargestFile
                ? File.ReadAllText(text)
                : throw new InputException(parameter.Name, $"'{Shown.Of(text)}' è troppo grande per un elenco di modifiche.", "Indicare il file giusto.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException(parameter.Name, $"'{Shown.Of(text)}' non si può leggere: {FileErrors.Why(failure)}.",
                "Indicare un file JSON di modifiche, per esempio prova.json.");
        }
    }

    /// <exception cref="InputException">Not such a list, or a change that says what it cannot.</exception>
    public static ImmutableArray<SiteChange> Read(Parameter parameter, string? text) => text is null ? [] : Sites(parameter.Name, Parse(parameter, text));

    /// <param name="field">What the list is called, for an error.</param>
    /// <param name="items">Changes of sedi.</param>
    /// <exception cref="InputException">A change says what it cannot, or there are too many.</exception>
    public static ImmutableArray<SiteChange> Sites(string field, JsonArray items) => All(field, items, "modifica", "della sede", Allowed);

    /// <summary>The same of networks, which do not move.</summary>
    /// <inheritdoc cref="Sites"/>
    public static ImmutableArray<SiteChange> Networks(string field, JsonArray items) => All(field, items, "rete", "della rete", operation => operation switch
    {
        SiteOperation.Close => [],
        SiteOperation.Move => throw new InputException(field, "una rete non si sposta.", "Usare op add, change o close."),
        _ => SetChanges.NetworkColumns,
    });

    private static ImmutableArray<SiteChange> All(
        string field, JsonArray items, string called, string whose, Func<SiteOperation, ImmutableArray<string>> allowed) =>
        items.Count <= Most
            ? [.. items.Select((item, i) => One($"{called} {i + 1}", whose, item, allowed))]
            : throw new InputException(field, $"le modifiche sono {items.Count}: se ne provano al massimo {Most}.", "Importare l'elenco nuovo: coverage import.");

    private static JsonArray Parse(Parameter parameter, string text)
    {
        JsonNode? whole = JsonNode.Parse(StrictJson.Read(Encoding.UTF8.GetBytes(text), parameter.Name, Cure).GetRawText());
        return (whole is JsonObject body ? body["changes"] : whole) as JsonArray ?? throw new InputException(parameter.Name, "manca l'elenco delle modifiche.", Cure);
    }

    private static SiteChange One(string here, string whose, JsonNode? node, Func<SiteOperation, ImmutableArray<string>> columns)
    {
        if (node is not JsonObject item)
            throw new InputException(here, "non è un oggetto.", Cure);
        if (Word(item, "op") is not { } op || !SiteChange.Operations.TryRead(op, out SiteOperation operation))
        {
            throw new InputException($"{here}, op", Word(item, "op") is { } other ? $"«{Shown.Of(other)}» non è un'operazione." : "manca l'operazione.",
                $"Scrivere una di: {string.Join(", ", SiteChange.Operations.Written)}.");
        }

        if (Word(item, "id") is not { Length: > 0 } id)
            throw new InputException($"{here}, id", $"manca l'identificativo {whose}.", $"Scrivere l'id {whose}, come nell'elenco; se è nuova darne uno nuovo.");
        here = $"{here} ({Shown.Of(id)})";
        var cells = ImmutableSortedDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        foreach ((string name, JsonNode? value) in item.Where(p => p.Key is not ("op" or "id")))
        {
            ImmutableArray<string> allowed = columns(operation);
            if (!allowed.Contains(name, StringComparer.Ordinal))
            {
                throw new InputException($"{here}, {Shown.Of(name)}",
                    columns(SiteOperation.Change).Contains(name, StringComparer.Ordinal) ? $"con op {op} questo campo non si dice." : "campo sconosciuto.",
                    allowed.IsEmpty ? "Togliere il campo: basta l'id." : $"I campi sono: {string.Join(", ", allowed)}. Per gli altri c'è op change.");
            }

            cells[name] = Cell(value) ?? (value is null ? null : throw new InputException($"{here}, {name}", "il valore non è un testo, un numero o un elenco di testi.",
                "Scriverlo come nella colonna di un file di quel genere."));
        }

        return new SiteChange(operation, id, cells.ToImmutable());
    }

    private static ImmutableArray<string> Allowed(SiteOperation operation) => operation switch
    {
        SiteOperation.Close => [],
        SiteOperation.Move => [.. _places],
        _ => SiteChange.Columns,
    };

    private static string? Word(JsonObject item, string name) => item[name] is JsonValue value && value.TryGetValue(out string? text) ? text.Trim() : null;

    /// <summary>As a file would write it; null for what no cell holds.</summary>
    private static string? Cell(JsonNode? value) => value switch
    {
        JsonArray list when list.All(i => i is JsonValue v && v.TryGetValue(out string? _)) => ListText.Write([.. list.Select(i => i!.GetValue<string>())]) ?? "",
        JsonValue one when one.TryGetValue(out string? text) => text,
        JsonValue one when one.TryGetValue(out bool flag) => Vocabulary.YesNo.Of(flag),
        JsonValue one when one.GetValueKind() == JsonValueKind.Number => one.ToJsonString(),
        _ => null,
    };
}
