using System.Text;
using CentriFamiglia.Coverage.Import.Reading;

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
        result.Report.Files.Single().Kind.ShouldBe(ImportKind.Popolazione);
        string[] said = [.. result.Report.Issues.Select(i => i.Reason)];
        said.ShouldContain(s => s.Contains("è stato letto come Windows-1252", StringComparison.Ordinal));
        said.ShouldContain(s => s.Contains("intestazione alla riga 2", StringComparison.Ordinal));
        said.ShouldContain(s => s.Contains(how + ". Età e sesso non sono usati.", StringComparison.Ordinal));
        said.ShouldContain(s => s.EndsWith("1 comuni di altre regioni non sono stati letti.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_count_that_is_no_number_refuses_its_comune_and_no_other()
    {
        ImportResult result = Import(Title + Header + "012001;Agra;999;1;1;n.d.\n012002;Albizzate;999;1;1;5001\n");

        result.Lines().ShouldBe(["3|012001|residenti|rifiutata|«residenti» non è un numero"]);
        result.Counts().ShouldBe((2, 1, 1, 0));
    }

    public void Dispose() => _folder.Dispose();

    private ImportResult Import(string text)
    {
        string file = _folder.File("POSAS_2023_it_Comuni.csv");
        File.WriteAllBytes(file, CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text));
        return Importer.Import(new ImportRequest(file), Small.Content);
    }
}
