namespace CentriFamiglia.Coverage.Territory;

/// <summary>
/// Names of the ATS as people write them: any case, with or without accents and the word ATS, short or official
/// (<c>brianza</c>, <c>ATS Brianza</c>, <c>Agenzia di Tutela della Salute della Brianza</c>).
/// </summary>
public static class AtsNames
{
    private static readonly HashSet<string> _passedOver = new(
        ["ats", "agenzia", "agenzie", "tutela", "salute", "di", "del", "della", "dello", "delle", "dei", "dell", "d", "la", "l"], StringComparer.Ordinal);

    private static readonly ImmutableArray<string> _usual =
        ["Bergamo", "Brescia", "Brianza", "Insubria", "Milano Città Metropolitana", "Montagna", "Pavia", "Val Padana"];

    /// <summary>The words after "ATS" in an Italian sentence, by the code of the name.</summary>
    private static readonly Dictionary<string, string> _official = new(StringComparer.Ordinal)
    {
        ["bergamo"] = "di Bergamo",
        ["brescia"] = "di Brescia",
        ["brianza"] = "della Brianza",
        ["insubria"] = "dell'Insubria",
        ["milano-citta-metropolitana"] = "della Città Metropolitana di Milano",
        ["montagna"] = "della Montagna",
        ["pavia"] = "di Pavia",
        ["val-padana"] = "della Val Padana",
    };

    /// <summary>The one of the known names that is meant: the same words, else the only one that holds all of them; null when there is none.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="known">Names as the memberships write them.</param>
    public static string? Find(string text, IEnumerable<string> known)
    {
        HashSet<string> wanted = Words(text);
        if (wanted.Count == 0)
            return null;
        string[] holding = [.. known.Distinct(StringComparer.Ordinal).Where(name => wanted.IsSubsetOf(Words(name)))];
        return holding.FirstOrDefault(name => wanted.SetEquals(Words(name))) ?? (holding.Length == 1 ? holding[0] : null);
    }

    /// <summary>The name as it is already known, or as the eight of Lombardia are usually written, where only case, accents or the word ATS differ.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="known">Names as the memberships write them.</param>
    public static string Usual(string text, IEnumerable<string> known)
    {
        HashSet<string> words = Words(text);
        return known.Concat(_usual).FirstOrDefault(name => words.SetEquals(Words(name))) ?? text;
    }

    /// <summary>The name in a sentence, e.g. <c>ATS della Montagna</c>; <c>ATS</c> and the name where its official form is not known.</summary>
    public static string Official(string name) => "ATS " + _official.GetValueOrDefault(AreaCode.From(name), name);

    private static HashSet<string> Words(string text)
    {
        string[] words = AreaCode.From(text).Split('-', StringSplitOptions.RemoveEmptyEntries);
        return new(words.Where(w => !_passedOver.Contains(w)), StringComparer.Ordinal);
    }
}
