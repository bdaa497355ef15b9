using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>What another process writes is seen by the next request.</summary>
public sealed class ChangedStoreTests(FilledStore store)
{
    [Fact]
    public async Task A_sede_closed_by_another_process_changes_the_verdict_the_hash_and_the_tag()
    {
        string path = store.Copy();
        await using RunningService service = await RunningService.StartAsync(path);
        using HttpResponseMessage before = await service.GetAsync("/api/v1/coverage");
        string tag = before.Headers.ETag!.ToString();
        (await VerdictAsync(service, "12-valle-sabbia")).ShouldBe("SEDE");

        await CloseAsync(path, "BS07-H", "BS07-S3");

        (await VerdictAsync(service, "12-valle-sabbia")).ShouldNotBe("SEDE", StringComparer.Ordinal);
        using HttpResponseMessage after = await service.GetAsync("/api/v1/coverage", ("If-None-Match", tag));
        ((int)after.StatusCode).ShouldBe(200);
    }

    private static async Task<string> VerdictAsync(RunningService service, string code)
    {
        JsonArray rows = await service.RowsAsync("/api/v1/coverage");
        return (string)rows.Single(r => (string)r!["codice"]! == code)!["verdetto"]!;
    }

    private static async Task CloseAsync(string path, params string[] ids)
    {
        await using ICoverageStore other = StoreFactory.Open(StoreAddress.Parse(path));
        (TerritoryContent content, long revision) = await other.ReadAsync(CancellationToken.None);
        TerritoryContent next = content with
        {
            SiteSets =
            [
                .. content.SiteSets.Select(set => set with
                {
                    Sites = [.. set.Sites.Select(s => ids.Contains(s.Id.Value, StringComparer.Ordinal) ? s with { Status = SiteStatus.Closed } : s)],
                }),
            ],
        };
        await other.WriteAsync(next, ContentParts.SiteSets, null, new StoreReading(content, revision), CancellationToken.None);
    }
}
