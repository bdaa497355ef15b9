using System.Collections.Immutable;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.TestWriter;

/// <summary>
/// One content for every revision, different in every table from that of the revision before: rows added, changed, taken away. Whoever finds a
/// revision knows every row that goes with it.
/// </summary>
public static class Round
{
    public const ContentParts Parts = ContentParts.Comuni | ContentParts.DemandPoints | ContentParts.SiteSets | ContentParts.Documents | ContentParts.Matrix;

    private static readonly GeometryFactory _wgs84 = new(new PrecisionModel(), 4326);

    /// <param name="revision">0: a store in which nothing was ever written.</param>
    public static TerritoryContent Content(long revision) => revision == 0 ? TerritoryContent.Empty : TerritoryContent.Empty with
    {
        Comuni = [.. Enumerable.Range(0, 10 + (int)(revision % 7)).Select(i => Comune(i, revision))],
        DemandPoints = [.. Enumerable.Range(0, 300).Where(i => (i + revision) % 5 > 0).Select(i => Point(i, revision))],
        SiteSets =
        [
            new SiteSet
            {
                Name = SiteSet.Mine,
                Active = true,
                Networks = [new Network { Id = new NetworkId("R"), Name = $"Rete {revision}" }],
                Sites = [.. Enumerable.Range(0, 20).Where(i => (i + revision) % 4 > 0).Select(i => Site(i, revision))],
            },
        ],
        Matrix = new TravelMatrixInfo(Matrix(revision).Length, $"{revision}", null),
        Documents = TerritoryContent.Empty.Documents.Add("giro", $"{revision}"),
    };

    /// <summary>The write that leads from a revision to the next: the territory, a scenario that goes on, frozen bytes that are new, in one.</summary>
    public static StoreCommit Commit(long revision)
    {
        long next = revision + 1;
        var read = new StoreReading(Content(revision), revision) { Matrix = Matrix(revision) };
        return new StoreCommit(new AuditAct("prova", DateTimeOffset.UnixEpoch.AddSeconds(next), "scenario.applica", "scenario/giro"))
        {
            Content = new ContentChange(Content(next), Parts, Matrix(next), read),
            Records =
            [
                new(new StoredRecord(RecordKind.Scenario, "giro", (int)next, Closed: false, $$"""{"giro":{{next}}}"""), revision == 0 ? null : $$"""{"giro":{{revision}}}"""),
                new(new StoredRecord(RecordKind.RunContent, $"{next:D8}", 1, Closed: true, $$"""{"byte":"{{new string('x', 500)}}","giro":{{next}}}"""), null),
            ],
        };
    }

    public static ImmutableArray<TravelMatrixEntry> Matrix(long revision) => revision == 0 ? [] :
    [
        .. Enumerable.Range(0, 40).Where(i => (i + revision) % 3 > 0).Select(i => new TravelMatrixEntry(Code(i), Code(1), i % 2 == 0 ? revision : i, null)),
    ];

    private static ComuneCode Code(int i) => new($"{16_000 + i:D6}");

    private static Comune Comune(int i, long revision) => new()
    {
        Code = Code(i),
        Name = $"Comune {i}",
        Residents = i % 3 == 0 ? (int)revision : i,
        Boundary = _wgs84.CreatePolygon([new(9, 45), new(9.1 + i, 45), new(9, 45.1 + i), new(9, 45)]),
    };

    private static DemandPoint Point(int i, long revision) => new(new DemandPointId($"P{i:D4}"), Code(0), 9, 45, i % 2 == 0 ? revision : i);

    private static Site Site(int i, long revision) => new()
    {
        Id = new SiteId($"S{i:D2}"),
        Name = $"Centro {revision}",
        Role = SiteRole.Spoke,
        Comune = Code(0),
        Lon = 9,
        Lat = 45 + revision % 10 * 0.01,
    };
}
