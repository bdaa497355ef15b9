using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Import.Kinds;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests;

public class TemplateTests
{
    private static readonly string _folder = Shipped.Folder("docs/modelli");

    [Fact]
    public void The_folder_of_templates_imports_cleanly_on_the_shipped_territory()
    {
        ImportResult result = Importer.Import(new ImportRequest(_folder) { SetName = SiteSet.Mine }, Shipped.Content);
        result.Report.Issues.Where(i => i.Severity is IssueSeverity.Refused or IssueSeverity.Mended).ShouldBeEmpty();
        result.Applied.ShouldBeTrue();
        result.Report.Files.Select(f => f.Kind!.Value.Name()).ShouldBe(["comuni", "unita", "popolazione", "eta", "punti", "reti", "sedi", "matrice", "eccezioni", "dichiarazioni"]);
        SiteSet mine = result.Next.SiteSets.Single(s => s.Active);
        mine.Name.ShouldBe(SiteSet.Mine);
        mine.Sites.Length.ShouldBe(3);
    }

    [Fact]
    public void The_template_of_the_sedi_has_the_columns_of_the_interface() =>
        File.ReadLines(Path.Combine(_folder, "sedi.csv")).First().ShouldBe(
            "site_id,name,role,network_id,manager_kind,comune,pro_com_t,lon,lat,opening_hours,wheelchair,spaces,services,declared_ambiti,status,"
            + "address,phone,email,web,operators,staff,protocols,service_charter");

    [Fact]
    public void The_page_of_the_templates_lists_every_space_and_service_with_its_name()
    {
        string page = File.ReadAllText(Path.Combine(_folder, "README.md"));
        foreach ((string code, string name, _) in OfferWords.Spaces)
            page.ShouldContain($"| `spaces` | `{code}` | {name} |");
        foreach ((string code, string name, _) in OfferWords.Services)
            page.ShouldContain($"| `services` | `{code}` | {name} |");
    }

    [Fact]
    public void The_templates_have_columns_of_the_exports_in_their_order()
    {
        SiteSet set = Shipped.Set(SiteSet.Demonstration);
        Layer[] exports =
        [
            ImportLayers.Comuni(Shipped.Content), ImportLayers.Unita(Shipped.Content), ImportLayers.Popolazione(Shipped.Content), ImportLayers.Eta(Shipped.Content),
            ImportLayers.Punti(Shipped.Content), ImportLayers.Reti(set), ImportLayers.Sedi(Shipped.Content, set), ImportLayers.Eccezioni(Shipped.Content),
            ImportLayers.Dichiarazioni(Shipped.Content),
        ];
        foreach (Layer export in exports)
        {
            string[] header = File.ReadLines(Path.Combine(_folder, export.Name + ".csv")).First().Split(',');
            export.Columns.Select(c => c.Name).Where(header.Contains).ShouldBe(header);
        }
    }

    [Theory]
    [InlineData(ImportKind.Comuni)]
    [InlineData(ImportKind.Unita)]
    [InlineData(ImportKind.Popolazione)]
    [InlineData(ImportKind.Eta)]
    [InlineData(ImportKind.Punti)]
    [InlineData(ImportKind.Reti)]
    [InlineData(ImportKind.Sedi)]
    [InlineData(ImportKind.Matrice)]
    [InlineData(ImportKind.Eccezioni)]
    [InlineData(ImportKind.Dichiarazioni)]
    public void Each_template_is_known_by_its_columns_alone(ImportKind kind)
    {
        using var folder = new TemporaryFolder();
        bool told = kind != ImportKind.Comuni;
        File.Copy(Path.Combine(_folder, kind.Name() + ".csv"), folder.File("elenco.csv"));
        ImportResult result = Importer.Import(new ImportRequest(folder.File("elenco.csv")) { SetName = SiteSet.Demonstration }, Shipped.Content);
        // Without boundaries a list of comuni could be any list with names.
        result.Report.Files.Single().Kind.ShouldBe(told ? kind : null);
    }
}
