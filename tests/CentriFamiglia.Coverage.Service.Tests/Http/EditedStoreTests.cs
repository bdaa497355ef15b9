using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.TestPostGis;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>A service that runs answers with what QGIS, GDAL or psql have just written, and with the file that stands in the place of another.</summary>
public sealed class EditedStoreTests(FilledStore store, PostGisServer server)
{
    private const string Closes = "update {0}sedi set status = 'closed' where site_id in ('BS07-H', 'BS07-S3')";
    private const string Area = "12-valle-sabbia";

    [Fact]
    public async Task An_edit_by_GDAL_is_in_the_next_answer()
    {
        string path = store.Copy();
        await using RunningService service = await RunningService.StartAsync(path);
        (await VerdictAsync(service)).ShouldBe("SEDE");

        await OtherProgram.OgrInfoAsync(path, Closes.Replace("{0}", "", StringComparison.Ordinal));

        (await VerdictAsync(service)).ShouldNotBe("SEDE", StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_question_that_the_content_has_no_answer_to_does_not_keep_the_others_from_being_ready()
    {
        string path = store.Copy();
        await OtherProgram.OgrInfoAsync(path, "delete from unita where pro_com_t = '016024'");

        await using RunningService service = await RunningService.StartAsync(path);

        // Started is ready.
        using HttpResponseMessage budget = await service.Client.GetAsync(new Uri("/api/v1/budget", UriKind.Relative), TestContext.Current.CancellationToken);
        budget.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Another_file_in_the_place_of_the_store_is_in_the_next_answer_also_with_the_same_revision()
    {
        string path = store.Copy(), other = store.Copy();
        await OtherProgram.OgrInfoAsync(path, "update sedi set name = 'Altro nome' where site_id = 'BS07-H'");
        await OtherProgram.OgrInfoAsync(other, "update sedi set status = 'closed' where site_id = 'BS07-H'");
        await OtherProgram.OgrInfoAsync(path, "update sedi set name = 'Altro nome' where site_id = 'BS07-S3'");
        await OtherProgram.OgrInfoAsync(other, "update sedi set status = 'closed' where site_id = 'BS07-S3'");
        await using RunningService service = await RunningService.StartAsync(path);
        (string before, long revision) = (await VerdictAsync(service), await RevisionAsync(service));

        File.Move(other, path, overwrite: true);

        before.ShouldBe("SEDE");
        (await VerdictAsync(service)).ShouldNotBe("SEDE", StringComparer.Ordinal);
        (await RevisionAsync(service)).ShouldBe(revision);
    }

    [Fact]
    public async Task An_edit_by_psql_and_a_write_beside_one_service_are_in_the_next_answer_of_both()
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        string database = await server.CreateEmptyDatabaseAsync();
        await FilledStore.FillAsync(database, shared: true);
        await using RunningService one = await RunningService.StartAsync(database);
        await using RunningService two = await RunningService.StartAsync(database);
        (await VerdictAsync(one)).ShouldBe("SEDE");
        (await VerdictAsync(two)).ShouldBe("SEDE");

        await OtherProgram.PsqlAsync(database, Closes.Replace("{0}", "coverage.", StringComparison.Ordinal));

        (await VerdictAsync(one)).ShouldNotBe("SEDE", StringComparer.Ordinal);
        (await VerdictAsync(two)).ShouldNotBe("SEDE", StringComparer.Ordinal);
        string mine = store.Sibling("sedi-di-due.csv");
        await File.WriteAllTextAsync(
            mine,
            "site_id;name;role;network_id;comune;pro_com_t;lon;lat\nX1;Centro di prova;hub;;Lecco;097042;9,39;45,85\n",
            TestContext.Current.CancellationToken);
        (await CoverageProgram.RunAsync(database, "import", mine, "--as", "sedi", "--sedi", "mie")).ExitCode.ShouldBe(0);
        (await one.RowsAsync("/api/v1/sites")).Select(r => (string)r!["site_id"]!).ShouldBe(["X1"]);
        (await two.RowsAsync("/api/v1/sites")).Select(r => (string)r!["site_id"]!).ShouldBe(["X1"]);
    }

    private static async Task<string> VerdictAsync(RunningService service)
    {
        JsonArray rows = await service.RowsAsync("/api/v1/coverage");
        return (string)rows.Single(r => (string)r!["codice"]! == Area)!["verdetto"]!;
    }

    private static async Task<long> RevisionAsync(RunningService service) =>
        (long)(await service.JsonAsync("/api/v1/coverage"))["meta"]!["fotografia"]!["revisione"]!;
}
