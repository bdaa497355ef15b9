using System.Security.Cryptography;
using NetTopologySuite.Algorithm.Construct;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace CentriFamiglia.Coverage.Service.Layers.Areas;

/// <summary>Where areas are, without their boundaries: what a map that draws those from tiles needs to write names and to go to an area.</summary>
internal static class PlaceLayer
{
    /// <summary>How far, in degrees, a place may be nearer to the boundary than the best there is.</summary>
    private const double Tolerance = 0.005;

    /// <summary>Of coordinates, in decimals of a degree: ten metres.</summary>
    private const int Decimals = 4;

    private static readonly ImmutableArray<AreaLevel> _levels = [AreaLevel.Ambito, AreaLevel.Distretto, AreaLevel.Ats];

    /// <param name="Level">Of the area; null for a comune.</param>
    /// <param name="Place">WGS84, on <see cref="Decimals"/> decimals.</param>
    /// <param name="Box">WGS84.</param>
    internal sealed record Row(AreaLevel? Level, string Code, Coordinate Place, Envelope Box);

    public static LayerShape<Row> Shape { get; } = new(
    [
        new("livello", ColumnType.Text, "Livello: comune, ambito, distretto, ats.", r => r.Level?.ToText() ?? "comune", "ambito")
        {
            Words = ["comune", .. CommonColumns.LevelWords(AreaLevel.Ats)],
        },
        new("codice", ColumnType.Text, "Chiave dell'area nel suo livello; di un comune il codice Istat.", r => r.Code, "valle-imagna-villa-d-alme"),
        .. CommonColumns.Position<Row>(r => r.Place.X, r => r.Place.Y, 9.5712, 45.7698),
        new("ovest", ColumnType.Number, "Longitudine del punto più a ovest, WGS84, gradi.", r => Rounded(r.Box.MinX), 9.4379),
        new("sud", ColumnType.Number, "Latitudine del punto più a sud, WGS84, gradi.", r => Rounded(r.Box.MinY), 45.7003),
        new("est", ColumnType.Number, "Longitudine del punto più a est, WGS84, gradi.", r => Rounded(r.Box.MaxX), 9.6604),
        new("nord", ColumnType.Number, "Latitudine del punto più a nord, WGS84, gradi.", r => Rounded(r.Box.MaxY), 45.8702),
    ]);

    /// <param name="level">Null for the comuni.</param>
    public static Layer Make(Analysis analysis, AreaLevel? level)
    {
        IEnumerable<(string Code, Geometry Boundary)> areas = level is { } known
            ? analysis.Snapshot.Areas(known).Select(a => (a.Code, a.Boundary))
            : analysis.Snapshot.Comuni.Select(c => (c.Code.Value, c.Boundary));
        (string Code, Geometry Boundary)[] drawn = [.. areas.Where(a => !a.Boundary.IsEmpty).OrderBy(a => a.Code, StringComparer.Ordinal)];
        Row[] rows = [.. drawn.AsParallel().AsOrdered().Select(a => new Row(level, a.Code, PlaceIn(a.Boundary), a.Boundary.EnvelopeInternal))];
        var totals = new JsonObject { ["aree"] = rows.Length, ["confini"] = HashOf(analysis.Snapshot) };
        return Shape.Make("luoghi", rows, r => Wgs84.Factory.CreatePoint(r.Place), new Provenance(analysis, "Dove sono le aree", usesTravel: false, totals));
    }

    /// <summary>The point of the largest part that is farthest from its boundary: a name stands best there.</summary>
    private static Coordinate PlaceIn(Geometry boundary)
    {
        Geometry largest = PolygonExtracter.GetPolygons(boundary).MaxBy(p => p.Area)!;
        Coordinate place = MaximumInscribedCircle.GetCenter(largest, Tolerance).Coordinate;
        return new Coordinate(Rounded(place.X), Rounded(place.Y));
    }

    /// <summary>Equal for equal boundaries, those of the areas of all levels among them: part of the address of tiles that show them.</summary>
    private static string HashOf(TerritorySnapshot snapshot)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        IEnumerable<(string Code, Geometry Boundary)> areas = _levels.SelectMany(level => snapshot.Areas(level).Select(a => (a.Code, a.Boundary)));
        foreach ((string code, Geometry boundary) in snapshot.Comuni.Select(c => (c.Code.Value, c.Boundary)).Concat(areas))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(code + "\n"));
            hash.AppendData(boundary.AsBinary());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private static double Rounded(double degrees) => Math.Round(degrees, Decimals, MidpointRounding.AwayFromZero);
}
