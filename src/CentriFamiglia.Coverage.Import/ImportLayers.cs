using CentriFamiglia.Coverage.Findings;

namespace CentriFamiglia.Coverage.Import;

/// <summary>
/// What a store holds, in the columns that an import reads: writing one of these layers in any format and importing it again changes
/// nothing. The meta is empty; the caller adds its own.
/// </summary>
public static class ImportLayers
{
    public static Layer Comuni(TerritoryContent content) => KindColumns.Comuni.ToLayer(content.Comuni, c => c.Boundary);

    public static Layer Unita(TerritoryContent content) => KindColumns.Unita.ToLayer(content.Memberships);

    /// <summary>Comuni whose residents are not known are left out.</summary>
    public static Layer Popolazione(TerritoryContent content) => KindColumns.Popolazione.ToLayer(content.Comuni.Where(c => c.Residents is not null));

    /// <summary>Comuni whose ages are not known are left out.</summary>
    public static Layer Eta(TerritoryContent content) => KindColumns.Eta.ToLayer(content.Comuni.Where(c => c.Ages is not null));

    public static Layer Punti(TerritoryContent content) => KindColumns.Punti.ToLayer(content.DemandPoints, p => Point(p.Lon, p.Lat));

    /// <param name="set">Which list.</param>
    public static Layer Reti(SiteSet set) => KindColumns.Reti.ToLayer(set.Networks);

    /// <param name="content">For the names of the comuni.</param>
    /// <param name="set">Which list.</param>
    public static Layer Sedi(TerritoryContent content, SiteSet set)
    {
        Dictionary<ComuneCode, string> names = content.Comuni.ToDictionary(c => c.Code, c => c.Name);
        return KindColumns.Sedi.ToLayer(set.Sites.Select(s => (s, names.GetValueOrDefault(s.Comune))), s => Point(s.Site.Lon, s.Site.Lat));
    }

    public static Layer Eccezioni(TerritoryContent content) => KindColumns.Eccezioni.ToLayer(ExceptionRegister.In(content).Exceptions);

    public static Layer Dichiarazioni(TerritoryContent content) => KindColumns.Dichiarazioni.ToLayer(content.Declarations);

    /// <summary>The cells of a layer's first row, as a file writes them, in the order of its columns; empty ones left out.</summary>
    /// <param name="without">Columns to leave out too.</param>
    public static IEnumerable<(string Column, string Cell)> CellsOf(Layer layer, params string[] without) => layer.Columns.Zip(layer.Rows[0].Values)
        .Select(c => (Column: c.First.Name, Cell: CellText.Of(c.Second, c.First.Type) ?? ""))
        .Where(c => c.Cell.Length > 0 && !without.Contains(c.Column, StringComparer.Ordinal));

    private static Point Point(double lon, double lat) => Wgs84.Factory.CreatePoint(new Coordinate(lon, lat));
}
