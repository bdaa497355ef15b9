namespace CentriFamiglia.Coverage.Travel.Roads.Osm;

/// <summary>The kinds of OpenStreetMap objects.</summary>
[Flags]
public enum OsmKinds
{
    None = 0,
    Nodes = 1,
    Ways = 2,
    Relations = 4,
    All = Nodes | Ways | Relations,
}

/// <summary>An OpenStreetMap extract that can be read more than once, in any format and in any order of its objects.</summary>
public interface IOsmSource
{
    OsmSourceInfo Info { get; }

    /// <summary>
    /// Hands over the objects of the asked kinds, block after block in file order, on the calling thread. A block is valid only
    /// until the callback returns.
    /// </summary>
    void Read(OsmKinds kinds, Action<OsmBlock> onBlock, CancellationToken cancellationToken);
}

/// <summary>Where map data come from.</summary>
/// <param name="Name">File name without folder.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of the file.</param>
/// <param name="Date">State of the data as the file declares it; null when it declares none.</param>
public sealed record OsmSourceInfo(string Name, string Sha256, DateTimeOffset? Date);
