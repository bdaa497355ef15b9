using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests;

/// <summary>
/// A folder of two files, the valid rows asked for: where what one file takes away leaves the state broken, nothing of the folder is
/// taken, not even the other file's good rows.
/// </summary>
public class BrokenStateTests
{
    private const string GoodPopulation = "pro_com_t,residenti\n012001,401\n012002,5001\n012003,5401\n016024,120001\n";

    private const string WithoutAgra =
        "pro_com_t,nome\n012002,Albizzate\n012003,Angera\n016024,Bergamo\n";

    [Fact]
    public void A_network_in_use_that_is_replaced_away_takes_the_residents_of_the_other_file_with_it()
    {
        ImportResult result = Import(("popolazione.csv", GoodPopulation), ("reti.csv", "network_id,name\nR2,Rete due\n"));

        Refused(result, "il file toglie reti di cui fanno parte 1 sedi: H1 (R1)");
        result.Counts().ShouldBe((5, 4, 1, 0));
    }

    [Fact]
    public void A_comune_with_a_sede_that_is_replaced_away_takes_the_networks_of_the_other_file_with_it()
    {
        ImportResult result = Import(("comuni.csv", WithoutAgra), ("reti.csv", "network_id,name\nR1,Rete uno\nR2,Rete due\n"));

        Refused(result, "1 sedi dell'insieme «mie» stanno in comuni che il file toglie: H1 (012001)");
        result.Counts().ShouldBe((5, 2, 3, 0));
    }

    [Fact]
    public void A_comune_with_a_demand_point_that_is_replaced_away_takes_the_networks_of_the_other_file_with_it()
    {
        TerritoryContent content = Small.Content with
        {
            DemandPoints = [new DemandPoint(new DemandPointId("P1"), new ComuneCode("012001"), 9.05, 45.55, 400)],
            SiteSets = [],
        };

        ImportResult result = Import([("comuni.csv", WithoutAgra), ("reti.csv", "network_id,name\nR2,Rete due\n")], content);

        Refused(result, "1 punti stanno in comuni che il file toglie: P1", content);
    }

    [Fact]
    public void The_same_folder_with_the_sedi_that_put_it_right_is_taken_whole()
    {
        ImportResult result = Import(
            ("popolazione.csv", GoodPopulation),
            ("reti.csv", "network_id,name\nR2,Rete due\n"),
            ("sedi.csv", "site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours\nH2,Hub due,hub,R2,012001,9.05,45.55,24/7\n"));

        result.Applied.ShouldBeTrue();
        result.Mine().Sites.Select(s => $"{s.Id} {s.Network}").ShouldBe(["H2 R2"]);
        result.Next.Comuni.Select(c => c.Residents).ShouldBe([401, 5001, 5401, 120001]);
    }

    private static void Refused(ImportResult result, string reason, TerritoryContent? content = null)
    {
        result.Applied.ShouldBeFalse();
        result.Changed.ShouldBe(ContentParts.None);
        result.Next.ShouldBeSameAs(content ?? Small.Content);
        result.Lines().ShouldContain($"|||rifiutata|{reason}", StringComparer.Ordinal);
    }

    private static ImportResult Import(params (string Name, string Csv)[] files) => Import(files, Small.Content);

    private static ImportResult Import((string Name, string Csv)[] files, TerritoryContent content) =>
        Small.Import(files, r => r with { Replace = true, AcceptValid = true }, content);
}
