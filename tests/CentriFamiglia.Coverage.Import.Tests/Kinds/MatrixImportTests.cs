using CentriFamiglia.Coverage.Import.Reading;

namespace CentriFamiglia.Coverage.Import.Tests.Kinds;

/// <summary>
/// <code>
/// from    to      minutes
/// 012001  012002  10         a pair of the file that is not there is told: here 012002 to 012002
/// 012001  012003  12
/// 012002  012003  14
/// </code>
/// </summary>
public class MatrixImportTests
{
    [Fact]
    public void Pairs_that_the_file_leaves_out_are_counted()
    {
        ImportResult result = Small.Import("matrice.csv", "from,to,minutes\n012001,012002,10\n012001,012003,12\n012002,012003,14\n");

        result.Lines().ShouldBe(["|||segnalazione|1 coppia fra le origini e le destinazioni del file manca: vale come irraggiungibile"]);
        result.Matrix.Select(e => ($"{e.From}>{e.To}", e.Minutes, e.Km)).ShouldBe(
            [("012001>012002", 10.0, null), ("012001>012003", 12.0, null), ("012002>012003", 14.0, (double?)null)]);
    }

    [Fact]
    public void A_whole_matrix_says_nothing_and_a_pair_twice_is_refused()
    {
        Small.Import("matrice.csv", "from,to,minutes\n012001,012002,10\n012002,012001,11\n012001,012001,0\n012002,012002,0\n").Lines().ShouldBeEmpty();
        Small.Import("matrice.csv", "from,to,minutes\n012001,012002,10\n12001,012002,11\n").Lines()
            .ShouldContain("3|012001>012002|from|rifiutata|la coppia 012001>012002 è già alla riga 2", StringComparer.Ordinal);
    }

    [Fact]
    public void Kilometres_known_stay_where_the_file_has_no_column_for_them()
    {
        ImportResult known = Small.Import("matrice.csv", "from,to,minutes,km\n012001,012002,10,7.5\n");

        ImportResult next = Importer.Import(
            new ImportRequest("in-memoria"), [Small.Table("matrice.csv", "from,to,minutes\n012001,012002,9\n")], known.Next, () => known.Matrix);

        next.Matrix.Single().ShouldBe(new(known.Matrix[0].From, known.Matrix[0].To, 9, 7.5));
    }

    [Fact]
    public void The_matrix_of_ISTAT_is_read_as_it_is()
    {
        // Semicolons, decimal commas, codes that lost their zeros, metres; three decimals are no thousands.
        ImportResult result = Small.Import(
            "matrice_lombardia.csv",
            "Name;Origine;Destinazione;Total_Minu;Total_Mete\n12001 - 12002;12001;12002;12,345;8765,4321\n12002 - 12001;12002;12001;11,5;8650,75\n"
            + "12001 - 12001;12001;12001;0;0\n12002 - 12002;12002;12002;0;0\n");

        result.Matrix.Select(e => ($"{e.From}>{e.To}", e.Minutes, e.Km)).ShouldBe(
            [("012001>012001", 0, 0), ("012001>012002", 12.345, 8.7654321), ("012002>012001", 11.5, 8.65075), ("012002>012002", 0.0, (double?)0)]);
        result.Lines().ShouldNotContain(line => line.Contains("rifiutata", StringComparison.Ordinal));
    }
}
