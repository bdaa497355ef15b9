namespace CentriFamiglia.Coverage.Import.Tests.Cells;

/// <summary>How <c>1.234</c> is read, told through the kinds of file that hold such numbers.</summary>
public class NumbersTests
{
    [Theory]
    [InlineData("391|5.155", new[] { 391, 5155 })]
    [InlineData("1.366.155|5.000", new[] { 1366155, 5000 })]
    [InlineData("5,155|12,300", new[] { 5155, 12300 })]
    [InlineData("5155.000|391.000", new[] { 5155, 391 })]
    [InlineData("5 155|1 366 155", new[] { 5155, 1366155 })]
    [InlineData("391|5155", new[] { 391, 5155 })]
    public void Persons_are_whole_so_the_separator_is_that_of_thousands_unless_the_column_shows_otherwise(string texts, int[] residents) =>
        Population(texts).Next.Comuni.Take(2).Select(c => c.Residents!.Value).ShouldBe(residents);

    [Theory]
    [InlineData("5155|1.234")]
    [InlineData("1.000|2.000")]
    public void A_separator_that_may_be_either_is_refused(string texts) =>
        Population(texts).Lines().ShouldContain(l =>
            l.EndsWith("rifiutata|«residenti» è ambiguo: il separatore può essere delle migliaia o dei decimali", StringComparison.Ordinal));

    [Theory]
    [InlineData("9.05", "45.55", "1.234", 1.234)]
    [InlineData("9,05", "45,55", "1.234", 1234)]
    [InlineData("9,05", "45,55", "1.234,5", 1234.5)]
    [InlineData("9.05", "45.55", "0.125", 0.125)]
    [InlineData("9.05", "45.55", "5e-05", 0.00005)]
    public void The_coordinates_beside_tell_which_sign_is_the_decimal_one(string lon, string lat, string residents, double value) =>
        Small.Import("punti.csv", $"id;pro_com_t;lon;lat;residenti\nP1;012001;{lon};{lat};{residents}\n").Next.DemandPoints.Single(p =>
            p.Id.Value == "P1").Residents.ShouldBe(value);

    [Fact]
    public void Euro_have_two_decimals_so_three_digits_are_thousands() =>
        Small.Import("reti.csv", "network_id;name;contributo\nR1;Rete uno;€ 70.000\n").Mine().Networks.Single().ContributionEur.ShouldBe(70_000m);

    [Theory]
    [InlineData("10.125|9.250", false)]
    [InlineData("10.125|9.250|8.375", true)]
    [InlineData("10,125|9,250|8,375", true)]
    [InlineData("10.125|9.250|8.375|7", false)]
    public void Decimals_of_fixed_width_are_believed_from_three_rows_when_no_row_is_without(string texts, bool believed)
    {
        string[] minutes = texts.Split('|');
        string[] pairs = ["012001;012002", "012001;012003", "012001;016024", "012002;012001"];
        ImportResult result = Small.Import("matrice.csv", "from;to;minutes\n" + string.Concat(minutes.Zip(pairs, (m, p) => $"{p};{m}\n")));

        result.Applied.ShouldBe(believed);
        if (believed)
            result.Matrix.Select(e => e.Minutes).ShouldBe([10.125, 9.25, 8.375]);
        else
            result.Lines().ShouldContain("2|012001>012002|minutes|rifiutata|«minutes» è ambiguo: il separatore può essere delle migliaia o dei decimali", StringComparer.Ordinal);
    }

    private static ImportResult Population(string texts)
    {
        string[] cells = texts.Split('|');
        return Small.Import("popolazione.csv", $"pro_com_t;residenti\n012001;{cells[0]}\n012002;{cells[1]}\n");
    }
}
