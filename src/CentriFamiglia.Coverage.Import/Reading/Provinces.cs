namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>The provinces of Lombardia: the first three digits of the codes of their comuni.</summary>
internal static class Provinces
{
    private static readonly string[] _ofLombardia = ["012", "013", "014", "015", "016", "017", "018", "019", "020", "097", "098", "108"];

    /// <param name="code">Of a comune, six digits.</param>
    public static bool OfLombardia(string code) => _ofLombardia.Contains(code[..3], StringComparer.Ordinal);
}
