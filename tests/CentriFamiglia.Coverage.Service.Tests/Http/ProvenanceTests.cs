using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CentriFamiglia.Coverage.Service.Cli;
using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.Service.Tests.Support;
using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>Whatever is asked and in whatever format, the answer says which data, rules, sedi and times its figures rest on.</summary>
public sealed partial class ProvenanceTests(FilledStore store)
{
    private const string Roads = "provenienza.roads";

    private static readonly SemaphoreSlim _building = new(1, 1);

    /// <summary>Every question, with values that make a long answer short.</summary>
    public static TheoryData<string, string, string> Asked =>
    [
        .. AllQuestions.List.Select(q => new TheoryDataRow<string, string, string>(q.Name, q.Verb ?? "", q.Name switch
        {
            "curve" => "spokes=1",
            "suggestions" => "ats=Pavia",
            "compare" => "level=regione;sedi_dopo=note",
            "isochrones" => "site=BG01-H;minutes=15",
            "main-roads" => "zoom=11",
            "matrix" => "from=[{\"id\":\"A\",\"lon\":9.7,\"lat\":45.7}]",
            _ => "",
        })),
    ];

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task Json_and_geojson_hold_it_and_a_csv_links_to_it(string name, string verb, string values)
    {
        string roads = await RoadsAsync(), query = values.Replace(';', '&') + (values.Length > 0 ? "&" : "");
        await using RunningService service = await RunningService.StartAsync(store.Path, roads);
        foreach (string format in (string[])["json", "geojson"])
            ShouldSay((await service.JsonAsync($"/api/v1/{name}?{query}f={format}"))["meta"]!, NeedsTravel(name, verb));

        using HttpResponseMessage csv = await service.GetAsync($"/api/v1/{name}?{query}f=csv");
        string link = csv.Headers.GetValues("Link").Single();
        link.ShouldEndWith(">; rel=\"describedby\"");
        ShouldSay((await service.JsonAsync(link[1..link.IndexOf('>')]))["meta"]!, NeedsTravel(name, verb));
    }

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task A_table_ends_with_it_and_beside_a_csv_it_stands_on_standard_error(string name, string verb, string values)
    {
        if (verb.Length == 0)
            return;
        string[] arguments = [verb, "--store", store.Path, "--roads", await RoadsAsync(), .. values.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(v => "--" + v)];
        using StringWriter table = new(), rows = new(), beside = new();
        (await CommandLine.RunAsync(arguments, table, TextWriter.Null)).ShouldBe(0);
        (await CommandLine.RunAsync([.. arguments, "--format", "csv"], rows, beside)).ShouldBe(0, beside.ToString());

        string line = table.ToString().TrimEnd().Split('\n')[^1].TrimEnd();
        line.ShouldMatch("^Versione dei dati [0-9a-f]{12} · regole dgr-xii-1507-2023 · sedi dimostrative · [0-9T:-]{19}Z · CentriFamiglia.Coverage [0-9.]+");
        line.Contains(" · viaggio rete (errore ", StringComparison.Ordinal).ShouldBe(NeedsTravel(name, verb));
        Untimed().Replace(beside.ToString(), "").ShouldEndWith(Untimed().Replace(line, "") + Environment.NewLine);
        rows.ToString().ShouldNotContain("Versione dei dati");
    }

    [Theory]
    [InlineData("copertura-ambiti")]
    [InlineData("lacune-ats")]
    [InlineData("riparto")]
    [InlineData("sedi")]
    public async Task A_workbook_and_a_geopackage_hold_it(string layer)
    {
        string xlsx = store.Sibling($"provenienza-{layer}.xlsx"), gpkg = store.Sibling($"provenienza-{layer}.gpkg");
        foreach (string file in (string[])[xlsx, gpkg])
            (await CommandLine.RunAsync(["export", layer, "-o", file, "--store", store.Path], TextWriter.Null, TextWriter.Null)).ShouldBe(0);
        string hash = (string)(await (await store.ServiceAsync()).JsonAsync("/api/v1/sites"))["meta"]!["fotografia"]!["hash"]!;

        Text(xlsx).ShouldContain(hash);
        using var connection = new SqliteConnection($"Data Source={gpkg};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(metadata) FROM gpkg_metadata";
        ((string)command.ExecuteScalar()!).ShouldContain(hash);
    }

    private static bool NeedsTravel(string name, string verb) => verb.Length == 0
        ? name is "info" or "main-roads" or "matrix"
        : verb is not ("check" or "budget" or "assetto" or "dotazioni");

    private static void ShouldSay(JsonNode meta, bool travel)
    {
        ((string)meta["fotografia"]!["hash"]!).ShouldMatch("^[0-9a-f]{64}$");
        ((string)meta["regole"]!["id"]!).ShouldBe("dgr-xii-1507-2023");
        ((string)meta["sedi"]!["insieme"]!).ShouldBe("dimostrative");
        ((string)meta["data"]!).ShouldEndWith("Z");
        ((string)meta["programma"]!).ShouldStartWith("CentriFamiglia.Coverage ");
        ((string?)meta["viaggio"]?["fonte"]).ShouldBe(travel ? "rete" : null);
    }

    private static string Text(string workbook)
    {
        using ZipArchive zip = ZipFile.OpenRead(workbook);
        return string.Concat(zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        }));
    }

    private async Task<string> RoadsAsync()
    {
        string path = store.Sibling(Roads);
        await _building.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!File.Exists(path))
                await SeatRoads.BuildAsync(store.Path, path, kmPerHour: 60);
        }
        finally
        {
            _building.Release();
        }

        return path;
    }

    [GeneratedRegex("[0-9-]{10}T[0-9:]{8}Z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Untimed();
}
