using CentriFamiglia.Coverage.Formats;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Service.Input;

/// <summary>
/// Reads a list of places, <c>id,lon,lat</c> (with <c>pro_com_t</c>, if wanted) or <c>id,pro_com_t</c>. A row that gives no usable place is told and kept: its trips are
/// answered with a status, and the others as if it were not there.
/// </summary>
internal sealed class MatrixPoints
{
    private const int MessagesPerFile = 20;

    private readonly string _name;
    private readonly SourceTable _table;
    private readonly int _id;
    private readonly int _lon;
    private readonly int _lat;
    private readonly int _comune;

    private MatrixPoints(string option, SourceTable table)
    {
        (_name, _table) = (table.Name, table);
        string[] columns = [.. table.Columns.Select(column => column.Trim().ToLowerInvariant())];
        _id = Array.IndexOf(columns, "id");
        _lon = Array.IndexOf(columns, "lon");
        _lat = Array.IndexOf(columns, "lat");
        _comune = Array.IndexOf(columns, "pro_com_t");
        if (_id < 0 || (_comune < 0 && (_lon < 0 || _lat < 0)))
        {
            throw new InputException(
                option,
                $"{_name} ha le colonne {string.Join(", ", table.Columns.Select(Shown.Of))}.",
                "Servono id, lon, lat (gradi WGS84) oppure id, pro_com_t.");
        }

        if (table.Rows.IsEmpty)
            throw new InputException(option, $"{_name} non contiene righe.", "Aggiungere almeno un luogo sotto l'intestazione.");
    }

    /// <summary>Whether the places are comuni, so that their seats must be known.</summary>
    public bool AreComuni => _lon < 0 || _lat < 0;

    /// <param name="option">The option that named the file, for messages.</param>
    /// <param name="path">Any table that the program reads.</param>
    /// <exception cref="SourceFileException">The file cannot be read.</exception>
    /// <exception cref="InputException">It is not a list of places.</exception>
    public static MatrixPoints Open(string option, string path) => new(option, SourceFiles.Read(path, FileLimits.Default)[0]);

    /// <param name="comuni">For places given as comuni; may be empty for others.</param>
    /// <param name="message">Told, in Italian, of every row that is not as it should be.</param>
    /// <returns>One point a row, in order.</returns>
    public MatrixPoint[] Read(ImmutableArray<Comune> comuni, Action<string> message)
    {
        Dictionary<ComuneCode, Comune> byCode = comuni.ToDictionary(comune => comune.Code);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var points = new MatrixPoint[_table.Rows.Length];
        int faults = 0;
        for (int i = 0; i < points.Length; i++)
        {
            SourceRow row = _table.Rows[i];
            string id = Cell(row, _id);
            (Place? place, string? fault) = AreComuni ? Seat(Cell(row, _comune), byCode) : Coordinates(Cell(row, _lon), Cell(row, _lat), Known(row, byCode));
            points[i] = new MatrixPoint(id, place);
            Tell(row, id, fault ?? row.RowError);
            if (id.Length == 0)
                Tell(row, id, "manca id: la riga è calcolata, ma il risultato non la nomina");
            else if (!seen.TryAdd(id, row.Line))
                Tell(row, id, $"id già usato alla riga {seen[id]}: entrambe sono calcolate, nell'ordine del file");
        }

        if (faults > MessagesPerFile)
            message($"{_name}: altre {faults - MessagesPerFile} righe con difetti.");
        return points;

        void Tell(SourceRow row, string id, string? fault)
        {
            if (fault is not null && ++faults <= MessagesPerFile)
                message($"{_name}, riga {row.Line}, id '{Shown.Of(id)}': {fault}.");
        }
    }

    private static string Cell(SourceRow row, int column) => row.Cell(column)?.Trim() ?? "";

    /// <summary>The comune that the row names beside its coordinates; null where it names none that is known.</summary>
    private Comune? Known(SourceRow row, Dictionary<ComuneCode, Comune> comuni) => _comune < 0 ? null : Find(Cell(row, _comune), comuni);

    private static Comune? Find(string text, Dictionary<ComuneCode, Comune> comuni)
    {
        // Spreadsheets drop the zero that the codes of the region begin with.
        string code = text.Length is > 0 and < 6 && text.All(char.IsAsciiDigit) ? text.PadLeft(6, '0') : text;
        return ComuneCode.TryParse(code, out ComuneCode parsed) ? comuni.GetValueOrDefault(parsed) : null;
    }

    private static (Place? Place, string? Fault) Seat(string text, Dictionary<ComuneCode, Comune> comuni)
    {
        if (Find(text, comuni) is not { } comune)
            return (null, $"pro_com_t '{Shown.Of(text)}' non è un comune dell'archivio: controllare il codice ISTAT di sei cifre");
        return comune.Seat is { } seat
            ? (new Place(seat.Lon, seat.Lat, comune.Code, comune.AltitudeMetres), null)
            : (null, $"di {comune.Name} non si conosce la sede comunale: indicare lon e lat");
    }

    private static (Place? Place, string? Fault) Coordinates(string lonText, string latText, Comune? comune)
    {
        if (!TryDegrees(lonText, out double lon))
            return (null, $"lon '{Shown.Of(lonText)}' non è un numero di gradi: scriverlo come 9.19");
        if (!TryDegrees(latText, out double lat))
            return (null, $"lat '{Shown.Of(latText)}' non è un numero di gradi: scriverlo come 45.46");
        return Math.Abs(lon) <= 180 && Math.Abs(lat) <= 90
            ? (new Place(lon, lat, comune?.Code ?? default, comune?.AltitudeMetres), null)
            : (null, $"lon {lonText} e lat {latText} non sono gradi WGS84: forse sono metri di un'altra proiezione");
    }

    private static bool TryDegrees(string text, out double degrees) =>
        double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out degrees) && double.IsFinite(degrees);
}
