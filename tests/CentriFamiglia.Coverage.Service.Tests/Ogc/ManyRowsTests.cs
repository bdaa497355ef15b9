using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Cli;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.TestPostGis;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>
/// 120,000 points of one town, more than a layer keeps as rows, imported into each store and read to the end by its <c>next</c> links. Alone,
/// because what is held in memory is looked at.
/// </summary>
[CollectionDefinition(nameof(ManyRowsTests), DisableParallelization = true)]
[Collection(nameof(ManyRowsTests))]
public sealed class ManyRowsTests(FilledStore store, PostGisServer server)
{
    private const int Length = 120_000, Page = 10_000;

    /// <summary>Bytes that may be held more at the last page than at the second.</summary>
    private const long MostMore = 48 << 20;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task All_come_once_page_by_page_are_counted_right_and_none_stays_in_memory(bool shared)
    {
        await using RunningService service = await FilledAsync(shared);
        JsonNode first = await service.ItemsAsync("punti", ("limit", "10"));
        int all = (int)first["numberMatched"]!;
        HashSet<string> seen = new(StringComparer.Ordinal);
        long? held = null;
        string? next = OgcService.Items("punti", ("limit", Page.ToString(CultureInfo.InvariantCulture)));
        for (int page = 0; next is not null; page++)
        {
            JsonNode answer = await service.JsonAsync(next);
            string[] ids = OgcService.Ids(answer);
            ((int)answer["numberMatched"]!, (int)answer["numberReturned"]!).ShouldBe((all, ids.Length));
            ids.ShouldAllBe(id => seen.Add(id));
            next = OgcService.Links(answer, "next").SingleOrDefault() is { } link ? new Uri(link).PathAndQuery : null;
            answer = first;
            if (page == 1)
                held = GC.GetTotalMemory(forceFullCollection: true);
        }

        seen.Count.ShouldBe(all);
        seen.Count(id => id.StartsWith("P-", StringComparison.Ordinal)).ShouldBe(Length);
        (GC.GetTotalMemory(forceFullCollection: true) - held!.Value).ShouldBeLessThan(MostMore);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_box_an_order_or_a_filter_takes_of_them_is_counted_right(bool shared)
    {
        await using RunningService service = await FilledAsync(shared);
        int[] inBox = [.. Enumerable.Range(0, Length).Where(i => PlaceOf(i) is var (lon, lat) && lon is >= 9.668 and <= 9.669 && lat is >= 45.695 and <= 45.696)];

        inBox.Length.ShouldBeInRange(100, 10_000);
        (await service.IdsAsync("punti", ("bbox", "9.668,45.695,9.669,45.696"))).Where(i => i.StartsWith("P-", StringComparison.Ordinal)).ShouldBe(inBox.Select(IdOf));
        (await service.CountAsync("punti", "pro_com_t = '016024'")).ShouldBe(Length);
        (await service.CountAsync("punti", "pro_com_t = '016024' AND residenti > 5")).ShouldBe(Enumerable.Range(0, Length).Count(i => ResidentsOf(i) > 5));
        JsonNode most = await service.ItemsAsync("punti", ("pro_com_t", "016024"), ("sortby", "-residenti"), ("limit", "3"));
        OgcService.Ids(most).ShouldBe(Enumerable.Range(0, Length).Where(i => ResidentsOf(i) == 9).Take(3).Select(IdOf));
    }

    private static string IdOf(int index) => "P-" + index.ToString("D6", CultureInfo.InvariantCulture);

    private static int ResidentsOf(int index) => 1 + (index % 9);

    /// <summary>A low-discrepancy sequence around the middle of Bergamo: spread evenly, and the same at every run.</summary>
    private static (double Lon, double Lat) PlaceOf(int index) =>
        (Math.Round(9.666 + (index * 0.7548776662466927 % 1 * 0.006), 7), Math.Round(45.692 + (index * 0.5698402909980532 % 1 * 0.006), 7));

    private async Task<RunningService> FilledAsync(bool shared)
    {
        Assert.SkipWhen(shared && PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        string file = store.Sibling("molti.csv");
        StringBuilder text = new("id,pro_com_t,lon,lat,residenti\n");
        for (int i = 0; i < Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"{IdOf(i)},016024,{PlaceOf(i).Lon},{PlaceOf(i).Lat},{ResidentsOf(i)}\n");
        await File.WriteAllTextAsync(file, text.ToString(), TestContext.Current.CancellationToken);
        string address = store.Copy();
        if (shared)
        {
            address = await server.CreateEmptyDatabaseAsync();
            await FilledStore.FillAsync(address, shared: true);
        }

        using var error = new StringWriter();
        (await CommandLine.RunAsync(["import", file, "--as", "punti", "--store", address], TextWriter.Null, error)).ShouldBe(0, error.ToString());
        return await RunningService.StartAsync(address);
    }
}
