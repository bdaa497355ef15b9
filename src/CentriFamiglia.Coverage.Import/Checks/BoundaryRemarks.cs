using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Territory;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace CentriFamiglia.Coverage.Import.Checks;

/// <summary>
/// Overlaps and gaps between the boundaries of the comuni. Boundaries that share every vertex cancel out edge by edge, so only comuni
/// with an edge that no neighbour has are overlaid.
/// </summary>
internal static class BoundaryRemarks
{
    /// <summary>Overlaps below this (square metres) are the dust of rounding.</summary>
    private const double DustSquareMetres = 1_000;

    public static void Report(TableReader table, ImportRun run)
    {
        Comune[] comuni = [.. run.Content.Comuni];
        HashSet<Geometry> unchanged = new(run.Start.Comuni.Select(c => c.Boundary), ReferenceEqualityComparer.Instance);
        if (comuni.Length == unchanged.Count && Array.TrueForAll(comuni, c => unchanged.Contains(c.Boundary)))
            return;
        HashSet<ComuneCode> loose = LooseEdges(comuni);
        Overlaps(table, run, comuni, loose);
        Gaps(table, comuni, run.Start.Comuni);
    }

    /// <summary>Comuni with at least one edge that is not the reverse of exactly one other comune's.</summary>
    private static HashSet<ComuneCode> LooseEdges(Comune[] comuni)
    {
        var edges = new Dictionary<(Coordinate From, Coordinate To), (ComuneCode Owner, int Count)>();
        foreach (Comune comune in comuni)
        {
            Geometry boundary = comune.Boundary.Copy();
            boundary.Normalize();
            foreach (LineString ring in LinearComponentExtracter.GetLines(boundary).Cast<LineString>())
            {
                Coordinate[] points = ring.Coordinates;
                for (int i = 1; i < points.Length; i++)
                {
                    (Coordinate, Coordinate) edge = (points[i - 1], points[i]);
                    edges[edge] = edges.TryGetValue(edge, out (ComuneCode Owner, int Count) there) ? (there.Owner, there.Count + 1) : (comune.Code, 1);
                }
            }
        }

        HashSet<ComuneCode> loose = [];
        foreach (((Coordinate from, Coordinate to), (ComuneCode owner, int count)) in edges)
        {
            if (count > 1 || !edges.TryGetValue((to, from), out (ComuneCode Owner, int Count) other) || other.Count > 1)
                loose.Add(owner);
        }

        return loose;
    }

    private static void Overlaps(TableReader table, ImportRun run, Comune[] comuni, HashSet<ComuneCode> loose)
    {
        Dictionary<string, RowReader> rows = run.Seen(ImportKind.Comuni);
        var tree = new STRtree<Comune>();
        foreach (Comune comune in comuni)
            tree.Insert(comune.Boundary.EnvelopeInternal, comune);
        foreach (Comune comune in comuni.Where(c => loose.Contains(c.Code)))
        {
            IPreparedGeometry prepared = PreparedGeometryFactory.Prepare(comune.Boundary);
            foreach (Comune other in tree.Query(comune.Boundary.EnvelopeInternal).OrderBy(o => o.Code))
            {
                bool said = loose.Contains(other.Code) && other.Code.CompareTo(comune.Code) <= 0;
                if (said || other.Code == comune.Code || !prepared.Intersects(other.Boundary) || prepared.Touches(other.Boundary))
                    continue;
                double overlap = SquareMetres(OverlayNGRobust.Overlay(comune.Boundary, other.Boundary, SpatialFunction.Intersection));
                if (overlap <= DustSquareMetres)
                    continue;
                string reason = $"i confini di {comune.Name} ({comune.Code}) e {other.Name} ({other.Code}) si sovrappongono per {ItalianText.SquareKm(overlap)}";
                const string Cure = "Accettato; correggere i confini perché i punti della fascia cadono in due comuni.";
                if (rows.TryGetValue(comune.Code.Value, out RowReader? row) || rows.TryGetValue(other.Code.Value, out row))
                    row.Notice("geometria", reason, Cure);
                else
                    table.Notice(reason, Cure, comune.Code.Value, "geometria");
            }
        }
    }

    private static void Gaps(TableReader table, Comune[] comuni, IReadOnlyCollection<Comune> before)
    {
        Geometry[] holes = Holes(comuni);
        // A gap that was there before this import is no news.
        Geometry[] known = holes.Length > 0 ? Holes(before) : [];
        foreach (Geometry hole in holes.OrderBy(h => h.EnvelopeInternal.MinX).ThenBy(h => h.EnvelopeInternal.MinY))
        {
            Point inside = hole.InteriorPoint;
            if (Array.Exists(known, k => k.Contains(inside)))
                continue;
            table.Notice(
                $"fra i confini resta un vuoto di {ItalianText.SquareKm(SquareMetres(hole))} presso {inside.X:0.####}, {inside.Y:0.####}",
                "Se non è l'enclave di un'altra regione, manca un comune o i confini non combaciano.",
                column: "geometria");
        }
    }

    /// <summary>Holes of the union of the comuni, larger than dust.</summary>
    private static Geometry[] Holes(IReadOnlyCollection<Comune> comuni)
    {
        if (comuni.Count == 0)
            return [];
        Geometry union = OverlayNGRobust.Union(comuni.Select(c => c.Boundary));
        return PolygonExtracter.GetPolygons(union)
            .Cast<Polygon>()
            .SelectMany(p => p.Holes)
            .Select(h => (Geometry)h.Factory.CreatePolygon(h))
            .Where(h => SquareMetres(h) > DustSquareMetres)
            .ToArray();
    }

    private static double SquareMetres(Geometry area) =>
        area.Area * Metres.PerDegreeLat * Metres.PerDegreeLon(area.EnvelopeInternal.IsNull ? 0 : area.EnvelopeInternal.Centre.Y);
}
