using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Service.Analyses;
using CentriFamiglia.Coverage.Service.OpenData;
using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Tests.OpenData;

/// <summary>Every layer of the shipped data as an export writes it, made once for the run.</summary>
internal static class OpenLayers
{
    private static Task<(Analysis Analysis, Layer[] Layers)>? _made;

    public static Task<(Analysis Analysis, Layer[] Layers)> OfAsync(FilledStore store) => _made ??= MakeAsync(store.Path);

    private static async Task<(Analysis Analysis, Layer[] Layers)> MakeAsync(string path)
    {
        await using ICoverageStore open = StoreFactory.Open(StoreAddress.Parse(path));
        using var source = new AnalysisSource(open, TimeProvider.System);
        Analysis analysis = await source.GetAsync(new AnalysisKey(null, null, null), CancellationToken.None);
        return (analysis, [.. LayerCatalog.Open.Select(name => ExportedLayer.Of(LayerCatalog.Find(name).OfAnalysis!(analysis)))]);
    }
}
