using CentriFamiglia.Coverage.Formats;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests.Kinds;

public class NetworkImportTests
{
    private const string Header = "network_id,name,acceptance_date,start_date,end_date,extension_date,partners,partner_count\n";

    [Fact]
    public void Days_and_partners_are_read_under_their_Italian_names()
    {
        ImportResult result = Small.Import(
            "reti.csv",
            "ID rete;Nome rete;Data di accettazione;Data di inizio;Data fine;Proroga;Partner\n"
            + "R1;Rete uno;15/01/2024;01/02/2024;31/01/2025;31/07/2025;Oratorio San Paolo: ente ecclesiastico|Scuola Manzoni\n");

        result.Applied.ShouldBeTrue();
        Network network = result.Mine().Networks.Single();
        (network.AcceptedOn, network.StartsOn, network.EndsOn, network.ExtendedTo).ShouldBe(
            (new DateOnly(2024, 1, 15), new DateOnly(2024, 2, 1), new DateOnly(2025, 1, 31), new DateOnly(2025, 7, 31)));
        network.Partners.ShouldBe([new Partner("Oratorio San Paolo", "ente ecclesiastico"), new Partner("Scuola Manzoni", null)]);
        network.PartnerCount.ShouldBe(2);
    }

    [Theory]
    [InlineData("R1,Rete uno,,,,,,", null)]
    [InlineData("R1,Rete uno,,,,,,0", 0)]
    [InlineData("R1,Rete uno,,,,,,7", 7)]
    [InlineData("R1,Rete uno,,,,,A|B|C,", 3)]
    [InlineData("R1,Rete uno,,,,,A|B|C,3", 3)]
    public void Partners_are_those_listed_else_those_counted_else_not_declared(string row, int? count) =>
        Small.Import("reti.csv", Header + row + "\n").Mine().Networks.Single().PartnerCount.ShouldBe(count);

    [Theory]
    [InlineData("R1,Rete uno,,2024-06-01,2024-01-01,,,", "end_date", "il progetto finisce (2024-01-01) prima di «start_date» (2024-06-01)")]
    [InlineData("R1,Rete uno,2024-06-01,,2024-01-01,,,", "end_date", "il progetto finisce (2024-01-01) prima di «acceptance_date» (2024-06-01)")]
    [InlineData("R1,Rete uno,,,2024-06-01,2024-01-01,,", "extension_date", "la proroga finisce (2024-01-01) prima della fine del progetto (2024-06-01)")]
    [InlineData("R1,Rete uno,,2024-06-01,,2024-01-01,,", "extension_date", "la proroga finisce (2024-01-01) prima di «start_date» (2024-06-01)")]
    [InlineData("R1,Rete uno,,30/02/2024,,,,", "start_date", "«30/02/2024» non è una data")]
    [InlineData("R1,Rete uno,,,,,A|B,3", "partner_count", "«partner_count» dice 3, ma «partners» elenca 2 enti")]
    [InlineData("R1,Rete uno,,,,,,-1", "partner_count", "«partner_count» è negativo")]
    public void Days_turned_round_and_partners_that_do_not_agree_are_refused_with_row_column_and_cure(string row, string column, string reason)
    {
        ImportResult result = Small.Import("reti.csv", Header + row + "\n");

        result.Applied.ShouldBeFalse();
        ImportIssue issue = result.Report.Issues.Where(i => i.Severity == IssueSeverity.Refused).ShouldHaveSingleItem();
        (issue.Line, issue.Id, issue.Column, issue.Reason).ShouldBe((2, "R1", column, reason));
        issue.Cure.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_day_in_the_file_is_judged_beside_those_already_known()
    {
        TerritoryContent begun = Small.Import("reti.csv", "network_id,name,start_date\nR1,Rete uno,2024-06-01\n").Next;

        Small.Import("reti.csv", "network_id,name,end_date\nR1,Rete uno,2024-01-01\n", content: begun).Lines()[0]
            .ShouldBe("2|R1|end_date|rifiutata|il progetto finisce (2024-01-01) prima di «start_date» (2024-06-01)");
        Network network = Small.Import("reti.csv", "network_id,name,end_date\nR1,Rete uno,2024-12-31\n", content: begun).Mine().Networks.Single();
        (network.StartsOn, network.EndsOn).ShouldBe((new DateOnly(2024, 6, 1), new DateOnly(2024, 12, 31)));
    }

    [Theory]
    [InlineData(".csv")]
    [InlineData(".xlsx")]
    [InlineData(".gpkg")]
    public void Export_then_import_changes_nothing(string extension)
    {
        TerritoryContent content = Small.Import(
            "reti.csv", Header + "R1,Rete uno,2024-01-15,2024-02-01,2025-01-31,2025-07-31,A: scuola|B,\nR2,Rete due,,,,,,4\n").Next;
        using var folder = new TemporaryFolder();
        LayerFile.Write(ImportLayers.Reti(content.SiteSets.Single()), folder.File("reti" + extension), DateTimeOffset.UnixEpoch);

        ImportResult result = Importer.Import(new ImportRequest(folder.File("reti" + extension)), content);

        (result.Applied, result.Changed).ShouldBe((true, ContentParts.None));
    }
}
