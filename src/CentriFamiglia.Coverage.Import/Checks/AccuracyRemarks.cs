using CentriFamiglia.Coverage.Formats.Crs;

namespace CentriFamiglia.Coverage.Import.Checks;

/// <summary>Says how far off a place may be when the shift of its reference system to WGS84 is coarse.</summary>
internal static class AccuracyRemarks
{
    /// <summary>Metres; shifts as good as this are what every office's software takes as exact.</summary>
    private const double GoodMetres = 1;

    /// <param name="table">Its rows are already read.</param>
    /// <param name="requestedEpsg">The CRS asked for, which holds where the file states none.</param>
    public static void Report(TableReader table, int? requestedEpsg)
    {
        if (table.Kind is not (ImportKind.Comuni or ImportKind.Punti or ImportKind.Sedi))
            return;
        RowReader[] placed = [.. table.Rows.Where(r => !r.Refused && PlaceReader.IsGiven(r))];
        bool drawn = placed.Any(r => r.Source.Geometry is { IsEmpty: false });
        bool written = table.Kind is not ImportKind.Comuni && placed.Any(r => r.Text("lon") is not null);
        int?[] used = [drawn ? StatedCrs.OfGeometry(table.Source, requestedEpsg) : null, written ? requestedEpsg : null];
        foreach (CoordinateSystem system in CoordinateSystems.Known.Where(s => s.AccuracyMetres > GoodMetres && used.Contains(s.Epsg)))
        {
            table.Notice(
                IssueCodes.CrsCoarse,
                $"le coordinate sono in EPSG:{system.Epsg} ({system.Name}): portarle in WGS84 le lascia esatte a circa {ItalianText.Metres(system.AccuracyMetres)}",
                column: drawn ? "geometria" : "lon");
        }
    }
}
