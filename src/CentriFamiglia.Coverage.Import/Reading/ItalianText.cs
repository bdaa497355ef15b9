namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>Figures in messages, with the decimal comma.</summary>
internal static class ItalianText
{
    private static readonly NumberFormatInfo _comma = new() { NumberDecimalSeparator = "," };

    /// <summary><c>3,9 km</c>; beyond 100 km the local plane no longer measures well and the figure says no more than that.</summary>
    public static string Km(double metres) => metres > 100_000 ? "più di 100 km" : $"{(metres / 1000).ToString("0.0", _comma)} km";

    public static string Metres(double metres) => $"{metres.ToString("0.#", _comma)} m";

    public static string SquareKm(double squareMetres) => $"{(squareMetres / 1e6).ToString("0.###", _comma)} km²";
}
