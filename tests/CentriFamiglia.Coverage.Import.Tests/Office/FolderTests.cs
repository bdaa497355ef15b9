using CentriFamiglia.Coverage.Formats;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Import.Reading;

namespace CentriFamiglia.Coverage.Import.Tests.Office;

/// <summary>Every file of a folder and every layer of a file is read or named.</summary>
public sealed class FolderTests : IDisposable
{
    private const string Sede = "site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours\nS1,Uno,spoke,R1,012003,9.05,45.65,Mo 09:00-12:00\n";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Each_file_and_folder_that_is_not_read_has_a_line_with_its_cure()
    {
        _folder.Write("sedi.csv", Sede);
        _folder.Write("popolazione.tsv", "pro_com_t\tresidenti\n012001\t401\n");
        File.WriteAllBytes(_folder.File("brescia.xls"), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        _folder.Write("estratto.xls", "<html><body><table><tr><td>1</td></tr></table></body></html>");
        _folder.Write("cremona.ods", "PK\u0003\u0004");
        _folder.Write("comuni.shp", "\0\0\u0027\u000A");
        _folder.Write("sedi.zip", "PK");
        _folder.Write("punti.geojsonl", "{}");
        _folder.Write("verbale.pdf", "%PDF-1.7");
        _folder.Write("mappa.kml", "<?xml version=\"1.0\"?><kml/>");
        _folder.Write("note.docx", "x");
        _folder.Write("testo.xlsx", "site_id;name\n1;Uno\n");
        _folder.Write("README.md", "# niente");
        _folder.Write("sedi.meta.json", "{}");
        _folder.Write("~$sedi.xlsx", "lock");
        _folder.Write(".DS_Store", "x");
        Directory.CreateDirectory(_folder.File("vecchi"));

        ImportResult result = Importer.Import(new ImportRequest(_folder.Path), Small.Content);

        result.Applied.ShouldBeTrue();
        result.Report.Files.Select(f => f.File).ShouldBe(["popolazione.tsv", "sedi.csv"]);
        ImportIssue[] unread = [.. result.Report.Issues.Where(i => i.Kind is null)];
        unread.Select(i => i.File).Order(StringComparer.Ordinal).ShouldBe([
            "brescia.xls", "comuni.shp", "cremona.ods", "estratto.xls", "mappa.kml", "note.docx", "punti.geojsonl", "sedi.zip", "testo.xlsx", "vecchi/", "verbale.pdf",
        ]);
        unread.ShouldAllBe(i => i.Severity == IssueSeverity.Finding && i.Cure.Length > 0);
        result.Report.Summary().ShouldEndWith("Una parte non è stata letta: il rapporto dice quale.");
        unread.Single(i => i.File == "estratto.xls").Reason.ShouldContain("è una pagina HTML");
        unread.Single(i => i.File == "testo.xlsx").Reason.ShouldContain("si chiama come un foglio di calcolo ma è un testo");
        result.Report.LeftOut.ShouldBeTrue();
    }

    [Fact]
    public void A_folder_read_whole_leaves_nothing_out_and_a_refused_row_does()
    {
        _folder.Write("sedi.csv", Sede);
        _folder.Write("README.md", "# niente");
        Importer.Import(new ImportRequest(_folder.Path), Small.Content).Report.LeftOut.ShouldBeFalse();

        _folder.Write("sedi.csv", Sede + "S2,Due,spoke,R1,999999,9.05,45.65,\n");
        Importer.Import(new ImportRequest(_folder.Path) { AcceptValid = true }, Small.Content).Report.LeftOut.ShouldBeTrue();
    }

    [Fact]
    public void The_layers_of_a_GeoPackage_that_cannot_be_told_are_named_and_one_may_be_chosen()
    {
        Layer reti = ImportLayers.Reti(Small.Content.SiteSets[0]);
        LayerColumn[] other = [new("colore", ColumnType.Text, "")];
        Formats.GeoPackage.LayerGeoPackage.Write(
            [reti, new Layer("sfondo", "Sfondo", [.. other], [new LayerRow(["rosso"], null)], []),
                new Layer("layer_styles", "Stili", [.. other], [new LayerRow(["qml"], null)], [])],
            _folder.File("dati.gpkg"), DateTimeOffset.UnixEpoch);

        ImportResult result = Importer.Import(new ImportRequest(_folder.File("dati.gpkg")), Small.Content);
        result.Applied.ShouldBeTrue();
        result.Report.Issues.Select(i => i.Reason).ShouldContain("lo strato «sfondo» non è stato letto (1 righe): non si capisce che cosa contiene", StringComparer.Ordinal);
        result.Report.Issues.Select(i => i.Reason).ShouldContain("dati.gpkg: la tabella di sistema «layer_styles» non contiene dati e non è letta.", StringComparer.Ordinal);
        result.Report.LeftOut.ShouldBeTrue();

        Importer.Import(new ImportRequest(_folder.File("dati.gpkg")) { Part = "reti" }, Small.Content).Report.Files.Single().File.ShouldBe("reti");
    }

    [Fact]
    public void A_GeoPackage_that_cannot_be_told_is_refused_beside_another_as_it_is_alone()
    {
        LayerColumn[] other = [new("colore", ColumnType.Text, "")];
        Formats.GeoPackage.LayerGeoPackage.Write(
            [new Layer("sfondo", "Sfondo", [.. other], [new LayerRow(["rosso"], null)], [])], _folder.File("a.gpkg"), DateTimeOffset.UnixEpoch);
        Importer.Import(new ImportRequest(_folder.File("a.gpkg")), Small.Content).Applied.ShouldBeFalse();
        Formats.GeoPackage.LayerGeoPackage.Write([ImportLayers.Reti(Small.Content.SiteSets[0])], _folder.File("b.gpkg"), DateTimeOffset.UnixEpoch);

        ImportResult result = Importer.Import(new ImportRequest(_folder.Path), Small.Content);

        result.Applied.ShouldBeFalse();
        result.Report.Files.Select(f => f.File).ShouldBe(["reti", "sfondo"]);
        result.Report.Issues.Where(i => i.Severity == IssueSeverity.Refused).ShouldHaveSingleItem().File.ShouldBe("sfondo");
    }

    [Fact]
    public void A_shapefile_may_stand_in_a_folder_or_in_a_zip_with_other_files_that_are_named()
    {
        string source = _folder.File("sorgente");
        Directory.CreateDirectory(source);
        NetTopologySuite.IO.Esri.Shapefile.WriteAllFeatures(
            [new NetTopologySuite.Features.Feature(
                new NetTopologySuite.Geometries.Point(9.05, 45.65),
                new NetTopologySuite.Features.AttributesTable(StringComparer.Ordinal) { { "site_id", "S1" }, { "name", "Uno" }, { "role", "spoke" }, { "network_id", "R1" },
                    { "pro_com_t", "012003" } })],
            Path.Combine(source, "sedi.shp"));

        ImportResult inFolder = Importer.Import(new ImportRequest(source), Small.Content);
        inFolder.Mine().Sites.Select(s => s.Id.Value).ShouldBe(["H1", "S1"]);
        inFolder.Report.LeftOut.ShouldBeFalse();

        File.WriteAllText(Path.Combine(source, "altro.csv"), "a;b\n");
        System.IO.Compression.ZipFile.CreateFromDirectory(source, _folder.File("sedi.zip"));
        ImportResult zipped = Importer.Import(new ImportRequest(_folder.File("sedi.zip")), Small.Content);
        zipped.Mine().Sites.Length.ShouldBe(2);
        zipped.Report.Issues.Select(i => i.Reason).ShouldContain("il file «altro.csv» dello zip non è stato letto", StringComparer.Ordinal);
    }

    [Fact]
    public void Where_nothing_can_be_read_the_error_names_each_file()
    {
        _folder.Write("estratto.xls", "<table><tr><td>1</td></tr></table>");
        Should.Throw<SourceFileException>(() => Importer.Import(new ImportRequest(_folder.Path),
            Small.Content)).Message.ShouldContain("estratto.xls: il file non è stato letto: è una pagina HTML");
        Should.Throw<SourceFileException>(() => SourceFiles.Read(_folder.File("estratto.xls"),
            FileLimits.Default)).Cure.ShouldContain("salvarla come «Cartella di lavoro di Excel (.xlsx)»");
    }

    public void Dispose() => _folder.Dispose();
}
