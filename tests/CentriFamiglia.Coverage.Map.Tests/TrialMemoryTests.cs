using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;

namespace CentriFamiglia.Coverage.Map.Tests;

/// <summary>What a page holds does not hang on how many trials were made on it: objects are counted, not bytes, for the engine's own code grows as it is used.</summary>
public sealed class TrialMemoryTests(MapInBrowser browser)
{
    [Fact]
    public async Task Trials_leave_behind_no_more_than_the_steps_that_can_be_taken_back()
    {
        await using MapPage map = await browser.OpenAsync("tema=prova&livello=comune&vista=9.66496,45.69753,11");
        ICDPSession engine = await map.Page.Context.NewCDPSessionAsync(map.Page);
        await engine.SendAsync("Performance.enable");
        (double X, double Y)[] steps = [(60, 0), (0, 0), (60, 40), (0, 40)];
        (double x, double y) = (0, 0);
        List<(int Objects, int Nodes, int Listeners)> held = [];
        for (int i = 0; i < 20; i++)
        {
            (double toX, double toY) = steps[i % steps.Length];
            await DragAsync(map, x, y, toX, toY);
            (x, y) = (toX, toY);
            if (i is 7 or 19)
                held.Add(await HeldAsync(engine));
        }

        // An answer has over a thousand rows: one that was kept for each trial would be seen.
        (held[1].Objects - held[0].Objects).ShouldBeLessThan(12 * 40);
        (held[1].Nodes - held[0].Nodes).ShouldBeLessThan(100);
        (held[1].Listeners - held[0].Listeners).ShouldBeLessThan(10);
    }

    private static async Task DragAsync(MapPage map, double x, double y, double toX, double toY)
    {
        LocatorBoundingBoxResult box = (await map.Page.Locator("#mappa-tela canvas").BoundingBoxAsync())!;
        (double middleX, double middleY) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        string before = map.Permalink;
        await map.Page.Mouse.MoveAsync((float)(middleX + x), (float)(middleY + y));
        await map.Page.Mouse.DownAsync();
        await map.Page.Mouse.MoveAsync((float)(middleX + toX), (float)(middleY + toY), new() { Steps = 3 });
        await map.Page.Mouse.UpAsync();
        await map.TriedAsync();
        map.Permalink.ShouldNotBe(before, StringComparer.Ordinal);
    }

    /// <summary>Objects of the page, nodes and listeners that someone still holds.</summary>
    private static async Task<(int Objects, int Nodes, int Listeners)> HeldAsync(ICDPSession engine)
    {
        await engine.SendAsync("HeapProfiler.collectGarbage");
        JsonNode prototype = await AskAsync(engine, "Runtime.evaluate", new(StringComparer.Ordinal) { ["expression"] = "Object.prototype" });
        string id = (string)prototype["result"]!["objectId"]!;
        JsonNode all = await AskAsync(engine, "Runtime.queryObjects", new(StringComparer.Ordinal) { ["prototypeObjectId"] = id, ["objectGroup"] = "held" });
        JsonNode count = await AskAsync(engine, "Runtime.callFunctionOn", new(StringComparer.Ordinal)
        {
            ["objectId"] = (string)all["objects"]!["objectId"]!,
            ["functionDeclaration"] = "function () { return this.length; }",
            ["returnByValue"] = true,
        });
        // Who holds the list holds all that is on it.
        await engine.SendAsync("Runtime.releaseObjectGroup", new(StringComparer.Ordinal) { ["objectGroup"] = "held" });
        JsonArray metrics = (await AskAsync(engine, "Performance.getMetrics", []))["metrics"]!.AsArray();
        int MetricOf(string name) => (int)(double)metrics.Single(m => (string)m!["name"]! == name)!["value"]!;
        return ((int)count["result"]!["value"]!, MetricOf("Nodes"), MetricOf("JSEventListeners"));
    }

    private static async Task<JsonNode> AskAsync(ICDPSession engine, string method, Dictionary<string, object> arguments) =>
        JsonNode.Parse((await engine.SendAsync(method, arguments))!.Value.GetRawText())!;
}
