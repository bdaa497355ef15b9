using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Analyses;
using CentriFamiglia.Coverage.Service.Dossiers;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory.Snapshot;

namespace CentriFamiglia.Coverage.Service.Tests.Dossiers;

/// <summary>A frozen analysis of the shipped data, assembled from what the service answers; made once for the tests of a class.</summary>
public sealed class LombardiaRun(FilledStore store) : IAsyncLifetime
{
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Name, string Address)[] _questions =
    [
        ("copertura-ambito", "coverage?level=ambito"), ("copertura-distretto", "coverage?level=distretto"), ("copertura-ats", "coverage?level=ats"),
        ("lacune-regione", "gaps?by=regione"), ("lacune-ats", "gaps?by=ats"), ("lacune-ambito", "gaps?by=ambito"), ("lacune-comune", "gaps?by=comune"),
        ("sedi", "sites?"), ("reti", "networks?"), ("rilievi", "findings?"), ("proposte", "suggestions?"), ("fondi", "rimodulazione?"),
    ];

    public FrozenRun Run { get; private set; } = null!;

    public TerritorySnapshot Snapshot { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await using ICoverageStore opened = StoreFactory.Open(StoreAddress.Parse(store.Path));
        using var source = new AnalysisSource(opened, TimeProvider.System);
        Analysis analysis = await source.GetAsync(new AnalysisKey(null, null, null), CancellationToken.None);
        Snapshot = analysis.Snapshot;
        RunningService service = await store.ServiceAsync();
        var results = new JsonObject();
        foreach ((string name, string address) in _questions)
        {
            JsonNode answer = await service.JsonAsync($"/api/v1/{address}");
            var meta = (JsonObject)answer["meta"]!.DeepClone();
            meta.Remove("data");
            meta.Remove("durate_ms");
            results[name] = new JsonObject { ["meta"] = meta, ["rows"] = answer["rows"]!.DeepClone() };
        }

        Run = new FrozenRun(new JsonObject
        {
            ["formato"] = 1,
            ["programma"] = "CentriFamiglia.Coverage",
            ["ingressi"] = new JsonObject
            {
                ["fotografia"] = Snapshot.Hash,
                ["alla_data"] = Snapshot.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["insieme"] = "dimostrative",
                ["scenario"] = null,
            },
            ["parametri"] = new JsonObject { ["ats"] = null },
            ["riproducibile"] = true,
            ["risultati"] = results,
            ["confini"] = DossierShapes.Of(Snapshot),
        }.ToJsonString(_plain));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
