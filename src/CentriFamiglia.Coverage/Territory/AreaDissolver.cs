using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.OverlayNG;

namespace CentriFamiglia.Coverage.Territory;

/// <summary>Dissolves comuni into Ambiti, Distretti, ASST and ATS.</summary>
/// <remarks>
/// Boundaries that share their vertices exactly, as the shipped ones do, are dissolved by cancelling what they share. Where they do
/// not (a user's file with gaps, overlaps or broken rings) the area is made by a full overlay of the mended boundaries instead,
/// which keeps every gap and merges every overlap.
/// </remarks>
public static class AreaDissolver
{
    /// <summary>Relative difference between the area of a union and the sum of its parts that rounding alone explains.</summary>
    private const double RoundingShare = 1e-9;

    /// <summary>
    /// The areas of the four levels, sorted by level, then ordinally by code. A comune without a membership, a membership without
    /// its comune, and an empty name make no area. Boundaries are normalised Polygons or MultiPolygons, WGS84, SRID 4326.
    /// </summary>
    /// <param name="comuni">Boundaries in WGS84.</param>
    /// <param name="memberships">At most one per comune.</param>
    public static ImmutableArray<Area> Dissolve(IEnumerable<Comune> comuni, IEnumerable<Membership> memberships)
    {
        Dictionary<ComuneCode, Geometry> boundaries = comuni.ToDictionary(c => c.Code, c => c.Boundary);
        Membership[] known = [.. memberships.Where(m => boundaries.ContainsKey(m.Comune)).OrderBy(m => m.Comune)];
        return
        [
            .. DissolveLevel(AreaLevel.Ambito, known, boundaries, m => m.Ambito, m => m.AmbitoStatus),
            .. DissolveLevel(AreaLevel.Distretto, known, boundaries, m => m.Distretto, m => m.DistrettoStatus),
            .. DissolveLevel(AreaLevel.Asst, known, boundaries, m => m.Asst, m => m.DistrettoStatus),
            .. DissolveLevel(AreaLevel.Ats, known, boundaries, m => m.Ats, Worst),
        ];
    }

    private static IEnumerable<Area> DissolveLevel(
        AreaLevel level,
        Membership[] memberships,
        Dictionary<ComuneCode, Geometry> boundaries,
        Func<Membership, string?> name,
        Func<Membership, EvidenceStatus> status) =>
        memberships
            .Where(m => !string.IsNullOrWhiteSpace(name(m)))
            .GroupBy(m => AreaCode.From(name(m)!), StringComparer.Ordinal)
            .OrderBy(area => area.Key, StringComparer.Ordinal)
            .Select(area => new Area(
                Level: level,
                Code: area.Key,
                Name: Commonest(area, m => name(m)!),
                Ats: Commonest(area, m => m.Ats),
                Status: area.Max(status),
                Comuni: [.. area.Select(m => m.Comune)],
                Boundary: Union([.. area.Select(m => boundaries[m.Comune])])));

    private static EvidenceStatus Worst(Membership m) =>
        m.AmbitoStatus > m.DistrettoStatus ? m.AmbitoStatus : m.DistrettoStatus;

    private static string Commonest(IEnumerable<Membership> members, Func<Membership, string> text) =>
        members.CountBy(text, StringComparer.Ordinal)
            .OrderByDescending(t => t.Value)
            .ThenBy(t => t.Key, StringComparer.Ordinal)
            .First().Key;

    /// <summary>The union of boundaries that may share their edges exactly or not: normalised, SRID 4326.</summary>
    internal static Geometry Union(Geometry[] parts)
    {
        Geometry union = parts.Length == 1 ? parts[0].Copy() : CoverageUnionOrNull(parts) ?? OverlayUnion(parts);
        union.Normalize();
        union.SRID = 4326;
        return union;
    }

    private static Geometry? CoverageUnionOrNull(Geometry[] parts)
    {
        try
        {
            Geometry union = CoverageUnion.Union(parts[0].Factory.CreateGeometryCollection(parts));
            double expected = parts.Sum(p => p.Area);
            bool sharedExactly = union is Polygon or MultiPolygon && Math.Abs(union.Area - expected) <= RoundingShare * expected && union.IsValid;
            return sharedExactly ? union : null;
        }
        catch (Exception e) when (e is TopologyException or ArgumentException)
        {
            return null;
        }
    }

    private static Geometry OverlayUnion(Geometry[] parts)
    {
        GeometryFactory factory = parts[0].Factory;
        Geometry union = parts
            .Select(p => p.IsValid ? p : GeometryFixer.Fix(p))
            .Aggregate((Geometry)factory.CreatePolygon(), (sum, p) => OverlayNGRobust.Overlay(sum, p, NetTopologySuite.Operation.Overlay.SpatialFunction.Union));
        Polygon[] polygons = [.. PolygonExtracter.GetPolygons(union).Cast<Polygon>()];
        return polygons.Length == 1 ? polygons[0] : factory.CreateMultiPolygon(polygons);
    }
}
