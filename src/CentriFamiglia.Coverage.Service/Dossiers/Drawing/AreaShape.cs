using System.Text.Json;
using CentriFamiglia.Coverage.Formats.GeoJson;
using CentriFamiglia.Coverage.Service.Dossiers.Reading;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Dossiers.Drawing;

/// <summary>An Ambito as a run keeps it for its maps.</summary>
/// <param name="Boundary">WGS84, simplified.</param>
internal sealed record AreaShape(string Code, string Name, Geometry Boundary)
{
    private static readonly JsonSerializerOptions _geometry = new() { Converters = { new GeoJsonGeometry() } };

    /// <summary>Those that the reader sees, in the order of the run.</summary>
    public static ImmutableArray<AreaShape> Of(RunView view) =>
    [
        .. (view.Shapes["features"] as JsonArray ?? []).OfType<JsonObject>()
            .Where(f => f["geometry"] is not null && f.Part("properties") is { } area && (view.Ats is null || area.Text("ats") == view.Ats))
            .Select(f => new AreaShape(
                f.Part("properties")!.Text("codice") ?? "", f.Part("properties")!.Text("nome") ?? Figure.Unknown, f["geometry"].Deserialize<Geometry>(_geometry)!))
            .Where(a => !a.Boundary.IsEmpty),
    ];
}
