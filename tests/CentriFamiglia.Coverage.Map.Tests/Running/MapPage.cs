using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace CentriFamiglia.Coverage.Map.Tests.Running;

/// <summary>The map as a user handles it. Closing it checks that nothing was wrong: no console error, no request to another host.</summary>
public sealed class MapPage : IAsyncDisposable
{
    private readonly List<string> _errors = [];
    private readonly List<string> _elsewhere = [];
    private readonly Uri _address;
    private bool _expectsErrors;

    /// <param name="page">Of a context of its own.</param>
    /// <param name="address">Of the service.</param>
    /// <param name="provider">Of who signs people in, whom the page leads to; null where nobody does.</param>
    public MapPage(IPage page, Uri address, Uri? provider = null)
    {
        Page = page;
        _address = address;
        page.Console += (_, message) =>
        {
            // What the provider's own page lacks is not the map's.
            if (message.Type is "error" or "warning" && (provider is null || !message.Location.StartsWith(provider.AbsoluteUri, StringComparison.Ordinal)))
                _errors.Add(message.Text);
        };
        page.PageError += (_, error) => _errors.Add(error);
        page.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal) && !request.Url.StartsWith(address.AbsoluteUri, StringComparison.Ordinal)
                && (provider is null || !request.Url.StartsWith(provider.AbsoluteUri, StringComparison.Ordinal)))
                _elsewhere.Add(request.Url);
        };
    }

    public IPage Page { get; }

    public ILocator Rows => Page.Locator("#righe tbody tr");

    public ILocator Sheet => Page.Locator("#scheda-contenuto");

    /// <summary>What the figures of the view come to, in one sentence.</summary>
    public ILocator Headline => Page.Locator("#titolare");

    public ILocator Notices => Page.Locator("#avvisi");

    public string Permalink => new Uri(Page.Url).Fragment;

    public Task GoToAsync(string permalink) =>
        Page.GotoAsync(new Uri(_address, permalink.Length == 0 ? "" : "#" + permalink).AbsoluteUri);

    /// <summary>Opens a page of the service, drawn where it is the map.</summary>
    /// <param name="path">After the service's own address: <c>guida?lingua=en</c>.</param>
    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(new Uri(_address, path).AbsoluteUri);
        if (path.Length == 0 || path[0] is '?' or '#')
            await DrawnAsync();
    }

    /// <summary>For a test that answers with errors on purpose: the browser logs each of them.</summary>
    public void ExpectErrors() => _expectsErrors = true;

    /// <summary>Addresses that are asked for from now on, with those that the workers of the page ask for.</summary>
    public List<string> Asked()
    {
        List<string> asked = [];
        Page.Request += (_, request) => asked.Add(request.Url);
        return asked;
    }

    /// <summary>The commonest colour of a few pixels around the middle of the map, 0xRRGGBB: of the surface that is there, whatever lies over it.</summary>
    public async Task<int> ColourInTheMiddleAsync()
    {
        LocatorBoundingBoxResult box = (await Page.Locator("#mappa-tela canvas").First.BoundingBoxAsync())!;
        (float x, float y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        return (await Picture.OfAsync(Page)).Colours(x - 20, y - 20, x + 20, y + 20)[0].Colour;
    }

    /// <summary>Waits until what was asked for is on the canvas.</summary>
    public Task DrawnAsync() => Page.Locator("body[data-map=ready]:not(.is-loading)").WaitForAsync();

    /// <summary>Waits until the proposals that the view looks for are all here, and drawn.</summary>
    public async Task FoundAsync()
    {
        await Page.Locator("body[data-search=done]").WaitForAsync();
        await DrawnAsync();
    }

    /// <summary>Waits until the service has answered what the trial of the view asks, and that is drawn.</summary>
    public async Task TriedAsync()
    {
        await Page.Locator("body[data-trial=ready]").WaitForAsync();
        await DrawnAsync();
    }

    /// <summary>Lays the page out as on paper.</summary>
    public async Task<ILocator> LayOutAsync()
    {
        await Page.EvaluateAsync("() => window.dispatchEvent(new Event('beforeprint'))");
        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        return Page.Locator("#carta");
    }

    /// <summary>Rows of the service's own answer.</summary>
    /// <param name="question">Resource and parameters, after <c>/api/v1/</c>.</param>
    public async Task<JsonArray> RowsOfAsync(string question) => (await JsonOfAsync("api/v1/" + question))["rows"]!.AsArray();

    /// <param name="address">Within the service.</param>
    public async Task<JsonNode> JsonOfAsync(string address)
    {
        using var client = new HttpClient { BaseAddress = _address };
        return JsonNode.Parse(await client.GetStringAsync(new Uri(address, UriKind.Relative)))!;
    }

    public async Task ChooseThemeAsync(string theme)
    {
        await Page.GetByText(theme, new() { Exact = true }).First.ClickAsync();
        await DrawnAsync();
    }

    public async Task ChooseAsync(string label, string option)
    {
        await Page.GetByLabel(label, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = option });
        await DrawnAsync();
    }

    /// <summary>Opens what a view says of itself on request.</summary>
    public Task ReadOverviewAsync() => Page.Locator("#quadro > summary").ClickAsync();

    /// <summary>From a sheet back to the list.</summary>
    public Task BackToListAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Torna all’elenco" }).ClickAsync();

    public Task SortByAsync(string column) => Page.Locator("#righe thead").GetByRole(AriaRole.Button, new() { Name = column }).ClickAsync();

    /// <summary>Downloads the table as it is shown, and keeps it under the name it is given.</summary>
    /// <param name="format">As the menu calls it.</param>
    /// <param name="folder">Where to.</param>
    /// <returns>Path of the file.</returns>
    public async Task<string> DownloadAsync(string format, string folder)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Scarica", Exact = true }).ClickAsync();
        ILocator files = Page.Locator(".download-table").GetByRole(AriaRole.Button);
        IDownload download = await Page.RunAndWaitForDownloadAsync(() => files.Filter(new() { HasText = format }).First.ClickAsync());
        string path = Path.Combine(folder, download.SuggestedFilename);
        await download.SaveAsAsync(path);
        return path;
    }

    /// <summary>Drops a file on the page.</summary>
    public async Task DropAsync(string name, byte[] content)
    {
        IJSHandle data = await Page.EvaluateHandleAsync(
            """
            ([name, content]) => {
              const data = new DataTransfer();
              data.items.add(new File([Uint8Array.from(atob(content), c => c.charCodeAt(0))], name));
              return data;
            }
            """,
            new[] { name, Convert.ToBase64String(content) });
        await Page.DispatchEventAsync("body", "drop", new { dataTransfer = data });
    }

    /// <summary>Texts of one column of the page shown, from the top.</summary>
    /// <param name="column">From 0.</param>
    public async Task<IReadOnlyList<string>> ColumnAsync(int column) =>
        await Rows.Locator($":scope > :nth-child({column + 1})").AllInnerTextsAsync();

    /// <summary>Clicks the middle of the map, where the camera of a permalink looks.</summary>
    public async Task ClickMiddleOfMapAsync()
    {
        LocatorBoundingBoxResult box = (await Page.Locator("#mappa-tela canvas").BoundingBoxAsync())!;
        await Page.Mouse.ClickAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        _elsewhere.ShouldBeEmpty("the map asked something of another host");
        if (!_expectsErrors)
            _errors.ShouldBeEmpty("the browser's console");
    }
}
