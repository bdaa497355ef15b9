using System.Globalization;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Cli;
using Microsoft.Playwright;

namespace CentriFamiglia.Coverage.Map.Tests.Running;

/// <summary>What the service and its command line say of the trial that a page shows.</summary>
internal static class TrialFigures
{
    /// <summary>The changes, as the page saves them.</summary>
    public static async Task<string> SavedAsync(MapPage map)
    {
        IDownload download = await map.Page.RunAndWaitForDownloadAsync(() => map.Page.GetByRole(AriaRole.Button, new() { Name = "Salva come file" }).ClickAsync());
        download.SuggestedFilename.ShouldBe("prova.json");
        return await File.ReadAllTextAsync(await download.PathAsync());
    }

    /// <summary>The answer of <c>/api/v1/what-if</c>.</summary>
    public static async Task<JsonNode> PostedAsync(MapPage map, string body, string query = "")
    {
        IAPIResponse response = await map.Page.APIRequest.PostAsync(
            new Uri(new Uri(map.Page.Url), "/api/v1/what-if?changed=si" + query).AbsoluteUri, new() { Data = body, Headers = [new("Content-Type", "application/json")] });
        return JsonNode.Parse(await response.TextAsync())!;
    }

    /// <summary>The answer of <c>coverage what-if</c>, on a store of its own.</summary>
    public static async Task<JsonNode> VerbAsync(string body, params string[] options)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("coverage-trial-");
        try
        {
            string file = Path.Combine(folder.FullName, "prova.json");
            await File.WriteAllTextAsync(file, body);
            using StringWriter output = new(), error = new();
            (await CommandLine.RunAsync(
                ["what-if", "--changes", file, "--changed", "--format", "json", "--store", Path.Combine(folder.FullName, "prova.gpkg"), .. options], output, error)).ShouldBe(0,
                    error.ToString());
            return JsonNode.Parse(output.ToString())!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A total before and after, as the page writes it.</summary>
    public static string Pair(JsonNode said, string name, string format, string unit)
    {
        string[] both = [.. new[] { "prima", "dopo" }
            .Select(side => Italian(((double)said["meta"]!["totali"]![side]![name]!).ToString(format, CultureInfo.InvariantCulture)) + unit)];
        return both[0] == both[1] ? both[1] : $"{both[0]} → {both[1]}";
    }

    public static string Italian(string number) => string.Concat(number.Select(c => c switch
    {
        ',' => '.',
        '.' => ',',
        _ => c,
    }));
}
