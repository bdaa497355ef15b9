using CentriFamiglia.Coverage.Formats.Roads;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Isochrones;
using CentriFamiglia.Coverage.Travel.Roads.Routing;

namespace CentriFamiglia.Coverage.Service.Analyses;

/// <summary>A road network in use with what computes on it. Let go of, never closed: an answer may still be computing on it.</summary>
internal sealed class LoadedRoads
{
    private readonly Lazy<IsochroneMap> _isochrones;

    private LoadedRoads(string path, RoadNetworkFile file, RoadHierarchy hierarchy, SnapOptions options)
    {
        Path = path;
        Travel = new RoadTravel(file.Network, hierarchy, options, file.Fingerprint);
        _isochrones = new Lazy<IsochroneMap>(() => new IsochroneMap(file.Network, hierarchy));
    }

    public string Path { get; }

    public RoadTravel Travel { get; }

    public IsochroneMap Isochrones => _isochrones.Value;

    /// <exception cref="SourceFileException">Not a network file, damaged, of another version, or without its hierarchy.</exception>
    public static LoadedRoads Open(string path, SnapOptions options)
    {
        var file = RoadNetworkFile.Open(path);
        try
        {
            RoadHierarchy hierarchy = HierarchySections.Read(file) ?? throw new SourceFileException(
                $"La rete stradale «{System.IO.Path.GetFileName(path)}» non contiene la gerarchia, senza la quale il servizio sarebbe troppo lento.",
                "Ricrearla dall'estratto OpenStreetMap con «coverage roads build».");
            return new LoadedRoads(path, file, hierarchy, options);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
