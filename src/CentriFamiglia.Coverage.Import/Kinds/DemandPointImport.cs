namespace CentriFamiglia.Coverage.Import.Kinds;

/// <summary>Demand points: where residents are counted and from where travel is measured.</summary>
internal static class DemandPointImport
{
    public static void Run(TableReader table, ImportRun run)
    {
        Dictionary<DemandPointId, DemandPoint> others = run.BeginReplacing(ImportKind.Punti) ? [] : run.Content.DemandPoints.ToDictionary(p => p.Id);
        HashSet<RowReader> broken = [.. table.Rows.Where(r => r.Refused)];
        foreach (RowReader row in table.Rows.Where(r => !r.Refused))
            row.Id = row.Required("id", "Dare a ogni punto un identificativo.");
        RepeatedIds.Refuse(table, run.Seen(ImportKind.Punti), "id");

        // An id stands once in them: repeated ones are refused.
        var read = new List<DemandPoint>();
        foreach (RowReader row in table.Rows.Where(r => !broken.Contains(r)))
        {
            row.Required("residenti", "Scrivere i residenti che il punto rappresenta.");
            double? residents = row.NotNegative("residenti");
            others.TryGetValue(new DemandPointId(row.Id!), out DemandPoint old);
            double? families = row.NotNegativeOr("famiglie", old.Families);
            double? children = row.NotNegativeOr("eta_0_14", old.Children);
            double? elderly = row.NotNegativeOr("eta_65_oltre", old.Elderly);
            ComuneCode? comune = row.Comune("pro_com_t", run.Comuni);
            Coordinate? place = PlaceReader.Read(row, run.Request.Epsg);
            if (comune is { } code && place is not null)
                PlaceCheck.InComune(row, place, code, run.Comuni);
            if (row.Refused)
                continue;
            row.CompareName("comune", comune!.Value, run.Comuni);
            var id = new DemandPointId(row.Id!);
            read.Add(new DemandPoint(id, comune.Value, place!.X, place.Y, residents!.Value) { Families = families, Children = children, Elderly = elderly });
            others.Remove(id);
        }

        ForgetSeats(others, run);
        ForgetDelivered(table, others, read, run);
        run.Content = run.Content with { DemandPoints = WithoutLoneSeats(read, others.Values, run) };
    }

    /// <summary>The seat that an archive of old kept as a point stands for no one beside other points of its comune: nobody is counted twice.</summary>
    private static void ForgetSeats(Dictionary<DemandPointId, DemandPoint> others, ImportRun run)
    {
        foreach (DemandPoint point in others.Values.Where(p => IsSeat(p, run)).ToArray())
            others.Remove(point.Id);
    }

    /// <summary>The points that came with the program leave their place to those of a file that divides the comune otherwise: nobody is counted twice.</summary>
    private static void ForgetDelivered(TableReader table, Dictionary<DemandPointId, DemandPoint> others, List<DemandPoint> read, ImportRun run)
    {
        foreach (IGrouping<ComuneCode, PointZone> zones in PointZone.Of(run.Content).GroupBy(z => z.Comune))
        {
            DemandPoint[] brought = [.. read.Where(p => p.Comune == zones.Key)], delivered = [.. others.Values.Where(p => p.Comune == zones.Key && IsDelivered(p, zones))];
            if (brought.Length == 0 || delivered.Length == 0 || Array.Exists(brought, p => IsDelivered(p, zones)))
                continue;
            foreach (DemandPoint point in delivered)
                others.Remove(point.Id);
            table.Note(IssueCodes.DeliveredPointsGone, $"i {delivered.Length} punti di {zones.Key} forniti con il programma lasciano il posto a quelli del file");
        }
    }

    private static bool IsDelivered(DemandPoint point, IEnumerable<PointZone> zones) => zones.Any(z => z.Holds(point.Id.Value));

    /// <summary>A comune whose only point is its seat with all its residents has no point of its own.</summary>
    private static DemandPoints WithoutLoneSeats(List<DemandPoint> read, Dictionary<DemandPointId, DemandPoint>.ValueCollection others, ImportRun run)
    {
        HashSet<ComuneCode> own = [.. read.Concat(others).Where(p => !IsSeat(p, run)).Select(p => p.Comune)];
        var points = new DemandPointsBuilder(read.Count + others.Count, read.Sum(p => p.Id.Value.Length) + others.Sum(p => p.Id.Value.Length));
        foreach (DemandPoint point in read.Concat(others).Where(p => own.Contains(p.Comune)))
            points.Add(point);
        return points.Build();
    }

    private static bool IsSeat(DemandPoint point, ImportRun run) =>
        point.Id.Value == point.Comune.Value && run.Comuni.Find(point.Comune) is { } comune && point.IsSeatOf(comune);
}
