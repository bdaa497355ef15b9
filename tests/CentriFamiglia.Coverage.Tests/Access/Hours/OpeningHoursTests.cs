using System.Globalization;
using System.Text;
using CentriFamiglia.Coverage.Territory.Hours;

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
    [InlineData("Mo-Fr 09:00-12:00, We 14:00-18:00", 19)]
    [InlineData("Mo-Fr 09:00-12:00, We off", 12)]
    [InlineData("Mo-Fr 09:00-12:00; We off, We 14:00-18:00", 16)]
    [InlineData("Sa-Mo 10:00-11:00", 3)]
    [InlineData("08:00-20:00", 84)]
    [InlineData("24/7", 168)]
    [InlineData("lun-ven 09:00-12:00; sab chiuso", 15)]
    [InlineData("mar 09:00-12:00", 3)]
    [InlineData("Mo 20:00-24:00", 4)]
    [InlineData("Mo 20:00-00:00", 4)]
    [InlineData("lun-ven 9-13", 20)]
    [InlineData("Lun-Ven 9.30-12.30 e 15-18", 30)]
    [InlineData("lun mer ven 9-13", 12)]
    [InlineData("lun 9-13 mar 15-18, gio 9-10", 8)]
    [InlineData("da lunedì a venerdì dalle 9.00 alle 13.00", 20)]
    [InlineData("lunedì e mercoledì: dalle ore 9 alle ore 13; sabato chiuso", 8)]
    [InlineData("24/7; Su off", 144)]
    [InlineData("Mo-Fr 09:00-13:00; Mo-Fr 10:00-13:00 off", 5)]
    [InlineData("Mo-Fr 09:00-18:00; 12:00-14:00 off", 35)]
    [InlineData("Mo-Fr 09:00-18:00 open; We 09:00-12:00 off", 42)]
    [InlineData("24/7; 12:00-13:00 off", 161)]
    [InlineData("Mo 20:00-24:00; Mo 22:00-02:00 off", 2)]
    public void The_week_has_the_hours_that_its_text_says(string text, double hours)
    {
        OpeningHoursReading reading = OpeningHours.Parse(text);

        reading.Notes.ShouldBeEmpty();
        reading.Schedule.ShouldNotBeNull().Minutes.ShouldBe((int)(hours * 60));
    }

    [Theory]
    [InlineData("Fr 22:00-02:00", 4, "passa la mezzanotte")]
    [InlineData("20:00-26:00", 42, "passa la mezzanotte")]
    [InlineData("Mo 20:00-26:00; Tu off", 6, "passa la mezzanotte")]
    [InlineData("Mo-Fr 09:00-18:00, 12:00-14:00 off", 0, "chiude ore che nessuna regola precedente apre")]
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
    [InlineData("Mo 9-25")]
    [InlineData("9-13")]
    [InlineData("PH,SH 09:00-12:00")]
    [InlineData("SH Mo-Fr 09:00-12:00")]
    [InlineData("Mo[1] 09:00-12:00")]
    [InlineData("Mo 09:00+")]
    [InlineData("   ")]
    [InlineData("Mo 09:70-12:00")]
    [InlineData("Mo 09:00-09:00")]
    [InlineData("Xx 09:00-12:00")]
    [InlineData("Mo-Fr")]
    [InlineData("Jul-Aug Mo 09:00-12:00")]
    [InlineData("")]
    public void What_is_not_understood_is_not_guessed(string text) => OpeningHours.Parse(text).Schedule.ShouldBeNull();

    [Theory]
    [InlineData("", "Orario vuoto")]
    [InlineData("Mo 9-25", "dopo la mezzanotte si scrive")]
    [InlineData("Mo 09:00-09:00", "comincia e finisce alla stessa ora")]
    [InlineData("9-13", "mancano i giorni")]
    [InlineData("Mo 2-5", "è di notte")]
    [InlineData("Mo 9-1", "è di notte")]
    [InlineData("18 ore settimanali", "non è un orario riconosciuto")]
    [InlineData("PH,SH 09:00-12:00", "festività")]
    public void What_is_not_understood_says_why(string text, string why) =>
        OpeningHours.Parse(text).Notes.ShouldHaveSingleItem().ShouldContain(why);

    /// <summary>Monday is 0; null: not read.</summary>
    [Theory]
    [InlineData("mar 9-13", 1)]
    [InlineData("Martedì 9-13", 1)]
    [InlineData("Mar, Gio 9-13", 1, 3)]
    [InlineData("Mar-Ven 9-13", 1, 2, 3, 4)]
    [InlineData("Mo-Mar 9-13", 0, 1)]
    [InlineData("Lun 9-13; Mar 9-13", 0, 1)]
    [InlineData("LUN 9-13, MAR 15-18", 0, 1)]
    [InlineData("Mar e Gio 9-13", 1, 3)]
    [InlineData("Mar Gio 9-13", 1, 3)]
    [InlineData("LUN MAR MER 9-13", 0, 1, 2)]
    public void Mar_is_martedi_beside_days_and_in_Italian(string text, params int[] days)
    {
        OpeningHoursReading reading = OpeningHours.Parse(text);

        reading.IsWhole.ShouldBeTrue();
        reading.Schedule!.Intervals.Select(i => i.From / WeekSchedule.MinutesPerDay).ShouldBe(days);
    }

    [Theory]
    [InlineData("Mar-Oct Mo 09:00-12:00", "ma non valutato")]
    [InlineData("Mar Mo-Fr 09:00-12:00", "ma non valutato")]
    [InlineData("gen-mar lun 9-13", "ma non valutato")]
    [InlineData("Mar 15 off", "ma non valutato")]
    [InlineData("Mar 09:00-12:00", "può essere marzo o martedì")]
    [InlineData("Mar 9-13", "può essere marzo o martedì")]
    [InlineData("Mar Lun 9-13", "può essere marzo o martedì")]
    public void Mar_is_March_beside_months_and_reported_where_it_cannot_be_told(string text, string note)
    {
        OpeningHoursReading reading = OpeningHours.Parse("Sa 08:00-09:00; " + text);

        (reading.Partial, reading.Schedule!.Minutes).ShouldBe((true, 60));
        reading.Notes.ShouldHaveSingleItem().ShouldContain(note);
    }

    [Theory]
    [InlineData("Mo-Fr 09:00-12:00", false)]
    [InlineData("Mo-Fr 09:00-12:00; PH off", false)]
    [InlineData("Mo-Fr,PH 09:00-12:00", false)]
    [InlineData("Mo-Fr 09:00-12:00; SH 10:00-12:00", false)]
    [InlineData("Mo-Fr 09:00-12:00; Jul-Aug off", true)]
    [InlineData("Mo-Fr 09:00-12:00; \"su appuntamento\"", true)]
    [InlineData("Mo-Fr 09:00-12:00; pomeriggio da concordare", true)]
    [InlineData("Mo-Fr 09:00-12:00; Tu 09:00-49:00", true)]
    [InlineData("lun 9-13 su appuntamento", true)]
    public void A_week_is_read_in_part_where_something_may_change_it(string text, bool partial)
    {
        OpeningHoursReading reading = OpeningHours.Parse(text);

        (reading.Partial, reading.Schedule is null).ShouldBe((partial, false));
    }

    /// <summary>
    /// Weeks of one to four sedi, each of several rules that replace or add, with intervals across midnight and overlapping, against a
    /// table of every minute that knows only: a minute belongs to the day on which its interval begins.
    /// </summary>
    [Fact]
    public void The_union_is_that_of_every_minute_looked_at_alone()
    {
        var random = new Random(7);
        for (int round = 0; round < 4000; round++)
        {
            var schedules = new List<WeekSchedule>();
            bool[] union = new bool[WeekSchedule.MinutesPerWeek];
            for (int site = random.Next(1, 5); site > 0; site--)
            {
                (string text, bool[] open) = RandomWeek(random);
                OpeningHoursReading reading = OpeningHours.Parse(text);
                reading.IsWhole.ShouldBeTrue(text);
                reading.Schedule!.Minutes.ShouldBe(open.Count(o => o), text);
                OpeningHours.Parse(OpeningHours.Write(reading.Schedule)).Schedule!.Intervals.ShouldBe(reading.Schedule.Intervals, text);
                schedules.Add(reading.Schedule);
                for (int minute = 0; minute < open.Length; minute++)
                    union[minute] |= open[minute];
            }

            var whole = WeekSchedule.Union(schedules);
            whole.Minutes.ShouldBe(union.Count(o => o));
            (int from, int to, int day, int at) = (random.Next(1440), random.Next(1441), random.Next(7), random.Next(WeekSchedule.MinutesPerWeek));
            whole.IsOpen(at).ShouldBe(union[at]);
            whole.MinutesBetween(from, to, day).ShouldBe(from < to ? union.AsSpan((day * 1440) + from, to - from).Count(true) : 0);
        }
    }

    /// <summary>Whatever is typed has an answer, and at once: no text makes the reading fail or wander.</summary>
    [Fact]
    public void Any_mixture_of_words_is_read_or_said_not_to_be()
    {
        string[] words = ["Mo", "Mar", "mar", "gio", "Su", "PH", "festivi", "Jan", "set", "9", "9-13", "09:00-12:00", "25:00", "24/7", "off", "chiuso", "dalle", "alle", "da", "a",
            "e", "ore", "h", "\"x\"", "\"", "-", ",", ";", "||", ":", ".", "+", "[1]", "/", " ", "  ", "\n", "lunedì", "martedi'", "–", "2024", "week"];
        var random = new Random(5);
        for (int round = 0; round < 20_000; round++)
        {
            string glue = random.Next(2) == 0 ? " " : "";
            string text = string.Join(glue, Enumerable.Range(0, random.Next(1, round % 100 == 0 ? 120 : 12)).Select(_ => words[random.Next(words.Length)]));
            OpeningHoursReading reading = OpeningHours.Parse(text);

            (reading.IsWhole || reading.Notes.Length > 0).ShouldBeTrue(text);
            (reading.Schedule?.Minutes ?? 0).ShouldBeInRange(0, WeekSchedule.MinutesPerWeek);
        }

        foreach (string word in words)
            OpeningHours.Parse(string.Join(' ', Enumerable.Repeat(word, 500 / (word.Length + 1))));
    }

    [Theory]
    [InlineData("Mo 9-13; Tu-Fr 09:00-13:00, Mo-Fr 15-18", "Mo-Fr 09:00-13:00,15:00-18:00")]
    [InlineData("Mo,We 09:00-12:00; Su 22:00-02:00", "Mo 00:00-02:00,09:00-12:00; We 09:00-12:00; Su 22:00-24:00")]
    [InlineData("Fr 22:00-02:00", "Fr 22:00-02:00")]
    [InlineData("24/7", "Mo-Su 00:00-24:00")]
    [InlineData("off", "Mo-Su off")]
    public void A_week_is_written_in_the_grammar_it_is_read_from(string text, string written) =>
        OpeningHours.Write(OpeningHours.Parse(text).Schedule!).ShouldBe(written);

    private static (string Text, bool[] Open) RandomWeek(Random random)
    {
        string[] days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
        bool[][] byDay = [.. days.Select(_ => new bool[2 * WeekSchedule.MinutesPerDay])];
        var text = new StringBuilder();
        for (int rule = random.Next(1, 6); rule > 0; rule--)
        {
            (int first, int last, bool adds) = (random.Next(7), random.Next(7), text.Length > 0 && random.Next(2) == 0);
            text.Append(text.Length == 0 ? "" : adds ? ", " : "; ").Append(first == last ? days[first] : $"{days[first]}-{days[last]}");
            (int From, int To)[] times = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (random.Next(1440), random.Next(1, 1441))).Where(t => t.Item1 != t.Item2)];
            bool off = times.Length == 0;
            text.Append(' ').Append(off ? "off" : string.Join(',', times.Select(t => $"{Clock(t.From)}-{Clock(t.To)}")));
            for (int day = first; ; day = (day + 1) % 7)
            {
                if (off || !adds)
                    Array.Clear(byDay[day]);
                foreach ((int from, int to) in times)
                    Array.Fill(byDay[day], true, from, (to > from ? to : to + 1440) - from);
                if (day == last)
                    break;
            }
        }

        bool[] open = new bool[WeekSchedule.MinutesPerWeek];
        for (int day = 0; day < 7; day++)
        {
            for (int minute = 0; minute < byDay[day].Length; minute++)
                open[((day * 1440) + minute) % open.Length] |= byDay[day][minute];
        }

        return (text.ToString(), open);
    }

    private static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
}
