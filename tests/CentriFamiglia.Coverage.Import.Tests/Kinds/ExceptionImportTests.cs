using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Formats;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests.Kinds;

public class ExceptionImportTests
{
    private const string Header = "livello,codice,motivo,responsabile,fino_al\n";

    [Fact]
    public void Areas_are_named_by_code_or_by_name_and_rows_are_kept_by_area()
    {
        ImportResult result = Import(Header + "ambito,Gallarate,Sede in ristrutturazione,Cabina di Regia,31/12/2026\nDistretto,somma-lombardo,Attesa del bando,ATS,2026-06-30\n");

        result.Applied.ShouldBeTrue();
        result.Changed.ShouldBe(ContentParts.Documents);
        ExceptionRegister.In(result.Next).Exceptions.Select(e => (e.Id, e.Who, e.Until)).ShouldBe(
            [("ambito/gallarate", "Cabina di Regia", new DateOnly(2026, 12, 31)), ("distretto/somma-lombardo", "ATS", new DateOnly(2026, 6, 30))]);
    }

    [Theory]
    [InlineData("ambito,Gallarate,Motivo,Chi,", "fino_al", "Ogni eccezione ha una fine")]
    [InlineData("ambito,Gallarate,Motivo,Chi,mai", "fino_al", "Scrivere la data")]
    [InlineData("ambito,Gallarate,,Chi,2026-12-31", "motivo", "perché")]
    [InlineData("ambito,Gallarate,Motivo,,2026-12-31", "responsabile", "chi ne risponde")]
    [InlineData("comune,Gallarate,Motivo,Chi,2026-12-31", "livello", "ambito o distretto")]
    [InlineData("ambito,Torino,Motivo,Chi,2026-12-31", "codice", "coverage check")]
    [InlineData("ambito,Gallarate,Motivo,Chi,2026-12-31\nambito,gallarate,Altro,Chi,2026-12-31", "codice", "")]
    public void What_is_missing_or_wrong_is_refused_with_column_and_cure(string rows, string column, string cure)
    {
        ImportResult result = Import(Header + rows + "\n");

        result.Applied.ShouldBeFalse();
        ImportIssue issue = result.Report.Issues.Where(i => i.Severity == IssueSeverity.Refused).ShouldHaveSingleItem();
        issue.Column.ShouldBe(column);
        issue.Cure.ShouldContain(cure);
    }

    [Theory]
    [InlineData(".csv")]
    [InlineData(".xlsx")]
    [InlineData(".gpkg")]
    public void Export_then_import_changes_nothing(string extension)
    {
        TerritoryContent content = Import(Header + "ambito,Gallarate,Sede in ristrutturazione,Cabina di Regia,2026-12-31\n").Next;
        using var folder = new TemporaryFolder();
        LayerFile.Write(ImportLayers.Eccezioni(content), folder.File("eccezioni" + extension), DateTimeOffset.UnixEpoch);

        foreach (bool replace in (bool[])[false, true])
        {
            ImportResult result = Importer.Import(new ImportRequest(folder.File("eccezioni" + extension)) { Replace = replace }, content);
            (result.Applied, result.Changed).ShouldBe((true, ContentParts.None));
        }
    }

    private static ImportResult Import(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("elenco.csv"), text);
        return Importer.Import(new ImportRequest(folder.File("elenco.csv")), Shipped.Content);
    }
}
