using System.Text.Json.Nodes;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Geodata.Sources;

/// <summary>
/// Heirs of the comuni dissolved after the census of 2011, as far as the sources prove them: the comune in whose boundary the main
/// locality of the old one lies. An old code whose point lies in no comune of Lombardia has no proved heir.
/// </summary>
internal static class Heirs
{
    /// <summary>A JSON object, old code to heir, by old code.</summary>
    /// <param name="folder">Folder with the source file of the localities.</param>
    /// <param name="comuni">With the boundaries of the source, not the simplified ones.</param>
    public static string Find(string folder, ImmutableArray<Comune> comuni)
    {
        HashSet<ComuneCode> living = [.. comuni.Select(c => c.Code)];
        var heirs = new JsonObject();
        foreach ((ComuneCode old, Coordinate point) in Table.Open(folder, "localita_principali_2011.csv", "pro_com_t", "lon", "lat", "in_lombardia").Rows
            .Where(row => row.Integer("in_lombardia") == 1 && !living.Contains(row.Code()))
            .Select(row => (row.Code(), new Coordinate(row.Number("lon"), row.Number("lat"))))
            .OrderBy(locality => locality.Item1))
        {
            Comune? heir = comuni.FirstOrDefault(c => c.Boundary.EnvelopeInternal.Contains(point)
                && SimplePointInAreaLocator.Locate(point, c.Boundary) == Location.Interior);
            if (heir is not null)
                heirs[old.Value] = heir.Code.Value;
        }

        return heirs.ToJsonString();
    }
}
