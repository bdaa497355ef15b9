using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests.Kinds;

public class OtherKindsTests
{
    [Fact]
    public void Residents_are_counted_comune_by_comune()
    {
        ImportResult result = Small.Import("residenti.csv", "Codice comune;Popolazione\n012001;391\n012002;5.155\n");
        result.Lines().ShouldBe(["||residenti|segnalazione|in «residenti» il separatore è letto come separatore delle migliaia: 5.155 vale 5155"]);
        result.Next.Comuni.Select(c => c.Residents).ShouldBe([391, 5155, 5400, 120000]);
        result.Changed.ShouldBe(ContentParts.Comuni);
    }

    [Theory]
    [InlineData("-4", "«residenti» è negativo")]
    [InlineData("391,5", "«residenti» non è un numero intero")]
    [InlineData("1.000", "«residenti» è ambiguo: il separatore può essere delle migliaia o dei decimali")]
    [InlineData("1,37E+06", "«residenti» è in notazione scientifica: il foglio di calcolo ha perso delle cifre")]
    [InlineData("n.d.", "«residenti» non è un numero")]
    [InlineData("", "manca il valore di «residenti»")]
    public void Residents_that_are_no_count_are_refused(string text, string reason)
    {
        ImportResult result = Small.Import("popolazione.csv", $"pro_com_t;residenti\n012001;{text}\n");
        result.Lines().ShouldBe([$"2|012001|residenti|rifiutata|{reason}"]);
        result.Applied.ShouldBeFalse();
    }

    [Theory]
    [InlineData(5_400, 10_800, false)]
    [InlineData(5_400, 10_801, true)]
    [InlineData(5_400, 2_700, false)]
    [InlineData(5_400, 2_699, true)]
    [InlineData(101, 203, true)]
    [InlineData(100, 201, false)]
    public void Residents_that_more_than_double_or_halve_are_said_where_there_were_more_than_100(int before, int after, bool said)
    {
        TerritoryContent content = Small.Content with
        {
            Comuni = [.. Small.Content.Comuni.Select(c => c.Code.Value == "012003" ? c with { Residents = before } : c)],
        };

        ImportResult result = Small.Import("popolazione.csv", $"pro_com_t,residenti\n012003,{after}\n", content: content);

        result.Applied.ShouldBeTrue();
        result.Lines().ShouldBe(said ? [$"2|012003|residenti|segnalazione|i residenti di Angera passano da {before} a {after}"] : []);
    }

    [Fact]
    public void Dissolved_comuni_add_up_to_their_heir_when_all_of_them_are_there()
    {
        TerritoryContent content = WithHeirs("""{"012901":"012002","012902":"012002"}""");
        ImportResult whole = Small.Import("popolazione.csv", "pro_com_t,residenti\n012901,3000\n012902,2500\n", content: content);
        whole.Counts().ShouldBe((2, 2, 0, 2));
        whole.Next.Comuni[1].Residents.ShouldBe(5_500);

        ImportResult half = Small.Import("popolazione.csv", "pro_com_t,residenti\n012901,3000\n", content: content);
        half.Lines().ShouldContain("2|012901|pro_com_t|rifiutata|i residenti di 012002 sarebbero incompleti: mancano i comuni soppressi 012902", StringComparer.Ordinal);
    }

    [Fact]
    public void The_users_own_table_names_the_heirs_that_no_source_proves()
    {
        ImportResult result = Small.Import([("popolazione.csv", "pro_com_t,residenti\n012950,380\n"), ("successori.csv", "vecchio;nuovo\n012950;012001\n")]);
        result.Lines().ShouldBe(["2|012950|pro_com_t|corretta|comune soppresso: 012950 letto come 012001 (Agra); lo dice la tabella successori.csv"]);
        result.Next.Comuni[0].Residents.ShouldBe(380);
    }

    [Fact]
    public void An_Ambito_cannot_lie_in_two_ATS()
    {
        ImportResult result = Small.Import("unita.csv", "pro_com_t,ats,ambito\n012003,Bergamo,Luino\n");
        result.Lines()[0].ShouldBe("2|012003|ambito|rifiutata|«Luino» starebbe in due ATS: Insubria e Bergamo");
    }

    [Fact]
    public void A_name_that_differs_by_an_accent_is_refused_with_the_known_one()
    {
        ImportResult result = Small.Import("unita.csv", "pro_com_t,ats,ambito\n012003,Insubria,Lùino\n");
        result.Lines()[0].ShouldBe("2|012003|ambito|rifiutata|«Lùino» differisce da «Luino» solo per accenti, maiuscole o punteggiatura");
    }

    [Fact]
    public void A_comune_in_two_Ambiti_is_refused_but_a_row_written_twice_is_one()
    {
        ImportResult result = Small.Import(
            "unita.csv",
            "pro_com_t,ats,asst,distretto,ambito,ambito_status,distretto_status\n"
            + "012001,Insubria,ASST Insubria,Luino,Luino,listed,listed\n012001,Insubria,ASST Insubria,Luino,Luino,listed,listed\n"
            + "012002,Insubria,ASST Insubria,Luino,Luino,listed,listed\n012002,Insubria,ASST Insubria,Luino,Sesto Calende,listed,listed\n",
            r => r with { AcceptValid = true });
        result.Lines().ShouldBe([
            "3|012001|pro_com_t|segnalazione|la riga ripete quella già letta alla riga 2",
            "5|012002|pro_com_t|rifiutata|«012002» è già alla riga 4",
        ]);
        result.Counts().ShouldBe((4, 3, 1, 0));
        result.Applied.ShouldBeTrue();
    }

    [Fact]
    public void Comuni_left_without_membership_are_said()
    {
        ImportResult result = Small.Import("unita.csv", "pro_com_t,ats,ambito,distretto\n012001,Insubria,Luino,Luino\n", r => r with { Replace = true });
        result.Lines().ShouldBe(["|||segnalazione|3 comuni restano senza ATS, Distretto e Ambito: 012002 Albizzate, 012003 Angera, 016024 Bergamo"]);
        result.Changed.ShouldBe(ContentParts.Memberships | ContentParts.Areas);
        result.Next.Areas.Select(a => a.Name).ShouldBe(["Luino", "Luino", "Insubria"]);
    }

    [Fact]
    public void A_demand_point_outside_its_comune_is_refused_and_a_sum_that_is_not_that_of_its_comune_is_said()
    {
        ImportResult result = Small.Import(
            "punti.csv", "id,pro_com_t,lon,lat,residenti\nP1,012001,9.05,45.55,380\nP2,012001,9.15,45.55,1.5\n", r => r with { AcceptValid = true, Replace = true });
        result.Counts().ShouldBe((2, 1, 1, 0));
        result.Next.DemandPoints.Select(p => p.Id.Value).ShouldBe(["P1"]);
        result.Lines().ShouldContain("3|P2|lon|rifiutata|il punto cade in Albizzate (012002), a 3,9 km da Agra (012001)", StringComparer.Ordinal);
        result.Lines().ShouldContain("||residenti|segnalazione|i punti di 1 comuni non sommano i loro residenti (012001 Agra: 380 invece di 400)", StringComparer.Ordinal);
    }

    [Fact]
    public void Residents_of_a_comune_without_a_place_and_without_points_are_said_to_count_nowhere()
    {
        TerritoryContent content = Small.Content with
        {
            Comuni = [.. Small.Content.Comuni.Select(c => c.Code.Value == "012003" ? c with { Seat = null, Boundary = Wgs84.Factory.CreatePolygon() } : c)],
        };

        Small.Import("punti.csv", "id,pro_com_t,lon,lat,residenti\nP1,012001,9.05,45.55,400\n", content: content).Lines().ShouldContain(
            "|||segnalazione|1 comuni non hanno punti, sede comunale né confine: i loro 5400 residenti non contano nei tempi di viaggio (012003)", StringComparer.Ordinal);
    }

    [Fact]
    public void Points_that_counted_all_residents_of_a_comune_count_all_the_new_ones_in_proportion_and_others_stay()
    {
        TerritoryContent content = Small.Import(
            "punti.csv", "id,pro_com_t,lon,lat,residenti\nA,012001,9.02,45.52,100\nB,012001,9.08,45.58,300\nC,012002,9.12,45.52,70\n").Next;

        ImportResult result = Small.Import("popolazione.csv", "pro_com_t,residenti\n012001,420\n012002,5001\n", content: content);

        result.Next.DemandPoints.Select(p => (p.Id.Value, p.Residents)).ShouldBe([("A", 105), ("B", 315), ("C", 70)]);
        result.Changed.ShouldBe(ContentParts.Comuni | ContentParts.DemandPoints);
        result.Report.Issues.Select(i => i.Reason).ShouldContain("i punti di 1 comuni contano i residenti nuovi, in proporzione a quelli di prima: 012001", StringComparer.Ordinal);
        result.Lines().ShouldContain("||residenti|segnalazione|i punti di 1 comuni non sommano i loro residenti (012002 Albizzate: 70 invece di 5001)", StringComparer.Ordinal);
    }

    [Fact]
    public void A_matrix_keeps_the_pairs_it_does_not_name()
    {
        TravelMatrixEntry[] stored = [new(new ComuneCode("012001"), new ComuneCode("016024"), 55, 60)];
        ImportResult result = Importer.Import(
            new ImportRequest("x"), [Small.Table("m.csv", "Da;A;Minuti;km\n012001;012002;11,5;9,1\n012002;012001;12;9,1\n")], Small.Content, () => stored);
        result.Matrix.Select(e => $"{e.From}>{e.To} {e.Minutes} {e.Km}").ShouldBe(["012001>012002 11.5 9.1", "012001>016024 55 60", "012002>012001 12 9.1"]);
        result.Next.Matrix!.Pairs.ShouldBe(3);
    }

    [Theory]
    [InlineData("012001,012002,-1,1", "minutes", "«minutes» è negativo")]
    [InlineData("012001,012002,NaN,1", "minutes", "«minutes» non è un numero")]
    [InlineData("012001,012002,,1", "minutes", "mancano i minuti")]
    [InlineData("012001,015146,4,1", "to", "il codice 015146 non è un comune della Lombardia al 1° gennaio 2023")]
    public void A_pair_that_cannot_be_trusted_is_refused(string row, string column, string reason)
    {
        string[] cells = row.Split(',');
        ImportResult result = Small.Import("matrice.csv", "from,to,minutes,km\n" + row + "\n");
        result.Lines()[0].ShouldBe($"2|{cells[0]}>{cells[1]}|{column}|rifiutata|{reason}");
    }

    [Fact]
    public void Networks_without_a_Hub_are_accepted_and_said()
    {
        ImportResult result = Small.Import("reti.csv", "network_id,name,ats,contribution_eur\nR2,Rete due,Insubbria,70.000\n");
        result.Applied.ShouldBeTrue();
        result.Mine().Networks.Select(n => n.ContributionEur).ShouldBe([65_000.50m, 70_000m]);
        result.Lines().ShouldContain("|R2|role|segnalazione|la rete «R2» (Rete due) non ha un Hub (Allegato A, 3.1: il capofila ricopre il ruolo di Hub)", StringComparer.Ordinal);
        result.Lines().ShouldContain("2|R2|ats|segnalazione|l'ATS «Insubbria» non è fra quelle caricate (forse «Insubria»)", StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("ATS Insubria")]
    [InlineData("insubria")]
    [InlineData("Agenzia di Tutela della Salute dell'Insubria")]
    public void The_ATS_of_a_network_is_taken_as_people_write_it_and_kept_as_the_memberships_do(string written)
    {
        ImportResult result = Small.Import("reti.csv", $"network_id,name,ats\nR2,Rete due,{written}\n");
        result.Mine().Networks.Select(n => n.Ats).ShouldBe(["Insubria", "Insubria"]);
        result.Lines().ShouldNotContain(line => line.Contains("|ats|", StringComparison.Ordinal));
    }

    [Fact]
    public void A_network_in_use_cannot_be_replaced_away()
    {
        ImportResult result = Small.Import("reti.csv", "network_id,name\nR2,Rete due\n", r => r with { Replace = true, AcceptValid = true });
        result.Applied.ShouldBeFalse();
        result.Counts().ShouldBe((1, 0, 1, 0));
        result.Lines()[0].ShouldBe("|||rifiutata|il file toglie reti di cui fanno parte 1 sedi: H1 (R1)");
    }

    private static TerritoryContent WithHeirs(string json) => Small.Content with { Documents = Small.Content.Documents.SetItem("successori", json) };
}
