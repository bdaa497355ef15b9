namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>
/// What both stores can hold and give back unchanged. SQLite turns NaN into NULL and PostgreSQL has no NUL character: such a value is
/// refused by both instead of being changed by one.
/// </summary>
internal static class Storable
{
    /// <exception cref="StoreRefusedException">The text has a NUL or half of a surrogate pair.</exception>
    public static string Text(string value)
    {
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                i++;
            else if (c == '\0' || char.IsSurrogate(c))
                throw new StoreRefusedException(
                    $"Il testo '{value.Replace("\0", "?", StringComparison.Ordinal)}' contiene un carattere non valido in posizione {i + 1}.",
                    "Togliere il carattere dal file di partenza e importarlo di nuovo.");
        }

        return value;
    }

    /// <exception cref="StoreRefusedException">Not a number, or infinite.</exception>
    public static double Real(double value) =>
        double.IsFinite(value) ? value : throw new StoreRefusedException(
            $"Il valore {value} non è un numero finito e non può essere salvato.",
            "Correggere il valore nel file di partenza e importarlo di nuovo.");

    /// <summary>Longitude first, degrees.</summary>
    public static Point Point(double lon, double lat) => Wgs84.Factory.CreatePoint(new Coordinate(Real(lon), Real(lat)));

    /// <summary>
    /// Layers of areas hold MultiPolygons alone, as GIS programs expect of a layer. A Polygon is stored as a MultiPolygon of one part,
    /// and <see cref="Boundary"/> gives a part alone back as a Polygon.
    /// </summary>
    /// <exception cref="StoreRefusedException">Neither Polygon nor MultiPolygon.</exception>
    public static MultiPolygon MultiPolygon(Geometry boundary) => boundary switch
    {
        MultiPolygon many => Wgs84.Factory.CreateMultiPolygon([.. many.Geometries.Cast<Polygon>()]),
        Polygon one => Wgs84.Factory.CreateMultiPolygon([one]),
        _ => throw new StoreRefusedException(
            $"Un confine è di tipo {boundary.GeometryType}: si possono salvare solo Polygon e MultiPolygon.",
            "Correggere la geometria nel file di partenza e importarlo di nuovo."),
    };

    public static Geometry Boundary(Geometry stored) =>
        stored is MultiPolygon { NumGeometries: 1 } one ? one.GetGeometryN(0) : stored;

    /// <exception cref="ArgumentOutOfRangeException">The region is not stored: it is the union of what is.</exception>
    public static string TableOf(AreaLevel level) => level switch
    {
        AreaLevel.Ambito => "ambiti",
        AreaLevel.Distretto => "distretti",
        AreaLevel.Asst => "asst",
        AreaLevel.Ats => "ats",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Not a stored level."),
    };
}
