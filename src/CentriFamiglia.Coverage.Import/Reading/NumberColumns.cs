namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>Which columns hold numbers, and of what sort.</summary>
internal static class NumberColumns
{
    public static IEnumerable<(string Column, NumberUse Use)> Of(ImportKind kind) => kind switch
    {
        ImportKind.Comuni =>
        [
            ("residenti", NumberUse.Whole), ("famiglie", NumberUse.Whole), ("superficie_km2", NumberUse.Decimal),
            ("altitudine_m", NumberUse.Decimal), ("grado_urbanizzazione", NumberUse.Whole),
            ("sede_lon", NumberUse.Coordinate), ("sede_lat", NumberUse.Coordinate),
        ],
        ImportKind.Popolazione => [("residenti", NumberUse.Whole)],
        ImportKind.Punti => [("lon", NumberUse.Coordinate), ("lat", NumberUse.Coordinate), ("residenti", NumberUse.Decimal)],
        ImportKind.Reti => [("contribution_eur", NumberUse.Money), ("months", NumberUse.Whole)],
        ImportKind.Sedi => [("lon", NumberUse.Coordinate), ("lat", NumberUse.Coordinate)],
        ImportKind.Matrice => [("minutes", NumberUse.Decimal), ("km", NumberUse.Decimal)],
        _ => [],
    };
}
