using System.Globalization;
using CentriFamiglia.Coverage.Access.Hours;

namespace CentriFamiglia.Coverage.Tests.Access.Hours;

public class OpeningHoursTests
{
    [Theory]
    [InlineData("Mo-Fr 09:00-12:00", 15)]
    [InlineData("Mo-Fr 09:00-12:00,14:00-18:00", 35)]
    [InlineData("Mo,We,Fr 9:00-12:30", 10.5)]
    [InlineData("We 15:00-18:00; Th 09:00-12:00", 6)]
    [InlineData("We 15:00-18:00, Th 09:00-12:00", 6)]
    [InlineData("Mo-Su 09:00-10:00; Su off", 6)]
    [InlineData("Mo-Fr 09:00-12:00; We 14:00-18:00", 16)]
    [InlineData("Sa-Mo 10:00-11:00", 3)]
    [InlineData("08:00-20:00", 84)]
    [InlineData("24/7", 168)]
    [InlineData("lun-ven 09:00-12:00; sab chiuso", 15)]
    [InlineData("mar 09:00-12:00", 3)]
    [InlineData("Mo 20:00-24:00", 4)]
    public void The_week_has_the_hours_that_its_text_says(string text, double hours)
    {
        OpeningHoursReading reading = OpeningHours.Parse(text);

        reading.Notes.ShouldBeEmpty();
        reading.Schedule.ShouldNotBeNull().Minutes.ShouldBe((int)(hours * 60));
    }

    [Theory]
    [InlineData("Fr 22:00-02:00", 4, "passa la mezzanotte")]
    [InlineData("Su 22:00-02:00", 4, "passa la mezzanotte")]
    [InlineData("Mo 09:00-12:00,11:00-13:00", 4, "intervalli sovrapposti")]
    [InlineData("Mo-Fr 09:00-12:00; PH off", 15, "non valutato")]
    [InlineData("Mo-Fr,PH 09:00-12:00", 15, "festività")]
    [InlineData("Mo 09:00-12:00; Jul-Aug Mo 10:00-11:00", 3, "non valutato")]
    [InlineData("Mo 09:00-12:00 \"su appuntamento\"", 3, "Commento non valutato: \"su appuntamento\".")]
    public void What_is_mended_or_left_out_is_told(string text, double hours, string note)
    {
        OpeningHoursReading reading = OpeningHours.Parse(text);

        reading.Schedule.ShouldNotBeNull().Minutes.ShouldBe((int)(hours * 60));
        reading.Notes.ShouldContain(n => n.Contains(note, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("18 ore settimanali")]
    [InlineData("Mo 09:00-25:00")]
    [InlineData("Mo 09:70-12:00")]
    [InlineData("Mo 09:00-09:00")]
    [InlineData("Xx 09:00-12:00")]
    [InlineData("Mo-Fr")]
    [InlineData("Jul-Aug Mo 09:00-12:00")]
    [InlineData("")]
    public void What_is_not_understood_is_not_guessed(string text) => OpeningHours.Parse(text).Schedule.ShouldBeNull();

    [Fact]
    public void The_union_is_that_of_every_minute_looked_at_alone()
    {
        var random = new Random(7);
        string[] days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
        for (int round = 0; round < 2000; round++)
        {
            var schedules = new List<WeekSchedule>();
            bool[] open = new bool[WeekSchedule.MinutesPerWeek];
            for (int site = random.Next(1, 4); site > 0; site--)
            {
                (int day, int from, int to) = (random.Next(7), random.Next(0, 1430), 0);
                to = random.Next(from + 1, 1441);
                schedules.Add(OpeningHours.Parse($"{days[day]} {Clock(from)}-{Clock(to)}").Schedule.ShouldNotBeNull());
                Array.Fill(open, true, (day * 1440) + from, to - from);
            }

            WeekSchedule union = WeekSchedule.Union(schedules);
            union.Minutes.ShouldBe(open.Count(o => o));
            int minute = random.Next(WeekSchedule.MinutesPerWeek);
            union.IsOpen(minute).ShouldBe(open[minute]);
        }
    }

    private static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
}
