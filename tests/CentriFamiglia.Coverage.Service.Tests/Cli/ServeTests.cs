using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.TestPostGis;
using Npgsql;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>The service as an office starts and stops it: a process of its own.</summary>
public sealed class ServeTests(FilledStore store, PostGisServer server)
{
    private const string Everywhere = "http://0.0.0.0:0";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_that_can_be_written_is_not_opened_to_others_without_a_word()
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, "serve", "--urls", Everywhere);

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain("un archivio che si può scrivere");
        outcome.Error.ShouldContain("Rimedio: Aggiungere --senza-accesso");
        outcome.Error.ShouldNotContain("Mappa:");
    }

    [Fact]
    public async Task Where_users_sign_in_a_store_that_can_be_written_is_opened_to_others_and_says_who_knows_them()
    {
        await using ServedProgram service = await ServedProgram.StartAsync(
            store.Path, [("COVERAGE_OIDC_AUTHORITY", "https://accesso.example"), ("COVERAGE_OIDC_AUDIENCE", "centri-famiglia")], "--urls", Everywhere);

        service.Said.ShouldContain("Accesso: https://accesso.example riconosce gli utenti; i token sono quelli fatti per «centri-famiglia».");
        using var client = new HttpClient();
        using HttpResponseMessage refused = await client.GetAsync(new Uri(service.Address, "/api/v1/coverage"), Cancel);
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("COVERAGE_OIDC_AUTHORITY", "https://accesso.example", "COVERAGE_OIDC_AUDIENCE")]
    [InlineData("COVERAGE_OIDC_AUTHORITY", "http://accesso.example", "non è un indirizzo https")]
    [InlineData("COVERAGE_OIDC_AUDIENCE", "centri-famiglia", "manca COVERAGE_OIDC_AUTHORITY")]
    public async Task Half_a_sign_in_is_refused(string variable, string value, string told)
    {
        using Process program = Process.Start(CoverageProgram.StartOf(store.Path, ["serve", "--urls", "http://127.0.0.1:0"], (variable, value)))!;

        (await program.StandardError.ReadToEndAsync(Cancel)).ShouldContain(told);
        await program.WaitForExitAsync(Cancel);
        program.ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Sign_in_and_without_sign_in_are_not_asked_for_together()
    {
        using Process program = Process.Start(CoverageProgram.StartOf(
            store.Path, ["serve", "--urls", "http://127.0.0.1:0", "--senza-accesso"],
            ("COVERAGE_OIDC_AUTHORITY", "https://accesso.example"), ("COVERAGE_OIDC_AUDIENCE", "centri-famiglia")))!;

        (await program.StandardError.ReadToEndAsync(Cancel)).ShouldContain("Rimedio: Togliere --senza-accesso");
        await program.WaitForExitAsync(Cancel);
        program.ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task With_that_word_it_says_as_what_it_is_exposed()
    {
        await using ServedProgram service = await ServedProgram.StartAsync(
            store.Path, [("COVERAGE_ALLOWED_HOSTS", "coverage.example,altro.example")], "--urls", Everywhere, "--senza-accesso", "--allowed-hosts", "terzo.example");

        service.Said.ShouldContain("Esposto agli altri computer, in chiaro e senza accesso");
        service.Said.ShouldContain($"Risponde a: {Dns.GetHostName()}");
        using var client = new HttpClient();
        foreach (string host in (string[])["coverage.example", "altro.example", "terzo.example"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(service.Address, "/health/live")) { Headers = { Host = host } };
            using HttpResponseMessage response = await client.SendAsync(request, Cancel);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, host);
        }
    }

    [Fact]
    public async Task To_this_computer_alone_it_opens_without_a_word()
    {
        await using ServedProgram service = await ServedProgram.StartAsync(store.Path, [], "--urls", "http://localhost:0");

        service.Said.ShouldContain("Esposto solo a questo computer.");
    }

    [Fact]
    public async Task A_file_that_can_only_be_read_may_be_opened_to_others()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Rights of files are told with Linux's own commands.");
        string path = store.Copy();
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead);
        var start = CoverageProgram.StartOf(path, ["serve", "--urls", Everywhere]);
        if (Environment.IsPrivilegedProcess)
        {
            // Root writes to what nobody may write to, unless that right is taken from it.
            string[] words = ["--bounding-set=-dac_override", "--", start.FileName, .. start.ArgumentList];
            start.FileName = "setpriv";
            start.ArgumentList.Clear();
            foreach (string word in words)
                start.ArgumentList.Add(word);
        }

        await using ServedProgram service = await ServedProgram.StartAsync(start);
        using var client = new HttpClient();

        (await client.GetStringAsync(new Uri(service.Address, "/api/v1/budget"), Cancel)).ShouldContain("Brescia");
    }

    [Fact]
    public async Task A_user_of_the_database_that_can_only_read_may_open_it_to_others()
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        string database = await server.CreateEmptyDatabaseAsync();
        await FilledStore.FillAsync(database, shared: true);
        var reader = new NpgsqlConnectionStringBuilder(database) { Username = "coverage_lettore", Password = "x" };
        await using (var owner = new NpgsqlConnection(database))
        {
            await owner.OpenAsync(Cancel);
            await using var command = new NpgsqlCommand(
                """
                do $$ begin create role coverage_lettore login password 'x'; exception when duplicate_object then null; end $$;
                grant usage on schema coverage to coverage_lettore;
                grant select on all tables in schema coverage to coverage_lettore
                """, owner);
            await command.ExecuteNonQueryAsync(Cancel);
        }

        Outcome refused = await CoverageProgram.RunAsync(database, "serve", "--urls", Everywhere);
        await using ServedProgram service = await ServedProgram.StartAsync(reader.ConnectionString, [], "--urls", Everywhere);
        using var client = new HttpClient();

        refused.ExitCode.ShouldBe(2);
        (await client.GetStringAsync(new Uri(service.Address, "/api/v1/budget"), Cancel)).ShouldContain("Brescia");
    }

    [Theory]
    [InlineData("--allowed-hosts", "http://coverage.example")]
    [InlineData("--allowed-hosts", "*")]
    [InlineData("--proxy", "nginx")]
    public async Task A_value_that_is_not_one_is_told_with_its_cure(string option, string value)
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, "serve", option, value);

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain($"Errore: {option}: '{value}' non è un");
        outcome.Error.ShouldContain("Rimedio: ");
    }

    [Fact]
    public async Task Told_to_stop_under_load_it_loses_no_answer_and_ends_with_0()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "SIGTERM is not of Windows.");
        await using ServedProgram service = await ServedProgram.StartAsync(store.Path, [], "--urls", "http://127.0.0.1:0");
        var lost = new ConcurrentBag<string>();
        int answered = 0;
        using var client = new HttpClient { BaseAddress = service.Address };
        Task[] askers = [.. Enumerable.Range(0, 8).Select(_ => Task.Run(AskUntilToldToEndAsync, Cancel))];
        while (Volatile.Read(ref answered) < 50 && lost.IsEmpty)
            await Task.Delay(20, Cancel);
        // Taken before the order, and long enough to end after it.
        Task<string> slow = client.GetStringAsync(new Uri("/api/v1/suggestions?spokes=12&goal=time&ats=Brescia", UriKind.Relative), Cancel);
        await Task.Delay(100, Cancel);

        service.Terminate();
        await Task.WhenAll(askers);

        (await service.ExitAsync()).ShouldBe(0, service.Said);
        lost.ShouldBeEmpty();
        (await slow).ShouldContain("\"rows\"");

        // One connection each, kept as browsers and proxies do, until an answer says that it ends.
        async Task AskUntilToldToEndAsync()
        {
            using var own = new HttpClient { BaseAddress = service.Address };
            for (bool ends = false; !ends && lost.IsEmpty;)
            {
                try
                {
                    using HttpResponseMessage response = await own.GetAsync(new Uri("/api/v1/coverage?level=ambito", UriKind.Relative), Cancel);
                    (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain("\"rows\"");
                    Interlocked.Increment(ref answered);
                    ends = response.Headers.ConnectionClose == true;
                }
                catch (Exception failed) when (failed is HttpRequestException or ShouldAssertException)
                {
                    lost.Add(failed.ToString());
                }
            }
        }
    }
}
