using System.Text;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests.Office;

/// <summary>ISTAT's residents by age, as they are downloaded.</summary>
public sealed class PosasTests : IDisposable
{
    private const string Title = "Popolazione residente per sesso, età e stato civile al 1° gennaio 2023\n";
    private const string Header = "\"Codice comune\";\"Comune\";\"Età\";\"Totale maschi\";\"Totale femmine\";\"Totale\"\n";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(Header, "012001;\"Agra\";0;2;3;5\n012001;\"Agra\";1;1;1;2\n012001;\"Agra\";999;200;210;410\n", 410, "per ogni comune vale la riga 999, il totale")]
    [InlineData(Header, "012001;\"Agra\";0;200;199;399\n012001;\"Agra\";1;5;6;11\n", 410, "per ogni comune vale la somma delle età")]
    [InlineData("Codice comune;Comune;Età;Totale maschi;Totale femmine\n", "12001;Agra;999;200;210\n", 410, "per ogni comune vale la riga 999, il totale")]
    public void The_total_is_that_of_the_age_999_or_the_sum(string header, string rows, int residents, string how)
    {
        ImportResult result = Import(Title + header + rows + "001001;Agliè;999;1;1;2\n");

        result.Next.Comuni[0].Residents.ShouldBe(residents);
        result.Report.Files[0].Kind.ShouldBe(ImportKind.Popolazione);
        string[] said = [.. result.Report.Issues.Select(i => i.Reason)];
        said.ShouldContain(s => s.Contains("è stato letto come Windows-1252", StringComparison.Ordinal));
        said.ShouldContain(s => s.Contains("intestazione alla riga 2", StringComparison.Ordinal));
        said.ShouldContain(s => s.Contains(how + ". Il sesso non è usato.", StringComparison.Ordinal));
        said.ShouldContain(s => s.EndsWith("1 comuni di altre regioni non sono stati letti.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_rows_give_the_ages_with_the_year_of_the_file()
    {
        ImportResult result = Import(
            Title + Header
            + "012001;Agra;0;2;3;5\n012001;Agra;14;1;1;2\n012001;Agra;15;10;10;20\n012001;Agra;64;3;4;7\n012001;Agra;65;5;6;11\n012001;Agra;100 e oltre;0;1;1\n"
            + "012001;Agra;999;21;25;46\n012002;Albizzate;3;1;1;2\n012002;Albizzate;70;2;2;4\n");

        result.Report.Files.Select(f => (f.Kind, f.Read, f.Refused)).ShouldBe([(ImportKind.Popolazione, 2, 0), (ImportKind.Eta, 2, 0)]);
        result.Next.Comuni.Select(c => c.Ages).ShouldBe(
            [new AgeCounts(7, 12, 2023, "Istat, POSAS 2023"), new AgeCounts(2, 4, 2023, "Istat, POSAS 2023"), null, null]);
        result.Next.Comuni.Take(2).Select(c => c.Residents).ShouldBe([46, 6]);
        result.Report.Issues.Select(i => i.Reason).ShouldContain(
            s => s.EndsWith("dalle stesse righe le età di 2 comuni (da 0 a 14 anni; 65 anni e oltre).", StringComparison.Ordinal));
    }

    [Fact]
    public void Ages_that_do_not_add_up_to_the_total_of_their_comune_are_left_out_and_said()
    {
        ImportResult result = Import(Title + Header + "012001;Agra;0;2;3;5\n012001;Agra;999;200;210;410\n012002;Albizzate;70;2;2;4\n012002;Albizzate;999;2;2;4\n");

        result.Next.Comuni.Take(2).Select(c => (c.Residents, c.Ages)).ShouldBe([(410, null), (4, new AgeCounts(0, 4, 2023, "Istat, POSAS 2023"))]);
        result.Report.Issues.Select(i => i.Reason).ShouldContain(
            s => s.EndsWith("in 1 comuni le età non danno il totale della riga 999: le loro età non sono state lette.", StringComparison.Ordinal));
    }

    [Fact]
    public void Asked_for_one_of_the_two_the_file_gives_that_alone()
    {
        string rows = Title + Header + "012001;Agra;0;2;3;5\n012001;Agra;999;2;3;5\n";

        Import(rows, ImportKind.Popolazione).Next.Comuni[0].ShouldSatisfyAllConditions(c => c.Residents.ShouldBe(5), c => c.Ages.ShouldBeNull());
        Import(rows, ImportKind.Eta).Next.Comuni[0].ShouldSatisfyAllConditions(c => c.Residents.ShouldBe(400), c => c.Ages!.Children.ShouldBe(5));
    }

    [Fact]
    public void A_count_that_is_no_number_refuses_its_comune_and_no_other()
    {
        ImportResult result = Import(Title + Header + "012001;Agra;999;1;1;n.d.\n012002;Albizzate;999;1;1;5001\n");

        result.Lines().ShouldBe(["3|012001|residenti|rifiutata|«residenti» non è un numero"]);
        result.Counts().ShouldBe((2, 1, 1, 0));
    }

    public void Dispose() => _folder.Dispose();

    private ImportResult Import(string text, ImportKind? kind = null)
    {
        string file = _folder.File("POSAS_2023_it_Comuni.csv");
        File.WriteAllBytes(file, CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text));
        return Importer.Import(new ImportRequest(file) { Kind = kind }, Small.Content);
    }
}
