using System.Collections.Frozen;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Territory.Snapshot;

/// <summary>The demand points of a <see cref="TerritorySnapshot"/>: the imported ones, or one per comune.</summary>
internal static class SnapshotDemand
{
    public static PlacedDemands Of(TerritoryContent content, ImmutableArray<Comune> comuni, FrozenDictionary<ComuneCode, int> index, List<SnapshotNote> notes)
    {
        notes.AddRange(comuni.Where(c => c.Residents is null).Select(c => new SnapshotNote("comune-senza-residenti", c.Code.Value,
            $"I residenti di {c.Name} ({c.Code}) non sono noti: il comune pesa zero nelle medie. Importare la popolazione.")));
        return content.DemandPoints.IsEmpty ? OnePerComune(comuni, index, notes) : Imported(content.DemandPoints, comuni, index, notes);
    }

    private static PlacedDemands OnePerComune(ImmutableArray<Comune> comuni, FrozenDictionary<ComuneCode, int> index, List<SnapshotNote> notes)
    {
        var points = new DemandPointsBuilder(comuni.Length);
        var origins = new List<DemandOrigin>(comuni.Length);
        foreach (Comune comune in comuni)
        {
            (double lon, double lat, DemandOrigin origin) = (comune.Seat?.Lon ?? 0, comune.Seat?.Lat ?? 0, DemandOrigin.Seat);
            if (comune.Seat is null)
            {
                if (comune.Boundary.IsEmpty)
                {
                    notes.Add(new("comune-senza-luogo", comune.Code.Value,
                        $"{comune.Name} ({comune.Code}) non ha né sede comunale né confine: i suoi residenti non entrano nei tempi di viaggio."));
                    continue;
                }

                Point inside = comune.Boundary.InteriorPoint;
                (lon, lat, origin) = (inside.X, inside.Y, DemandOrigin.Interior);
                notes.Add(new("comune-senza-sede", comune.Code.Value,
                    $"La sede comunale di {comune.Name} ({comune.Code}) non è nota: i residenti sono posti in un punto interno al confine."));
            }

            points.Add(DemandPoint.Of(comune, lon, lat));
            origins.Add(origin);
        }

        DemandPoints all = points.Build();
        return new PlacedDemands(all, [.. all.Codes.Select(c => index[c])], null, [.. origins]);
    }

    private static PlacedDemands Imported(DemandPoints points, ImmutableArray<Comune> comuni, FrozenDictionary<ComuneCode, int> index, List<SnapshotNote> notes)
    {
        int[] comuneOfCode = [.. points.Codes.Select(c => index.GetValueOrDefault(c, -1))];
        bool[] seen = new bool[comuni.Length];
        var dropped = new List<int>();
        for (int i = 0; i < points.Length; i++)
        {
            int comune = comuneOfCode[points.CodeIndex(i)];
            if (comune >= 0 && double.IsFinite(points.Lon(i)) && double.IsFinite(points.Lat(i)) && double.IsFinite(points.Residents(i)) && points.Residents(i) >= 0)
            {
                seen[comune] = true;
                continue;
            }

            dropped.Add(i);
            notes.Add(new("punto-scartato", points.Id(i).ToString(),
                $"Il punto {points.Id(i)} non conta: comune ignoto, coordinate o residenti non validi. Correggere il punto e importarlo di nuovo."));
        }

        notes.AddRange(comuni.Where((_, i) => !seen[i]).Select(c => new SnapshotNote("comune-senza-punti", c.Code.Value,
            $"Nessun punto di residenza importato cade in {c.Name} ({c.Code}): i suoi residenti non entrano nei tempi di viaggio.")));
        return new PlacedDemands(points, comuneOfCode, dropped.Count == 0 ? null : [.. Enumerable.Range(0, points.Length).Except(dropped)], null);
    }
}
