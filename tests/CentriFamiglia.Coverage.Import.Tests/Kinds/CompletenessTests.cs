using System.Collections.Immutable;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests.Kinds;

/// <summary>For which ATS a list of sedi is declared complete, and what an import of the memberships makes of it.</summary>
public sealed class CompletenessTests
{
    private const string Known = "Le ATS caricate sono: Bergamo, Insubria.";
    private const string Sedi = "site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours\nS1,Uno,spoke,R1,012002,9.15,45.55,24/7\n";
    private const string OfBergamo = "S2,Due,non_dichiarato,,016024,9.15,45.65,24/7\n";

    [Theory]
    [InlineData("Insubria", "Insubria")]
    [InlineData("ATS INSUBRIA", "Insubria")]
    [InlineData("ats dell'insubria", "Insubria")]
    [InlineData("Agenzia di Tutela della Salute dell'Insubria", "Insubria")]
    [InlineData(" bergamo , Insubria ", "Bergamo|Insubria")]
    [InlineData("Insubria,insubria", "Insubria")]
    [InlineData("tutte", "Bergamo|Insubria")]
    [InlineData("TUTTE", "Bergamo|Insubria")]
    [InlineData("", "Insubria")]
    public void The_ATS_are_taken_as_people_write_them(string completeFor, string expected) =>
        Declared(Sedi, completeFor).Mine().CompleteFor.ShouldBe(expected.Split('|'));

    [Theory]
    [InlineData("Torino")]
    [InlineData("Insubria,Torino")]
    [InlineData("ATS,Torino")]
    public void An_unknown_ATS_is_refused_with_the_list_and_nothing_is_taken(string completeFor)
    {
        ImportResult result = Declared(Sedi, completeFor, r => r with { AcceptValid = true });

        result.Applied.ShouldBeFalse();
        result.Report.Issues.ShouldContain(i => i.Reason == "--completo: «Torino» non è una ATS" && i.Cure == Known);
    }

    [Fact]
    public void A_list_that_replaces_another_says_what_it_takes_away_and_from_whom()
    {
        TerritoryContent both = Small.Import("sedi.csv", Sedi + OfBergamo).Next;

        ImportResult result = Small.Import("sedi.csv", Sedi.Replace("S1,", "S9,", StringComparison.Ordinal), r => r with { Replace = true }, both);

        result.Applied.ShouldBeTrue();
        result.Lines().ShouldContain("|||segnalazione|--replace ha tolto dall'insieme «mie» le sedi che il file non ha: ATS Bergamo 1, ATS Insubria 2", StringComparer.Ordinal);
        Small.Import("sedi.csv", Sedi + OfBergamo, content: both).Lines().ShouldNotContain(l => l.Contains("--replace", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_name_the_sedi_must_be_of_one_ATS()
    {
        ImportResult result = Declared(Sedi + OfBergamo, "");

        result.Applied.ShouldBeFalse();
        result.Report.Issues.ShouldContain(i => i.Reason == "--completo non dice per quale ATS l'elenco è completo, e le sedi del file sono di più ATS (Bergamo, Insubria)"
            && i.Cure == $"Indicarle, per esempio --completo Insubria, oppure --completo tutte. {Known}");
    }

    [Fact]
    public void A_sede_of_an_ATS_that_declared_nothing_is_taken_and_makes_nothing_complete()
    {
        ImportResult result = Declared(Sedi + OfBergamo, "Insubria");

        result.Mine().Sites.Select(s => s.Id.Value).ShouldBe(["H1", "S1", "S2"]);
        result.Mine().CompleteFor.ShouldBe(["Insubria"]);
    }

    [Fact]
    public void An_ATS_without_sedi_can_be_declared_and_is_said()
    {
        ImportResult result = Declared(Sedi, "Bergamo");

        result.Mine().CompleteFor.ShouldBe(["Bergamo"]);
        result.Lines().ShouldContain(
            "|||segnalazione|l'elenco è dichiarato completo per l'ATS di Bergamo, ma non ne contiene alcuna sede: ogni suo Ambito risulta SCOPERTO", StringComparer.Ordinal);
    }

    [Fact]
    public void A_list_with_a_header_alone_is_complete_for_the_ATS_that_is_named()
    {
        string header = Sedi.Split('\n')[0] + "\n";

        Declared(header, "Bergamo").Mine().CompleteFor.ShouldBe(["Bergamo"]);
        Declared(header, "").Report.Issues.ShouldContain(i => i.Reason == "--completo non dice per quale ATS l'elenco è completo, e il file non contiene sedi");
    }

    [Theory]
    [InlineData("reti.csv", "network_id,name,ats\nR2,Rete due,Insubria\n")]
    [InlineData("popolazione.csv", "pro_com_t,residenti\n012001,400\n")]
    public void Without_a_file_of_sedi_there_is_nothing_to_declare_complete(string name, string csv)
    {
        ImportResult result = Small.Import(name, csv, r => r with { CompleteFor = "Insubria", AcceptValid = true });

        result.Applied.ShouldBeFalse();
        result.Lines()[0].ShouldBe("|||rifiutata|--completo dichiara completo l'elenco delle sedi, e qui non c'è un file di sedi");
    }

    [Fact]
    public void A_second_ATS_adds_its_own_and_the_first_stays_complete()
    {
        TerritoryContent first = Declared(Sedi, "Insubria").Next;

        Small.Import("sedi.csv", Sedi.Split('\n')[0] + "\n" + OfBergamo, r => r with { CompleteFor = "" }, first).Mine().CompleteFor.ShouldBe(["Bergamo", "Insubria"]);
    }

    [Fact]
    public void An_ATS_that_is_renamed_takes_its_networks_and_its_completeness_along()
    {
        TerritoryContent content = Declared(Sedi, "Insubria").Next;

        ImportResult result = Small.Import("unita.csv", Unita("Insubria e Laghi", "012001", "012002", "012003"), content: content);

        result.Mine().CompleteFor.ShouldBe(["Insubria e Laghi"]);
        result.Mine().Networks.Single().Ats.ShouldBe("Insubria e Laghi");
        result.Report.Issues.ShouldContain(i => i.Reason == "l'ATS «Insubria» si chiama ora «Insubria e Laghi»: le reti e la completezza dell'insieme «mie» la seguono");
    }

    [Theory]
    [InlineData("ATS Insubria")]
    [InlineData("INSUBRIA")]
    [InlineData("Agenzia di Tutela della Salute dell'Insubria")]
    public void Another_way_to_write_the_same_ATS_renames_nothing(string written)
    {
        ImportResult result = Small.Import("unita.csv", Unita(written, "012001", "012002", "012003"), content: Declared(Sedi, "Insubria").Next);

        result.Changed.ShouldBe(ContentParts.None);
        result.Mine().CompleteFor.ShouldBe(["Insubria"]);
    }

    [Fact]
    public void An_ATS_that_goes_into_another_leaves_nothing_complete_for_its_comuni()
    {
        ImportResult result = Small.Import("unita.csv", Unita("Bergamo", "012001", "012002", "012003"), content: Declared(Sedi, "Insubria").Next);

        result.Mine().CompleteFor.ShouldBeEmpty();
        result.Lines().ShouldContain(
            "|||segnalazione|l'ATS «Insubria» non c'è più: l'insieme «mie» la nominava fra quelle complete o nelle reti", StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("Bergamo", "")]
    [InlineData("Bergamo,Insubria", "Bergamo,Insubria")]
    public void An_ATS_that_takes_a_comune_of_another_stays_complete_only_if_the_other_was(string declared, string expected)
    {
        ImportResult result = Small.Import(
            "unita.csv", "pro_com_t,ats,asst,distretto,ambito\n012003,Bergamo,ASST Bergamo,Bergamo,Bergamo\n", content: Declared(Sedi, declared).Next);

        result.Applied.ShouldBeTrue();
        string.Join(',', result.Mine().CompleteFor).ShouldBe(expected);
        result.Lines().Contains("|||segnalazione|l'insieme «mie» non è più dichiarato completo per Bergamo: ora vi sono comuni di un'ATS per cui non lo era")
            .ShouldBe(expected.Length == 0);
    }

    [Fact]
    public void An_ATS_whose_comuni_all_go_away_is_complete_no_more_and_memberships_can_still_be_imported()
    {
        ImportResult result = Small.Import(
            "comuni.csv", "pro_com_t,nome\n012001,Agra\n012002,Albizzate\n012003,Angera\n", r => r with { Replace = true }, Declared(Sedi, "Bergamo,Insubria").Next);

        result.Applied.ShouldBeTrue();
        result.Mine().CompleteFor.ShouldBe(["Insubria"]);
        result.Lines().ShouldContain("|||segnalazione|l'ATS «Bergamo» non c'è più: l'insieme «mie» la nominava fra quelle complete o nelle reti", StringComparer.Ordinal);
        Small.Import("unita.csv", Unita("Insubria", "012001"), content: result.Next).Applied.ShouldBeTrue();
    }

    [Fact]
    public void A_set_that_is_complete_for_an_ATS_without_comuni_does_not_stop_an_import_of_memberships()
    {
        TerritoryContent declared = Declared(Sedi, "Bergamo").Next;
        TerritoryContent content = declared with { Memberships = [.. declared.Memberships.Where(m => m.Ats != "Bergamo")] };

        Small.Import("unita.csv", Unita("Insubria", "012001"), content: content).Applied.ShouldBeTrue();
    }

    private static ImportResult Declared(string csv, string completeFor, Func<ImportRequest, ImportRequest>? ask = null) =>
        Small.Import("sedi.csv", csv, r => (ask ?? (same => same))(r) with { CompleteFor = completeFor });

    private static string Unita(string ats, params string[] comuni) =>
        "pro_com_t,ats\n" + string.Concat(comuni.Select(c => $"{c},{ats}\n"));
}
