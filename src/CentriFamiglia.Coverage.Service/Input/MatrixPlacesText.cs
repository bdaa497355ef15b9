using System.Text;
using System.Text.Json;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Service.Input;

/// <summary>
/// Places as a JSON array, all by coordinates, <c>[{"id":"A","lon":9.7,"lat":45.7}]</c> (WGS84, degrees), or all by comune,
/// <c>[{"id":"B","pro_com_t":"016024"}]</c>, which stands for its seat. Without <c>id</c> a comune is called by its code.
/// </summary>
internal static class MatrixPlacesText
{
    private const string Cure = "Scrivere un elenco JSON di oggetti, tutti con id, lon, lat oppure tutti con pro_com_t (e, volendo, id).";

    private static readonly string[] _members = ["id", "lon", "lat", "pro_com_t"];

    /// <param name="parameter">That was given the text.</param>
    /// <param name="text">JSON.</param>
    /// <param name="comuni">By code.</param>
    /// <returns>The places in order, and whether they are comuni.</returns>
    /// <exception cref="InputException">Not such a list, a place that cannot be, or an id twice.</exception>
    public static (MatrixPoint[] Points, bool AreComuni) Read(Parameter parameter, string text, Func<ComuneCode, Comune?> comuni)
    {
        JsonElement all = StrictJson.Read(Encoding.UTF8.GetBytes(text), parameter.Name, Cure);
        JsonElement[] items = all.ValueKind == JsonValueKind.Array ? [.. all.EnumerateArray()] : [];
        if (items.Length == 0 || items.Any(i => i.ValueKind != JsonValueKind.Object))
            throw new InputException(parameter.Name, "non è un elenco di luoghi.", Cure);
        bool byComune = !items[0].TryGetProperty("lon", out _) && !items[0].TryGetProperty("lat", out _);
        MatrixPoint[] points = [.. items.Select((item, i) => One(parameter, i + 1, item, byComune, comuni))];
        if (points.GroupBy(p => p.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new InputException(parameter.Name, $"il luogo '{Shown.Of(twice.Key)}' c'è due volte.", "Dare a ogni luogo un identificativo suo.");
        return (points, byComune);
    }

    private static MatrixPoint One(Parameter parameter, int number, JsonElement item, bool byComune, Func<ComuneCode, Comune?> comuni)
    {
        if (item.EnumerateObject().FirstOrDefault(m => !_members.Contains(m.Name, StringComparer.Ordinal)) is { Value.ValueKind: not JsonValueKind.Undefined } other)
            throw Bad($"ha '{Shown.Of(other.Name)}', che non si conosce");
        string? code = Text("pro_com_t"), id = Text("id") ?? (byComune ? code : null);
        if (id is null)
            throw Bad("non ha id");
        Comune? comune = code is not null && ComuneCode.TryParse(code, out ComuneCode parsed) ? comuni(parsed) : null;
        if (code is not null && comune is null)
            throw Bad($"({Shown.Of(id)}) ha pro_com_t '{Shown.Of(code)}', che non è un comune caricato");
        if (byComune)
        {
            return (comune ?? throw Bad($"({Shown.Of(id)}) non ha pro_com_t")).Seat is { } seat
                ? new MatrixPoint(id, new Place(seat.Lon, seat.Lat, comune.Code, comune.AltitudeMetres))
                : throw Bad($"({Shown.Of(id)}) è un comune di cui non si conosce la sede comunale: indicare lon e lat");
        }

        (double lon, double lat) = (Degrees("lon", 180), Degrees("lat", 90));
        return new MatrixPoint(id, new Place(lon, lat, comune?.Code ?? default, comune?.AltitudeMetres));

        InputException Bad(string fault) => new(parameter.Name, $"il luogo {number} {fault}.", Cure);

        string? Text(string name) => !item.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null ? null : value.ValueKind switch
        {
            JsonValueKind.String when !string.IsNullOrWhiteSpace(value.GetString()) => value.GetString()!.Trim(),
            JsonValueKind.Number when name == "id" => value.GetRawText(),
            _ => throw Bad($"ha {name} che non è un testo"),
        };

        double Degrees(string name, double most) =>
            item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double degrees) && Math.Abs(degrees) <= most
                ? degrees
                : throw Bad($"({Shown.Of(id)}) non ha {name} in gradi WGS84, come numero");
    }
}
