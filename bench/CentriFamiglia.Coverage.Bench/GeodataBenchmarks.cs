using BenchmarkDotNet.Attributes;
using CentriFamiglia.Coverage.Geodata.Output;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Bench;

/// <summary>What a first start does with the folder of shipped data, and the estimate of every trip.</summary>
public class GeodataBenchmarks
{
    private static readonly Place[] _comuni = [.. Shipped.Content.Comuni.Select(c => new Place(c.Seat!.Lon, c.Seat.Lat, c.Code, c.AltitudeMetres))];
    private static readonly Place[] _sedi =
        [.. Shipped.Content.SiteSets.Single(s => s.Active).Sites.Select(s => new Place(s.Lon, s.Lat, s.Comune, null))];

    /// <summary>Reach: under a second.</summary>
    [Benchmark(Baseline = true)]
    public TerritoryContent FolderRead() => GeodataFolder.Read(Shipped.Folder);

    /// <summary>Reach: under 300 ms.</summary>
    [Benchmark]
    public object AllLevelsDissolved() => AreaDissolver.Dissolve(Shipped.Content.Comuni, Shipped.Content.Memberships);

    /// <summary>1,504 by 1,504. Reach: under 1.5 s.</summary>
    [Benchmark]
    public object AllPairsEstimated() => Shipped.Estimate.Costs(_comuni, _comuni);

    /// <summary>1,504 by 196. Reach: under 100 ms.</summary>
    [Benchmark]
    public object AllSediEstimated() => Shipped.Estimate.Costs(_comuni, _sedi);
}
