using System.Text.RegularExpressions;

namespace CentriFamiglia.Coverage.Territory.Hours;

/// <summary>Hours as declared, read into an ordinary week.</summary>
/// <param name="Schedule">What is understood of the ordinary week; null where nothing is, or where the text speaks of holidays only.</param>
/// <param name="Partial">True where something that may change the ordinary week was not read or not evaluated: the real hours may be others.</param>
/// <param name="Notes">Italian: what is not understood, or recognised and not evaluated, or mended.</param>
public sealed record OpeningHoursReading(WeekSchedule? Schedule, bool Partial, ImmutableArray<string> Notes)
{
    /// <summary>The whole week is known.</summary>
    public bool IsWhole => Schedule is not null && !Partial;
}

/// <summary>
/// The part of the OSM <c>opening_hours</c> grammar that offices use (wiki.openstreetmap.org, Key:opening_hours/specification): days,
/// ranges, several intervals, <c>off</c>, <c>24/7</c>; a rule after <c>;</c> replaces the earlier ones on its days, a rule after a comma
/// adds to them. Months, weeks, years and comments are recognised and reported, not evaluated, and so are holidays, which the ordinary
/// week has none of. Italian as offices write it is read too: <c>lun-ven 9-13 e 15-18</c>, <c>da lunedì a venerdì dalle 9.00 alle 13.00</c>.
/// </summary>
public static partial class OpeningHours
{
    private const int LongestText = 500;

    public static OpeningHoursReading Parse(string text)
    {
        if (text.Length > LongestText)
            return new OpeningHoursReading(null, true, [$"Orario più lungo di {LongestText} caratteri: non letto."]);
        var week = new HoursWeek();
        string plain = HoursWords.Plain(Comment().Replace(text, match =>
        {
            week.LeaveOut($"Commento non valutato: {match.Value}.");
            return " ";
        }));
        foreach ((string rule, bool adds) in RulesOf(HoursWords.TellMarchFromTuesday(plain)))
            week.Read(rule, adds);
        return week.Reading;
    }

    private static IEnumerable<(string Rule, bool Adds)> RulesOf(string text)
    {
        foreach (string replacing in text.Split(';'))
        {
            int from = 0;
            bool adds = false;
            // A day after "25" may be a day of the month: "Dec 24-25 Mo 09:00-12:00".
            Regex start = HoursWords.HasMonth(replacing) ? AfterClock() : AfterTime();
            foreach (Match next in start.Matches(replacing))
            {
                yield return (replacing[from..next.Index].Trim(), adds);
                (from, adds) = (next.Index + next.Length, true);
            }

            yield return (replacing[from..].Trim(), adds);
        }
    }

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.None, PatternTime.Milliseconds)]
    private static partial Regex Comment();

    // A day after a time begins another rule: "Mo 09:00-12:00, Tu 14:00-18:00", "lun 9-13 mar 15-18".
    [GeneratedRegex(@"(?<=(?:\d|\b(?:off|closed|chius[oa]))\s*)(?:\s*[,/]|\s+e\b|(?<=\w)(?=\s))\s*(?=" + HoursWords.DayOrMonth + ")",
        RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex AfterTime();

    [GeneratedRegex(@"(?<=:\d{2}\s*),\s*(?=" + HoursWords.DayOrMonth + ")", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex AfterClock();
}
