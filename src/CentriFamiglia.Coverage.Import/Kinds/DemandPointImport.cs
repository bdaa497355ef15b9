namespace CentriFamiglia.Coverage.Import.Kinds;

/// <summary>Demand points: where residents are counted and from where travel is measured.</summary>
internal static class DemandPointImport
{
    public static void Run(TableReader table, ImportRun run)
    {
        Dictionary<DemandPointId, DemandPoint> next = run.BeginReplacing(ImportKind.Punti) ? [] : run.Content.DemandPoints.ToDictionary(p => p.Id);
        foreach (RowReader row in table.Rows)
            row.Id = row.Required("id", "Dare a ogni punto un identificativo.");
        RepeatedIds.Refuse(table, run.Seen(ImportKind.Punti), "id");

        foreach (RowReader row in table.Rows.Where(r => !r.Refused))
        {
            row.Required("residenti", "Scrivere i residenti che il punto rappresenta.");
            double? residents = row.NotNegative("residenti");
            ComuneCode? comune = row.Comune("pro_com_t", run.Comuni);
            Coordinate? place = PlaceReader.Read(row, run.Request.Epsg);
            if (comune is { } code && place is not null)
                PlaceCheck.InComune(row, place, code, run.Comuni);
            if (row.Refused)
                continue;
            row.CompareName("comune", comune!.Value, run.Comuni);
            var id = new DemandPointId(row.Id!);
            next[id] = new DemandPoint(id, comune.Value, place!.X, place.Y, residents!.Value);
        }

        run.Content = run.Content with { DemandPoints = IsOnePerComune(next, run.Content.Comuni) ? [] : [.. next.Values.OrderBy(p => p.Id)] };
    }

    // The exported default comes back as the default: one point per comune, its seat with all its residents.
    private static bool IsOnePerComune(Dictionary<DemandPointId, DemandPoint> points, ImmutableArray<Comune> comuni) =>
        points.Count == comuni.Length
        && comuni.All(comune => comune.Seat is { } seat && DemandPoint.Of(comune, seat.Lon, seat.Lat) is var whole && points.GetValueOrDefault(whole.Id) == whole);
}
