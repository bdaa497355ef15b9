using CentriFamiglia.Coverage.Map.Tests.Running;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(MapInBrowser))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace CentriFamiglia.Coverage.Map.Tests.Running;

/// <summary>
/// One service and one Chromium for all tests. Without Chromium or without the built map the tests are skipped on a laptop and
/// fail on CI (<c>CI=true</c>).
/// </summary>
public sealed class MapInBrowser : IAsyncLifetime
{
    private static readonly string[] _names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private readonly RunningService _service = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _missing;

    public async ValueTask InitializeAsync()
    {
        string? chromium = FindChromium();
        _missing = chromium is null
            ? "Chromium is not here (Debian package chromium)."
            : !File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "index.html"))
                ? "The map was not built: build the service with Node.js, without -p:SkipMap=true."
                : null;
        if (_missing is not null)
        {
            if (Environment.GetEnvironmentVariable("CI") == "true")
                throw new InvalidOperationException(_missing);
            return;
        }

        await _service.StartAsync(extract: null, CancellationToken.None);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Args =
            [
                "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _service.Dispose();
    }

    /// <summary>The map in a window of its own, drawn and still.</summary>
    /// <param name="permalink">What stands after <c>#</c> in the address.</param>
    /// <param name="width">CSS pixels.</param>
    /// <param name="height">CSS pixels.</param>
    public async Task<MapPage> OpenAsync(string permalink = "", int width = 1280, int height = 800)
    {
        MapPage page = await NewPageAsync(width, height);
        await page.GoToAsync(permalink);
        await page.DrawnAsync();
        return page;
    }

    /// <summary>An empty window, for tests that prepare it before the map opens.</summary>
    /// <param name="width">CSS pixels.</param>
    /// <param name="height">CSS pixels.</param>
    /// <param name="address">Of another service than the usual one.</param>
    /// <param name="isFirstVisit">Whether whoever opens it was never here: the first steps are shown to them alone.</param>
    /// <param name="provider">Of who signs people in; null where nobody does.</param>
    public async Task<MapPage> NewPageAsync(int width = 1280, int height = 800, Uri? address = null, bool isFirstVisit = false, Uri? provider = null)
    {
        Assert.SkipWhen(_missing is not null, _missing ?? "");
        IBrowserContext context = await _browser!.NewContextAsync(new()
        {
            Locale = "it-IT",
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = height },
        });
        context.SetDefaultTimeout(60_000);
        // What is expected may be computed first, on a machine that has other things to do.
        Assertions.SetDefaultExpectTimeout(30_000);
        if (!isFirstVisit)
            await context.AddInitScriptAsync("try { localStorage.setItem('visita', 'fatta'); } catch { }");
        return new MapPage(await context.NewPageAsync(), address ?? _service.Address, provider);
    }

    /// <summary>What the program says of the store that the map shows.</summary>
    public Task<string> RunAsync(params string[] arguments) => _service.RunAsync(arguments);

    private static string? FindChromium() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => _names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
