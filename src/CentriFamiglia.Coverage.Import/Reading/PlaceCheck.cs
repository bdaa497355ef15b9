namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>Compares a place with the comune that its row declares.</summary>
internal static class PlaceCheck
{
    /// <summary>Boundaries are simplified: a place this near to its comune (metres) may well be inside the true one.</summary>
    public const double ToleranceMetres = 300;

    /// <summary>Refuses the row when the place cannot be in the comune; says so when it is only near it.</summary>
    public static void InComune(RowReader row, Coordinate place, ComuneCode code, ComuneDirectory comuni)
    {
        Comune comune = comuni.Find(code)!;
        if (comuni.Contains(comune, place.X, place.Y))
            return;
        string column = row.Has("lon") ? "lon" : "pro_com_t";
        string written = $"{place.X:0.#####}, {place.Y:0.#####}";
        double metres = Metres.To(comune.Boundary, place.X, place.Y);
        if (metres <= ToleranceMetres)
        {
            row.Notice(
                IssueCodes.PlaceNear,
                column,
                $"il punto è {Math.Max(1, Math.Round(metres)):0} m fuori dal confine (semplificato) di {comune.Name}",
                value: written);
            return;
        }

        if (IsNear(comuni, comune, place.Y, place.X))
        {
            row.Refuse(IssueCodes.LonLatSwapped, column, "longitudine e latitudine sono scambiate", $"Scrivere lon {place.Y:0.#####} e lat {place.X:0.#####}.", written);
        }
        else if (comuni.At(place.X, place.Y) is { } other)
        {
            row.Refuse(
                IssueCodes.PlaceElsewhere,
                column,
                $"il punto cade in {other.Name} ({other.Code}), a {ItalianText.Km(metres)} da {comune.Name} ({code})",
                $"Correggere le coordinate, oppure il codice in {other.Code}.",
                written);
        }
        else if (comuni.At(place.Y, place.X) is { } swapped)
        {
            row.Refuse(
                IssueCodes.LonLatSwapped,
                column,
                $"longitudine e latitudine sono scambiate, e scambiate cadrebbero in {swapped.Name} ({swapped.Code}), non in {comune.Name}",
                "Scambiare lon e lat e controllare il codice del comune.",
                written);
        }
        else
        {
            row.Refuse(
                IssueCodes.PlaceOutside,
                column,
                $"il punto è fuori dalla Lombardia, a {ItalianText.Km(metres)} da {comune.Name}",
                value: written);
        }
    }

    private static bool IsNear(ComuneDirectory comuni, Comune comune, double lon, double lat) =>
        Math.Abs(lat) <= 90 && (comuni.Contains(comune, lon, lat) || Metres.To(comune.Boundary, lon, lat) <= ToleranceMetres);
}
