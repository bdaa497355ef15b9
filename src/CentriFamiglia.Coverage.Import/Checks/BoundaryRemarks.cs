using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace CentriFamiglia.Coverage.Import.Checks;

/// <summary>
/// Overlaps and gaps between the boundaries of the comuni. Only comuni whose edges do not match their neighbours' are overlaid, and a
/// coverage without any is united by cancelling its shared edges.
/// </summary>
internal static class BoundaryRemarks
{
    /// <summary>Overlaps below this (square metres) are the dust of rounding.</summary>
    private const double DustSquareMetres = 1_000;

    /// <summary>Gaps up to this width (degrees) are looked for: all.</summary>
    private const double AnyWidth = 360;

    public static void Report(TableReader table, ImportRun run)
    {
        Comune[] comuni = [.. run.Content.Comuni];
        HashSet<Geometry> unchanged = new(run.Start.Comuni.Select(c => c.Boundary), ReferenceEqualityComparer.Instance);
        if (comuni.Length == unchanged.Count && Array.TrueForAll(comuni, c => unchanged.Contains(c.Boundary)))
            return;
        Geometry[] unmatched = CoverageValidator.Validate([.. comuni.Select(c => c.Boundary)]);
        Overlaps(table, run, comuni, [.. comuni.Where((_, i) => unmatched[i] is not null).Select(c => c.Code)]);
        Gaps(table, comuni, run.Start.Comuni);
    }

    private static void Overlaps(TableReader table, ImportRun run, Comune[] comuni, HashSet<ComuneCode> unmatched)
    {
        Dictionary<string, RowReader> rows = run.Seen(ImportKind.Comuni);
        var tree = new STRtree<Comune>();
        foreach (Comune comune in comuni)
            tree.Insert(comune.Boundary.EnvelopeInternal, comune);
        foreach (Comune comune in comuni.Where(c => unmatched.Contains(c.Code)))
        {
            IPreparedGeometry prepared = PreparedGeometryFactory.Prepare(comune.Boundary);
            foreach (Comune other in tree.Query(comune.Boundary.EnvelopeInternal).OrderBy(o => o.Code))
            {
                bool said = unmatched.Contains(other.Code) && other.Code.CompareTo(comune.Code) <= 0;
                if (said || other.Code == comune.Code || !prepared.Intersects(other.Boundary) || prepared.Touches(other.Boundary))
                    continue;
                double overlap = SquareMetres(OverlayNGRobust.Overlay(comune.Boundary, other.Boundary, SpatialFunction.Intersection));
                if (overlap <= DustSquareMetres)
                    continue;
                string reason = $"i confini di {comune.Name} ({comune.Code}) e {other.Name} ({other.Code}) si sovrappongono per {ItalianText.SquareKm(overlap)}";
                if (rows.TryGetValue(comune.Code.Value, out RowReader? row) || rows.TryGetValue(other.Code.Value, out row))
                    row.Notice(IssueCodes.BoundariesOverlap, "geometria", reason);
                else
                    table.Notice(IssueCodes.BoundariesOverlap, reason, id: comune.Code.Value, column: "geometria");
            }
        }
    }

    private static void Gaps(TableReader table, Comune[] comuni, IReadOnlyCollection<Comune> before)
    {
        Geometry[] holes = Holes([.. comuni.Select(c => c.Boundary)]);
        // A gap that was there before this import is no news.
        Geometry[] known = holes.Length > 0 ? Holes([.. before.Select(c => c.Boundary)]) : [];
        foreach (Geometry hole in holes.OrderBy(h => h.EnvelopeInternal.MinX).ThenBy(h => h.EnvelopeInternal.MinY))
        {
            Point inside = hole.InteriorPoint;
            if (Array.Exists(known, k => k.Contains(inside)))
                continue;
            table.Notice(
                IssueCodes.BoundariesGap,
                $"fra i confini resta un vuoto di {ItalianText.SquareKm(SquareMetres(hole))} presso {inside.X:0.####}, {inside.Y:0.####}",
                column: "geometria");
        }
    }

    /// <summary>Holes of the union of the boundaries, larger than dust.</summary>
    private static Geometry[] Holes(Geometry[] boundaries)
    {
        if (boundaries.Length == 0)
            return [];
        IEnumerable<LineString> rings = CoverageValidator.IsValid(boundaries)
            ? LinearComponentExtracter.GetLines(CoverageGapFinder.FindGaps(boundaries, AnyWidth)).Cast<LineString>()
            : PolygonExtracter.GetPolygons(OverlayNGRobust.Union(boundaries)).Cast<Polygon>().SelectMany(p => p.InteriorRings);
        IEnumerable<Geometry> holes = rings.Select(ring => ring.Factory.CreatePolygon(ring.Coordinates));
        return [.. holes.Where(hole => SquareMetres(hole) > DustSquareMetres)];
    }

    private static double SquareMetres(Geometry area) =>
        area.Area * Metres.PerDegreeLat * Metres.PerDegreeLon(area.EnvelopeInternal.IsNull ? 0 : area.EnvelopeInternal.Centre.Y);
}
