using CentriFamiglia.Coverage.Formats;
using CentriFamiglia.Coverage.Formats.Csv;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests.Export;

public class RoundTripTests
{
    private static readonly TerritoryContent _content = Shipped.Content with
    {
        Comuni =
        [
            .. Shipped.Content.Comuni.Select((c, i) => i % 3 == 2
                ? c with { Ages = null }
                : c with { Ages = new AgeCounts(i, 2 * i, i % 3 == 0 ? 2011 : null, i % 3 == 0 ? "Istat, censimento «2011»; pagina" : null) }),
        ],
        DemandPoints =
        [
            .. Shipped.Content.Comuni.Take(300).Select((c, i) => new DemandPoint(
                new DemandPointId($"P{i:000}"), c.Code, c.Seat!.Lon, c.Seat.Lat, c.Residents!.Value / 7.0)
                {
                    Families = i % 2 == 0 ? i / 3.0 : null,
                    Elderly = i % 5 == 0 ? null : i,
                }),
        ],
    };

    public static TheoryData<string, string> KindsAndFormats()
    {
        var data = new TheoryData<string, string>();
        foreach (string kind in (string[])["comuni", "unita", "popolazione", "eta", "punti", "reti", "sedi", "sedi note", "reti note"])
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
            "eta" => ImportLayers.Eta(_content),
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
    public void The_seats_of_all_comuni_lead_back_to_one_point_per_comune_which_then_come_back_as_that()
    {
        using var folder = new TemporaryFolder();
        string path = Points(folder, Shipped.Content.Comuni.Select(c => DemandPoint.Of(c, c.Seat!.Lon, c.Seat.Lat)));

        ImportResult result = Importer.Import(new ImportRequest(path), Shipped.Content);

        result.Changed.ShouldBe(ContentParts.DemandPoints);
        result.Next.DemandPoints.IsEmpty.ShouldBeTrue();
        result.Report.Issues.Select(i => i.Reason).ShouldContain("i 5718 punti di 015146 forniti con il programma lasciano il posto a quelli del file", StringComparer.Ordinal);
        Importer.Import(new ImportRequest(path), result.Next).Changed.ShouldBe(ContentParts.None);
    }

    [Fact]
    public void The_sections_of_Milano_beside_the_seats_of_the_others_come_back_as_they_are()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("punti.csv");
        using (FileStream stream = File.Create(path))
            LayerCsv.Write(ImportLayers.Punti(Shipped.Content), stream);
        Importer.Import(new ImportRequest(path), Shipped.Content).Changed.ShouldBe(ContentParts.None);

        string all = Points(folder, [.. Shipped.Content.DemandPoints,
            .. Shipped.Content.Comuni.Where(c => c.Name != "Milano").Select(c => DemandPoint.Of(c, c.Seat!.Lon, c.Seat.Lat))]);
        Importer.Import(new ImportRequest(all), Shipped.Content).Changed.ShouldBe(ContentParts.None);
        Importer.Import(new ImportRequest(all), Shipped.Content with { DemandPoints = [] }).Next.DemandPoints.Length.ShouldBe(5_718);
    }

    private static string Points(TemporaryFolder folder, IEnumerable<DemandPoint> points)
    {
        string path = folder.File("punti.csv");
        File.WriteAllLines(path, points.Select(p => $"{p.Id},{p.Comune},{p.Lon},{p.Lat},{p.Residents}").Prepend("id,pro_com_t,lon,lat,residenti"));
        return path;
    }

    [Fact]
    public void A_folder_of_all_exports_changes_nothing_either()
    {
        using var folder = new TemporaryFolder();
        SiteSet set = Shipped.Set(SiteSet.Demonstration);
        Layer[] layers =
        [
            ImportLayers.Comuni(_content), ImportLayers.Unita(_content), ImportLayers.Popolazione(_content), ImportLayers.Eta(_content),
            ImportLayers.Punti(_content), ImportLayers.Reti(set), ImportLayers.Sedi(_content, set),
        ];
        foreach (Layer layer in layers)
            LayerFile.Write(layer, folder.File(layer.Name + ".csv"), DateTimeOffset.UnixEpoch);
        ImportResult result = Importer.Import(new ImportRequest(folder.Path) { Replace = true }, _content);
        result.Report.Files.Select(f => f.Kind!.Value.Name()).ShouldBe(["comuni", "unita", "popolazione", "eta", "punti", "reti", "sedi"]);
        result.Changed.ShouldBe(ContentParts.None);
    }
}
