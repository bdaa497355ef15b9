using System.Text.RegularExpressions;

namespace CentriFamiglia.Coverage.Territory.Hours;

/// <summary>Hours as declared, read into an ordinary week.</summary>
/// <param name="Schedule">What is understood of the ordinary week; null where nothing is, or where the text speaks of holidays only.</param>
/// <param name="Partial">True where something that may change the ordinary week was not read or not evaluated: the real hours may be others, fewer too.</param>
/// <param name="Notes">Italian: what is not understood, or recognised and not evaluated, or mended.</param>
public sealed record OpeningHoursReading(WeekSchedule? Schedule, bool Partial, ImmutableArray<string> Notes)
{
    /// <summary>The whole week is known.</summary>
    public bool IsWhole => Schedule is not null && !Partial;

    /// <summary>The hours that nothing unread may take away: with a first Saturday of the month that is not evaluated, those of the other days.</summary>
    public WeekSchedule Certain
    {
        get => IsWhole ? Schedule! : field;
        init;
    } = WeekSchedule.Closed;
}

/// <summary>
/// The part of the OSM <c>opening_hours</c> grammar that offices use (wiki.openstreetmap.org, Key:opening_hours/specification): days,
/// ranges, several intervals, <c>off</c>, <c>24/7</c>; a rule after <c>;</c> replaces the earlier ones on its days, a rule after a comma
/// adds to them. Months, weeks, years and comments are recognised and reported, not evaluated, and so are holidays, which the ordinary
/// week has none of. Italian as offices write it is read too, by its own rules: <c>lun-ven 9-13 e 15-18</c>, <c>chiuso lunedì, mar-ven 9-13</c>.
/// </summary>
public static partial class OpeningHours
{
    private const int LongestText = 500;

    public static OpeningHoursReading Parse(string text)
    {
        if (text.Length > LongestText)
            return new OpeningHoursReading(null, true, [$"Orario più lungo di {LongestText} caratteri: non letto."]);
        var week = new HoursWeek();
        string plain = HoursWords.TellMarchFromTuesday(HoursWords.Plain(Comment().Replace(text, match =>
        {
            week.LeaveOut($"Commento non valutato: {match.Value}.");
            return " ";
        })));
        if (HoursWords.IsItalian(plain))
            new ItalianHours(week, HoursWords.HasEnglishDay(plain)).Read(plain);
        else
            new OsmRules(week).Read(plain);
        return week.Reading;
    }

    /// <summary>Declared hours for a person to read: the week in Italian where it is wholly read, else the text as it is.</summary>
    public static string Told(string text) => Parse(text) is { IsWhole: true, Schedule: { } week } ? WriteItalian(week) : text;

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.None, PatternTime.Milliseconds)]
    private static partial Regex Comment();
}
