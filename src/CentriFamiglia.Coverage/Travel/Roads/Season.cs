using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Travel.Roads;

/// <summary>
/// What holds in summer (15 July) and in winter (15 January) of tags that depend on the date. Conditions on hours, weekdays, weights
/// or single years say nothing of a season and are passed over. Source: OpenStreetMap wiki, "Conditional restrictions", "Key:seasonal".
/// </summary>
internal static class Season
{
    public const string Summer = "estate";
    public const string Winter = "inverno";

    private const int MiddleOfSummer = 715;
    private const int MiddleOfWinter = 115;

    private static readonly string[] _months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>Whether tags could say anything of seasons: a quick look before the careful one.</summary>
    public static bool MayMatter(OsmTags tags)
    {
        for (int i = 0; i < tags.Count; i++)
        {
            string key = tags.KeyAt(i);
            if (key is "seasonal" or "winter_road" or "ice_road" || key.EndsWith(":conditional", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Whether a road is there only in the other season.</summary>
    public static bool IsAway(OsmTags tags, bool winter)
    {
        if (!winter && (tags.Is("winter_road", "yes") || tags.Is("ice_road", "yes")))
            return true;
        return tags["seasonal"] switch
        {
            null or "no" => false,
            "yes" => winter,
            string seasons when seasons.Contains("winter", StringComparison.Ordinal) => !winter && !seasons.Contains("summer", StringComparison.Ordinal),
            string seasons when seasons.Contains("summer", StringComparison.Ordinal) => winter,
            _ => false,
        };
    }

    /// <summary>The value that a conditional tag, <c>no @ (Nov-Apr); destination @ (22:00-06:00)</c>, has all through the middle of a season.</summary>
    /// <returns>The last that holds; null when none does.</returns>
    public static string? ValueOf(string? conditional, bool winter)
    {
        string? holds = null;
        foreach ((string value, string condition) in Clauses(conditional ?? ""))
        {
            if (condition.Split(" AND ", StringSplitOptions.TrimEntries).All(part => Holds(part, winter)))
                holds = value;
        }

        return holds;
    }

    private static IEnumerable<(string Value, string Condition)> Clauses(string text)
    {
        int start = 0;
        int depth = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : ';';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (i < text.Length && (c != ';' || depth > 0))
                continue;
            string[] parts = text[start..i].Split('@', 2, StringSplitOptions.TrimEntries);
            if (parts.Length == 2)
                yield return (parts[0], parts[1].Trim('(', ')', ' '));
            start = i + 1;
        }
    }

    private static bool Holds(string condition, bool winter) => condition switch
    {
        "24/7" or "00:00-24:00" or "00:00-23:59" or "Mo-Su 00:00-24:00" or "Mo-Su 00:00-23:59" => true,
        "winter" or "snow" or "ice" => winter,
        "summer" => !winter,
        _ => condition.Split([',', ';'], StringSplitOptions.TrimEntries).Any(range => Covers(range, winter ? MiddleOfWinter : MiddleOfSummer)),
    };

    /// <summary><c>Nov-Apr</c>, <c>Oct 15-May 31</c>, <c>Jan</c>, <c>Jan 10-20</c>.</summary>
    private static bool Covers(string range, int date)
    {
        string[] ends = range.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length > 2 || DateOf(ends[0], first: true) is not { } from)
            return false;
        string last = ends[^1];
        int? to = ends.Length == 2 && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out int day) && day is >= 1 and <= 31
            ? (from / 100 * 100) + day
            : DateOf(last, first: false);
        return to is { } until && (from <= until ? date >= from && date <= until : date >= from || date <= until);
    }

    private static int? DateOf(string text, bool first)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int month = words.Length is 1 or 2 ? Array.IndexOf(_months, words[0]) + 1 : 0;
        if (month == 0)
            return null;
        if (words.Length == 1)
            return (month * 100) + (first ? 1 : 31);
        return int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out int day) && day is >= 1 and <= 31 ? (month * 100) + day : null;
    }
}
