using System.Globalization;
using CentriFamiglia.Coverage.Import.Reading;

namespace CentriFamiglia.Coverage.Import.Tests.Office;

/// <summary>Dates, units, notes, repeated columns and headers as offices write them.</summary>
public sealed class OfficeHabitsTests
{
    private const string Header = "site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours";

    [Theory]
    [InlineData("45323", "2024-02-01", true)]
    [InlineData("1° febbraio 2024", "2024-02-01", false)]
    [InlineData("31 gen 2025", "2025-01-31", false)]
    [InlineData("2024/02/01", "2024-02-01", false)]
    [InlineData("2024", null, false)]
    [InlineData("31/06/2024", null, false)]
    [InlineData("feb-24", null, false)]
    public void A_date_is_read_as_offices_write_it_and_the_number_of_a_day_is_said(string written, string? read, bool mended)
    {
        ImportResult result = Small.Import("reti.csv", $"network_id,name,start_date\nR2,Due,{written}\n");
        result.Applied.ShouldBe(read is not null);
        (result.Report.Mended == 1).ShouldBe(mended);
        if (read is not null)
            result.Mine().Networks.Single(n => n.Id.Value == "R2").StartsOn.ShouldBe(DateOnly.Parse(read, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("70.000 €", "12 mesi", 70_000.0, 12, null)]
    [InlineData("70.000,00 euro", "12", 70_000.0, 12, null)]
    [InlineData("EUR 65.000,50", "12", 65_000.5, 12, null)]
    [InlineData("65000 Eur.", "12", 65_000.0, 12, null)]
    [InlineData("65000", "18 ore", null, null, "Scrivere solo le cifre, senza «ore».")]
    [InlineData("70mila", "12", null, null, "Scrivere solo le cifre, senza «mila».")]
    [InlineData("settantamila", "12", null, null, "Scrivere solo le cifre, con la virgola o il punto per i decimali.")]
    public void A_unit_is_read_where_it_is_that_of_the_column_and_named_where_it_is_not(string euro, string months, double? read, int? term, string? cure)
    {
        ImportResult result = Small.Import("reti.csv", $"network_id;name;contribution_eur;months\nR2;Due;{euro};{months}\n");
        result.Report.Issues.FirstOrDefault(i => i.Severity == IssueSeverity.Refused)?.Cure.ShouldBe(cure);
        result.Applied.ShouldBe(cure is null);
        if (read is not null)
            result.Mine().Networks.Where(n => n.Id.Value == "R2").Select(n => ((double?)n.ContributionEur, n.Months)).ShouldBe([(read, term)]);
    }

    [Fact]
    public void Degrees_may_have_their_sign_and_minutes_of_arc_are_refused_with_the_cure()
    {
        Small.Import("sedi.csv", $"{Header}\nS1,Uno,spoke,R1,012001,9.05° E,45.55°N,\n").Applied.ShouldBeTrue();
        Small.Import("sedi.csv", $"{Header}\nS1,Uno,spoke,R1,012001,9°03'00,45.55,\n").Report.Issues.First(i => i.Severity == IssueSeverity.Refused)
            .Cure.ShouldBe("Scrivere i gradi con i decimali (per esempio 9,1900), non gradi, primi e secondi.");
    }

    [Theory]
    [InlineData("pro_com_t,residenti,residenti", "«residenti» si legge dalla colonna «residenti»; la colonna 3 «residenti» la ripete e non è letta")]
    [InlineData("pro_com_t,residenti,popolazione", "«residenti» si legge dalla colonna «residenti»; la colonna 3 «popolazione» la ripete e non è letta")]
    [InlineData("pro_com_t,popolazione,abitanti", "«residenti» si legge dalla colonna «popolazione»; la colonna 3 «abitanti» la ripete e non è letta")]
    public void A_column_given_twice_is_said_and_is_a_finding_where_the_two_differ(string header, string said)
    {
        Small.Import("popolazione.csv", header + "\n012001,401,401\n012002,5000,\n").Report.Issues.ShouldContain(i => i.Severity == IssueSeverity.Note && i.Reason == said);
        Small.Import("popolazione.csv", header + "\n012001,401,401\n012002,5000,5001\n").Report.Issues
            .ShouldContain(i => i.Severity == IssueSeverity.Finding && i.Reason == said + ", ma dice altro in 1 righe (la prima è la 3)");
    }

    [Fact]
    public void Notes_below_the_table_are_refused_once_each_and_named()
    {
        Small.Import("sedi.csv", $"{Header}\nS1,Uno,spoke,R1,012001,9.05,45.55,\n,,,,,,,\nNota: dati provvisori,,,,,,,\nRedatto da,Ufficio di Piano,,,,,,\n")
            .Lines().Where(l => l.Contains("rifiutata", StringComparison.Ordinal)).ShouldBe([
                "4|||rifiutata|è sotto la tabella, dopo una riga vuota: sembra una nota («Nota: dati provvisori»), non un dato",
                "5|||rifiutata|è sotto la tabella, dopo una riga vuota: sembra una nota («Redatto da»), non un dato",
            ]);
        Small.Import("popolazione.csv", "pro_com_t;residenti\n012001;401\n\nFonte: ISTAT\n")
            .Lines().ShouldBe(["4|||rifiutata|è sotto la tabella, dopo una riga vuota: sembra una nota («Fonte: ISTAT»), non un dato"]);
        // A row of data after a blank one is a row of data.
        Small.Import("popolazione.csv", "pro_com_t;residenti\n012001;401\n\n012002;5001\n").Lines().ShouldBeEmpty();
        Small.Import("popolazione.csv", "pro_com_t;residenti\n012001;401\n\n012002;\n").Lines().ShouldBe(["4|012002|residenti|rifiutata|manca il valore di «residenti»"]);
    }

    [Fact]
    public void A_total_is_known_in_a_narrow_table_too_where_it_has_no_code() =>
        Small.Import("popolazione.csv", "pro_com_t;comune;residenti\n012001;Agra;401\n;TOTALE;401\n")
            .Lines().ShouldBe(["3|||rifiutata|sembra la riga di un totale o di una nota («TOTALE»), non un dato"]);

    [Theory]
    [InlineData("CittÃ\u00A0 vecchia", true)]
    [InlineData("Lâ€™oratorio", true)]
    [InlineData("São João, Città, l’età", false)]
    public void Letters_that_another_program_encoded_twice_are_said(string name, bool said) =>
        Small.Import("reti.csv", $"network_id;name\nR2;{name}\n").Report.Issues
            .Any(i => i.Reason == "in 1 cella di «name» ci sono caratteri illeggibili (la prima alla riga 2)").ShouldBe(said);

    [Fact]
    public void The_header_once_more_between_the_rows_is_named() =>
        Small.Import("popolazione.csv", "pro_com_t;residenti\n012001;401\n\npro_com_t;residenti\n012002;5001\n")
            .Lines().ShouldBe(["4|||rifiutata|ripete l'intestazione"]);

    [Theory]
    [InlineData("Popolazione al 1° gennaio 2023", true)]
    [InlineData("Residenti al 31/12/2022", true)]
    [InlineData("Popolazione 2023", true)]
    [InlineData("Popolazione 2022;Popolazione 2023", false)]
    [InlineData("2023", false)]
    public void A_header_may_end_with_its_year_where_no_other_column_is_of_another_year(string header, bool read) =>
        Small.Import("popolazione.csv", $"codice;{header}\n012001;401;402\n".Replace("codice", "pro_com_t", StringComparison.Ordinal)
            .Replace(header.Contains(';', StringComparison.Ordinal) ? "\0" : ";402", "", StringComparison.Ordinal)).Applied.ShouldBe(read);
}
