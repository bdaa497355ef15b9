using CentriFamiglia.Coverage.Formats.VectorTiles;

namespace CentriFamiglia.Coverage.Service.Ogc.Tiles;

/// <summary>Reads the parts of a tile's address.</summary>
internal static class TileReading
{
    /// <exception cref="InputException">A part is no whole number, or out of range.</exception>
    public static TileAddress Read(string matrix, string row, string column)
    {
        int zoom = Number(matrix, "tileMatrix", TileAddress.MostZoom, "I livelli");
        int last = TileAddress.Tiles(zoom) - 1;
        return new TileAddress(zoom, Number(row, "tileRow", last, $"Al livello {zoom} le righe"), Number(column, "tileCol", last, $"Al livello {zoom} le colonne"));
    }

    private static int Number(string text, string field, int last, string what) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= last
            ? number
            : throw new InputException(field, $"'{Shown.Of(text)}' non è fra 0 e {last}.", $"{what} vanno da 0 a {last}; l'indirizzo è {{tileMatrix}}/{{tileRow}}/{{tileCol}}.");
}
