using CentriFamiglia.Coverage.Territory.Hours;
using CentriFamiglia.Coverage.Tests.Small;
using FsCheck;
using FsCheck.Fluent;

namespace CentriFamiglia.Coverage.Tests.Access.Hours;

/// <summary>Hours as Italian offices write them.</summary>
public class ItalianHoursTests
{
    [Theory]
    [InlineData("lunedì 9-12; lunedì 14-17", "lun 9-12 e 14-17")]
    [InlineData("lun-ven 9:00-12:30; 14:00-18:00", "lun-ven 9-12:30 e 14-18")]
    [InlineData("lun-ven 9-13; mer 15-18", "lun, mar, gio, ven 9-13; mer 9-13 e 15-18")]
    [InlineData("lun-ven 9-13; mer 9-18", "lun, mar, gio, ven 9-13; mer 9-18")]
    [InlineData("lun-ven dalle 9 alle 12 e il giovedì dalle 14 alle 17", "lun-mer, ven 9-12; gio 9-12 e 14-17")]
    [InlineData("lun-ven 9-12:30; 14-18, sab 9-12", "lun-ven 9-12:30 e 14-18; sab 9-12")]
    [InlineData("Lunedì: 9-12 Martedì: 14-17 Mercoledì: chiuso Giovedì: 9-12", "lun, gio 9-12; mar 14-17")]
    public void What_is_said_of_a_day_adds_to_what_was_said(string text, string week) => Whole(text).ShouldBe(week);

    [Theory]
    [InlineData("chiuso lunedì, mar-ven 9-13", "mar-ven 9-13")]
    [InlineData("chiuso lunedì, lun-ven 9-13", "mar-ven 9-13")]
    [InlineData("chiuso il lunedì. Da martedì a venerdì 9.00-13.00", "mar-ven 9-13")]
    [InlineData("chiuso sabato e domenica, lun-ven 9-13", "lun-ven 9-13")]
    [InlineData("chiuso lunedì, mar-ven 9-13 e 15-18", "mar-ven 9-13 e 15-18")]
    [InlineData("chiuso sabato e domenica, lun e mer 9-13", "lun, mer 9-13")]
    [InlineData("chiuso sabato e domenica; tutti i giorni 9-13", "lun-ven 9-13")]
    [InlineData("chiusura settimanale: lunedì; mar-dom 9-13", "mar-dom 9-13")]
    [InlineData("lunedì chiuso, mar-ven 9-13", "mar-ven 9-13")]
    [InlineData("sabato e domenica chiuso lun-ven 9-13", "lun-ven 9-13")]
    [InlineData("lun-ven 9-13 chiuso il mercoledì", "lun, mar, gio, ven 9-13")]
    [InlineData("lun-ven 9-13 mercoledì chiuso", "lun, mar, gio, ven 9-13")]
    [InlineData("lun-sab 9-13, escluso il mercoledì", "lun, mar, gio-sab 9-13")]
    [InlineData("lun-ven escluso mercoledì 9-13", "lun, mar, gio, ven 9-13")]
    [InlineData("lun-ven (mercoledì escluso) 9-13", "lun, mar, gio, ven 9-13")]
    [InlineData("escluso mercoledì, lun-ven 9-13", "lun, mar, gio, ven 9-13")]
    [InlineData("tutti i giorni tranne sabato e domenica 9-12", "lun-ven 9-12")]
    [InlineData("9-13 lun-ven, chiuso sabato", "lun-ven 9-13")]
    [InlineData("9-13 lun-ven, sabato e domenica chiuso", "lun-ven 9-13")]
    [InlineData("lun-ven 9-18, chiuso dalle 12 alle 14", "lun-ven 9-12 e 14-18")]
    [InlineData("chiuso 12-14, lun-ven 9-18", "lun-ven 9-12 e 14-18")]
    [InlineData("lun-ven 9-18; mercoledì chiuso 12-14", "lun, mar, gio, ven 9-18; mer 9-12 e 14-18")]
    [InlineData("lun-ven 9-18; 12-14 off", "lun-ven 9-12 e 14-18")]
    [InlineData("lun chiuso", "chiuso")]
    [InlineData("chiuso", "chiuso")]
    public void A_closed_day_is_closed_wherever_its_closure_stands(string text, string week) => Whole(text).ShouldBe(week);

    [Theory]
    [InlineData("lunedì mattina 9-12", "lun 9-12")]
    [InlineData("lun mattina 9-12 e pomeriggio 2-5", "lun 9-12 e 14-17")]
    [InlineData("lun 9-12 mattina, 14-17 pomeriggio", "lun 9-12 e 14-17")]
    [InlineData("lun mattina e pomeriggio 9-12, 14-17", "lun 9-12 e 14-17")]
    [InlineData("lun sera 8-10", "lun 20-22")]
    [InlineData("mattina: lun-ven 9-12; pomeriggio: mar e gio 15-18", "lun, mer, ven 9-12; mar, gio 9-12 e 15-18")]
    [InlineData("tutti i giorni 9-12", "tutti i giorni 9-12")]
    [InlineData("ogni giorno 9-12", "tutti i giorni 9-12")]
    [InlineData("tutti i giorni dal lunedì al venerdì 9-12", "lun-ven 9-12")]
    [InlineData("tutti i martedì e i giovedì 9-12", "mar, gio 9-12")]
    [InlineData("lun-ven 09.00/13.00 - 14.00/18.00", "lun-ven 9-13 e 14-18")]
    [InlineData("lun-ven 9-13 | sab 9-12", "lun-ven 9-13; sab 9-12")]
    [InlineData("lun-ven 9-13 / sab 9-12 / dom chiuso", "lun-ven 9-13; sab 9-12")]
    [InlineData("Mo 9,30-12,30", "lun 9:30-12:30")]
    [InlineData("dalle 9 alle 12 dal lunedì al venerdì", "lun-ven 9-12")]
    [InlineData("dalle 9 alle 12 e dalle 14 alle 17 dal lunedì al venerdì, sabato chiuso", "lun-ven 9-12 e 14-17")]
    [InlineData("9-12 lunedì, 14-17 martedì", "lun 9-12; mar 14-17")]
    [InlineData("lunedì 9,30-12,30", "lun 9:30-12:30")]
    [InlineData("lun-ven 9,15-12,15 e 14,30-17,30", "lun-ven 9:15-12:15 e 14:30-17:30")]
    [InlineData("lun-ven 8,15-12,14-17,30", "lun-ven 8:15-12 e 14-17:30")]
    [InlineData("lun-ven 9-12,14-17", "lun-ven 9-12 e 14-17")]
    [InlineData("lun 14.30/17.30", "lun 14:30-17:30")]
    [InlineData("lun 9.00-12.00/14.00-17.00", "lun 9-12 e 14-17")]
    [InlineData("dal lun. al ven. ore 9.00 - 12.00 / 14.00 - 18.00", "lun-ven 9-12 e 14-18")]
    [InlineData("lun-ven 9h-12h30", "lun-ven 9-12:30")]
    [InlineData("lun/ven 9-13", "lun-ven 9-13")]
    [InlineData("lun/mar 9-13", "lun, mar 9-13")]
    [InlineData("lun/mer/ven 9-13", "lun, mer, ven 9-13")]
    [InlineData("h24", "tutti i giorni 0-24")]
    [InlineData("lun-ven h24", "lun-ven 0-24")]
    [InlineData("sempre aperto", "tutti i giorni 0-24")]
    [InlineData("Lu-Ve 9-13", "lun-ven 9-13")]
    [InlineData("Ma, Gi 9-12", "mar, gio 9-12")]
    [InlineData("LUNEDI' 9-12", "lun 9-12")]
    [InlineData("solo il martedì dalle 9 alle 11", "mar 9-11")]
    [InlineData("lun 20:00-26:00", "lun 20-2")]
    [InlineData("lunedì, mercoledì e venerdì dalle ore 9:00 alle ore 12:30 - martedì e giovedì dalle 14:00 alle 17:00", "lun, mer, ven 9-12:30; mar, gio 14-17")]
    public void What_is_clear_is_read(string text, string week) => Whole(text).ShouldBe(week);

    /// <summary>The week is what is counted meanwhile; empty: none.</summary>
    [Theory]
    [InlineData("lun 9-12 e 2-5", "lun 9-12", "è di notte. Se è di pomeriggio")]
    [InlineData("lun 9-1", "", "è di notte. Se è di pomeriggio")]
    [InlineData("lun 9-12 e 6-8", "lun 9-12", "è di notte. Se è di pomeriggio")]
    [InlineData("mar/gio 9-13", "", "il segno fra i giorni")]
    [InlineData("lun-mer-ven 9-13", "", "il segno fra i giorni")]
    [InlineData("tutti i giorni e la domenica 9-12", "", "il segno fra i giorni")]
    [InlineData("lun 9-12-14", "", "non si capisce «9-12-14»")]
    [InlineData("chiuso lunedì mattina, lun-ven 9-13", "", "non è chiaro quali giorni siano chiusi")]
    [InlineData("lun-ven 9-13 (agosto chiuso)", "lun-ven 9-13", "«agosto chiuso» è riconosciuto ma non valutato")]
    [InlineData("lun-ven 9-18; mer 9-13", "lun-ven 9-18", "non è chiaro se si aggiungono")]
    [InlineData("Mo-Fr 9-13; mer 15-18", "lun, mar, gio, ven 9-13; mer 9-13 e 15-18", "non è chiaro se si aggiungono")]
    [InlineData("chiuso lunedì, martedì, mer-ven 9-13", "", "non è chiaro quali giorni siano chiusi e quali aperti")]
    [InlineData("chiuso lunedì, martedì e giovedì 9-13", "", "non è chiaro quali giorni siano chiusi e quali aperti")]
    [InlineData("lun-ven, chiuso sab 9-13", "", "non è chiaro quali giorni siano chiusi")]
    [InlineData("sabato chiuso; sabato 9-12", "chiuso", "è anche detto chiuso")]
    [InlineData("lun-ven 9-13; sab 9-12, domenica escluso lunedì 9-12", "lun-ven 9-13; sab 9-12", "non è chiaro quali giorni siano esclusi")]
    [InlineData("lun-ven 9-13, mercoledì pomeriggio chiuso", "lun-ven 9-13", "non è chiaro in quali ore sia chiuso")]
    [InlineData("lunedì mattina e mercoledì pomeriggio 14-17", "", "quali ore siano della mattina")]
    [InlineData("lun pomeriggio 9-12", "", "le ore non sono di pomeriggio")]
    [InlineData("chiuso per lavori; lun-ven 9-13", "lun-ven 9-13", "non si capisce «per lavori»")]
    [InlineData("lun-ven 9-13, chiuso ad agosto", "lun-ven 9-13", "«chiuso ad agosto» è riconosciuto ma non valutato")]
    [InlineData("lun-ven 9-13, 1° e 3° giovedì 15-18", "lun-ven 9-13", "«1° e 3° giovedì 15-18» vale solo in alcune settimane")]
    [InlineData("sabato 9-12 a settimane alterne", "", "vale solo in alcune settimane")]
    [InlineData("lun 9-12 su appuntamento", "lun 9-12", "«su appuntamento» è riconosciuto ma non valutato")]
    [InlineData("su appuntamento", "", "«su appuntamento» è riconosciuto ma non valutato")]
    [InlineData("giorni feriali 9-12", "", "non si capisce «feriali»")]
    [InlineData("martedì chiuso, gli altri giorni 9-13", "chiuso", "non si capisce «altri»")]
    [InlineData("lunedì", "", "mancano le ore")]
    [InlineData("dalle 9 alle 12", "", "mancano i giorni")]
    [InlineData("lunedì alle 9", "", "non si capisce «alle 9»")]
    [InlineData("lun-ven 9-13, chiuso 20-22", "lun-ven 9-13", "chiude ore che nessun'altra parte apre")]
    public void Where_two_readings_are_possible_the_text_is_read_in_part_and_a_note_asks(string text, string week, string note)
    {
        OpeningHoursReading reading = OpeningHours.Parse(text);

        reading.Partial.ShouldBeTrue();
        (reading.Schedule is { } known ? OpeningHours.WriteItalian(known) : "").ShouldBe(week);
        reading.Notes.ShouldHaveSingleItem().ShouldContain(note);
    }

    [Theory]
    [InlineData("Mo-Fr 09:00-13:00; Sa[1] 09:00-12:00", "lun-ven 9-13")]
    [InlineData("Mo-Fr 09:00-13:00; Th[1,-1] off", "lun-mer, ven 9-13")]
    [InlineData("Mo-Fr 09:00-13:00; Sa[1] +2 days 09:00-12:00", "chiuso")]
    [InlineData("Mo-Fr 09:00-13:00; Jul-Aug 09:00-12:00", "chiuso")]
    [InlineData("lun-ven 9-13, 1° e 3° giovedì 15-18", "lun-mer, ven 9-13")]
    [InlineData("lun-ven 9-13, 1° giovedì del mese previo accordo", "chiuso")]
    [InlineData("lun-ven 9-13, sab 9-12 a settimane alterne", "chiuso")]
    [InlineData("lun-ven 9-18; mer 9-13", "lun, mar, gio, ven 9-18")]
    [InlineData("lun-ven 9-13", "lun-ven 9-13")]
    [InlineData("1° giovedì 15-18", "chiuso")]
    public void Certain_are_the_hours_that_nothing_unread_may_take_away(string text, string certain) =>
        OpeningHours.WriteItalian(OpeningHours.Parse(text).Certain).ShouldBe(certain);

    [Theory]
    [InlineData("chiuso sabato, domenica e festivi; lun-ven 9-13", "lun-ven 9-13")]
    [InlineData("domenica e festivi chiuso, lun-sab 9-12", "lun-sab 9-12")]
    [InlineData("lun-ven 9-13 tranne festivi", "lun-ven 9-13")]
    public void Holidays_are_not_of_the_ordinary_week(string text, string week)
    {
        Whole(text).ShouldBe(week);
        OpeningHours.Parse(text).Notes.ShouldHaveSingleItem().ShouldContain("le festività sono riconosciute ma non valutate");
    }

    [Theory]
    [InlineData("Tu,Th 09:00-12:00; We 15:00-18:00", "mar, gio 9-12; mer 15-18")]
    [InlineData("Mo-We,Fr 09:00-12:30,14:00-18:00", "lun-mer, ven 9-12:30 e 14-18")]
    [InlineData("Mo 22:00-02:00", "lun 22-2")]
    [InlineData("Mo 12:00-11:59", "lun 12-24; mar 0-11:59")]
    [InlineData("Mo 02:00-05:00", "lun 02:00-5")]
    [InlineData("24/7", "tutti i giorni 0-24")]
    [InlineData("off", "chiuso")]
    public void A_week_is_written_as_a_person_would(string text, string week) => OpeningHours.WriteItalian(OpeningHours.Parse(text).Schedule!).ShouldBe(week);

    [Fact]
    public void Any_week_written_reads_back_to_the_same_week() => Seeds.Check(seeded => Prop.ForAll(Weeks, intervals =>
    {
        var week = WeekSchedule.Of(intervals);
        foreach (string text in (string[])[OpeningHours.WriteItalian(week), OpeningHours.Write(week)])
        {
            seeded(text, () =>
            {
                OpeningHoursReading read = OpeningHours.Parse(text);
                read.IsWhole.ShouldBeTrue();
                read.Schedule!.Intervals.ShouldBe(week.Intervals);
            });
        }
    }));

    /// <summary>Up to six intervals, by five minutes: of few days, so that texts stay within what is read.</summary>
    private static Arbitrary<WeekInterval[]> Weeks { get; } =
        (from day in Gen.Choose(0, 6)
         from start in Gen.Choose(0, 287)
         from length in Gen.Frequency((6, Gen.Choose(1, 100)), (1, Gen.Choose(100, 900)))
         let first = (day * WeekSchedule.MinutesPerDay) + (start * 5)
         select new WeekInterval(first, Math.Min(first + (length * 5), WeekSchedule.MinutesPerWeek)))
        .ArrayOf().Where(a => a.Length <= 6).ToArbitrary();

    private static string Whole(string text)
    {
        OpeningHoursReading reading = OpeningHours.Parse(text);
        reading.IsWhole.ShouldBeTrue(string.Join(' ', reading.Notes));
        return OpeningHours.WriteItalian(reading.Schedule!);
    }
}
