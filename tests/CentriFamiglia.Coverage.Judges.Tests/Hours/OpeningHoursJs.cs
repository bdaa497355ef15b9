using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using CentriFamiglia.Coverage.Territory.Hours;
using CentriFamiglia.Coverage.Tests.House;

namespace CentriFamiglia.Coverage.Judges.Tests.Hours;

/// <summary>opening_hours.js, the evaluator of OpenStreetMap's own tools, in one process of node.</summary>
internal static class OpeningHoursJs
{
    private const int MostMinutes = 5;

    private static readonly string _folder = Repository.Path("tests", "CentriFamiglia.Coverage.Judges.Tests", "Hours");

    /// <summary>Skips the test where node or the package is missing; fails it where they must not be.</summary>
    public static void Need()
    {
        bool package = Directory.Exists(Path.Combine(_folder, "node_modules", "opening_hours"));
        Assert.SkipUnless((package && NodeIsHere()) || Environment.GetEnvironmentVariable("CI") == "true",
            "node or the npm package opening_hours is missing: npm ci in tests/CentriFamiglia.Coverage.Judges.Tests/Hours");
    }

    /// <returns>Of each value its weeks, one like another for most; null where the judge does not take it.</returns>
    public static async Task<ImmutableArray<WeekSchedule>?[]> WeeksAsync(IReadOnlyCollection<string> values)
    {
        using Process node = Start("weeks.mjs");
        Task<string> told = node.StandardOutput.ReadToEndAsync(), failed = node.StandardError.ReadToEndAsync();
        foreach (string value in values)
            await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(value));
        node.StandardInput.Close();
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(MostMinutes));
        await node.WaitForExitAsync(late.Token);
        node.ExitCode.ShouldBe(0, await failed);
        string[] lines = (await told).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(values.Count);
        return [.. lines.Select(Weeks)];
    }

    private static ImmutableArray<WeekSchedule>? Weeks(string line)
    {
        using JsonDocument answer = JsonDocument.Parse(line);
        return answer.RootElement.TryGetProperty("weeks", out JsonElement weeks)
            ? [.. weeks.EnumerateArray().Select(week => WeekSchedule.Of(week.EnumerateArray().Select(i => new WeekInterval(i[0].GetInt32(), i[1].GetInt32()))))]
            : null;
    }

    private static bool NodeIsHere()
    {
        try
        {
            using Process node = Start("--version");
            node.WaitForExit();
            return node.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static Process Start(string argument)
    {
        var start = new ProcessStartInfo("node", [argument])
        {
            WorkingDirectory = _folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Minutes are of the clock on the door: no hour is lost to summer time.
            Environment = { ["TZ"] = "UTC" },
        };
        return Process.Start(start)!;
    }
}
