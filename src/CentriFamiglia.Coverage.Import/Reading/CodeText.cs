using System.Text.RegularExpressions;

namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>Codes as spreadsheets wrap them: <c>="016024"</c>, <c>'016024</c>, <c>16024.0</c>, <c>16024,0</c> are the digits within.</summary>
internal static partial class CodeText
{
    /// <returns>The digits alone; the text itself when it is wrapped in nothing.</returns>
    public static string Of(string text) => Wrapped().Match(text) is { Success: true } match ? match.Groups["digits"].Value : text;

    [GeneratedRegex("""^(?:="(?<digits>\d{1,6})"|'(?<digits>\d{1,6})|(?<digits>\d{1,6})[.,]0+)$""", RegexOptions.ExplicitCapture, PatternTime.Milliseconds)]
    private static partial Regex Wrapped();
}
