namespace CentriFamiglia.Coverage.Travel.Roads;

/// <summary>
/// Time and length of a path as one comparable, addable number: tenths of a second in the upper 32 bits, decimetres in the lower 32.
/// Sums add both parts at once and comparison is lexicographic, so that among equally fast paths the shortest is the least. Exact
/// while a path is shorter than 2^32 decimetres (429,000 km) and 2^31 tenths of a second (6.8 years).
/// </summary>
public static class RoadWeight
{
    /// <summary>Greater than every path; adding to it overflows, so test for it first.</summary>
    public const long Unreached = long.MaxValue;

    /// <param name="deciseconds">Tenths of a second, not negative.</param>
    /// <param name="decimetres">Not negative.</param>
    public static long Pack(int deciseconds, int decimetres) => ((long)deciseconds << 32) | (uint)decimetres;

    /// <returns>Tenths of a second.</returns>
    public static int Deciseconds(long weight) => (int)(weight >> 32);

    /// <returns>Decimetres.</returns>
    public static long Decimetres(long weight) => (uint)weight;

    /// <summary>Whole seconds and metres, each rounded to the nearest, halves up; null when unreached.</summary>
    public static TravelCost? ToCost(long weight) =>
        weight == Unreached ? null : new TravelCost((Deciseconds(weight) + 5) / 10, (int)((Decimetres(weight) + 5) / 10));
}
