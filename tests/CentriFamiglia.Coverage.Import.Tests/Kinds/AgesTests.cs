using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests.Kinds;

/// <summary>Residents by age, of comuni and of demand points.</summary>
public sealed class AgesTests
{
    [Fact]
    public void Ages_are_read_with_their_year_and_source_and_leave_residents_and_families_as_they_are()
    {
        ImportResult result = Small.Import("elenco.csv", "Codice ISTAT;0-14;Età 65 e oltre;Anno;Fonte\n012001;50;90;2021;Comune di Agra\n12002;1.200;\"1100 persone\";;\n"
            .Replace("0-14", "Da 0 a 14 anni", StringComparison.Ordinal));

        result.Report.Files.Single().Kind.ShouldBe(ImportKind.Eta);
        result.Next.Comuni.Select(c => c.Ages).ShouldBe([new AgeCounts(50, 90, 2021, "Comune di Agra"), new AgeCounts(1200, 1100, null, null), null, null]);
        result.Next.Comuni.Select(c => c.Residents).ShouldBe(Small.Content.Comuni.Select(c => c.Residents));
        result.Changed.ShouldBe(ContentParts.Comuni);
    }

    [Theory]
    [InlineData("012001,,90", "2|012001|eta_0_14|rifiutata|manca il valore di «eta_0_14»")]
    [InlineData("012001,50,", "2|012001|eta_65_oltre|rifiutata|manca il valore di «eta_65_oltre»")]
    [InlineData("012001,-1,90", "2|012001|eta_0_14|rifiutata|«eta_0_14» è negativo")]
    [InlineData("012001,1.5,90", "2|012001|eta_0_14|rifiutata|«eta_0_14» non è un numero intero")]
    [InlineData("012001,n.d.,90", "2|012001|eta_0_14|rifiutata|«eta_0_14» non è un numero")]
    [InlineData("999999,1,90", null)]
    public void A_row_that_does_not_say_both_ages_of_a_known_comune_is_refused(string row, string? line)
    {
        ImportResult result = Small.Import("eta.csv", $"pro_com_t,eta_0_14,eta_65_oltre\n{row}\n");

        result.Applied.ShouldBeFalse();
        if (line is not null)
            result.Lines().ShouldBe([line]);
    }

    [Fact]
    public void A_year_that_is_none_is_refused() =>
        Small.Import("eta.csv", "pro_com_t,eta_0_14,eta_65_oltre,anno\n012001,1,2,11\n").Lines().ShouldBe(["2|012001|anno|rifiutata|«11» non è l'anno di un conteggio"]);

    [Fact]
    public void As_the_whole_list_it_takes_away_the_ages_of_the_comuni_it_does_not_name_and_says_how_many()
    {
        TerritoryContent content = Small.Content with { Comuni = [.. Small.Content.Comuni.Select(c => c with { Ages = new AgeCounts(1, 2, 2011, null) })] };
        const string file = "pro_com_t,eta_0_14,eta_65_oltre\n012001,50,90\n";

        ImportResult added = Small.Import("eta.csv", file, content: content), whole = Small.Import("eta.csv", file, r => r with { Replace = true }, content);

        added.Next.Comuni.Count(c => c.Ages is not null).ShouldBe(4);
        whole.Next.Comuni.Count(c => c.Ages is not null).ShouldBe(1);
        whole.Lines().ShouldBe(["|||segnalazione|3 comuni restano senza età: il file non li nomina e sostituisce l'elenco"]);
    }

    [Fact]
    public void A_table_of_residents_and_ages_is_read_as_both_and_a_column_of_neither_is_said_once()
    {
        ImportResult result = Small.Import("anagrafe.csv", "pro_com_t,residenti,eta_0_14,eta_65_oltre,note\n012001,410,50,90,x\n");

        result.Report.Files.Select(f => f.Kind).ShouldBe([ImportKind.Popolazione, ImportKind.Eta]);
        (result.Next.Comuni[0].Residents, result.Next.Comuni[0].Ages).ShouldBe((410, new AgeCounts(50, 90, null, null)));
        result.Report.Issues.Where(i => i.Code == IssueCodes.ColumnIgnored).Select(i => i.Column).ShouldBe(["note"]);
    }

    [Fact]
    public void A_point_keeps_its_families_and_ages_and_a_file_without_the_columns_leaves_them()
    {
        const string columns = "id,pro_com_t,lon,lat,residenti";
        ImportResult first = Small.Import("punti.csv", columns + ",famiglie,eta_0_14,anziani\nP1,012001,9.05,45.55,400,180.5,,90\nP2,012001,9.06,45.55,1,,0,\n");
        ImportResult again = Small.Import("punti.csv", columns + "\nP1,012001,9.05,45.55,410\n", content: first.Next);

        Points(first).ShouldBe(["P1 400 180.5 - 90", "P2 1 - 0 -"]);
        Points(again).ShouldBe(["P1 410 180.5 - 90", "P2 1 - 0 -"]);
        Small.Import("punti.csv", columns + ",famiglie\nP1,012001,9.05,45.55,400,-2\n")
            .Lines().ShouldContain("2|P1|famiglie|rifiutata|«famiglie» è negativo", StringComparer.Ordinal);
    }

    [Fact]
    public void A_list_of_comuni_says_both_ages_or_neither()
    {
        const string columns = "pro_com_t,nome,eta_0_14,eta_65_oltre,eta_anno,eta_fonte\n";
        ImportRequest Asked(ImportRequest r) => r with { Kind = ImportKind.Comuni };

        Small.Import("comuni.csv", columns + "012001,Agra,50,90,2021,Anagrafe\n", Asked).Next.Comuni[0].Ages.ShouldBe(new AgeCounts(50, 90, 2021, "Anagrafe"));
        Small.Import("comuni.csv", columns + "012001,Agra,50,,,\n", Asked)
            .Lines().ShouldContain("2|012001|eta_65_oltre|rifiutata|delle due età una sola ha un valore", StringComparer.Ordinal);
    }

    private static IEnumerable<string> Points(ImportResult result) =>
        result.Next.DemandPoints.Where(p => p.Id.Value.StartsWith('P')).Select(p => $"{p.Id} {p.Residents} {Text(p.Families)} {Text(p.Children)} {Text(p.Elderly)}");

    private static string Text(double? value) => value is { } known ? FormattableString.Invariant($"{known}") : "-";
}
