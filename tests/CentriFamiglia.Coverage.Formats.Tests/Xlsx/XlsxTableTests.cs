using CentriFamiglia.Coverage.Formats.Tables;

namespace CentriFamiglia.Coverage.Formats.Tests.Xlsx;

public class XlsxTableTests
{
    [Fact]
    public void Dates_times_booleans_and_numbers_become_invariant_text()
    {
        SourceTable table = Samples.ReadUgly("excel-date-formule-errori-celle-sparse.xlsx");

        table.Columns.ShouldBe(["site_id", "nome", "data", "ora", "minuti", "rampa"]);
        Samples.Show(table).ShouldBe([
            "4: 7|Cantù|2023-01-01|08:30:00|9.2|true",
            "7: 1000|∅|2023-01-01T08:30:00|∅|0.3333333333333333|∅",
            "8: 9|riga1\r\nriga2|∅|∅|∅|∅",
            "9: 10|∅|∅|∅|∅|∅",
        ]);
    }

    [Fact]
    public void Error_values_and_cells_without_header_are_reported() =>
        Samples.ReadUgly("excel-date-formule-errori-celle-sparse.xlsx").Rows.Select(r => r.RowError).ShouldBe([
            null,
            null,
            "la cella E8 contiene l'errore #DIV/0!",
            "la riga ha celle oltre l'ultima colonna con intestazione (6)",
        ]);

    [Fact]
    public void The_calendar_of_1904_is_known() =>
        Samples.Show(Samples.ReadUgly("excel-calendario-1904.xlsx")).ShouldBe(["2: 2023-01-01"]);

    [Theory]
    [InlineData("con-dtd.xlsx", "è rotto o non è un XLSX")]
    [InlineData("troncato.xlsx", "è rotto o non è un XLSX")]
    [InlineData("bomba.xlsx", "decompresso supera")]
    [InlineData("foglio-vuoto.xlsx", "il file è vuoto")]
    public void What_cannot_be_trusted_is_refused_with_a_cure(string file, string reason)
    {
        SourceFileException error = Should.Throw<SourceFileException>(() => Samples.ReadUgly(file));

        error.Message.ShouldContain(reason);
        error.Cure.ShouldNotBeEmpty();
    }
}
