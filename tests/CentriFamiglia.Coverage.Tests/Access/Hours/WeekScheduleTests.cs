using CentriFamiglia.Coverage.Territory.Hours;

namespace CentriFamiglia.Coverage.Tests.Access.Hours;

/// <summary>Weeks written as days and hours: <c>Mo 09:00-12:00</c>; minutes count from Monday at midnight.</summary>
public class WeekScheduleTests
{
    private const int Day = WeekSchedule.MinutesPerDay;

    [Theory]
    [InlineData("5-9 1-3", "1-3 5-9")]
    [InlineData("1-3 3-5", "1-5")]
    [InlineData("1-3 4-5", "1-3 4-5")]
    [InlineData("1-9 2-4", "1-9")]
    [InlineData("1-4 2-9", "1-9")]
    [InlineData("1-4 1-4", "1-4")]
    [InlineData("", "")]
    public void Intervals_that_touch_are_one(string given, string kept)
    {
        WeekSchedule week = Week(given);

        Text(week).ShouldBe(kept);
        week.Minutes.ShouldBe(Enumerable.Range(0, 20).Count(week.IsOpen));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void A_door_opens_at_its_minute_and_is_shut_at_the_last(int minute, bool open) => Week("1-3").IsOpen(minute).ShouldBe(open);

    [Theory]
    [InlineData(0, 10, null, 6)]
    [InlineData(0, 10, 0, 2)]
    [InlineData(0, 10, 6, 4)]
    [InlineData(0, 10, 3, 0)]
    [InlineData(2, 10, 0, 1)]
    [InlineData(3, 10, 0, 0)]
    [InlineData(0, 1, 0, 0)]
    [InlineData(0, 2, 0, 1)]
    [InlineData(5, 5, 6, 0)]
    public void Minutes_between_two_times_of_the_day_are_of_one_day_or_of_all(int from, int to, int? day, int minutes) =>
        Week($"1-3 {(6 * Day) + 4}-{(6 * Day) + 8}").MinutesBetween(from, to, day).ShouldBe(minutes);

    [Theory]
    [InlineData(0, "0-60 10020-10080")]
    [InlineData(1, "1380-1500")]
    [InlineData(2, "2820-2940")]
    [InlineData(6, "8580-8700")]
    [InlineData(7, "0-60 10020-10080")]
    public void So_many_days_later_the_end_of_the_week_goes_to_its_beginning(int days, string later) =>
        Text(Week("0-60 10020-10080").Later(days)).ShouldBe(later);

    [Fact]
    public void An_interval_over_the_end_of_the_week_is_cut_there() => Text(Week("8600-8700").Later(1)).ShouldBe("0-60 10040-10080");

    [Fact]
    public void A_union_is_open_whenever_one_is_and_that_of_none_is_shut()
    {
        Text(WeekSchedule.Union([Week("1-3"), Week("2-5 9-10"), WeekSchedule.Closed])).ShouldBe("1-5 9-10");
        WeekSchedule.Union([]).Minutes.ShouldBe(0);
    }

    [Theory]
    [InlineData("Mo 00:00-24:00", "Mo 00:00-24:00")]
    [InlineData("Mo-Tu 00:00-24:00", "Mo-Tu 00:00-24:00")]
    [InlineData("Mo 22:00-24:00; Tu 00:00-02:00", "Mo 22:00-02:00")]
    [InlineData("Mo 12:00-24:00; Tu 00:00-12:00", "Mo 12:00-24:00; Tu 00:00-12:00")]
    [InlineData("Mo 12:00-24:00; Tu 00:00-11:59", "Mo 12:00-11:59")]
    [InlineData("Mo,Tu,Th 09:00-12:00", "Mo-Tu 09:00-12:00; Th 09:00-12:00")]
    [InlineData("Mo 09:00-12:00; Tu 09:00-12:00,15:00-18:00", "Mo 09:00-12:00; Tu 09:00-12:00,15:00-18:00")]
    [InlineData("Sa-Su 08:05-09:00", "Sa-Su 08:05-09:00")]
    public void A_week_is_written_with_days_alike_together_and_less_than_a_day_over_midnight(string text, string written) =>
        OpeningHours.Write(OpeningHours.Parse(text).Schedule!).ShouldBe(written);

    [Theory]
    [InlineData("lun 0:00", 0)]
    [InlineData("Mo 23:59", 1439)]
    [InlineData("mar 0", 1440)]
    [InlineData("dom 23.59", 10_079)]
    [InlineData("venerdì 7", 6180)]
    public void A_moment_is_a_minute_of_the_week(string text, int minute)
    {
        WeekMoment.TryParse(text, out WeekMoment moment).ShouldBeTrue();
        moment.Minute.ShouldBe(minute);
    }

    [Theory]
    [InlineData("Mo 24:00-25:00")]
    [InlineData("Mo 24:00-02:00")]
    [InlineData("Mo 09:60-10:00")]
    [InlineData("Mo 09:00-48:01")]
    public void A_time_the_clock_has_not_is_told(string text) =>
        OpeningHours.Parse(text).Notes.ShouldHaveSingleItem().ShouldContain("le ore vanno da 0:00 a 24:00");

    [Theory]
    [InlineData("Mo 09:00-12:00,12:00-13:00", "")]
    [InlineData("Mo 09:00-12:00,11:59-13:00", "«Mo 09:00-12:00,11:59-13:00» ha intervalli sovrapposti: contati una volta sola.")]
    [InlineData("Mo 22:00-00:00", "")]
    [InlineData("Mo 22:00-02:00,23:00-24:00", "«Mo 22:00-02:00,23:00-24:00» passa la mezzanotte: le ore dopo sono contate nel giorno seguente."
        + "|«Mo 22:00-02:00,23:00-24:00» ha intervalli sovrapposti: contati una volta sola.")]
    [InlineData("Mo 22:00-00:00,23:00-24:00", "«Mo 22:00-00:00,23:00-24:00» ha intervalli sovrapposti: contati una volta sola.")]
    [InlineData("Mo 22:00-00:01", "«Mo 22:00-00:01» passa la mezzanotte: le ore dopo sono contate nel giorno seguente.")]
    [InlineData("Mo 09:00-10:00; 11:00-12:00", "«11:00-12:00» non nomina giorni: non è chiaro per quali vale. Scriverli, per esempio «Mo-Su 11:00-12:00».")]
    [InlineData("11:00-12:00", "")]
    public void Only_what_is_mended_is_told(string text, string note) => string.Join('|', OpeningHours.Parse(text).Notes).ShouldBe(note);

    [Fact]
    public void An_evening_that_ends_at_midnight_leaves_nothing_in_the_next_day() =>
        Text(OpeningHours.Parse("Su 20:00-00:00").Schedule!).ShouldBe("9840-10080");

    [Fact]
    public void Five_hundred_characters_are_read_and_one_more_is_not()
    {
        OpeningHours.Parse("24/7" + new string(' ', 496)).Schedule!.Minutes.ShouldBe(WeekSchedule.MinutesPerWeek);
        OpeningHours.Parse("24/7" + new string(' ', 497)).Notes.ShouldBe(["Orario più lungo di 500 caratteri: non letto."]);
    }

    private static WeekSchedule Week(string text) => WeekSchedule.Of(
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(i => i.Split('-'))
            .Select(i => new WeekInterval(int.Parse(i[0]), int.Parse(i[1]))));

    private static string Text(WeekSchedule week) => string.Join(' ', week.Intervals.Select(i => $"{i.From}-{i.To}"));
}
