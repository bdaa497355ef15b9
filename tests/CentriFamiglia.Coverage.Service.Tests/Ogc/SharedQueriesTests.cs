using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats.VectorTiles;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Ogc.Crs;
using CentriFamiglia.Coverage.Service.Ogc.Features;
using CentriFamiglia.Coverage.Service.Ogc.Filters;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.TestPostGis;
using NetTopologySuite.Algorithm.Distance;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>What PostGIS selects and draws in SQL is what memory selects and draws over the embedded store.</summary>
public sealed class SharedQueriesTests : IAsyncLifetime
{
    private static readonly string[] _parts =
    [
        "residenti > 10000", "residenti <= 3021", "residenti <> 0", "pro_com_t >= '016'", "pro_com_t LIKE '01_0%'", "residenti BETWEEN 100.5 AND 9000", "famiglie IS NULL",
        "eta_0_14 > 500", "NOT (eta_65_oltre < 700)", "pro_com_t IN ('016024', '015146', '097042')", "residenti = famiglie", "S_INTERSECTS(geometry, BBOX(9.1,45.4,9.8,45.9))",
        "S_DISJOINT(geometry, POLYGON((9 45,10 45,10 46,9 45)))", "S_WITHIN(geometry, POLYGON((9.1 45.3,10.2 45.4,9.9 46.1,9.1 45.3)))", "TRUE",
    ];

    private readonly FilledStore _store;
    private readonly PostGisServer _server;
    private RunningService _embedded = null!, _shared = null!;

    public SharedQueriesTests(FilledStore store, PostGisServer server)
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        (_store, _server) = (store, server);
    }

    public async ValueTask InitializeAsync()
    {
        string database = await _server.CreateEmptyDatabaseAsync();
        await FilledStore.FillAsync(database, shared: true);
        _embedded = await _store.ServiceAsync();
        _shared = await RunningService.StartAsync(database);
    }

    public ValueTask DisposeAsync() => _shared.DisposeAsync();

    [Fact]
    public async Task Filters_boxes_order_and_pages_give_the_same_rows()
    {
        foreach ((string collection, string parameters) in (ImmutableArray<(string, string)>)
        [
            ("comuni", "bbox=9.5,45.5,10,46"), ("comuni", "bbox=9.5,45.5,10,46&limit=7&offset=5"), ("comuni", "bbox=9.5,45.5,10,46&offset=5000"),
            ("comuni", "provincia=BG&sortby=-residenti,nome"),
            ("comuni", "sortby=-altitudine_m&limit=3&offset=1400"), ("comuni", "filter=nome LIKE 'Ber%25' OR nome LIKE '%25''%25'"),
            ("comuni", "filter=nome > 'Z'"), ("comuni", "filter=nome < 'B' AND NOT sede_fonte IS NULL"),
            ("comuni", "filter=CASEI(nome) LIKE casei('san%25')"), ("comuni", "classe_snai=A"),
            ("comuni", "filter=S_TOUCHES(geometry, POINT(9.67 45.70))"), ("comuni", "filter=S_CONTAINS(geometry, POINT(9.67 45.70))"),
            ("comuni", "filter=S_CROSSES(geometry, LINESTRING(9 45.5,10 45.6))"), ("comuni", "filter=S_OVERLAPS(geometry, BBOX(9.1,45.4,9.3,45.6))"),
            ("comuni", "filter=S_WITHIN(BBOX(9.66,45.69,9.661,45.691), geometry)"), ("comuni", "bbox=170,45,-170,46"), ("comuni", "bbox=9,45,-170,46.5"),
            ("comuni", "bbox=500000,5000000,560000,5060000&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/32632"), ("comuni", "filter=nome = '''; drop table coverage.comuni; --'"),
            ("punti", "bbox=9.18,45.46,9.20,45.48"), ("punti", "bbox=9.18,45.46,9.20,45.48&sortby=-residenti&limit=20"), ("punti", "pro_com_t=016024"),
            ("punti", "filter=lon > 9.19 AND lat < 45.4"),
            ("sedi", "bbox=9.5,45.5,10,46"), ("sedi", "network_id=BG01"), ("sedi", "filter=name LIKE '%25 di %25'&sortby=-name"), ("sedi", "role=hub&bbox=9.5,45.5,10,46"),
            ("sedi", "operators=4"),
            ("sedi", "datetime=2024-06-30&bbox=9.5,45.5,10,46"), ("reti", "bbox=9.5,45.5,10,46"), ("copertura-ambiti", "filter=residenti > 100000&sortby=nome"),
        ])
            await SameAsync(collection, parameters);
    }

    [Fact]
    public async Task Filters_joined_at_random_give_the_same_rows()
    {
        var random = new Random(20231213);
        for (int i = 0; i < 60; i++)
        {
            string filter = string.Join(random.Next(2) == 0 ? " AND " : " OR ", Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
                $"{(random.Next(3) == 0 ? "NOT " : "")}({_parts[random.Next(_parts.Length)]}{(random.Next(2) == 0 ? " AND " : " OR ")}{_parts[random.Next(_parts.Length)]})"));
            await SameAsync(random.Next(2) == 0 ? "comuni" : "punti", $"filter={Uri.EscapeDataString(filter)}&limit=25&offset={random.Next(30)}");
        }
    }

    [Theory]
    [InlineData("nome")]
    [InlineData("residenti")]
    [InlineData("filter")]
    [InlineData("bbox")]
    [InlineData("sortby")]
    [InlineData("limit")]
    public async Task Whatever_stands_in_a_parameter_is_answered_or_refused_alike(string name)
    {
        foreach (string text in BadInputTests.Texts.Append("nome = '\u0000'").Append("nome LIKE '\ud83d%'"))
        {
            string address = OgcService.Items("comuni", (name, text));
            using HttpResponseMessage ours = await _embedded.GetAsync(address), theirs = await _shared.GetAsync(address);
            theirs.StatusCode.ShouldBe(ours.StatusCode, address);
            ((int)theirs.StatusCode).ShouldBeLessThan(500, address);
        }
    }

    [Fact]
    public void The_parts_are_such_as_the_database_is_asked()
    {
        FeatureSchema schema = new([.. OgcCollections.Find("comuni")!.Make(AnalysisOf(_shared)).Columns], FeatureShape.Areas);
        foreach (string part in _parts)
            new StoredFilter(RowSelection.Columns(SelectedTable.Comuni), OgcCrs.Crs84).Of(new CqlFilter(CqlText.Read(part), schema, OgcCrs.Crs84).Written).ShouldNotBeNull(part);
        new StoredFilter(RowSelection.Columns(SelectedTable.Comuni), OgcCrs.Crs84).Of(CqlText.Read("CASEI(nome) = casei('x')")).ShouldBeNull();
    }

    [Theory]
    [InlineData("comuni", 11, 9.67, 45.70)]
    [InlineData("comuni", 12, 9.19, 45.46)]
    [InlineData("comuni", 13, 9.86, 46.17)]
    [InlineData("comuni", 9, 9.67, 45.70)]
    [InlineData("punti", 15, 9.19, 45.464)]
    [InlineData("punti", 11, 9.86, 46.17)]
    [InlineData("punti", 8, 9.19, 45.464)]
    [InlineData("sedi", 9, 9.67, 45.70)]
    public async Task Tiles_have_the_same_features_within_a_unit(string collection, int zoom, double lon, double lat)
    {
        var middle = TileAddress.Of(new Coordinate(lon, lat), zoom);
        foreach ((int row, int column) in (ImmutableArray<(int, int)>)[(0, 0), (0, 1), (1, 0)])
        {
            var address = new TileAddress(zoom, middle.Row + row, middle.Column + column);
            Tile ours = await Tile.AskAsync(_embedded, collection, address), theirs = await Tile.AskAsync(_shared, collection, address);

            theirs.Status.ShouldBe(ours.Status);
            theirs.Features.Count.ShouldBe(ours.Features.Count, $"{address}");
            foreach (((Geometry shape, IAttributesTable attributes), (Geometry other, IAttributesTable otherAttributes)) in ours.Features.Zip(theirs.Features))
            {
                Told(otherAttributes).ShouldBe(Told(attributes));
                // A unit either way on both axes.
                DiscreteHausdorffDistance.Distance(shape, other).ShouldBeLessThan(1.5, $"{address} {attributes.GetOptionalValue("id")}");
            }
        }
    }

    private static string Told(IAttributesTable attributes) => string.Join("; ", attributes.GetNames().Order(StringComparer.Ordinal)
        .Select(n => FormattableString.Invariant($"{n}={Value(attributes[n])}")));

    private static object Value(object value) => value is string or bool ? value : Math.Round(Convert.ToDouble(value), 6);

    private static Analyses.Analysis AnalysisOf(RunningService service) =>
        service.Part<HeldLayers>().AnalysisOf(service.Part<Analyses.AnalysisSource>().LoadAsync(CancellationToken.None).GetAwaiter().GetResult());

    private async Task SameAsync(string collection, string parameters)
    {
        string address = $"/ogc/collections/{collection}/items?{parameters}";
        JsonNode ours = await _embedded.JsonAsync(address), theirs = await _shared.JsonAsync(address);
        OgcService.Ids(theirs).ShouldBe(OgcService.Ids(ours), address);
        ((int)theirs["numberMatched"]!).ShouldBe((int)ours["numberMatched"]!, address);
    }
}
