namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>
/// Where the refused rows of a table lie. A row may be refused before or after its place is read; of a row that is taken nothing is kept,
/// for there may be a million.
/// </summary>
internal sealed class RefusedPlaces
{
    private readonly Dictionary<RowReader, Coordinate> _places = [];
    private (RowReader Row, Coordinate Place)? _last;

    public void Read(RowReader row, Coordinate place)
    {
        _last = (row, place);
        if (row.Refused)
            _places[row] = place;
    }

    public void Refused(RowReader row)
    {
        if (_last is { } last && last.Row == row)
            _places[row] = last.Place;
    }

    /// <summary>WGS84 degrees; null where the row says none, or none that can be read.</summary>
    public Coordinate? Of(RowReader row) => _places.GetValueOrDefault(row);
}
