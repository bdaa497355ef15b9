using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CentriFamiglia.Coverage.Territory.Hours;

namespace CentriFamiglia.Coverage.Judges.Tests.Hours;

/// <summary>
/// Hours in the OSM grammar, read by this program and by opening_hours.js: an ordinary week is the same minute by minute, or this program
/// says that it did not read the whole. Only hours past midnight are left out: here they stay with the day they begin on.
/// </summary>
public partial class OsmHoursTests
{
    private const int Invented = 4000;

    [Fact]
    public async Task Any_value_that_is_wholly_read_has_the_judges_week()
    {
        OpeningHoursJs.Need();
        string[] values = [.. OsmValues.Some(Invented)];

        (int judged, int whole) = await CompareAsync(values);

        judged.ShouldBeGreaterThan(2500);
        whole.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task The_values_that_people_write_have_the_judges_week()
    {
        OpeningHoursJs.Need();

        (int judged, int whole) = await CompareAsync(RealValues.All);

        judged.ShouldBeGreaterThan(90);
        whole.ShouldBeGreaterThan(60);
    }

    /// <returns>How many values the judge takes, and how many of these are wholly read here.</returns>
    private static async Task<(int Judged, int Whole)> CompareAsync(IReadOnlyCollection<string> values)
    {
        ImmutableArray<WeekSchedule>?[] weeks = await OpeningHoursJs.WeeksAsync(values);
        var wrong = new List<string>();
        int whole = 0;
        foreach ((string value, ImmutableArray<WeekSchedule>? judged) in values.Zip(weeks))
        {
            OpeningHoursReading reading = OpeningHours.Parse(value);
            (reading.IsWhole || reading.Notes.Length > 0).ShouldBeTrue(value);
            if (judged is not { } theirs || !reading.IsWhole)
                continue;
            whole++;
            int night = NightMinutes(value);
            wrong.AddRange(theirs.Where(w => Daytime(w, night) != Daytime(reading.Schedule!, night)).Take(1)
                .Select(w => $"{value}: {OpeningHours.Write(reading.Schedule!)}, and the judge {OpeningHours.Write(w)}"));
        }

        wrong.ShouldBeEmpty();
        return (weeks.Count(w => w is not null), whole);
    }

    /// <summary>The week without the first minutes of each day, as text.</summary>
    private static string Daytime(WeekSchedule week, int night) => string.Join(' ',
        from day in Enumerable.Range(0, 7)
        from interval in week.Intervals
        let first = Math.Max(interval.From, (day * WeekSchedule.MinutesPerDay) + night)
        let last = Math.Min(interval.To, (day + 1) * WeekSchedule.MinutesPerDay)
        where first < last
        select $"{first}-{last}");

    /// <summary>Until when, after midnight, some hours of the value may last.</summary>
    private static int NightMinutes(string value)
    {
        int latest = 0;
        foreach (Match range in Range().Matches(value))
        {
            int Minute(string name) => range.Groups[name].Success ? int.Parse(range.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;
            (int from, int to) = ((Minute("h1") * 60) + Minute("m1"), (Minute("h2") * 60) + Minute("m2"));
            latest = Math.Max(latest, to > WeekSchedule.MinutesPerDay ? to - WeekSchedule.MinutesPerDay : to < from ? to : 0);
        }

        return latest;
    }

    [GeneratedRegex(@"(?<h1>\d{1,2})(?:[:.](?<m1>\d{2}))?\s*-\s*(?<h2>\d{1,2})(?:[:.](?<m2>\d{2}))?", RegexOptions.None, 1000)]
    private static partial Regex Range();
}
