using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Geodata.Estimate;
using CentriFamiglia.Coverage.Geodata.Output;
using CentriFamiglia.Coverage.Geodata.Sets;
using CentriFamiglia.Coverage.Geodata.Simplification;
using CentriFamiglia.Coverage.Geodata.Sources;
using CentriFamiglia.Coverage.Travel.Official;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Geodata;

/// <summary>Makes the folder <c>geodata/</c> from the source files: the same sources give the same bytes.</summary>
public static class GeodataBuild
{
    /// <summary>Largest triangle that simplification cuts off, m2, and the same as a share of the ring it is cut from.</summary>
    private const double LargestCutSquareMetres = 4400, LargestCutShare = 0.002;

    /// <summary>Reads the sources, checks and joins them, and writes the folder; nothing is written when a source is refused.</summary>
    /// <param name="sourceFolder">Folder with the files named in the project's data notes.</param>
    /// <param name="outputFolder">Created when missing; files of the same names are replaced.</param>
    /// <param name="progress">Italian, one line a step.</param>
    /// <exception cref="SourceFileException">A source is missing or does not fit; message and cure are Italian.</exception>
    public static void Run(string sourceFolder, string outputFolder, TextWriter progress)
    {
        if (!Directory.Exists(sourceFolder))
            throw new SourceFileException($"La cartella delle sorgenti '{sourceFolder}' non esiste.", "Indicare la cartella che contiene 'comuni_2023.geojson'.");
        progress.WriteLine("Lettura delle sorgenti…");
        ImmutableArray<Comune> comuni = SourceTerritory.ReadComuni(sourceFolder);
        ImmutableArray<Membership> memberships = SourceTerritory.ReadMemberships(sourceFolder, "unita_territoriali.csv");
        Dictionary<ComuneCode, Comune> byCode = comuni.ToDictionary(c => c.Code);
        SiteSet demonstration = SetFiles.Read(sourceFolder, SiteSet.Demonstration, "sedi_dimostrative.csv", "reti_dimostrative.csv", memberships);
        SiteSet known = KnownCentres.Read(sourceFolder, "centri_noti.csv", byCode);
        (DemandPoints points, string zones) = MilanoSections.Read(sourceFolder, comuni);
        string heirs = Heirs.Find(sourceFolder, comuni);
        ImmutableArray<(string Name, double AreaKm2, Geometry Shore)> lakes = Waters.ReadLakes(sourceFolder);
        ImmutableArray<Geometry> rivers = Waters.ReadRivers(sourceFolder);

        progress.WriteLine($"Semplificazione di {comuni.Length} comuni come un'unica copertura…");
        comuni = Simplify(comuni, demonstration.Sites);
        progress.WriteLine("Unione dei comuni in Ambiti, Distretti, ASST e ATS…");
        ImmutableArray<Area> areas = AreaDissolver.Dissolve(comuni, memberships);
        progress.WriteLine("Stima dei tempi di viaggio sui minuti ufficiali…");
        string estimate = TravelEstimateBuilder.Build(sourceFolder, comuni, [.. lakes.Select(l => (l.Name, l.Shore))]);

        var content = new TerritoryContent
        {
            Comuni = comuni,
            Memberships = memberships,
            DemandPoints = points,
            Areas = areas,
            SiteSets = [demonstration, known],
            Documents = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
            [
                KeyValuePair.Create(DocumentKeys.TravelEstimate, estimate),
                KeyValuePair.Create(DocumentKeys.Successors, heirs),
                KeyValuePair.Create(DocumentKeys.Zones, zones),
                KeyValuePair.Create(DocumentKeys.Sources, new JsonArray([.. SourceList.All.Select(p => p.ToJson())]).ToJsonString()),
            ]),
        };
        Directory.CreateDirectory(outputFolder);
        GeodataWriter.Write(outputFolder, content, Calibration.Read(sourceFolder, comuni).Select(p => new OfficialTrip(p.From, p.Name, p.To, p.Pole, p.Minutes)));
        Dictionary<ComuneCode, string?> asst = memberships.ToDictionary(m => m.Comune, m => m.Asst);
        GeodataWriter.WriteGround(
            outputFolder, lakes, rivers, InnerBorders.Between(comuni, c => asst.GetValueOrDefault(c.Code)), InnerBorders.Between(comuni, c => c.Province));
        progress.WriteLine($"Scritti {comuni.Length} comuni e {areas.Length} aree in '{outputFolder}'.");
    }

    private static ImmutableArray<Comune> Simplify(ImmutableArray<Comune> comuni, IEnumerable<Site> sites)
    {
        var simplifier = new BoundarySimplifier();
        foreach (Comune comune in comuni)
        {
            simplifier.Add(comune.Boundary, LargestCutSquareMetres, LargestCutShare);
            if (comune.Seat is { } seat)
                simplifier.Keep(seat.Lon, seat.Lat);
        }

        foreach (Site site in sites)
            simplifier.Keep(site.Lon, site.Lat);
        return [.. comuni.Zip(simplifier.Simplify(Wgs84.Factory), (comune, boundary) => comune with { Boundary = boundary })];
    }
}
