using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Columns;

/// <summary>Comparison of headers, file names and words that people write by hand.</summary>
internal static class HeaderText
{
    /// <summary>Lower-case letters and digits only, accents removed: <c>Codice ISTAT (Comune)</c> gives <c>codiceistatcomune</c>.</summary>
    public static string Normalise(string text) =>
        string.Concat(PlainText.WithoutAccents(text).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
