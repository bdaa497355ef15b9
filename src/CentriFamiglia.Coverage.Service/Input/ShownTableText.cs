using System.Text.Json;
using System.Text.RegularExpressions;

namespace CentriFamiglia.Coverage.Service.Input;

/// <summary>
/// Reads a <see cref="ShownTable"/> from JSON, <c>{"title":…,"name":…,"snapshot":…,"question":{"name":…,"parameters":{…}},"view":…,
/// "columns":[{"key":…,"label":…,"type":…}],"rows":[{"level":…,"code":…,"cells":[…]}]}</c>: what is not there, too much, or of another
/// kind is refused with where it stands.
/// </summary>
internal static partial class ShownTableText
{
    public const int MostBytes = 8 << 20;
    public const int MostColumns = 64;
    public const int MostCells = 250_000;

    /// <summary>A spreadsheet cell holds no more.</summary>
    private const int MostCharacters = 32_767;

    private const int MostTitle = 200;
    private const int MostView = 8_000;
    private const int MostCode = 100;
    private const string Body = "contenuto";
    private const string Cure = "Scrivere {\"title\":…,\"name\":…,\"snapshot\":…,\"question\":{\"name\":…,\"parameters\":{…}},\"columns\":[…],\"rows\":[…]}: un esempio è in "
        + "/docs.";

    /// <summary>Names that every file has already.</summary>
    private static readonly string[] _taken = ["codice", "fid", "geom", "wkt"];

    private static readonly Dictionary<string, ColumnType> _types = new(StringComparer.Ordinal)
    {
        ["text"] = ColumnType.Text,
        ["integer"] = ColumnType.Integer,
        ["number"] = ColumnType.Number,
        ["boolean"] = ColumnType.Boolean,
    };

    public static IEnumerable<string> Types => _types.Keys;

    /// <exception cref="InputException">Not such a table.</exception>
    public static ShownTable Read(ReadOnlyMemory<byte> json)
    {
        JsonElement body = StrictJson.Read(json, Body, Cure);
        Dictionary<string, JsonElement> members = Members(body, Body, ["title", "name", "snapshot", "question", "columns", "rows"], ["view"]);
        Dictionary<string, JsonElement> question = Members(members["question"], "question", ["name"], ["parameters"]);
        ImmutableArray<ShownColumn> columns = ReadColumns(List(members["columns"], "columns"));
        JsonElement rows = List(members["rows"], "rows");
        if ((long)rows.GetArrayLength() * columns.Length > MostCells)
        {
            throw new InputException("rows", $"la tabella ha {ItalianNumber.Of(rows.GetArrayLength(), "#,0")} righe di {columns.Length} celle: più di "
                + $"{ItalianNumber.Of(MostCells, "#,0")} celle.",
                "Restringere la tabella con il filtro o la ricerca, oppure usare 'coverage export', che non ha limiti.");
        }

        return new ShownTable
        {
            Title = Line(members["title"], "title", MostTitle),
            Name = Matching(members["name"], "name", NamePattern(), "Scrivere lettere minuscole, cifre e trattini, al massimo 80: copertura-ambiti."),
            Snapshot = Matching(members["snapshot"], "snapshot", HashPattern(), "Scrivere l'impronta che sta in meta.fotografia.hash della risposta letta: 64 cifre esadecimali."),
            Question = Line(question["name"], "question.name", MostCode),
            Parameters = question.GetValueOrDefault("parameters"),
            View = members.TryGetValue("view", out JsonElement view) && view.ValueKind != JsonValueKind.Null ? Address(view) : null,
            Columns = columns,
            Rows = [.. rows.EnumerateArray().Select((row, i) => ReadRow(row, $"rows[{i}]", columns))],
        };
    }

    private static ImmutableArray<ShownColumn> ReadColumns(JsonElement list)
    {
        if (list.GetArrayLength() is 0 or > MostColumns)
            throw new InputException("columns", $"le colonne sono {list.GetArrayLength()}.", $"Indicarne da 1 a {MostColumns}.");
        ImmutableArray<ShownColumn> columns = [.. list.EnumerateArray().Select((column, i) => ReadColumn(column, $"columns[{i}]"))];
        foreach (Func<ShownColumn, string> name in (Func<ShownColumn, string>[])[c => c.Key, c => c.Label])
        {
            if (columns.Select(name).Concat(_taken).GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
            {
                throw new InputException("columns", $"'{Shown.Of(twice.Key)}' c'è due volte, o è un nome riservato.",
                    $"Dare a ogni colonna una chiave e un'etichetta diverse fra loro e da {string.Join(", ", _taken)}.");
            }
        }

        return columns;
    }

    private static ShownColumn ReadColumn(JsonElement element, string here)
    {
        Dictionary<string, JsonElement> members = Members(element, here, ["key", "label", "type"], []);
        string type = Line(members["type"], $"{here}.type", MostCode);
        return new ShownColumn(
            Matching(members["key"], $"{here}.key", KeyPattern(), "Scrivere lettere minuscole, cifre e _, al massimo 40, e cominciare con una lettera."),
            Line(members["label"], $"{here}.label", MostTitle),
            _types.TryGetValue(type, out ColumnType known)
                ? known
                : throw new InputException($"{here}.type", $"'{Shown.Of(type)}' non è un tipo.", $"Usare uno di: {string.Join(", ", _types.Keys)}."));
    }

    private static ShownRow ReadRow(JsonElement element, string here, ImmutableArray<ShownColumn> columns)
    {
        Dictionary<string, JsonElement> members = Members(element, here, ["cells"], ["level", "code"]);
        JsonElement cells = List(members["cells"], $"{here}.cells");
        if (cells.GetArrayLength() != columns.Length)
        {
            throw new InputException($"{here}.cells", $"le celle sono {cells.GetArrayLength()}, le colonne {columns.Length}.",
                "Scrivere una cella per colonna, nello stesso ordine; null dove non c'è un valore.");
        }

        (string? level, string? code) = (Optional("level"), Optional("code"));
        if (level is null != code is null)
            throw new InputException(here, "c'è level senza code, o code senza level.", "Scriverli tutti e due, o nessuno dei due.");
        return new ShownRow(level, code, [.. cells.EnumerateArray().Select((cell, i) => Value(cell, columns[i].Type, $"{here}.cells[{i}]"))]);

        string? Optional(string name) =>
            members.TryGetValue(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? Line(value, $"{here}.{name}", MostCode) : null;
    }

    private static object? Value(JsonElement cell, ColumnType type, string here) => (cell.ValueKind, type) switch
    {
        (JsonValueKind.Null, _) => null,
        (JsonValueKind.String, ColumnType.Text) when cell.GetString() is { Length: <= MostCharacters } text && !text.Any(IsControl) => text,
        (JsonValueKind.True, ColumnType.Boolean) => true,
        (JsonValueKind.False, ColumnType.Boolean) => false,
        (JsonValueKind.Number, ColumnType.Integer) when cell.TryGetInt64(out long whole) => whole,
        (JsonValueKind.Number, ColumnType.Number) when cell.TryGetDouble(out double number) && double.IsFinite(number) => number,
        _ => throw new InputException(here, $"'{Shown.Of(cell.GetRawText())}' non è un valore della sua colonna.",
            $"Scrivere un valore del tipo della colonna (text fino a {ItalianNumber.Of(MostCharacters, "#,0")} caratteri, senza caratteri di controllo), oppure null."),
    };

    private static Dictionary<string, JsonElement> Members(JsonElement element, string here, string[] needed, string[] possible)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new InputException(here, "non è un oggetto.", Cure);
        Dictionary<string, JsonElement> members = element.EnumerateObject().ToDictionary(m => m.Name, m => m.Value, StringComparer.Ordinal);
        if (members.Keys.FirstOrDefault(name => !needed.Contains(name, StringComparer.Ordinal) && !possible.Contains(name, StringComparer.Ordinal)) is { } unknown)
            throw new InputException(here, $"'{Shown.Of(unknown)}' non si conosce.", $"I nomi sono: {string.Join(", ", [.. needed, .. possible])}.");
        return needed.FirstOrDefault(name => !members.ContainsKey(name)) is { } missing
            ? throw new InputException(here, $"manca {missing}.", Cure)
            : members;
    }

    private static JsonElement List(JsonElement element, string here) =>
        element.ValueKind == JsonValueKind.Array ? element : throw new InputException(here, "non è un elenco.", Cure);

    private static string Line(JsonElement element, string here, int most) =>
        element.ValueKind == JsonValueKind.String && element.GetString() is { } text && !string.IsNullOrWhiteSpace(text) && text.Length <= most && !text.Any(char.IsControl)
            ? text
            : throw new InputException(here, $"'{Shown.Of(element.GetRawText())}' non è un testo di una riga.", $"Scrivere da 1 a {most} caratteri, senza andare a capo.");

    private static string Matching(JsonElement element, string here, Regex pattern, string cure) =>
        element.ValueKind == JsonValueKind.String && element.GetString() is { } text && pattern.IsMatch(text)
            ? text
            : throw new InputException(here, $"'{Shown.Of(element.GetRawText())}' non si può usare.", cure);

    private static string Address(JsonElement element)
    {
        string text = Line(element, "view", MostView);
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? text
            : throw new InputException("view", $"'{Shown.Of(text)}' non è l'indirizzo di una pagina.", "Scrivere l'indirizzo intero, http:// o https://, oppure togliere view.");
    }

    private static bool IsControl(char c) => char.IsControl(c) && c is not ('\t' or '\n' or '\r');

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,79}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Milliseconds)]
    private static partial Regex NamePattern();

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Milliseconds)]
    private static partial Regex HashPattern();

    [GeneratedRegex("^[a-z][a-z0-9_]{0,39}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Milliseconds)]
    private static partial Regex KeyPattern();
}
