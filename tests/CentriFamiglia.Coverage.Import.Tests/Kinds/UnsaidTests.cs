using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests.Kinds;

/// <summary>What a file has no column for stays as it is known; what it has an empty cell for is taken away.</summary>
public class UnsaidTests
{
    private const string Sedi =
        "site_id,name,role,network_id,manager_kind,comune,pro_com_t,lon,lat,opening_hours,wheelchair,spaces,services,declared_ambiti,status,address,phone,email,web,"
        + "operators,staff,protocols,service_charter,valid_from,valid_to,dimostrativo\n"
        + "H1,Hub di Agra,hub,R1,Ambito,Agra,012001,9.06,45.56,Mo-Fr 09:00-12:30,limited,accoglienza|sportello,informazione_orientamento,Luino,planned,Via Roma 1,"
        + "+39 035 000000,hub@esempio.it,https://esempio.it,4,educatore|psicologo,Consultorio familiare,si,2024-02-01,2030-01-31,si\n";

    private const string Reti =
        "network_id,name,ats,manager_kind,contribution_eur,months,caregiver_action,acceptance_date,start_date,end_date,extension_date,partners,partner_count\n"
        + "R1,Rete uno,Bergamo,Ambito,60000,18,si,2024-01-15,2024-02-01,2025-01-31,2025-06-30,Oratorio: ente ecclesiastico|Cooperativa,\n";

    private const string Comuni =
        "pro_com_t,nome,sigla,residenti,famiglie,superficie_km2,altitudine_m,grado_urbanizzazione,classe_snai,sede_lon,sede_lat,sede_fonte\n"
        + "012001,Agra,VA,410,180,7.31,655,3,E,9.04,45.54,municipio\n";

    [Theory]
    [InlineData("sedi.csv", Sedi, "site_id,name,role,network_id,pro_com_t,lon,lat\nH1,Hub di Agra,hub,R1,012001,9.06,45.56\n")]
    [InlineData("reti.csv", Reti, "network_id,name\nR1,Rete uno\n")]
    [InlineData("comuni.csv", Comuni, "pro_com_t,nome\n012001,Agra\n")]
    public void A_file_with_few_columns_takes_nothing_away(string name, string all, string few)
    {
        ImportResult rich = Small.Import(name, all);
        rich.Applied.ShouldBeTrue(string.Join('\n', rich.Lines()));
        rich.Changed.ShouldNotBe(ContentParts.None);

        ImportResult again = Small.Import(name, few, content: rich.Next);

        again.Applied.ShouldBeTrue(string.Join('\n', again.Lines()));
        again.Changed.ShouldBe(ContentParts.None);
    }

    [Fact]
    public void An_empty_cell_takes_away_what_was_known()
    {
        TerritoryContent rich = Small.Import([("sedi.csv", Sedi), ("reti.csv", Reti), ("comuni.csv", Comuni)]).Next;

        ImportResult bare = Small.Import(
            [
                ("sedi.csv", "site_id,name,role,network_id,pro_com_t,lon,lat,operators,staff,wheelchair,valid_to,service_charter\nH1,Hub di Agra,hub,R1,012001,9.06,45.56,,,,,\n"),
                ("reti.csv", "network_id,name,months,contribution_eur,caregiver_action,extension_date\nR1,Rete uno,,,,\n"),
                ("comuni.csv", "pro_com_t,nome,residenti,famiglie,altitudine_m,grado_urbanizzazione,classe_snai,sede_lon,sede_lat\n012001,Agra,410,,,,,,\n"),
            ],
            content: rich);

        bare.Applied.ShouldBeTrue(string.Join('\n', bare.Lines()));
        Site site = bare.Mine().Sites.Single();
        (site.Operators, site.Staff.Length, site.Wheelchair, site.ValidFrom, site.ValidTo, site.ServiceCharter, site.Phone).ShouldBe(
            (null, 0, null, new DateOnly(2024, 2, 1), null, null, "+39 035 000000"));
        Network network = bare.Mine().Networks.Single();
        (network.Months, network.ContributionEur, network.CaregiverAction, network.ExtendedTo, network.EndsOn).ShouldBe((null, null, null, null, new DateOnly(2025, 1, 31)));
        Comune comune = bare.Next.Comuni[0];
        (comune.Residents, comune.Families, comune.AltitudeMetres, comune.UrbanDegree, comune.Class, comune.Seat, comune.AreaKm2).ShouldBe(
            (410, null, null, null, null, null, 7.31));
    }

    [Theory]
    [InlineData("sede_lon,sede_lat\n012001,Agra,9.05,", "2|012001|sede_lon|rifiutata|del centro del comune c'è una sola coordinata")]
    [InlineData("sede_lon,sede_lat\n012001,Agra,9.5,45.55", "2|012001|sede_lon|rifiutata|il centro del comune è fuori dal suo confine")]
    [InlineData("grado_urbanizzazione\n012001,Agra,4", "2|012001|grado_urbanizzazione|rifiutata|il grado di urbanizzazione è 1, 2 o 3")]
    [InlineData("famiglie\n001272,Torino,9", "2|001272|pro_com_t|rifiutata|il codice 001272 non è di una provincia della Lombardia")]
    [InlineData("famiglie\n12O01,Agra,9", "2|12O01|pro_com_t|rifiutata|«12O01» non è un codice ISTAT di comune")]
    public void Of_a_comune_what_cannot_be_is_refused(string rest, string line) => Small.Import("comuni.csv", "pro_com_t,nome," + rest + "\n").Lines().ShouldBe([line]);

    [Fact]
    public void Of_a_network_zero_months_are_refused() => Small.Import("reti.csv", "network_id,name,months\nR1,Rete uno,0\n").Lines()
        .ShouldBe(["2|R1|months|rifiutata|la durata è di zero mesi"]);
}
