using System.ComponentModel;
using System.Diagnostics;
using CentriFamiglia.Coverage.Formats.Osm;
using CentriFamiglia.Coverage.Formats.Tests.Osm;
using CentriFamiglia.Coverage.TestPostGis;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Building;
using CentriFamiglia.Coverage.Travel.Roads.Routing;
using CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;
using Npgsql;

namespace CentriFamiglia.Coverage.Formats.Tests.Roads;

/// <summary>
/// Another engine from end to end: osm2pgrouting reads the extract with its own rules and speeds, pgRouting searches its own graph. The
/// two share no code and no figure of ours, so that only distances can be compared; speed profiles differ too much for times.
/// </summary>
public class Osm2PgRoutingTests(PostGisServer server)
{
    private const int Places = 60;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sixty_places_of_Liechtenstein_have_no_gap_and_the_metres_of_another_engine()
    {
        string extract = Extracts.PathOf(Extracts.Liechtenstein);
        await using PgRouting? pgRouting = await PgRouting.CreateAsync(server);
        Assert.SkipWhen(pgRouting is null, PgRouting.WhyUnavailable);
        Import(extract, new NpgsqlConnectionStringBuilder(pgRouting.ConnectionString));
        Vertex[] places = await PlacesAsync(pgRouting);
        RoadNetwork network = RoadNetworkBuilder.Build(OsmFile.Open(extract), RoadProfile.Load("car"), cancellationToken: Cancel);
        var matrix = new TravelMatrix(network, HierarchyBuilder.Build(network.Graph, cancellationToken: Cancel), SnapOptions.Default);
        RoadSnap[] snaps = matrix.Snap([.. places.Select(place => (place.Lon, place.Lat))]);

        long[][] ours = [.. matrix.Rows(snaps, snaps, Cancel)];
        Dictionary<(long From, long To), double> theirs = await MetresAsync(pgRouting, [.. places.Select(place => place.Id)]);

        snaps.ShouldAllBe(snap => snap.Status == SnapStatus.Ok && snap.DistanceMetres < 50);
        ours.SelectMany(row => row).ShouldAllBe(weight => weight != RoadWeight.Unreached);
        double[][] ratios = [.. Enumerable.Range(0, Places).Select(Ratios)];
        double[] all = [.. ratios.SelectMany(row => row).Order()];
        all.Length.ShouldBe(Places * (Places - 1));
        Median(all).ShouldBe(1, 0.01);
        ratios.Count(row => Math.Abs(Median([.. row.Order()]) - 1) < 0.03).ShouldBeGreaterThan((int)(0.95 * Places), "places whose own median is within 3 %");
        all.Count(ratio => Math.Abs(ratio - 1) < 0.03).ShouldBeGreaterThan((int)(0.7 * all.Length), "pairs within 3 %: elsewhere other speeds choose another road");

        double[] Ratios(int i) =>
        [
            .. Enumerable.Range(0, Places).Where(j => j != i)
                .Select(j => RoadWeight.Decimetres(ours[i][j]) / 10.0 / theirs[(places[i].Id, places[j].Id)]),
        ];
    }

    private sealed record Vertex(long Id, double Lon, double Lat);

    /// <summary>Junctions of the other graph's largest strong component, on roads that one may start from, in an order that only chance gave.</summary>
    private static async Task<Vertex[]> PlacesAsync(PgRouting pgRouting)
    {
        await using NpgsqlCommand command = pgRouting.Command(
            """
            with parts as (
              select component, node from pgr_strongComponents('select gid as id, source, target, cost, reverse_cost from ways')),
            main as (select node from parts where component = (select component from parts group by 1 order by count(*) desc limit 1))
            select v.id, v.lon::float8, v.lat::float8 from ways_vertices_pgr v join main on main.node = v.id
            where exists (
              select from ways w join configuration c using (tag_id)
              where v.id in (w.source, w.target) and c.tag_value in ('primary', 'secondary', 'tertiary', 'residential', 'unclassified'))
            order by md5(v.osm_id::text) limit $1
            """,
            Places);
        var vertices = new List<Vertex>();
        await using NpgsqlDataReader rows = await command.ExecuteReaderAsync(Cancel);
        while (await rows.ReadAsync(Cancel))
            vertices.Add(new Vertex(rows.GetInt64(0), rows.GetDouble(1), rows.GetDouble(2)));
        vertices.Count.ShouldBe(Places);
        return [.. vertices];
    }

    /// <summary>Metres of the fastest paths by the other's own speeds.</summary>
    private static async Task<Dictionary<(long, long), double>> MetresAsync(PgRouting pgRouting, long[] vertices)
    {
        await using NpgsqlCommand command = pgRouting.Command(
            """
            select start_vid, end_vid, sum(length_m)
            from pgr_dijkstra('select gid as id, source, target, cost_s as cost, reverse_cost_s as reverse_cost from ways', $1, $1, true) path
            join ways on ways.gid = path.edge
            group by 1, 2
            """,
            vertices);
        var metres = new Dictionary<(long, long), double>();
        await using NpgsqlDataReader rows = await command.ExecuteReaderAsync(Cancel);
        while (await rows.ReadAsync(Cancel))
            metres[(rows.GetInt64(0), rows.GetInt64(1))] = rows.GetDouble(2);
        return metres;
    }

    private static double Median(double[] sorted) => sorted[sorted.Length / 2];

    private static void Import(string extract, NpgsqlConnectionStringBuilder database)
    {
        string xml = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".osm");
        try
        {
            Osmium.Run("tags-filter", extract, "w/highway", "-o", xml);
            Run(
                "osm2pgrouting", "--f", xml, "--conf", "/usr/share/osm2pgrouting/mapconfig_for_cars.xml", "--clean", "--dbname", database.Database!,
                "--host", database.Host!, "--port", $"{database.Port}", "--username", database.Username ?? "", "--password", database.Password ?? "");
        }
        finally
        {
            File.Delete(xml);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync(Cancel);
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.ShouldBe(0, errors.Result);
        }
        catch (Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"{program} is not installed (Debian package of that name)");
        }
    }
}
