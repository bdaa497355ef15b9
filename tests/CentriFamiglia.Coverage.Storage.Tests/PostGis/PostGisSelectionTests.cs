using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Storage.PostGis;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.TestPostGis;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CentriFamiglia.Coverage.Storage.Tests.PostGis;

/// <summary>Rows selected in SQL: by the index, with values that are never text of it, and never of another content.</summary>
public sealed class PostGisSelectionTests
{
    private static readonly RowFilter _box = new PlacedFilter(Relation.Intersects, Wgs84.Factory.ToGeometry(new Envelope(9.10, 9.12, 45.40, 45.42)));

    private readonly PostGisServer _server;

    public PostGisSelectionTests(PostGisServer server)
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        _server = server;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SelectedTable.Punti, "punti_geom")]
    [InlineData(SelectedTable.Comuni, "comuni_geom")]
    public async Task The_plan_looks_into_the_index_of_places(SelectedTable table, string index)
    {
        string address = await FilledAsync();
        DemandPoint[] others = table == SelectedTable.Punti ? [new(new DemandPointId("altro"), new ComuneCode("015146"), 9.11, 45.41, 3)] : [];
        (string text, ImmutableArray<object> values) = PostGisSelection.Of(new RowSelection
        {
            Table = table,
            Others = [.. others],
            Filter = new JoinedFilter(true, [_box, new ComparedFilter(">", new ColumnValue("residenti"), new FixedValue(1.5))]),
            Offset = 0,
            Limit = 10,
        });

        string plan = await PlanAsync(address, text, [.. values]);
        Regex.Count(plan, index, RegexOptions.None, TimeSpan.FromSeconds(5)).ShouldBe(2, plan);
    }

    [Fact]
    public async Task A_tile_is_made_by_the_index_of_places()
    {
        (string text, ImmutableArray<object> values) = PostGisTile.Of(new StoredTile(SelectedTable.Punti, 14, 5862, 8610, new Envelope(9.10, 9.12, 45.40, 45.42)));

        (await PlanAsync(await FilledAsync(), text, [.. values])).ShouldContain("punti_geom");
    }

    [Fact]
    public async Task Points_that_stand_in_no_table_are_sent_only_where_they_may_be_shown()
    {
        await using ICoverageStore store = StoreFactory.Open(StoreAddress.Parse(await FilledAsync()));
        string identity = await store.IdentityAsync(Cancel);
        var tile = new StoredTile(SelectedTable.Punti, 14, 5864, 8610, new Envelope(9.18, 9.20, 45.45, 45.47));
        var selection = new RowSelection { Table = SelectedTable.Punti, Filter = new JoinedFilter(true, [new ConstantFilter(true), _box]), Offset = 0, Limit = 1000 };
        ImmutableArray<DemandPoint> far = [.. Enumerable.Range(0, 1500).Select(i => Point($"lontano{i}", 10 + (i * 0.001), 46))];
        DemandPoint inTile = Point("tessera", 9.19, 45.46), inBox = Point("riquadro", 9.11, 45.41);

        PostGisTile.Of(tile with { Others = far }).ShouldSatisfyAllConditions(t => t.Text.ShouldBe(PostGisTile.Of(tile).Text), t => t.Values.Length.ShouldBe(7));
        PostGisSelection.Of(selection with { Others = far }).Text.ShouldBe(PostGisSelection.Of(selection).Text);
        byte[]? alone = await store.TileAsync(tile with { Others = [inTile] }, identity, Cancel);
        (await store.TileAsync(tile with { Others = [.. far, inTile] }, identity, Cancel)).ShouldBe(alone);
        alone!.Length.ShouldBeGreaterThan((await store.TileAsync(tile, identity, Cancel))!.Length);
        (await store.SelectAsync(selection with { Others = [.. far, inBox] }, identity, Cancel))!.Ids.ShouldContain("riquadro", StringComparer.Ordinal);
        var beyond = selection with { Filter = new JoinedFilter(false, [_box, new PlacedFilter(Relation.Disjoint, ((PlacedFilter)_box).Shape)]) };
        (await store.SelectAsync(beyond with { Others = far }, identity, Cancel))!.Matched.ShouldBe(61_500);
        (await store.SelectAsync(selection with { Others = far, Filter = new PlacedFilter(Relation.Disjoint, ((PlacedFilter)_box).Shape) }, identity, Cancel))!
            .Matched.ShouldBe(61_500 - (await store.SelectAsync(selection, identity, Cancel))!.Matched);

        static DemandPoint Point(string id, double lon, double lat) => new(new DemandPointId(id), new ComuneCode("015146"), lon, lat, 3);
    }

    [Fact]
    public async Task Values_are_parameters_whatever_they_say()
    {
        const string evil = "'; drop table coverage.punti; --";
        await using ICoverageStore store = StoreFactory.Open(StoreAddress.Parse(await FilledAsync()));
        var selection = new RowSelection
        {
            Table = SelectedTable.Punti,
            Filter = new JoinedFilter(false,
            [
                new ComparedFilter("=", new ColumnValue("pro_com_t"), new FixedValue(evil)),
                new LikeFilter(new ColumnValue("pro_com_t"), evil + "\\"),
            ]),
            Offset = 0,
            Limit = 10,
        };

        SelectedRows? none = await store.SelectAsync(selection, await store.IdentityAsync(Cancel), Cancel);
        SelectedRows? all = await store.SelectAsync(selection with { Filter = new ConstantFilter(true) }, await store.IdentityAsync(Cancel), Cancel);

        none!.Matched.ShouldBe(0);
        PostGisSelection.Of(selection).Text.ShouldNotContain("drop");
        all!.Matched.ShouldBe(60_000);
        all.Ids.ShouldBe(Enumerable.Range(1, 10).Select(i => $"{i:D6}"));
        Should.Throw<ArgumentOutOfRangeException>(() => PostGisSelection.Of(selection with { Filter = new EmptyFilter(new ColumnValue("1; drop table x")) }));
        Should.Throw<ArgumentOutOfRangeException>(() => PostGisSelection.Of(selection with { Sort = [("residenti desc; --", false)] }));
    }

    [Fact]
    public async Task Of_another_content_nothing_is_selected()
    {
        await using ICoverageStore store = StoreFactory.Open(StoreAddress.Parse(await FilledAsync()));
        var selection = new RowSelection { Table = SelectedTable.Punti, Filter = _box, Offset = 0, Limit = 10 };

        (await store.SelectAsync(selection, "un altro", Cancel)).ShouldBeNull();
        (await store.TileAsync(new StoredTile(SelectedTable.Punti, 0, 0, 0, new Envelope(-180, 180, -85, 85)), "un altro", Cancel)).ShouldBeNull();
    }

    /// <summary>60,000 points, and 2,500 comuni that are squares.</summary>
    private async Task<string> FilledAsync()
    {
        string address = await _server.CreateStoreAsync();
        await using NpgsqlConnection connection = new(address);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(
            """
            insert into coverage.punti (id, pro_com_t, residenti, geom)
              select lpad(i::text, 6, '0'), '015146', 2,
                ST_SetSRID(ST_MakePoint(8.5 + (i * 0.7548776662466927)::numeric % 1 * 2.9, 44.7 + (i * 0.5698402909980532)::numeric % 1 * 1.9), 4326)
              from generate_series(1, 60000) i;
            insert into coverage.comuni (pro_com_t, nome, residenti, geom)
              select lpad((x * 50 + y)::text, 6, '0'), 'Comune', 5, ST_Multi(ST_MakeEnvelope(8.5 + x * 0.06, 44.7 + y * 0.04, 8.56 + x * 0.06, 44.74 + y * 0.04, 4326))
              from generate_series(0, 49) x, generate_series(0, 49) y;
            analyze coverage.punti;
            analyze coverage.comuni
            """,
            connection);
        await command.ExecuteNonQueryAsync(Cancel);
        return address;
    }

    private static async Task<string> PlanAsync(string address, string statement, object[] values)
    {
        NpgsqlDataSourceBuilder builder = new(address);
        builder.UseNetTopologySuite();
        await using NpgsqlDataSource source = builder.Build();
        await using NpgsqlCommand command = source.CreateCommand("explain " + statement);
        foreach (object value in values)
            command.Parameters.Add((value as NpgsqlParameter)?.Clone() ?? new NpgsqlParameter { Value = value });
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(Cancel);
        List<string> lines = [];
        while (await reader.ReadAsync(Cancel))
            lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }
}
