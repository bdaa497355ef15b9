using CentriFamiglia.Coverage.Service.Analyses;
using CentriFamiglia.Coverage.Service.Deciding;
using CentriFamiglia.Coverage.Service.Deciding.Decisions;
using CentriFamiglia.Coverage.Service.Deciding.Runs;
using CentriFamiglia.Coverage.Service.Deciding.Scenarios;
using CentriFamiglia.Coverage.Service.Input;
using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Tests.Deciding;

/// <summary>The desks of a store, at one hour of one day.</summary>
internal sealed class OpenDesks : IAsyncDisposable
{
    private static readonly Dictionary<string, string> _day = new(StringComparer.Ordinal) { ["data"] = "2026-11-01", ["ats"] = "Bergamo" };

    private readonly AnalysisSource _analyses;

    public OpenDesks(string address)
    {
        Store = StoreFactory.Open(StoreAddress.Parse(address));
        _analyses = new AnalysisSource(Store, TimeProvider.System);
        Scenarios = new ScenarioDesk(Store, _analyses);
        Runs = new RunDesk(Store, _analyses);
        Decisions = new DecisionDesk(Store, Runs);
    }

    public static AuditActor Actor { get; } = new("m.rossi", new DateTimeOffset(2026, 11, 30, 10, 0, 0, TimeSpan.Zero));

    public ICoverageStore Store { get; }

    public ScenarioDesk Scenarios { get; }

    public RunDesk Runs { get; }

    public DecisionDesk Decisions { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Of ATS Bergamo, on one day.</summary>
    public Task<KeptRun> FreezeAsync(string? scenario = null) => Runs.FreezeAsync("Prova", new Values(_day), scenario, Actor, SearchWatch.None, Cancel);

    public async Task<KeptRun> PublishedAsync() => await Runs.PublishAsync((await FreezeAsync()).Head.Id, Actor, Cancel);

    public Task<KeptScenario> ScenarioAsync(string json) => Scenarios.CreateAsync(ScenarioText.Read(json), Actor, Cancel);

    public async ValueTask DisposeAsync()
    {
        _analyses.Dispose();
        await Store.DisposeAsync();
    }
}
