using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Many;

namespace CentriFamiglia.Coverage.Service.Tests.Crashes;

/// <summary>A service that is killed while it computes a search that nobody waits for, and the one that comes after it.</summary>
public abstract partial class KilledVerbContract
{
    private static readonly string[] _questions = [.. Enumerable.Range(13, 8).Select(spokes => $"/api/v1/curve?goal=time&spokes={spokes}")];

    /// <summary>Whether a job outlives the service that it was asked of.</summary>
    protected abstract bool KeepsJobs { get; }

    /// <summary>The time has passed after which a killed server is held to be gone.</summary>
    protected abstract Task PassSilenceAsync(string address);

    /// <summary>Every job that the store has, as state and how many times it was taken and fell.</summary>
    protected abstract Task<string[]> JobsAsync(string address);

    [Fact]
    public async Task A_job_of_a_killed_service_ends_once_with_the_same_answer_or_is_not_there()
    {
        string address = await PlaceAsync();
        await SmallStore.FillAsync(address);
        string reference = await CopyAsync(address);
        StoreLook before = await StoreLook.AtAsync(address);
        (string[] answers, TimeSpan whole) = await UndisturbedAsync(reference);

        (int accepted, int falls) = (0, 0);
        string? job = null;
        var clock = Stopwatch.StartNew();
        // What is slow in a new process is done while the one before works.
        string[] warm = ["curve", "--goal", "time", "--spokes", "5", "--store", reference];
        RunningVerb next = new(warm);
        try
        {
            for (int kill = 0; kill < Kills; kill++)
            {
                await using var server = new Server(await next.ServeAsync(address));
                next = new RunningVerb(warm);
                await LookAfterAsync(server, address, job, answers[(kill + answers.Length - 1) % answers.Length]);
                job = await AskAndKillAsync(server, _questions[kill % _questions.Length], whole, waits: kill % 3 > 0);
                accepted += job is null ? 0 : 1;
                await SettleAsync(address);
                falls += (await JobsAsync(address)).Count(j => j.StartsWith("in_corso", StringComparison.Ordinal));
                await PassSilenceAsync(address);
                (await StoreLook.AtAsync(address)).ShouldBe(before);
            }

            await using var last = new Server(await next.ServeAsync(address));
            await LookAfterAsync(last, address, job, answers[(Kills - 1) % answers.Length]);
        }
        finally
        {
            next.Dispose();
        }

        accepted.ShouldBeGreaterThanOrEqualTo(Kills / 2);
        if (KeepsJobs)
            falls.ShouldBeGreaterThan(0);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{accepted} of {Kills} acknowledged, {falls} in the middle of the work; {clock.Elapsed.TotalSeconds / Kills:F2} s each");
    }

    /// <summary>What a service that comes after a killed one makes of the job, which may have been acknowledged.</summary>
    private async Task LookAfterAsync(Server server, string address, string? job, string answer)
    {
        if (!KeepsJobs)
        {
            if (job is null)
                return;
            using HttpResponseMessage gone = await server.SendAsync(HttpMethod.Get, job);
            gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            JsonNode.Parse(await gone.Content.ReadAsStringAsync(Cancel))!["rimedio"]!.ToString().ShouldNotBeEmpty();
            return;
        }

        // One that was kept, and of which its asker was not told, ends as the others do.
        string[] ended = [];
        await Server.UntilAsync(async () => (ended = await JobsAsync(address)).All(j => j.StartsWith("finita", StringComparison.Ordinal)));
        ended.ShouldAllBe(j => j == "finita 1 0" || j == "finita 2 1");
        if (job is null)
            return;
        (await server.RowsAsync(job + "/result")).ShouldBe(answer);
        using HttpResponseMessage forgotten = await server.SendAsync(HttpMethod.Delete, job);
        forgotten.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <returns>Where the job is, when it was acknowledged.</returns>
    private async Task<string?> AskAndKillAsync(Server server, string question, TimeSpan whole, bool waits)
    {
        Task<HttpResponseMessage> asked = server.SendAsync(HttpMethod.Get, question, null, ("Prefer", "respond-async, wait=0"));
        // One in three at whatever moment, before it is acknowledged too; the others after that.
        if (waits)
            await asked;
        await Task.Delay(whole * (_random.NextDouble() * 1.2), Cancel);
        server.Program.Kill();
        try
        {
            using HttpResponseMessage answer = await asked;
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
            return answer.Headers.Location!.ToString();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>What each question is answered, and how long one takes a service that has just started.</summary>
    private static async Task<(string[] Answers, TimeSpan Whole)> UndisturbedAsync(string address)
    {
        await using Server server = await ManyServers.ServeAsync(address);
        var answers = new List<string>();
        var clock = Stopwatch.StartNew();
        foreach (string question in _questions)
            answers.Add(await server.RowsAsync(question));
        answers.Distinct(StringComparer.Ordinal).Count().ShouldBe(_questions.Length);
        return ([.. answers], clock.Elapsed / _questions.Length);
    }
}
