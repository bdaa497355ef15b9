using System.Text;

namespace CentriFamiglia.Coverage.Territory;

/// <summary>
/// Letters without their accents. Unicode decomposition needs ICU, which a small server may not have; the names of Lombardia use
/// the Latin-1 letters and a few of Latin Extended-A.
/// </summary>
public static class PlainText
{
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿāăąćčďđēęěğıłńňōőřśşšţťūůűźżž";
    private const string Plain = "aaaaaaceeeeiiiinoooooouuuuyyaaaccddeeegilnnoorsssttuuuzzz";

    /// <summary>
    /// The text with every accented Latin letter replaced by its base letter, also where the accent is a combining mark of its own
    /// (files written on macOS); case is kept.
    /// </summary>
    public static string WithoutAccents(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (c is not (>= '\u0300' and <= '\u036f'))
                plain.Append(BaseLetter(c));
        }

        return plain.ToString();
    }

    private static char BaseLetter(char c)
    {
        if (char.IsAscii(c))
            return c;
        int at = Accented.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);
        if (at < 0)
            return c;
        return char.IsUpper(c) ? char.ToUpperInvariant(Plain[at]) : Plain[at];
    }
}
