using System.Diagnostics;
using CentriFamiglia.Coverage.Service.Tests.House;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.TestPostGis;
using Npgsql;
using YamlDotNet.RepresentationModel;

namespace CentriFamiglia.Coverage.Service.Tests.Office;

/// <summary>The files that start an office, without an engine: what they say is read, and done step by step.</summary>
public sealed class ComposeTests
{
    /// <summary>Everything that a connection string, a shell or a URL would read as something else.</summary>
    private const string Password = "a;b=c\"d e$f\\g@h/i:j#k%41{l}";

    private static readonly string[] _services = ["postgis", "coverage-1", "coverage-2", "coverage", "proxy"];

    private static readonly Dictionary<string, string> _env = new(StringComparer.Ordinal)
    {
        ["COVERAGE_DB_PASSWORD"] = Password,
        ["COVERAGE_ALLOWED_HOSTS"] = "centri.ats-esempio.it",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_variable_of_the_file_stands_in_the_example_and_no_other()
    {
        string[] named = [.. File.ReadLines(Path.Combine(Pages.Root, ".env.example")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('=')[0])];

        ComposeFile.Variables.Order(StringComparer.Ordinal).ShouldBe(named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_a_password_nothing_starts() =>
        Should.Throw<InvalidOperationException>(() => new ComposeFile(new Dictionary<string, string>(StringComparer.Ordinal)).EnvironmentOf("coverage-1"))
            .Message.ShouldBe("write a password in .env");

    [Fact]
    public void The_networks_and_volumes_that_are_used_are_declared_and_ports_reach_a_network_that_is_not_closed()
    {
        var file = new ComposeFile(_env);
        foreach (string service in _services)
        {
            foreach (string network in file.NetworksOf(service))
            {
                YamlNode declared = file.Root["networks"][network];
                (declared is YamlMappingNode closed && closed.Children.ContainsKey("internal")).ShouldBeFalse($"{service} is on {network}");
            }

            foreach (string volume in file.ListOf(service, "volumes").Select(v => v.Split(':')[0]).Where(v => v[0] != '.'))
                ((YamlMappingNode)file.Root["volumes"]).Children.Keys.Select(file.Text).ShouldContain(volume, StringComparer.Ordinal);
        }

        file.ListOf("postgis", "ports").ShouldBe(["127.0.0.1:5432:5432"]);
        file.ListOf("proxy", "ports").ShouldBe(["0.0.0.0:5080:5080"]);
        file.Text(file.Service("coverage-1")["stop_grace_period"]).ShouldBe("30s");
    }

    [Fact]
    public void The_replicas_are_the_same_but_for_their_address_and_the_proxy_knows_both_and_they_it()
    {
        var file = new ComposeFile(_env);
        string proxy = File.ReadAllText(Path.Combine(Pages.Root, "docs/ufficio/nginx-repliche.conf"));
        string own = file.AddressOf("proxy");

        file.EnvironmentOf("coverage-2").ShouldBe(file.EnvironmentOf("coverage-1"));
        file.ListOf("coverage-2", "command").ShouldBe(file.ListOf("coverage-1", "command"));
        foreach (string replica in (string[])["coverage-1", "coverage-2"])
        {
            proxy.ShouldContain($"server {file.AddressOf(replica)}:5080 ");
            file.EnvironmentOf(replica).Single(v => v.Name == "COVERAGE_PROXY").Value.Split(',')[0].ShouldBe(own);
        }

        file.ListOf("proxy", "volumes").ShouldBe(["./docs/ufficio/nginx-repliche.conf:/etc/nginx/conf.d/default.conf:ro"]);
        // Otherwise 'docker compose up' would start it besides the replicas.
        file.ListOf("coverage", "profiles").ShouldBe(["comandi"]);
    }

    [Fact]
    public void No_command_line_holds_the_password()
    {
        var file = new ComposeFile(_env);

        foreach (string word in (string[])[.. ComposeFile.EntryPoint, .. file.ListOf("coverage-1", "command"), .. Health(file, "coverage-1"), .. Health(file, "postgis")])
            word.ShouldNotContain(Password[..3]);
    }

    [Fact]
    public async Task The_database_the_service_its_health_an_import_and_the_stop_go_one_after_the_other()
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        await using PostgresCluster? cluster = await PostGisServer.StartClusterAsync();
        Assert.SkipWhen(cluster is null, "A given server's users are not ours to make.");
        var file = new ComposeFile(_env);

        // The image of PostGIS makes the database and its user from these.
        Dictionary<string, string> database = file.EnvironmentOf("postgis").ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
        await ExecuteAsync(cluster, $"create role {database["POSTGRES_USER"]} superuser login password '{database["POSTGRES_PASSWORD"]}'");
        await ExecuteAsync(cluster, $"create database {database["POSTGRES_DB"]} owner {database["POSTGRES_USER"]}");
        await cluster.RequirePasswordsAsync();

        ComposeFile.EntryPoint.ShouldBe(["./coverage"]);
        (string Name, string Value)[] variables =
            [.. file.EnvironmentOf("coverage-1").Select(v => (v.Name, v.Value.Replace("host=postgis", $"host=127.0.0.1 port={cluster.Port}", StringComparison.Ordinal)))];
        string store = variables.Single(v => v.Name == "COVERAGE_STORE").Value;
        string[] command = [.. file.ListOf("coverage-1", "command").Select(w => w.Replace(":5080", ":0", StringComparison.Ordinal))];
        await using ServedProgram service = await ServedProgram.StartAsync(CoverageProgram.StartOf(store, command, variables));

        service.Said.ShouldNotContain(Password);
        service.Said.ShouldContain("Esposto agli altri computer");
        // The engine asks again and again while the first answers are made.
        for (int attempt = 0; await HealthAsync(file, service.Address.Port) != 0; attempt++)
        {
            attempt.ShouldBeLessThan(100);
            await Task.Delay(200, Cancel);
        }

        (await SetAsync(service)).ShouldBe("note");

        // docker compose run --rm coverage import /dati/sedi.csv --sedi mie
        string sedi = Path.Combine(Directory.CreateTempSubdirectory("coverage-test-").FullName, "sedi.csv");
        await File.WriteAllTextAsync(sedi, OwnFiles.ByKind["sedi"], Cancel);
        using (Process import = Process.Start(CoverageProgram.StartOf(store, ["import", sedi, "--sedi", "mie"], variables))!)
        {
            Task<string> error = import.StandardError.ReadToEndAsync(Cancel);
            await import.StandardOutput.ReadToEndAsync(Cancel);
            await import.WaitForExitAsync(Cancel);
            import.ExitCode.ShouldBe(0, await error);
        }

        Directory.Delete(Path.GetDirectoryName(sedi)!, recursive: true);
        (await SetAsync(service)).ShouldBe("mie");
        service.Terminate();
        (await service.ExitAsync()).ShouldBe(0);
    }

    private static async Task<string> SetAsync(ServedProgram service)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(service.Address, "/api/v1/coverage")) { Headers = { Host = "centri.ats-esempio.it:5080" } };
        using HttpResponseMessage response = await client.SendAsync(request, Cancel);
        response.EnsureSuccessStatusCode();
        return (string)System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!["meta"]!["sedi"]!["insieme"]!;
    }

    private static string[] Health(ComposeFile file, string service) =>
        [.. ((YamlSequenceNode)file.Service(service)["healthcheck"]["test"]).Select(file.Text)];

    private static async Task<int> HealthAsync(ComposeFile file, int port)
    {
        string[] words = [.. Health(file, "coverage-1").Skip(1).Select(w => w.Replace("5080", $"{port}", StringComparison.Ordinal))];
        using Process check = Process.Start(words[0], words[1..]);
        await check.WaitForExitAsync(Cancel);
        return check.ExitCode;
    }

    private static async Task ExecuteAsync(PostgresCluster cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
