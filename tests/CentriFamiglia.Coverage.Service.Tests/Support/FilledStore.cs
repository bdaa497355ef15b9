using CentriFamiglia.Coverage.Service.Analyses;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;

[assembly: AssemblyFixture(typeof(FilledStore))]

namespace CentriFamiglia.Coverage.Service.Tests.Support;

/// <summary>One embedded store filled from the shipped data, made once for the run.</summary>
public sealed class FilledStore : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coverage-test-").FullName;
    private readonly Lazy<Task<RunningService>> _service;
    private readonly Lazy<Task<string>> _ofOneAts;
    private readonly Lazy<Task<RunningService>> _serviceOfOneAts;
    private int _copies;

    public FilledStore()
    {
        _service = new(() => RunningService.StartAsync(Path));
        _ofOneAts = new(() => MadeUpSedi.ImportAsync(this, ["Brianza"], "Brianza"));
        _serviceOfOneAts = new(async () => await RunningService.StartAsync(await _ofOneAts.Value));
    }

    public string Path => System.IO.Path.Combine(_folder, "piena.gpkg");

    public async ValueTask InitializeAsync() => await FillAsync(Path, shared: false);

    /// <summary>The service over it, started when first asked for: one for all tests that only ask. Not to be disposed of.</summary>
    internal Task<RunningService> ServiceAsync() => _service.Value;

    /// <summary>The store of an official of ATS Brianza, with the list of its sedi in <c>mie</c> declared complete; made when first asked for, only to be asked.</summary>
    public Task<string> OfOneAtsAsync() => _ofOneAts.Value;

    /// <summary>The service over it. Not to be disposed of.</summary>
    internal Task<RunningService> ServiceOfOneAtsAsync() => _serviceOfOneAts.Value;

    /// <summary>A store of one's own, to be written to.</summary>
    public string Copy()
    {
        string copy = Sibling($"copia-{Interlocked.Increment(ref _copies)}.gpkg");
        File.Copy(Path, copy);
        return copy;
    }

    /// <summary>A path beside the store where nothing is yet.</summary>
    public string Sibling(string name) => System.IO.Path.Combine(_folder, name);

    public static async Task FillAsync(string address, bool shared)
    {
        await using ICoverageStore store = StoreFactory.Open(StoreAddress.Parse(address));
        await new StoreOpening(store, shared, TextWriter.Null).PrepareAsync(null, demonstration: true, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_service.IsValueCreated)
            await (await _service.Value).DisposeAsync();
        if (_serviceOfOneAts.IsValueCreated)
            await (await _serviceOfOneAts.Value).DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
