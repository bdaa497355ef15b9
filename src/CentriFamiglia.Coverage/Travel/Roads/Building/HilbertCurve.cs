namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>
/// Position along the Hilbert curve that fills a square of 2^16 x 2^16 cells: places near each other mostly have near positions.
/// Source: Hamilton, "Compact Hilbert Indices" (2006), the plane case, by rotating quadrants.
/// </summary>
internal static class HilbertCurve
{
    public const int Side = 1 << 16;

    /// <param name="x">0 .. 65535.</param>
    /// <param name="y">0 .. 65535.</param>
    public static uint Position(int x, int y)
    {
        uint position = 0;
        for (int s = Side / 2; s > 0; s /= 2)
        {
            int right = (x & s) > 0 ? 1 : 0;
            int upper = (y & s) > 0 ? 1 : 0;
            position += (uint)s * (uint)s * (uint)((3 * right) ^ upper);
            if (upper == 0)
            {
                if (right == 1)
                    (x, y) = (Side - 1 - x, Side - 1 - y);
                (x, y) = (y, x);
            }
        }

        return position;
    }
}
