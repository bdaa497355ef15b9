using System.Text.RegularExpressions;

namespace CentriFamiglia.Coverage.Territory.Hours;

/// <summary>A minute of the ordinary week.</summary>
/// <param name="Minute">Minutes since Monday 00:00, 0 to 10,079.</param>
public readonly partial record struct WeekMoment(int Minute)
{
    private static readonly string[] _days = ["lun", "mar", "mer", "gio", "ven", "sab", "dom"];

    /// <summary><c>lun</c> to <c>dom</c>.</summary>
    public string Day => _days[DayIndex];

    /// <summary>0 for Monday to 6 for Sunday.</summary>
    public int DayIndex => Minute / WeekSchedule.MinutesPerDay;

    public int MinuteOfDay => Minute % WeekSchedule.MinutesPerDay;

    /// <summary><c>HH:MM</c>.</summary>
    public string Clock => string.Create(CultureInfo.InvariantCulture, $"{Minute / 60 % 24:00}:{Minute % 60:00}");

    /// <summary>Reads a day, in Italian or as OSM writes it, and a time: <c>mar 17:30</c>, <c>martedì 17.30</c>, <c>Tu 17:30</c>, <c>sab 9</c>.</summary>
    public static bool TryParse(string text, out WeekMoment moment)
    {
        moment = default;
        Match match = Form().Match(HoursWords.Plain(text).Trim());
        if (!match.Success)
            return false;
        int hour = int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture);
        int minute = match.Groups["m"] is { Success: true } m ? int.Parse(m.ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (hour > 23 || minute > 59)
            return false;
        moment = new WeekMoment((HoursWords.IndexOf(match.Groups["day"].Value) * WeekSchedule.MinutesPerDay) + (hour * 60) + minute);
        return true;
    }

    [GeneratedRegex(@"^(?<day>Mo|Tu|We|Th|Fr|Sa|Su|mar|" + HoursWords.ItalianButTuesday + @")\.?\s*,?\s*(?:alle\s+|ore\s+)*(?<h>\d{1,2})(?:[:.](?<m>\d{2}))?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, PatternTime.Milliseconds)]
    private static partial Regex Form();
}
