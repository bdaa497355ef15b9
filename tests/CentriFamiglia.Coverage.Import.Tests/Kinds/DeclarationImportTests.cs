using CentriFamiglia.Coverage.Formats;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests.Kinds;

public class DeclarationImportTests
{
    private const string Header = "ats,residui_eur,speso_eur,condivisa\n";

    [Fact]
    public void An_ATS_is_known_by_its_name_in_any_case_with_or_without_the_word()
    {
        ImportResult result = Small.Import("dichiarazioni.csv", Header + "ATS INSUBRIA,12000.50,3000,20/12/2023\nbergamo,,,\n");

        result.Lines().ShouldBeEmpty();
        result.Changed.ShouldBe(ContentParts.Declarations);
        result.Next.Declarations.ShouldBe(
            [new AtsDeclaration("Bergamo", null, null, null), new AtsDeclaration("Insubria", 12_000.50m, 3_000m, new DateOnly(2023, 12, 20))]);
    }

    [Theory]
    [InlineData("Brianza")]
    [InlineData("ATS Brianza")]
    [InlineData("ATS della Brianza")]
    [InlineData("Agenzia di Tutela della Salute della Brianza")]
    [InlineData("agenzia di tutela della salute (ATS) della Brianza")]
    public void An_ATS_is_known_by_its_official_name(string written)
    {
        TerritoryContent content = Small.Content with
        {
            Memberships = [.. Small.Content.Memberships.Select(m => m.Ats == "Insubria" ? m with { Ats = "Brianza" } : m)],
        };

        ImportResult result = Small.Import("dichiarazioni.csv", Header + written + ",100,50,\n", content: content);

        result.Lines().ShouldBeEmpty();
        result.Next.Declarations.ShouldBe([new AtsDeclaration("Brianza", 100, 50, null)]);
    }

    [Fact]
    public void A_column_that_the_file_does_not_have_leaves_what_was_declared()
    {
        TerritoryContent declared = Small.Import("dichiarazioni.csv", Header + "Insubria,100,50,2023-12-20\n").Next;

        Small.Import("dichiarazioni.csv", "ats,residui\nInsubria,200\n", content: declared).Next.Declarations
            .ShouldBe([new AtsDeclaration("Insubria", 200, 50, new DateOnly(2023, 12, 20))]);
    }

    [Theory]
    [InlineData("Torino,1,,", "ats", "«Torino» non è una ATS caricata")]
    [InlineData(",1,,", "ats", "manca il valore di «ats»")]
    [InlineData("Insubria,-1,,", "residui_eur", "«residui_eur» è negativo")]
    [InlineData("Insubria,1,-2,", "speso_eur", "«speso_eur» è negativo")]
    [InlineData("Insubria,,2,", "residui_eur", "c'è lo speso, ma non i residui")]
    [InlineData("Insubria,1,2,ieri", "condivisa", "«ieri» non è una data")]
    public void What_cannot_be_trusted_is_refused_with_row_column_and_cure(string row, string column, string reason)
    {
        ImportResult result = Small.Import("dichiarazioni.csv", Header + row + "\n");

        result.Applied.ShouldBeFalse();
        ImportIssue issue = result.Report.Issues.Where(i => i.Severity == IssueSeverity.Refused).ShouldHaveSingleItem();
        (issue.Line, issue.Column, issue.Reason).ShouldBe((2, column, reason));
        issue.Cure.ShouldNotBeEmpty();
    }

    [Fact]
    public void An_ATS_twice_is_refused() =>
        Small.Import("dichiarazioni.csv", Header + "Insubria,1,,\nATS Insubria,2,,\n").Counts().ShouldBe((2, 1, 1, 0));

    [Theory]
    [InlineData(".csv")]
    [InlineData(".xlsx")]
    [InlineData(".gpkg")]
    public void Export_then_import_changes_nothing(string extension)
    {
        TerritoryContent content = Small.Import("dichiarazioni.csv", Header + "Insubria,12000.50,0,2023-12-20\nBergamo,,,\n").Next;
        using var folder = new TemporaryFolder();
        LayerFile.Write(ImportLayers.Dichiarazioni(content), folder.File("dichiarazioni" + extension), DateTimeOffset.UnixEpoch);

        foreach (bool replace in (bool[])[false, true])
        {
            ImportResult result = Importer.Import(new ImportRequest(folder.File("dichiarazioni" + extension)) { Replace = replace }, content);
            (result.Applied, result.Changed).ShouldBe((true, ContentParts.None));
        }
    }
}
