using System.Text.Json.Nodes;

namespace CentriFamiglia.Coverage.Geodata.Sources;

/// <summary>
/// The inhabited census sections of Milano as demand points. Residents are those of 2011 scaled to the residents of the comune, in whole persons,
/// the largest remainders rounded up, so that they add up to them exactly; ages, of 2011, add up in the same way to what the census publishes of
/// their Municipio, a few of whose residents live in no section with a place.
/// </summary>
internal static class MilanoSections
{
    public const string FileName = "milano_sezioni_2011.csv";

    private const string ZonesName = "aree_subcomunali_2011.csv";

    /// <summary>Before the number of a section: the ISTAT code without its leading zero.</summary>
    private const string Prefix = "15146";

    private const int NumberLength = 7;

    private static readonly ComuneCode _milano = new("015146");

    /// <summary>
    /// Numbers of the sections of each Municipio, both ends included. The census numbers them Municipio by Municipio, and those split later after all
    /// others; that these are the ranges is shown by the counts of the nine, see <see cref="Check"/>.
    /// </summary>
    private static readonly ImmutableArray<ImmutableArray<(int First, int Last)>> _ranges =
    [
        [(1, 696)],
        [(697, 1353), (6066, 6068)],
        [(1354, 1973), (6065, 6065), (6069, 6074)],
        [(1974, 2594), (6088, 6098)],
        [(2595, 3144), (6085, 6087), (6099, 6107)],
        [(3145, 3768), (6079, 6084)],
        [(3769, 4492), (6077, 6078)],
        [(4493, 5312), (6037, 6042)],
        [(5313, 6036), (6043, 6064), (6075, 6076)],
    ];

    /// <param name="folder">Of the sources.</param>
    /// <param name="comuni">With the residents to scale to.</param>
    /// <exception cref="SourceFileException">A file is missing or does not fit, or the counts do not show the ranges of the Municipi.</exception>
    public static (DemandPoints Points, string Zones) Read(string folder, ImmutableArray<Comune> comuni)
    {
        Section[] sections =
        [
            .. Table.Open(folder, FileName, "sezione_2011", "lon", "lat", "residenti_2011", "eta_0_14", "eta_65_oltre").Rows
                .Select(row => new Section(
                    row.Text("sezione_2011"), row.Number("lon"), row.Number("lat"),
                    new Counts(row.Integer("residenti_2011"), row.Integer("eta_0_14"), row.Integer("eta_65_oltre"))))
                .OrderBy(s => s.Id, StringComparer.Ordinal),
        ];
        Counts[] published = Published(folder);
        Check(published, sections);
        int[] residents = Scaled([.. sections.Select(s => s.Of2011.Residents)], comuni.Single(c => c.Code == _milano).Residents!.Value);
        Dictionary<string, (int Children, int Elderly)> ages = published.SelectMany((counts, zone) => Ages([.. sections.Where(s => ZoneOf(s.Id) == zone + 1)], counts))
            .ToDictionary(a => a.Id, a => (a.Children, a.Elderly), StringComparer.Ordinal);
        DemandPoints points =
        [
            .. sections.Zip(residents, (s, now) => new DemandPoint(new DemandPointId(s.Id), _milano, s.Lon, s.Lat, now)
            {
                Children = ages[s.Id].Children,
                Elderly = ages[s.Id].Elderly,
            }),
        ];
        return (points, Zones().ToJsonString());
    }

    /// <summary>Shares of a whole number in proportion to counts: each rounded down, then one more to the largest remainders, the first of equals first.</summary>
    private static int[] Scaled(int[] counts, long whole)
    {
        long sum = counts.Sum(n => (long)n);
        int[] shares = [.. counts.Select(n => (int)(n * whole / sum))];
        foreach (int i in Enumerable.Range(0, counts.Length).OrderByDescending(i => counts[i] * whole % sum).ThenBy(i => i).Take((int)(whole - shares.Sum(n => (long)n))))
            shares[i]++;
        return shares;
    }

    private static IEnumerable<(string Id, int Children, int Elderly)> Ages(Section[] sections, Counts whole)
    {
        int[] children = Scaled([.. sections.Select(s => s.Of2011.Children)], whole.Children), elderly = Scaled([.. sections.Select(s => s.Of2011.Elderly)], whole.Elderly);
        return sections.Select((s, i) => (s.Id, children[i], elderly[i]));
    }

    /// <summary>What the census publishes of the Municipi, by number.</summary>
    private static Counts[] Published(string folder) =>
    [
        .. Table.Open(folder, ZonesName, "pro_com_t", "codasc", "residenti_2011", "eta_0_14", "eta_65_oltre").Rows.Where(r => r.Code() == _milano)
            .OrderBy(r => r.Integer("codasc"))
            .Select(r => new Counts(r.Integer("residenti_2011"), r.Integer("eta_0_14"), r.Integer("eta_65_oltre"))),
    ];

    /// <summary>
    /// The published counts of the nine Municipi against the sums of their sections. A few residents live in no section with a place: the counts of a
    /// Municipio may exceed the sum by them, never fall short, and where no resident is missing no age is.
    /// </summary>
    private static void Check(Counts[] published, Section[] sections)
    {
        const int most = 250, least = 6;
        Counts[] without =
        [
            .. published.Select((counts, zone) => sections.Where(s => ZoneOf(s.Id) == zone + 1).Aggregate(
                counts,
                (left, s) => new Counts(left.Residents - s.Of2011.Residents, left.Children - s.Of2011.Children, left.Elderly - s.Of2011.Elderly))),
        ];
        bool shown = published.Length == _ranges.Length
            && Array.TrueForAll(sections, s => ZoneOf(s.Id) is not null)
            && Array.TrueForAll(without, w => w is { Residents: >= 0 and < most, Children: >= 0, Elderly: >= 0 } && w.Children + w.Elderly <= w.Residents)
            && without.Count(w => w == default) >= least;
        if (!shown)
            throw new SourceFileException($"Le sezioni di '{FileName}' non sommano i conti dei Municipi di '{ZonesName}'.", "Rimettere i due file dello stesso censimento.");
    }

    /// <summary>1 to 9; null for a number of no Municipio.</summary>
    private static int? ZoneOf(string id)
    {
        if (id.Length != Prefix.Length + NumberLength || !id.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        if (!int.TryParse(id[Prefix.Length..], CultureInfo.InvariantCulture, out int number))
            return null;
        int[] zones = [.. Enumerable.Range(1, _ranges.Length).Where(zone => _ranges[zone - 1].Any(r => number >= r.First && number <= r.Last))];
        return zones is [var only] ? only : null;
    }

    private static JsonArray Zones() => new([.. _ranges.Select((ranges, zone) => (JsonNode)new JsonObject
    {
        ["pro_com_t"] = _milano.Value,
        ["zona"] = $"Municipio {zone + 1}",
        ["punti"] = new JsonArray([.. ranges.Select(r => (JsonNode)new JsonArray(IdOf(r.First), IdOf(r.Last)))]),
    })]);

    private static string IdOf(int number) => Prefix + number.ToString($"D{NumberLength}", CultureInfo.InvariantCulture);

    private sealed record Section(string Id, double Lon, double Lat, Counts Of2011);

    private readonly record struct Counts(int Residents, int Children, int Elderly);
}
