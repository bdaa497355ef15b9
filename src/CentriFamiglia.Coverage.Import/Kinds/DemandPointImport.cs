namespace CentriFamiglia.Coverage.Import.Kinds;

/// <summary>Demand points: where residents are counted and from where travel is measured.</summary>
internal static class DemandPointImport
{
    public static void Run(TableReader table, ImportRun run)
    {
        Dictionary<DemandPointId, DemandPoint> seats = Seats(run.Content.Comuni);
        Dictionary<DemandPointId, DemandPoint> others = run.BeginReplacing(ImportKind.Punti) ? []
            : run.Content.DemandPoints.IsEmpty ? new(seats)
            : run.Content.DemandPoints.ToDictionary(p => p.Id);
        HashSet<ComuneCode> touched = [];
        HashSet<DemandPointId> seatsRead = [];
        HashSet<RowReader> broken = [.. table.Rows.Where(r => r.Refused)];
        foreach (RowReader row in table.Rows.Where(r => !r.Refused))
            row.Id = row.Required("id", "Dare a ogni punto un identificativo.");
        RepeatedIds.Refuse(table, run.Seen(ImportKind.Punti), "id");

        // An id stands once in them: repeated ones are refused.
        var next = new DemandPointsBuilder(table.Rows.Length, table.Rows.Sum(r => r.Id?.Length ?? 0));
        foreach (RowReader row in table.Rows.Where(r => !broken.Contains(r)))
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
            next.Add(new DemandPoint(id, comune.Value, place!.X, place.Y, residents!.Value));
            others.Remove(id);
            touched.Add(comune.Value);
            if (seats.ContainsKey(id))
                seatsRead.Add(id);
        }

        KeepOtherSeats(table, others, touched, seats.Values.Where(s => !seatsRead.Contains(s.Id)));
        foreach (DemandPoint other in others.Values)
            next.Add(other);
        DemandPoints points = next.Build();
        bool isDefault = points.Length == run.Content.Comuni.Length && points.Length == seats.Count && points.All(p => seats.GetValueOrDefault(p.Id) == p);
        run.Content = run.Content with { DemandPoints = isDefault ? [] : points };
    }

    /// <summary>The points that hold where nobody gives any: the seat of each comune with all its residents.</summary>
    private static Dictionary<DemandPointId, DemandPoint> Seats(ImmutableArray<Comune> comuni) =>
        comuni.Where(c => c.Seat is not null).Select(c => DemandPoint.Of(c, c.Seat!.Lon, c.Seat.Lat)).ToDictionary(p => p.Id);

    /// <summary>The points of a comune take the place of its seat, so that nobody is counted twice; the comuni that the file does not touch keep theirs.</summary>
    private static void KeepOtherSeats(
        TableReader table, Dictionary<DemandPointId, DemandPoint> others, HashSet<ComuneCode> touched, IEnumerable<DemandPoint> seats)
    {
        DemandPoint[] kept = [.. seats.Where(s => others.GetValueOrDefault(s.Id) == s)];
        foreach (DemandPoint seat in kept.Where(s => touched.Contains(s.Comune)))
            others.Remove(seat.Id);
        int untouched = kept.Count(s => !touched.Contains(s.Comune));
        if (untouched > 0 && touched.Count > 0)
            table.Note(IssueCodes.SeatsKept, $"{untouched} comuni che il file non nomina tengono il loro capoluogo, con tutti i residenti (per togliere anche quelli: --replace)");
    }
}
