using System.Text.Json;
using Microsoft.Playwright;

namespace CentriFamiglia.Coverage.Map.Tests.Running;

/// <summary>axe-core as npm restored it for the map.</summary>
internal static class Axe
{
    private const string Script = "src/CentriFamiglia.Coverage.Map/node_modules/axe-core/axe.min.js";

    public static async Task LoadAsync(IPage page) =>
        await page.EvaluateAsync(await File.ReadAllTextAsync(ScriptFile(), TestContext.Current.CancellationToken));

    /// <summary>What it finds on a page that it was loaded into: rule, and where.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        string found = await page.EvaluateAsync<string>(
            "async () => JSON.stringify((await axe.run()).violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' | ')}`))");
        return JsonSerializer.Deserialize<string[]>(found)!;
    }

    private static string ScriptFile()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, Script);
            if (File.Exists(path))
                return path;
        }

        throw new FileNotFoundException($"{Script} is not here: run npm install in the map's folder.");
    }
}
