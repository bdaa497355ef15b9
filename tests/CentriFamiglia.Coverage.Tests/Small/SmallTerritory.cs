using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Tests.Small;

/// <summary>
/// A small territory written as two tables. Comuni stand on a grid of one minute and one kilometre per step; <c>-</c> is not known.
/// <code>
/// codice | nome | x | y | residenti | classe | ats | distretto | ambito
/// id     | ruolo | comune | rete | dichiara
/// </code>
/// </summary>
internal static class SmallTerritory
{
    public const double Step = 0.01;
    public const double West = 9;
    public const double South = 45;

    public static readonly DateOnly Day = new(2024, 1, 1);

    private static readonly GeometryFactory _factory = new(new PrecisionModel(), 4326);

    public static TerritoryContent Content(string comuni, string sedi = "", bool complete = true)
    {
        string[][] rows = Table(comuni);
        ImmutableArray<Comune> places = [.. rows.Select(ToComune).OrderBy(c => c.Code)];
        ImmutableArray<Membership> memberships = [.. rows.Where(r => r[6] != "-").Select(ToMembership).OrderBy(m => m.Comune)];
        return TerritoryContent.Empty with
        {
            Comuni = places,
            Memberships = memberships,
            SiteSets = [Set(sedi, complete ? SiteSet.ListOf(memberships.Select(m => m.Ats)) : [], places)],
            Areas = AreaDissolver.Dissolve(places, memberships),
        };
    }

    public static TerritorySnapshot Snapshot(string comuni, string sedi = "", bool complete = true) =>
        TerritorySnapshot.Create(Content(comuni, sedi, complete), null, Day);

    public static CoverageState State(string comuni, string sedi = "", bool complete = true, double? limit = null, RuleSet? rules = null) =>
        CoverageState.Compute(Snapshot(comuni, sedi, complete), rules ?? RuleSet.Default, GridTravel.OneMinuteSteps, limit);

    /// <summary>The state where the list of sedi is declared complete for these ATS alone.</summary>
    public static CoverageState CompleteFor(string[] ats, string comuni, string sedi = "", double? limit = null)
    {
        TerritoryContent content = Content(comuni, sedi);
        content = content with { SiteSets = [content.SiteSets[0] with { CompleteFor = SiteSet.ListOf(ats) }] };
        return CoverageState.Compute(TerritorySnapshot.Create(content, null, Day), RuleSet.Default, GridTravel.OneMinuteSteps, limit);
    }

    public static SiteSet Set(string sedi, ImmutableArray<string> completeFor, ImmutableArray<Comune> comuni)
    {
        Dictionary<string, Comune> byCode = comuni.ToDictionary(c => c.Code.Value, StringComparer.Ordinal);
        ImmutableArray<Site> sites = [.. Table(sedi).Select(r => ToSite(r, byCode.GetValueOrDefault(r[2]))).OrderBy(s => s.Id)];
        return new SiteSet
        {
            Name = SiteSet.Mine,
            CompleteFor = completeFor,
            Active = true,
            Sites = sites,
            Networks = [.. sites.Select(s => s.Network).OfType<NetworkId>().Distinct().Order().Select(n => new Network { Id = n, Name = $"Rete {n}" })],
        };
    }

    public static Comune Comune(string code, int x, int y, int? residents, SnaiClass? snai = SnaiClass.A) => new()
    {
        Code = new ComuneCode(code),
        Name = $"Comune {code}",
        Boundary = Square(x, y),
        Residents = residents,
        Class = snai,
        Seat = new Seat(West + (x * Step), South + (y * Step), "tabella"),
    };

    private static Comune ToComune(string[] row)
    {
        (int x, int y) = (int.Parse(row[2]), int.Parse(row[3]));
        return Comune(row[0], x, y, row[4] == "-" ? null : int.Parse(row[4]), row[5] == "-" ? null : Enum.Parse<SnaiClass>(row[5])) with
        {
            Name = row[1],
        };
    }

    private static Membership ToMembership(string[] row) => new()
    {
        Comune = new ComuneCode(row[0]),
        Ats = row[6],
        Distretto = row[7] == "-" ? null : row[7],
        Ambito = row[8] == "-" ? null : row[8],
        AmbitoStatus = EvidenceStatus.Listed,
        DistrettoStatus = EvidenceStatus.Inferred,
    };

    private static Site ToSite(string[] row, Comune? comune) => new()
    {
        Id = new SiteId(row[0]),
        Name = row[0],
        Role = row[1] switch
        {
            "hub" => SiteRole.Hub,
            "spoke" => SiteRole.Spoke,
            _ => SiteRole.NotDeclared,
        },
        Comune = new ComuneCode(row[2]),
        Lon = comune?.Seat?.Lon ?? West,
        Lat = comune?.Seat?.Lat ?? South,
        Network = row[3] == "-" ? null : new NetworkId(row[3]),
        DeclaredAmbiti = row[4] == "-" ? [] : [.. row[4].Split(',')],
        Precision = SitePrecision.Comune,
    };

    private static Polygon Square(int x, int y)
    {
        (double west, double south) = (West + ((x - 0.5) * Step), South + ((y - 0.5) * Step));
        var polygon = (Polygon)_factory.ToGeometry(new Envelope(west, west + Step, south, south + Step));
        polygon.SRID = 4326;
        return polygon;
    }

    private static string[][] Table(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)),
    ];
}
