using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CentriFamiglia.Coverage.TestPostGis;

/// <summary>
/// A throw-away PostgreSQL server of Debian's packages: a new data directory under the temporary folder, a free port of 127.0.0.1,
/// no fsync. Root may not run PostgreSQL, so root hands it to the user <c>postgres</c>.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coverage-postgres-");
    private readonly string _binaries;

    private PostgresCluster(string binaries, int port) => (_binaries, Port) = (binaries, port);

    public int Port { get; }

    public string ConnectionString => $"Host=127.0.0.1;Port={Port};Username=postgres;Database=postgres";

    private string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>Folder of the newest PostgreSQL that has PostGIS; null when there is none.</summary>
    public static string? FindBinaries()
    {
        const string debian = "/usr/lib/postgresql";
        if (!Directory.Exists(debian))
            return null;
        return Directory.GetDirectories(debian)
            .Select(path => (Version: int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out int v) ? v : 0, Path: path))
            .OrderByDescending(found => found.Version)
            .Where(found => File.Exists($"{found.Path}/bin/initdb") && File.Exists($"/usr/share/postgresql/{found.Version}/extension/postgis.control"))
            .Select(found => $"{found.Path}/bin")
            .FirstOrDefault();
    }

    public static async Task<PostgresCluster> StartNewAsync(string binaries)
    {
        var cluster = new PostgresCluster(binaries, FreePort());
        try
        {
            if (Environment.IsPrivilegedProcess)
                await RunAsync("chown", ["postgres", cluster._folder.FullName]);
            await cluster.RunAsOwnerAsync("initdb", ["-D", cluster.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"]);
            await cluster.StartAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>A server of its own that follows this one by streaming replication, and can only be read.</summary>
    public async Task<PostgresCluster> FollowAsync()
    {
        var follower = new PostgresCluster(_binaries, FreePort());
        try
        {
            if (Environment.IsPrivilegedProcess)
                await RunAsync("chown", ["postgres", follower._folder.FullName]);
            await RunAsOwnerAsync("pg_basebackup",
                ["-D", follower.Data, "-h", "127.0.0.1", "-p", $"{Port}", "-U", "postgres", "-R", "-X", "stream", "-c", "fast", "--no-sync"]);
            await follower.StartAsync();
            return follower;
        }
        catch
        {
            await follower.DisposeAsync();
            throw;
        }
    }

    public Task StartAsync() => RunAsOwnerAsync("pg_ctl",
    [
        "start", "-w", "-D", Data, "-l", Path.Combine(_folder.FullName, "log"),
        "-o", $"-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off",
    ]);

    /// <summary>SIGKILL to the postmaster and to every process of it: none of them writes or says anything more.</summary>
    public async Task KillAsync()
    {
        using Process postmaster = Process.GetProcessById(await PostmasterAsync());
        postmaster.Kill(entireProcessTree: true);
        await postmaster.WaitForExitAsync();
    }

    /// <summary>The folder of its programs: pg_dump, pg_restore, psql.</summary>
    public string Programs => _binaries;

    /// <summary>From now on every connection needs a password; no user has one but those that were given one.</summary>
    public async Task RequirePasswordsAsync()
    {
        await StopAsync();
        await File.WriteAllTextAsync(Path.Combine(Data, "pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // A killed one leaves its file; one that is stopped leaves no memory of its own behind either.
        if (File.Exists(PidFile) && Directory.Exists($"/proc/{await PostmasterAsync()}"))
            await StopAsync();
        _folder.Delete(recursive: true);
    }

    private string PidFile => Path.Combine(Data, "postmaster.pid");

    private Task StopAsync() => RunAsOwnerAsync("pg_ctl", ["stop", "-w", "-m", "immediate", "-D", Data]);

    private async Task<int> PostmasterAsync() => int.Parse((await File.ReadAllLinesAsync(PidFile))[0], CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task RunAsOwnerAsync(string program, string[] arguments)
    {
        string path = Path.Combine(_binaries, program);
        return Environment.IsPrivilegedProcess
            ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments])
            : RunAsync(path, arguments);
    }

    // Output goes to a file of the server, not to a pipe: the server would inherit the pipe and keep it open.
    private static async Task RunAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo("sh")
        {
            WorkingDirectory = Path.GetTempPath(),
            ArgumentList = { "-c", "\"$@\" > /dev/null 2>&1", "sh", program },
        };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
