using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CentriFamiglia.Coverage.Siting.Networks;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>
/// Places of the user's own as a JSON array, <c>[{"id":"S1","name":"Scuola","lon":9.7,"lat":45.7,"cost":20000,"kind":"scuola","role":"spoke"}]</c>,
/// or from a file with those columns, which only the command line reads.
/// </summary>
internal static class CandidateText
{
    private const string Cure = "Scrivere un elenco JSON di oggetti con id, lon, lat e, volendo, name, cost, kind, role (spoke, hub, entrambi).";

    private static readonly string[] _members = ["id", "name", "lon", "lat", "cost", "kind", "role"];

    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON that a file says: columns <c>id,name,lon,lat,cost,kind,role</c>; name, cost, kind and role may be missing or empty.</summary>
    /// <exception cref="InputException">A column or a cell is missing or wrong, or an id stands there twice.</exception>
    /// <exception cref="SourceFileException">The file cannot be read.</exception>
    public static string OfFile(string path)
    {
        LocationTable table = LocationTable.Read(path);
        (int id, int lon, int lat) = (table.Column("id", "codice"), table.Column("lon", "longitudine"), table.Column("lat", "latitudine"));
        (int? name, int? cost, int? kind, int? role) = (table.ColumnOrNone("name", "nome"), table.ColumnOrNone("cost", "costo"), table.ColumnOrNone("kind", "tipo"),
            table.ColumnOrNone("role", "ruolo"));
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var all = new JsonArray();
        foreach (SourceRow row in table.Rows)
        {
            string own = table.Name(row, id);
            if (!known.TryAdd(own, row.Line))
                throw table.Bad(row, id, $"il candidato «{Shown.Of(own)}» è già alla riga {known[own]}", "Dare a ogni luogo un identificativo suo.");
            string? roleText = Text(row, role);
            if (RolesOf(roleText) is null)
                throw table.Bad(row, role!.Value, $"«{Shown.Of(roleText!)}» non è un ruolo", "Scrivere spoke, hub oppure entrambi; vuoto vale entrambi.");
            all.Add((JsonNode)new JsonObject
            {
                ["id"] = own,
                ["name"] = Text(row, name),
                ["lon"] = table.Number(row, lon, "Scrivere la longitudine WGS84 in gradi."),
                ["lat"] = table.Number(row, lat, "Scrivere la latitudine WGS84 in gradi."),
                ["cost"] = cost is { } column ? table.NumberOrNone(row, column) : null,
                ["kind"] = Text(row, kind),
                ["role"] = roleText,
            });
        }

        return all.ToJsonString(_plain);

        static string? Text(SourceRow row, int? column) => column is { } at && row.Cell(at)?.Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>The candidates with the comune each lies in; null when the question names none.</summary>
    /// <exception cref="InputException">Not such a list, no place in it, one outside every comune, or an id twice.</exception>
    public static ImmutableArray<SitingCandidate>? Read(Analysis analysis, Parameter parameter, string? text)
    {
        if (text is null)
            return null;
        JsonElement[] items = Parse(parameter, text);
        var comuni = new ComuneOfPlace(analysis.Snapshot.Comuni);
        SitingCandidate[] found = [.. items.Select(item => One(parameter, item, comuni))];
        if (found.Length == 0)
            throw new InputException(parameter.Name, "l'elenco dei candidati è vuoto.", Cure);
        if (found.GroupBy(c => c.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new InputException(parameter.Name, $"il candidato '{Shown.Of(twice.Key)}' c'è due volte.", "Dare a ogni luogo un identificativo suo.");
        return [.. found];
    }

    private static JsonElement[] Parse(Parameter parameter, string text)
    {
        JsonElement all = StrictJson.Read(Encoding.UTF8.GetBytes(text), parameter.Name, Cure);
        return all.ValueKind == JsonValueKind.Array && all.EnumerateArray().All(i => i.ValueKind == JsonValueKind.Object)
            ? [.. all.EnumerateArray()]
            : throw new InputException(parameter.Name, "non è un elenco di oggetti.", Cure);
    }

    private static SitingCandidate One(Parameter parameter, JsonElement item, ComuneOfPlace comuni)
    {
        string id = Word(parameter, item, "id") ?? throw new InputException(parameter.Name, "un candidato non ha id.", Cure);
        foreach (JsonProperty member in item.EnumerateObject().Where(m => !_members.Contains(m.Name, StringComparer.Ordinal)))
            throw new InputException(parameter.Name, $"il candidato '{Shown.Of(id)}' ha '{Shown.Of(member.Name)}', che non si conosce.", Cure);
        if (Number(parameter, item, "lon") is not { } lon || Number(parameter, item, "lat") is not { } lat)
            throw new InputException(parameter.Name, $"il candidato '{Shown.Of(id)}' non ha lon e lat come numeri.", Cure);
        (bool Spoke, bool Hub) roles = RolesOf(Word(parameter, item, "role")) ?? throw new InputException(parameter.Name, $"il candidato '{Shown.Of(id)}' ha un ruolo che non c'è.", Cure);
        double? cost = Number(parameter, item, "cost");
        if (cost is < 0 or > 1_000_000_000)
            throw new InputException(parameter.Name, $"il costo del candidato '{Shown.Of(id)}' non è ammesso.", "Scrivere euro, da zero in su.");
        var point = new MatrixPoint(id, new Place(lon, lat, default, null));
        Place place = comuni.Located(point, needsComune: true).Place ?? throw new InputException(
            parameter.Name, $"il candidato '{Shown.Of(id)}' ({lon}, {lat}) non è in alcun comune caricato.",
                "Controllare longitudine e latitudine (WGS84, gradi): forse sono scambiate.");
        return new SitingCandidate(id, Word(parameter, item, "name") ?? id, place.Comune, lon, lat, cost is { } euro ? Math.Round((decimal)euro, 2) : null, Word(parameter, item, "kind"), roles.Spoke,
            roles.Hub);
    }

    private static (bool Spoke, bool Hub)? RolesOf(string? role) => role?.ToLowerInvariant() switch
    {
        null or "entrambi" or "both" => (true, true),
        "spoke" => (true, false),
        "hub" => (false, true),
        _ => null,
    };

    private static string? Word(Parameter parameter, JsonElement item, string key) => !item.TryGetProperty(key, out JsonElement value) ? null : value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null,
        _ => throw new InputException(parameter.Name, $"{key} di un candidato ('{Shown.Of(value.GetRawText())}') non è un testo.", $"Scriverlo fra virgolette. {Cure}"),
    };

    private static double? Number(Parameter parameter, JsonElement item, string key) => !item.TryGetProperty(key, out JsonElement value) ? null : value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number when value.TryGetDouble(out double number) && double.IsFinite(number) => number,
        _ => throw new InputException(parameter.Name, $"{key} di un candidato ('{Shown.Of(value.GetRawText())}') non è un numero.",
            $"Scriverlo senza virgolette, con il punto prima dei decimali. {Cure}"),
    };
}
