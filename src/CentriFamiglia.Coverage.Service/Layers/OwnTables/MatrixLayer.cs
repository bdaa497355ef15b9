using CentriFamiglia.Coverage.Travel.Roads.Routing;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Layers.OwnTables;

/// <summary>Times and distances between all places of two lists, a row for every pair, in the order of the first and then of the second: the layer <c>matrice</c>.</summary>
internal static class MatrixLayer
{
    public const string Title = "Tempi e distanze tra due elenchi di luoghi";

    internal sealed record Row(MatrixPoint From, MatrixPoint To, MatrixCell Cell, double FromSnap, double ToSnap);

    public static LayerShape<Row> Shape { get; } = new(
    [
        new("from", ColumnType.Text, "Identificativo della partenza.", r => r.From.Id, "BG01-S1"),
        new("to", ColumnType.Text, "Identificativo dell'arrivo.", r => r.To.Id, "BG01-H"),
        new("seconds", OrNull.Integer, "Secondi di viaggio, con i due tratti a piedi fino alla strada; vuoto se non c'è percorso.", r => Ok(r, r.Cell.Cost.Seconds), 1_260L),
        new("metres", OrNull.Integer, "Metri dello stesso viaggio.", r => Ok(r, r.Cell.Cost.Metres), 17_400L),
        new("status", ColumnType.Text, "ok; unreachable: non c'è percorso; not_snapped: un luogo è troppo lontano da una strada, o fuori dai comuni caricati.",
            r => r.Cell.Word, "ok") { Words = ["ok", "unreachable", "not_snapped"] },
        new("from_snap_m", OrNull.Number, "Metri a piedi dalla partenza alla strada.", r => Snap(r, r.FromSnap), 12.5),
        new("to_snap_m", OrNull.Number, "Metri a piedi dalla strada all'arrivo.", r => Snap(r, r.ToSnap), 8.0),
        CommonColumns.Travel<Row>(),
    ]);

    /// <param name="analysis">Gives the source of the times.</param>
    /// <param name="from">Places, in the order of the rows.</param>
    /// <param name="to">Places, in the order of the rows of one origin.</param>
    /// <param name="alike">Whether both lists are of comuni, or both of points (see <see cref="MatrixAnswer.By"/>).</param>
    /// <param name="stop">Ends the computation.</param>
    public static Layer Make(Analysis analysis, MatrixPoint[] from, MatrixPoint[] to, bool alike, CancellationToken stop)
    {
        MatrixAnswer answer = MatrixAnswer.By(analysis.State.Travel, from, to, alike, stop);
        Row[] rows = [.. answer.Rows.SelectMany((cells, i) => cells.Select((cell, j) => new Row(from[i], to[j], cell, answer.FromSnapMetres[i], answer.ToSnapMetres[j])))];
        var totals = new JsonObject { ["coppie"] = rows.Length };
        foreach (IGrouping<string, Row> status in rows.GroupBy(r => r.Cell.Word, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            totals[status.Key] = status.Count();
        return Shape.Make("matrice", rows, Line, new Provenance(analysis, Title, usesTravel: true, totals));
    }

    /// <summary>Straight: it joins the two places and is no route.</summary>
    private static LineString? Line(Row row) => row.From.Place is { } from && row.To.Place is { } to
        ? Wgs84.Factory.CreateLineString([new Coordinate(from.Lon, from.Lat), new Coordinate(to.Lon, to.Lat)])
        : null;

    private static long? Ok(Row row, long value) => row.Cell.Status == TripStatus.Ok ? value : null;

    private static double? Snap(Row row, double metres) => row.Cell.Status == TripStatus.Ok ? GapFigures.Round(metres, 1) : null;
}
