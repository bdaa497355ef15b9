using System.Text.RegularExpressions;
using CentriFamiglia.Coverage.Import.Reading;

namespace CentriFamiglia.Coverage.Import.Tests.Office;

/// <summary>The page of the codes and the catalogue are the same list; every kind of remark is made somewhere.</summary>
public partial class IssueCodeTests
{
    [Fact]
    public void The_page_lists_every_code_with_its_severity_its_meaning_and_its_cure_and_no_other()
    {
        string[] page = [.. File.ReadLines(Path.Combine(Shipped.Folder("docs/modelli"), "codici.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal))];

        page.ShouldBe(IssueCodes.All.Select(c => $"| `{c.Code}` | {c.Severity.Word()} | {c.Means} | {c.Cure} |"));
    }

    [Fact]
    public void A_code_is_said_once_in_lower_case_words_and_only_a_note_needs_no_cure()
    {
        IssueCodes.All.Length.ShouldBeGreaterThan(100);
        IssueCodes.All.CountBy(c => c.Code, StringComparer.Ordinal).ShouldAllBe(c => c.Value == 1);
        IssueCodes.All.ShouldAllBe(c => CodeForm().IsMatch(c.Code));
        IssueCodes.All.ShouldAllBe(c => c.Means.EndsWith('.'));
        IssueCodes.All.ShouldAllBe(c => (c.Cure.Length == 0) == (c.Severity == IssueSeverity.Note));
    }

    [Fact]
    public void Every_code_of_the_catalogue_is_used()
    {
        string root = Shipped.Folder("src/CentriFamiglia.Coverage.Import");
        string source = string.Concat(Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) != "IssueCodes.cs").Select(File.ReadAllText));

        typeof(IssueCodes).GetProperties().Select(p => p.Name).Where(n => n != "All" && !source.Contains($"IssueCodes.{n}", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("S1,Uno,hub,R9,012001,9.05,45.55", "rete_sconosciuta")]
    [InlineData("S1,Uno,hub,R1,012001,9.15,45.65", "coordinate_fuori_comune")]
    [InlineData("S1,Uno,hub,R1,012001,45.55,9.05", "coordinate_scambiate")]
    [InlineData("S1,Uno,hub,R1,012001,0,0", "coordinate_fuori_lombardia")]
    [InlineData("S1,Uno,hub,R1,012001,nove,45.55", "numero_non_leggibile")]
    [InlineData("S1,Uno,capo,R1,012001,9.05,45.55", "valore_non_ammesso")]
    [InlineData("S1,,hub,R1,012001,9.05,45.55", "valore_mancante")]
    [InlineData("S1,Uno,hub,R1,L219,9.05,45.55", "codice_comune_non_valido")]
    [InlineData("S1,Uno,hub,R1,999999,9.05,45.55", "comune_sconosciuto")]
    [InlineData("S1,Uno,hub,R1,012001,,", "coordinate_mancanti")]
    public void A_refused_sede_says_which_kind_of_fault_it_has(string row, string code)
    {
        ImportResult result = Small.Import("sedi.csv", $"site_id,name,role,network_id,pro_com_t,lon,lat\n{row}\n");

        result.Report.Issues.Where(i => i.Severity == IssueSeverity.Refused).Select(i => i.Code.Code).ShouldBe([code]);
        result.Report.ToLayer().Rows.Select(r => (string?)r.Values[6]).ShouldContain(c => c == code);
        result.Report.ToLayer().Columns[6].Name.ShouldBe("codice");
        result.Report.ToLayer().Meta["gruppi"]!.AsArray().Select(g => g!["codice"]!.GetValue<string>()).ShouldContain(c => c == code);
    }

    [GeneratedRegex("^[a-z]+(_[a-z]+)+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeForm();
}
