using CentriFamiglia.Coverage.Formats.Roads;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Drawing;
using CentriFamiglia.Coverage.Travel.Roads.Isochrones;
using CentriFamiglia.Coverage.Travel.Roads.Routing;

namespace CentriFamiglia.Coverage.Service.Analyses;

/// <summary>A road network in use with what computes on it. Let go of, never closed: an answer may still be computing on it.</summary>
internal sealed class LoadedRoads
{
    /// <summary>Of the main roads as they are drawn: about a megabyte.</summary>
    public const int MostPoints = 60_000;

    private const double EquatorMetres = 40_075_017;
    private const int TilePixels = 512;

    private readonly RoadNetwork _network;
    private readonly Lazy<IsochroneMap> _isochrones;

    private LoadedRoads(string path, RoadNetworkFile file, RoadHierarchy hierarchy, SnapOptions options)
    {
        (Path, _network) = (path, file.Network);
        Travel = new RoadTravel(file.Network, hierarchy, options, file.Fingerprint);
        _isochrones = new Lazy<IsochroneMap>(() => new IsochroneMap(file.Network, hierarchy));
    }

    public string Path { get; }

    public RoadTravel Travel { get; }

    public IsochroneMap Isochrones => _isochrones.Value;

    /// <summary>The main roads that a map shows, half a pixel fine.</summary>
    /// <param name="zoom">Of the map, tiles of 512 pixels.</param>
    /// <param name="mostPoints">Of all of them together.</param>
    public MainRoads MainRoadsAt(int zoom, int mostPoints = MostPoints)
    {
        int classes = zoom switch { <= 8 => 2, <= 10 => 3, _ => 4 };
        double pixel = EquatorMetres * Math.Cos(45.5 * Math.PI / 180) / TilePixels / Math.Pow(2, zoom);
        return MainRoads.Of(_network, MainRoads.Drawn[..classes], pixel / 2, mostPoints);
    }

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
