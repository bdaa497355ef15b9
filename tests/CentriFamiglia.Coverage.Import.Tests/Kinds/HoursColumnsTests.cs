namespace CentriFamiglia.Coverage.Import.Tests.Kinds;

/// <summary>Opening hours as offices lay them out.</summary>
public class HoursColumnsTests
{
    private const string Head = "site_id,name,role,network_id,pro_com_t,lon,lat";
    private const string Row = "S1,Spoke di Angera,spoke,R1,012003,9.05,45.65";
    private const string Days = "lun,mar,mer,gio,ven,sab,dom";

    [Theory]
    [InlineData(Days, "9-13 15-18,9-13 15-18,9-13 15-18,9-13 15-18,9-13 15-18,chiuso,chiuso", "Mo-Fr 09:00-13:00,15:00-18:00")]
    [InlineData(Days, "09:00-13:00; 15:00-18:00,chiuso,9.30-12.30 e 14-16,-,chiuso,chiuso,chiuso", "Mo 09:00-13:00,15:00-18:00; We 09:30-12:30,14:00-16:00")]
    [InlineData("Lunedì,Martedì,Mercoledì,Giovedì,Venerdì,Sabato,Domenica", "chiuso,chiuso,chiuso,chiuso,chiuso,chiuso,chiuso", "Mo-Su off")]
    [InlineData("lun_dalle,lun_alle,mar_mattina_dalle,mar_mattina_alle,mar_pomeriggio,mer,gio,ven,sab,dom", "09:00:00,13:00:00,9,12,14-16,off,off,off,off,off",
        "Mo 09:00-13:00; Tu 09:00-12:00,14:00-16:00")]
    [InlineData("giorni,dalle,alle", "lun-ven,9.00,13", "Mo-Fr 09:00-13:00")]
    [InlineData("giorni,dalle,alle", "\"Mar, Gio\",9,13", "Tu 09:00-13:00; Th 09:00-13:00")]
    [InlineData("orari", "lun-ven 9-13", "lun-ven 9-13")]
    [InlineData("orari,lun,mar,mer,gio,ven,sab,dom", "Mo 09:00-13:00,9-13,chiuso,chiuso,chiuso,chiuso,chiuso,chiuso", "Mo 09:00-13:00")]
    public void Columns_of_days_become_opening_hours(string columns, string cells, string hours)
    {
        ImportResult result = Import(columns, cells);

        result.Lines().ShouldBeEmpty();
        result.Mine().Sites.Single(s => s.Id.Value == "S1").OpeningHours.ShouldBe(hours);
    }

    [Theory]
    [InlineData(Days, "9-25,,,,,,", "2|S1|lun|rifiutata|«9-25» non è un orario")]
    [InlineData(Days, ",mattina,,,,,", "2|S1|mar|rifiutata|«mattina» non è un orario")]
    [InlineData(Days, "gio 9-13,,,,,,", "2|S1|lun|rifiutata|«gio 9-13» non è un orario")]
    [InlineData("lun_dalle,lun_alle", "9,", "2|S1|lun_alle|rifiutata|manca il valore di «lun_alle», e l'altro c'è")]
    [InlineData("giorni,dalle,alle", ",9,13", "2|S1|giorni|rifiutata|manca il valore di «giorni»")]
    [InlineData("giorni,dalle,alle", "Mar,9,13", "2|S1|giorni|rifiutata|«Mar 9-13» non è un orario")]
    [InlineData("orari,lun", "Mo 09:00-12:00,9-13",
        "2|S1|opening_hours|rifiutata|gli orari di «opening_hours» e quelli delle colonne dei giorni (Mo 09:00-13:00) non sono gli stessi")]
    public void What_is_no_hours_is_refused_by_row_and_column(string columns, string cells, string line)
    {
        ImportResult result = Import(columns, cells);

        result.Applied.ShouldBeFalse();
        result.Lines()[0].ShouldBe(line);
        result.Report.Issues.Where(i => i.Line == 2).ShouldAllBe(i => i.Cure.Length > 0);
    }

    [Fact]
    public void A_blank_day_beside_others_is_closed_and_a_row_of_blanks_declares_nothing()
    {
        ImportResult closed = Import(Days, "9-13,,chiuso,,,,");
        closed.Lines().ShouldBe(["||opening_hours|segnalazione|celle vuote lette come chiuso, dove un altro giorno ha orari: mar, gio, ven, sab, dom"]);
        closed.Mine().Sites.Single(s => s.Id.Value == "S1").OpeningHours.ShouldBe("Mo 09:00-13:00");

        ImportResult nothing = Import(Days, ",,,,,,");
        nothing.Lines().ShouldHaveSingleItem().ShouldContain("sede attiva senza orari");
        nothing.Mine().Sites.Single(s => s.Id.Value == "S1").OpeningHours.ShouldBeNull();
    }

    [Theory]
    [InlineData("18 ore settimanali", "orari non letti")]
    [InlineData("lun 9-13 su appuntamento", "orari letti solo in parte")]
    [InlineData("\"Mo 09:00-12:00; Mar 9-13\"", "Mar può essere marzo o martedì")]
    public void Hours_in_words_are_kept_and_said_not_to_count(string text, string told)
    {
        ImportResult result = Import("orari", text);

        result.Lines().ShouldHaveSingleItem().ShouldContain(told);
        result.Mine().Sites.Single(s => s.Id.Value == "S1").OpeningHours.ShouldBe(text.Trim('"'));
    }

    [Fact]
    public void Hours_across_midnight_and_overlapping_are_said()
    {
        ImportResult result = Import(Days, "chiuso,chiuso,chiuso,chiuso,22-2,9-13 12-14,21-3");

        result.Lines().Length.ShouldBe(3);
        result.Mine().Sites.Single(s => s.Id.Value == "S1").OpeningHours.ShouldBe("Mo 00:00-03:00; Fr 22:00-02:00; Sa 09:00-14:00; Su 21:00-24:00");
    }

    private static ImportResult Import(string columns, string cells) => Small.Import("sedi.csv", $"{Head},{columns}\n{Row},{cells}\n");
}
