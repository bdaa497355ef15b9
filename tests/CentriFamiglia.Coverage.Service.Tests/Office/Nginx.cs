using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CentriFamiglia.Coverage.Service.Tests.House;

namespace CentriFamiglia.Coverage.Service.Tests.Office;

/// <summary>Debian's nginx with a file of <c>docs/ufficio</c>, in a folder of its own.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private const string Program = "/usr/sbin/nginx";

    private readonly string _folder = Directory.CreateTempSubdirectory("coverage-nginx-").FullName;
    private Process? _process;

    /// <summary>Why it cannot be run here; null where it can.</summary>
    public static string? WhyUnavailable => File.Exists(Program) ? null : "nginx is not here: apt-get install nginx-light.";

    public string Folder => _folder;

    /// <param name="file">Of <c>docs/ufficio</c>.</param>
    /// <param name="replaced">Its addresses, with those of here.</param>
    public async Task StartAsync(string file, params (string Old, string New)[] replaced)
    {
        string fragment = await File.ReadAllTextAsync(Path.Combine(Pages.Root, "docs/ufficio", file), TestContext.Current.CancellationToken);
        foreach ((string old, string other) in replaced)
        {
            fragment.ShouldContain(old, Case.Sensitive);
            fragment = fragment.Replace(old, other, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(Path.Combine(_folder, "nginx.conf"), $$"""
            pid {{_folder}}/nginx.pid;
            error_log stderr;
            events {}
            http {
            access_log off;
            client_body_temp_path {{_folder}}/b; proxy_temp_path {{_folder}}/p; fastcgi_temp_path {{_folder}}/f; uwsgi_temp_path {{_folder}}/u; scgi_temp_path {{_folder}}/s;
            {{fragment}}
            }
            """, TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo(Program, ["-p", _folder, "-c", "nginx.conf", "-g", "daemon off;"]) { UseShellExecute = false, RedirectStandardError = true };
        _process = Process.Start(start)!;
        // What it says shall not fill the pipe.
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
