using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CentriFamiglia.Coverage.Service.Tests.House;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Office;

/// <summary>What stands before and around the service in an office: nginx with TLS, systemd. The files are those of <c>docs/ufficio</c>.</summary>
public sealed class ProxyTests(FilledStore filled) : IDisposable
{
    private const string Name = "coverage.ats-esempio.it";

    private readonly string _folder = Directory.CreateTempSubdirectory("coverage-unit-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Behind_nginx_the_service_answers_over_TLS_under_the_offices_name()
    {
        Assert.SkipWhen(Nginx.WhyUnavailable is not null, Nginx.WhyUnavailable ?? "");
        await using ServedProgram service = await ServedProgram.StartAsync(filled.Path, [], "--urls", "http://127.0.0.1:0", "--proxy", "127.0.0.1", "--allowed-hosts", Name);
        int port = Nginx.FreePort();
        await using var nginx = new Nginx();
        await CertifyAsync(nginx.Folder);
        await nginx.StartAsync(
            "nginx.conf", ("/etc/ssl/coverage", nginx.Folder), ("listen 443", $"listen 127.0.0.1:{port}"), ("127.0.0.1:5080", $"127.0.0.1:{service.Address.Port}"));
        using var client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == $"CN={Name}" },
            ConnectCallback = async (_, cancel) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = new Uri($"https://{Name}") };

        string budget = await UntilAnsweredAsync(client, "/api/v1/budget");
        using HttpRequestMessage page = new(HttpMethod.Get, "/api/v1/info") { Headers = { { "Origin", $"https://{Name}" } } };
        using HttpResponseMessage own = await client.SendAsync(page, Cancel);
        using HttpResponseMessage metrics = await client.GetAsync(new Uri("/metrics", UriKind.Relative), Cancel);

        budget.ShouldContain("Brescia");
        own.StatusCode.ShouldBe(HttpStatusCode.OK);
        metrics.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_unit_is_one_that_systemd_takes()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/systemd-analyze"), "systemd is not here.");
        string unit = Path.Combine(_folder, "coverage.service");
        string program = Path.Combine(AppContext.BaseDirectory, "coverage");
        string text = await File.ReadAllTextAsync(Path.Combine(Pages.Root, "docs/ufficio/coverage.service"), Cancel);
        await File.WriteAllTextAsync(unit, text.Replace("/opt/coverage/coverage", program, StringComparison.Ordinal), Cancel);
        var start = new ProcessStartInfo("systemd-analyze", ["verify", "--man=no", unit]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };

        using Process verify = Process.Start(start)!;
        string said = await verify.StandardError.ReadToEndAsync(Cancel);
        await verify.WaitForExitAsync(Cancel);

        said.Split('\n').Where(line => line.Contains("coverage.service", StringComparison.Ordinal)).ShouldBeEmpty();
        verify.ExitCode.ShouldBe(0, said);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task CertifyAsync(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={Name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(Path.Combine(folder, "certificato.pem"), certificate.ExportCertificatePem(), Cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, "chiave.pem"), key.ExportPkcs8PrivateKeyPem(), Cancel);
    }

    private static async Task<string> UntilAnsweredAsync(HttpClient client, string address)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return await client.GetStringAsync(new Uri(address, UriKind.Relative), Cancel);
            }
            catch (HttpRequestException refused) when (refused.InnerException is SocketException && attempt < 100)
            {
                await Task.Delay(100, Cancel);
            }
        }
    }
}
