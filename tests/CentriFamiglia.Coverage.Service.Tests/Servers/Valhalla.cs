using System.ComponentModel;
using System.Diagnostics;
using CentriFamiglia.Coverage.Service.Tests.House;

namespace CentriFamiglia.Coverage.Service.Tests.Servers;

/// <summary>Valhalla itself, from npm, over roads of the test's own. A laptop without it skips; CI fails.</summary>
internal sealed class Valhalla : IAsyncDisposable
{
    private static readonly string _folder = Path.Combine(Pages.Root, "tests", "CentriFamiglia.Coverage.Service.Tests", "Servers", "Judges");

    private readonly Process _node;

    private Valhalla(Process node, int port)
    {
        (_node, Port) = (node, port);
    }

    public int Port { get; }

    public string Address => $"valhalla+http://127.0.0.1:{Port}";

    /// <param name="extract">An OpenStreetMap file in XML.</param>
    /// <param name="limits">Of its matrices, as its configuration has them.</param>
    public static async Task<Valhalla> StartAsync(string extract, string limits = "{}")
    {
        bool package = Directory.Exists(Path.Combine(_folder, "node_modules", "@valhallajs", "valhallajs"));
        Assert.SkipUnless(package || IsCi, "the npm package @valhallajs/valhallajs is missing: npm ci in tests/CentriFamiglia.Coverage.Service.Tests/Servers/Judges");
        string pbf = extract + ".pbf";
        using (Process osmium = Start("osmium", "sort", "--overwrite", "-o", pbf, extract))
        {
            await osmium.WaitForExitAsync();
            osmium.ExitCode.ShouldBe(0, await osmium.StandardError.ReadToEndAsync());
        }

        Process node = Start("node", "serve.mjs", pbf, Directory.CreateTempSubdirectory("coverage-valhalla-").FullName, limits);
        // Whatever it says of its tiles must not fill the pipe.
        Task<string> said = node.StandardError.ReadToEndAsync();
        string? port = await node.StandardOutput.ReadLineAsync();
        return port is null ? throw new InvalidOperationException(await said) : new Valhalla(node, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static bool IsCi => Environment.GetEnvironmentVariable("CI") == "true";

    private static Process Start(string program, params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = _folder,
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception) when (!IsCi)
        {
            Assert.Skip($"{program} is not here: apt-get install osmium-tool nodejs.");
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // It ends with its input.
        _node.StandardInput.Close();
        await _node.WaitForExitAsync();
        _node.Dispose();
    }
}
