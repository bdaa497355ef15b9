using CentriFamiglia.Coverage.Formats;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests.Export;

public class RoundTripTests
{
    private static readonly TerritoryContent _content = Shipped.Content with
    {
        DemandPoints =
        [
            .. Shipped.Content.Comuni.Take(300).Select((c, i) => new DemandPoint(
                new DemandPointId($"P{i:000}"), c.Code, c.Seat!.Lon, c.Seat.Lat, c.Residents!.Value / 7.0)),
        ],
    };

    public static TheoryData<string, string> KindsAndFormats()
    {
        var data = new TheoryData<string, string>();
        foreach (string kind in (string[])["comuni", "unita", "popolazione", "punti", "reti", "sedi", "sedi note", "reti note"])
        {
            foreach (string extension in (string[])[".csv", ".geojson", ".gpkg", ".xlsx"])
                data.Add(kind, extension);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(KindsAndFormats))]
    public void Export_then_import_changes_nothing(string kind, string extension)
    {
        string set = kind.EndsWith(" note", StringComparison.Ordinal) ? SiteSet.Known : SiteSet.Demonstration;
        Layer layer = kind.Split(' ')[0] switch
        {
            "comuni" => ImportLayers.Comuni(_content),
            "unita" => ImportLayers.Unita(_content),
            "popolazione" => ImportLayers.Popolazione(_content),
            "punti" => ImportLayers.Punti(_content),
            "reti" => ImportLayers.Reti(Shipped.Set(set)),
            _ => ImportLayers.Sedi(_content, Shipped.Set(set)),
        };
        using var folder = new TemporaryFolder();
        string path = folder.File(layer.Name + extension);
        LayerFile.Write(layer, path, DateTimeOffset.UnixEpoch);

        foreach (bool replace in (bool[])[false, true])
        {
            ImportResult result = Importer.Import(new ImportRequest(path) { SetName = set, Replace = replace }, _content);
            result.Report.Issues.Where(i => i.Severity is IssueSeverity.Refused or IssueSeverity.Mended).ShouldBeEmpty();
            result.Report.Files.Single().Kind!.Value.Name().ShouldBe(layer.Name);
            result.Report.Read.ShouldBe(layer.Rows.Length);
            result.Applied.ShouldBeTrue();
            result.Changed.ShouldBe(ContentParts.None);
        }
    }

    [Fact]
    public void The_default_points_come_back_as_the_default()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("punti.csv");
        File.WriteAllLines(path, Shipped.Content.Comuni
            .Select(c => $"{c.Code},{c.Code},{c.Seat!.Lon},{c.Seat.Lat},{c.Residents}")
            .Prepend("id,pro_com_t,lon,lat,residenti"));

        Importer.Import(new ImportRequest(path), Shipped.Content).Changed.ShouldBe(ContentParts.None);
    }

    [Fact]
    public void A_folder_of_all_exports_changes_nothing_either()
    {
        using var folder = new TemporaryFolder();
        SiteSet set = Shipped.Set(SiteSet.Demonstration);
        Layer[] layers =
        [
            ImportLayers.Comuni(_content), ImportLayers.Unita(_content), ImportLayers.Popolazione(_content), ImportLayers.Punti(_content),
            ImportLayers.Reti(set), ImportLayers.Sedi(_content, set),
        ];
        foreach (Layer layer in layers)
            LayerFile.Write(layer, folder.File(layer.Name + ".csv"), DateTimeOffset.UnixEpoch);
        ImportResult result = Importer.Import(new ImportRequest(folder.Path) { Replace = true }, _content);
        result.Report.Files.Select(f => f.Kind!.Value.Name()).ShouldBe(["comuni", "unita", "popolazione", "punti", "reti", "sedi"]);
        result.Changed.ShouldBe(ContentParts.None);
    }
}
