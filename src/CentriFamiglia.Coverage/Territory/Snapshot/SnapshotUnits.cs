using System.Collections.Frozen;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Territory.Snapshot;

/// <summary>Groups the comuni into the units of each level.</summary>
internal static class SnapshotUnits
{
    private const string NotLoaded = "non-caricato";

    public static ImmutableArray<TerritoryUnit> Build(
        AreaLevel level,
        ImmutableArray<Comune> comuni,
        FrozenDictionary<ComuneCode, Membership> memberships,
        List<SnapshotNote> notes)
    {
        var groups = new SortedDictionary<string, Group>(StringComparer.Ordinal);
        if (level == AreaLevel.Regione)
            groups.Add(AreaCode.Lombardia, new Group(true));
        for (int i = 0; i < comuni.Length; i++)
        {
            Membership? membership = memberships.GetValueOrDefault(comuni[i].Code);
            (string code, string name, string ats, bool loaded) = Key(level, membership);
            if (!groups.TryGetValue(code, out Group? group))
                groups.Add(code, group = new Group(loaded));
            group.Add(i, comuni[i], name, ats, membership is null ? EvidenceStatus.Unverified : StatusOf(level, membership));
            if (!loaded && level is AreaLevel.Ambito or AreaLevel.Distretto or AreaLevel.Ats)
            {
                notes.Add(new($"comune-senza-{level.ToNoun().ToLowerInvariant()}", comuni[i].Code.Value,
                    $"{comuni[i].Name} ({comuni[i].Code}) non ha {level.ToNoun()}: sta in «{name}». Completare la tabella delle unità."));
            }
        }

        notes.AddRange(groups.Where(g => g.Value.Ats.Count > 1).Select(g => new SnapshotNote("unita-in-due-ats", g.Key,
            $"{g.Value.Name} ha comuni in più ATS ({string.Join(", ", g.Value.Ats.Keys)}): vale la più frequente. Correggere la tabella delle unità.")));
        return [.. groups.Select(g => g.Value.ToUnit(level, g.Key))];
    }

    /// <summary>The one area of level Regione: the ATS and the comuni without one share all its comuni out among them.</summary>
    public static ImmutableArray<Area> Region(ImmutableArray<Comune> comuni, TerritoryUnit region, ImmutableArray<Area> ats) =>
    [
        new Area(
            Level: region.Level,
            Code: region.Code,
            Name: region.Name,
            Ats: region.Ats,
            Status: region.Status,
            Comuni: [.. comuni.Select(c => c.Code)],
            Boundary: Dissolve([.. ats.Select(a => a.Boundary)])),
    ];

    public static ImmutableArray<Area> Areas(
        AreaLevel level,
        ImmutableArray<Comune> comuni,
        ImmutableArray<TerritoryUnit> units,
        ImmutableArray<Area> stored)
    {
        Dictionary<string, Area> known = stored.Where(a => a.Level == level).GroupBy(a => a.Code, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var areas = ImmutableArray.CreateBuilder<Area>(units.Length);
        foreach (TerritoryUnit unit in units)
        {
            ImmutableArray<ComuneCode> members = [.. unit.Comuni.Select(i => comuni[i].Code)];
            Geometry boundary = known.TryGetValue(unit.Code, out Area? area) && area.Comuni.SequenceEqual(members)
                ? area.Boundary
                : Dissolve([.. unit.Comuni.Select(i => comuni[i].Boundary)]);
            areas.Add(new Area(Level: level, Code: unit.Code, Name: unit.Name, Ats: unit.Ats, Status: unit.Status, Comuni: members, Boundary: boundary));
        }

        return areas.ToImmutable();
    }

    private static Geometry Dissolve(Geometry[] parts) =>
        parts.Length == 0 ? Wgs84.Factory.CreatePolygon() : AreaDissolver.Union(parts);

    private static (string Code, string Name, string Ats, bool Loaded) Key(AreaLevel level, Membership? membership)
    {
        if (level == AreaLevel.Regione)
            return (AreaCode.Lombardia, "Lombardia", string.Empty, true);
        string ats = membership?.Ats ?? string.Empty;
        string? name = membership is null ? null : NameOf(level, membership);
        if (!string.IsNullOrWhiteSpace(name))
            return (AreaCode.From(name), name, ats, true);
        string word = level.ToNoun();
        return ats.Length == 0
            ? (NotLoaded, $"Comuni senza {word}", ats, false)
            : ($"{NotLoaded}-{AreaCode.From(ats)}", $"Comuni senza {word} (ATS {ats})", ats, false);
    }

    internal static string? NameOf(AreaLevel level, Membership membership) => level switch
    {
        AreaLevel.Ambito => membership.Ambito,
        AreaLevel.Distretto => membership.Distretto,
        AreaLevel.Asst => membership.Asst,
        AreaLevel.Ats => membership.Ats,
        _ => "Lombardia",
    };

    private static EvidenceStatus StatusOf(AreaLevel level, Membership membership) => level switch
    {
        AreaLevel.Ambito => membership.AmbitoStatus,
        AreaLevel.Distretto or AreaLevel.Asst => membership.DistrettoStatus,
        _ => (EvidenceStatus)Math.Max((int)membership.AmbitoStatus, (int)membership.DistrettoStatus),
    };

    private sealed class Group(bool loaded)
    {
        private readonly ImmutableArray<int>.Builder _members = ImmutableArray.CreateBuilder<int>();
        private readonly SortedDictionary<string, int> _names = new(StringComparer.Ordinal);
        private EvidenceStatus _status = EvidenceStatus.Listed;
        private long _residents;
        private int _unknown;

        public SortedDictionary<string, int> Ats { get; } = new(StringComparer.Ordinal);

        public string Name => Commonest(_names) ?? "Lombardia";

        public void Add(int index, Comune comune, string name, string ats, EvidenceStatus status)
        {
            _members.Add(index);
            _names[name] = _names.GetValueOrDefault(name) + 1;
            Ats[ats] = Ats.GetValueOrDefault(ats) + 1;
            _status = status > _status ? status : _status;
            _residents += comune.Residents ?? 0;
            _unknown += comune.Residents is null ? 1 : 0;
        }

        public TerritoryUnit ToUnit(AreaLevel level, string code) => new(
            Level: level,
            Code: code,
            Name: Name,
            Ats: Commonest(Ats) ?? string.Empty,
            Status: _status,
            IsLoaded: loaded,
            Comuni: _members.ToImmutable(),
            Residents: _residents,
            ComuniWithoutResidents: _unknown);

        // Ties to the ordinally lowest, as the dissolver does: the first of the greatest in a sorted dictionary.
        private static string? Commonest(SortedDictionary<string, int> counts) => counts.Count == 0 ? null : counts.MaxBy(c => c.Value).Key;
    }
}
