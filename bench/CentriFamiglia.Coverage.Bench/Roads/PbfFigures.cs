using System.Diagnostics;
using System.Globalization;
using CentriFamiglia.Coverage.Formats.Osm;
using CentriFamiglia.Coverage.Formats.Roads;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Bench.Roads;

/// <summary>From a PBF file to a network file, without the hierarchy. Beside it what any reader must do: both passes, decoded and dropped.</summary>
internal static class PbfFigures
{
    /// <param name="side">Junctions along one side of the made-up map; for each junction there is a building too.</param>
    public static void Run(int side)
    {
        string pbf = Path.Combine(Path.GetTempPath(), $"coverage-bench-{side}.osm.pbf");
        string roads = Path.ChangeExtension(pbf, ".roads");
        PbfOfMap.Write(new GridOfStreets(side), pbf, side * side);
        RoadNetworkInfo? info = null;
        long read = 0;
        double bare = Figures.Row("PBF decoded twice, nothing kept", 3, () =>
        {
            IOsmSource source = OsmFile.Open(pbf);
            source.Read(OsmKinds.Ways | OsmKinds.Relations, block => read += block.WayCount, CancellationToken.None);
            source.Read(OsmKinds.Nodes, block => read += block.NodeCount, CancellationToken.None);
        });
        double whole = Figures.Row("PBF to network", 3, () => info = new RoadBuild(pbf, roads).Run());
        long drivable = (long)side * side;
        Figures.Line("file", string.Create(CultureInfo.InvariantCulture,
            $"{new FileInfo(pbf).Length >> 20} MB, {info!.Report.NodesRead} nodes, {info.Report.WaysRead} ways, {info.Report.WaysUsed} of them roads"));
        Figures.Line("per million drivable nodes",
            string.Create(CultureInfo.InvariantCulture, $"{whole / 1000 / (drivable / 1e6):0.0} s, {whole / bare:0.0} times decoding alone"));
        Figures.Line("most memory", $"{Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        File.Delete(pbf);
        File.Delete(roads);
    }
}
