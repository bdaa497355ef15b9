using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.House;

namespace CentriFamiglia.Coverage.Service.Tests.OpenData;

/// <summary>Readers that no one here wrote, from npm. A laptop without them skips; CI fails.</summary>
/// <param name="folder">Where they are installed, from the root.</param>
internal sealed class NodeJudge(string folder)
{
    private readonly string _folder = Path.Combine(Pages.Root, folder);

    /// <summary>hyparquet and jsonld.js.</summary>
    public static NodeJudge OfOpenData { get; } = new("tests/CentriFamiglia.Coverage.Service.Tests/OpenData/Judges");

    /// <param name="script">Of the folder.</param>
    /// <param name="input">For its standard input; null for none.</param>
    public async Task<JsonNode> AskAsync(string script, string? input, params string[] arguments)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(_folder, "node_modules")) || Environment.GetEnvironmentVariable("CI") == "true",
            $"npm packages are missing: npm ci in {folder}");
        var start = new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = _folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process node = Process.Start(start)!;
            Task<string> told = node.StandardOutput.ReadToEndAsync(), failed = node.StandardError.ReadToEndAsync();
            if (input is not null)
                await node.StandardInput.WriteAsync(input);
            node.StandardInput.Close();
            await node.WaitForExitAsync();
            node.ExitCode.ShouldBe(0, await failed);
            return JsonNode.Parse(await told)!;
        }
        catch (Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip("node is not here.");
            throw;
        }
    }
}
