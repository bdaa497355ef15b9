using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CentriFamiglia.Coverage.Service.Cli;
using CentriFamiglia.Coverage.TestIdentity;

namespace CentriFamiglia.Coverage.Map.Tests.Running;

/// <summary>The program itself, serving a store of its own filled from <c>geodata/</c>, for as long as the tests run.</summary>
public sealed class RunningService : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coverage-map-");
    private readonly List<string> _messages = [];
    private Process? _process;

    /// <summary>Where the map is, with a slash at the end.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Who signs people in; null where nobody does.</summary>
    public IdentityServer? Identity { get; init; }

    /// <summary>A shared store in the place of the file; null for the file.</summary>
    public string? Database { get; init; }

    /// <param name="extract">OpenStreetMap XML of roads to put beside the store; null for none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task StartAsync(string? extract, CancellationToken cancellationToken)
    {
        if (extract is not null)
            await BuildRoadsAsync(extract);
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var start = new ProcessStartInfo("dotnet")
        {
            // The store is filled from the nearest geodata/ upwards.
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (string argument in (string[])[
            Path.Combine(AppContext.BaseDirectory, "coverage.dll"),
            "serve", "--urls", Address.GetLeftPart(UriPartial.Authority), "--store", Database ?? Path.Combine(_folder.FullName, "prova.gpkg"),
            .. Database is null ? Array.Empty<string>() : ["--demo"]])
        {
            start.ArgumentList.Add(argument);
        }

        SignIn(start.Environment);

        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        await UntilReadyAsync(cancellationToken);
    }

    /// <summary>What the program writes to its output, asked of the same store.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        await CommandLine.RunAsync([.. arguments, "--store", Path.Combine(_folder.FullName, "prova.gpkg")], output, error);
        return output.ToString() is { Length: > 0 } text ? text : throw new InvalidOperationException(error.ToString());
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process?.Dispose();
        _folder.Delete(recursive: true);
    }

    private void SignIn(IDictionary<string, string?> environment)
    {
        if (Identity is null)
            return;
        environment["COVERAGE_OIDC_AUTHORITY"] = Identity.Authority.AbsoluteUri;
        environment["COVERAGE_OIDC_AUDIENCE"] = IdentityServer.Audience;
        environment["COVERAGE_OIDC_CLIENT_ID"] = IdentityServer.ClientId;
        environment["COVERAGE_OIDC_CLIENT_SECRET"] = IdentityServer.ClientSecret;
        environment["COVERAGE_CHIAVI"] = _folder.CreateSubdirectory("chiavi").FullName;
    }

    private async Task BuildRoadsAsync(string extract)
    {
        string osm = Path.Combine(_folder.FullName, "prova.osm");
        await File.WriteAllTextAsync(osm, extract);
        using var error = new StringWriter();
        if (await CommandLine.RunAsync(["roads", "build", osm, "-o", Path.ChangeExtension(osm, ".roads")], TextWriter.Null, error) != 0)
            throw new InvalidOperationException(error.ToString());
    }

    private async Task UntilReadyAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = Address };
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < _patience)
        {
            if (_process!.HasExited)
                throw new InvalidOperationException($"The service ended with {_process.ExitCode}:\n{Said()}");
            try
            {
                using HttpResponseMessage answer = await client.GetAsync(new Uri("health/ready", UriKind.Relative), cancellationToken);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100, cancellationToken);
        }

        throw new TimeoutException($"The service is not ready after {_patience}:\n{Said()}");
    }

    private void Keep(string? line)
    {
        lock (_messages)
            _messages.Add(line ?? "");
    }

    private string Said()
    {
        lock (_messages)
            return string.Join('\n', _messages);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
