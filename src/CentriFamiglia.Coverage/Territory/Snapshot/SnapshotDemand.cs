using System.Collections.Frozen;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Territory.Snapshot;

/// <summary>The demand points of a <see cref="TerritorySnapshot"/>: those of the comuni that have their own, one for each of the others.</summary>
internal static class SnapshotDemand
{
    public static PlacedDemands Of(TerritoryContent content, ImmutableArray<Comune> comuni, FrozenDictionary<ComuneCode, int> index, List<SnapshotNote> notes)
    {
        notes.AddRange(comuni.Where(c => c.Residents is null).Select(c => new SnapshotNote("comune-senza-residenti", c.Code.Value,
            $"I residenti di {c.Name} ({c.Code}) non sono noti: il comune pesa zero nelle medie. Importare la popolazione.")));
        DemandPoints points = content.DemandPoints;
        int[] comuneOfCode = ComuneOfCode(points, index);
        bool[] have = new bool[comuni.Length], own = new bool[comuni.Length];
        bool all = Mark(points, comuneOfCode, comuni, have, own, notes);
        if (have.Contains(false))
        {
            points = WithPlaces(points, comuni, have, notes);
            comuneOfCode = ComuneOfCode(points, index);
        }

        int[]? kept = all ? null : [.. Enumerable.Range(0, points.Length).Where(i => Counts(points, i, comuneOfCode))];
        DemandOrigin[] origins = [.. comuni.Select((c, i) => own[i] ? DemandOrigin.Imported : c.Seat is null ? DemandOrigin.Interior : DemandOrigin.Seat)];
        return new PlacedDemands(points, comuneOfCode, kept, origins);
    }

    /// <summary>Marks the comuni that have points, and those whose points say more than their seat: an archive of old kept the seats of all.</summary>
    /// <returns>Whether every point counts.</returns>
    private static bool Mark(DemandPoints points, int[] comuneOfCode, ImmutableArray<Comune> comuni, bool[] have, bool[] own, List<SnapshotNote> notes)
    {
        bool all = true;
        for (int i = 0; i < points.Length; i++)
        {
            if (!Counts(points, i, comuneOfCode))
            {
                all = false;
                notes.Add(new("punto-scartato", points.Id(i).ToString(),
                    $"Il punto {points.Id(i)} non conta: comune ignoto, coordinate o residenti non validi. Correggere il punto e importarlo di nuovo."));
                continue;
            }

            int comune = comuneOfCode[points.CodeIndex(i)];
            have[comune] = true;
            own[comune] |= !(points.Id(i).SequenceEqual(comuni[comune].Code.Value) && points[i].IsSeatOf(comuni[comune]));
        }

        return all;
    }

    private static int[] ComuneOfCode(DemandPoints points, FrozenDictionary<ComuneCode, int> index) => [.. points.Codes.Select(c => index.GetValueOrDefault(c, -1))];

    private static bool Counts(DemandPoints points, int index, int[] comuneOfCode) =>
        comuneOfCode[points.CodeIndex(index)] >= 0 && double.IsFinite(points.Lon(index)) && double.IsFinite(points.Lat(index))
        && points.Residents(index) is >= 0 and < double.PositiveInfinity;

    /// <summary>The same points, and one for each comune that has none.</summary>
    private static DemandPoints WithPlaces(DemandPoints points, ImmutableArray<Comune> comuni, bool[] have, List<SnapshotNote> notes)
    {
        var all = new DemandPointsBuilder(points.Length + comuni.Length);
        all.AddAll(points);
        foreach (Comune comune in comuni.Where((_, c) => !have[c]))
        {
            if (PlaceOf(comune, notes) is { } place)
                all.Add(DemandPoint.Of(comune, place.Lon, place.Lat));
        }

        return all.Build();
    }

    private static (double Lon, double Lat)? PlaceOf(Comune comune, List<SnapshotNote> notes)
    {
        if (comune.Seat is { } seat)
            return (seat.Lon, seat.Lat);
        if (comune.Boundary.IsEmpty)
        {
            notes.Add(new("comune-senza-luogo", comune.Code.Value,
                $"{comune.Name} ({comune.Code}) non ha né sede comunale né confine: i suoi residenti non entrano nei tempi di viaggio."));
            return null;
        }

        Point inside = comune.Boundary.InteriorPoint;
        notes.Add(new("comune-senza-sede", comune.Code.Value,
            $"La sede comunale di {comune.Name} ({comune.Code}) non è nota: i residenti sono posti in un punto interno al confine."));
        return (inside.X, inside.Y);
    }
}
