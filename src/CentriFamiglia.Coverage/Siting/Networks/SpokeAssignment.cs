using CentriFamiglia.Coverage.Access;

namespace CentriFamiglia.Coverage.Siting.Networks;

/// <summary>
/// Which network each new Spoke joins: the fewest left without one, then the nearest Hubs. A network takes so many Spokes and its Hub
/// serves so many Ambiti: those it declares (3.1), its own, and those of its new Spokes. Both are planning criteria, not in the act.
/// </summary>
internal sealed class SpokeAssignment
{
    private const int MostSteps = 2_000;

    private readonly int _mostSpokes;
    private readonly int _mostAmbiti;
    private readonly int[] _spokes;
    private readonly HashSet<string>[] _ambiti;
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);

    public SpokeAssignment(CoverageState state, ImmutableArray<ActiveSite> hubs)
    {
        (_mostSpokes, _mostAmbiti) = (state.Rules.Planning.MaxSpokesPerHub, state.Rules.Planning.MaxAmbitiPerHub);
        _spokes = [.. hubs.Select(h => state.Snapshot.Sites.Count(s => s.Site.Role == SiteRole.Spoke && s.Site.Network == h.Site.Network))];
        _ambiti =
        [
            .. hubs.Select(h => h.Site.DeclaredAmbiti.Select(AreaCode.From).Concat(Code(h.Membership) is { } own ? [own] : []).ToHashSet(StringComparer.Ordinal)),
        ];
    }

    /// <summary>Spokes that a network can still take.</summary>
    public int SpokeRoom(int hub) => Math.Max(0, _mostSpokes - _spokes[hub]);

    /// <summary>Ambiti that a Hub can still take.</summary>
    public int AmbitiRoom(int hub) => Math.Max(0, _mostAmbiti - _ambiti[hub].Count);

    /// <summary>The Ambito that a Hub would serve newly with a Spoke there; null when it serves it already.</summary>
    public string? NewAmbito(int hub, Membership membership) => Code(membership) is { } ambito && !_ambiti[hub].Contains(ambito) ? ambito : null;

    /// <summary>Why a Hub cannot take a Spoke of this comune now, with nobody else joining; null when it can.</summary>
    public string? Refusal(int hub, Membership membership)
    {
        if (_spokes[hub] >= _mostSpokes)
            return $"ha già {_spokes[hub]} Spoke (massimo {_mostSpokes})";
        return Code(membership) is { } ambito && !_ambiti[hub].Contains(ambito) && _ambiti[hub].Count >= _mostAmbiti
            ? $"serve già {_ambiti[hub].Count} Ambiti (massimo {_mostAmbiti})"
            : null;
    }

    /// <summary>A Hub for each option, in order: its position, or -1 for a new Hub.</summary>
    public int[] Assign(IReadOnlyList<CandidatePlace> options)
    {
        int[] hubs = new int[options.Count];
        // Networks belong to one ATS; those with the fewest Hubs to choose from go first, so that wrong turns show early.
        foreach (IGrouping<string, int> ats in Enumerable.Range(0, options.Count).GroupBy(i => options[i].Membership.Ats, StringComparer.Ordinal))
        {
            int[] order = [.. ats.OrderBy(i => options[i].Hubs.Length)];
            var search = new Search(this, [.. order.Select(i => options[i])]);
            search.Go(0, 0);
            for (int at = 0; at < order.Length; at++)
                hubs[order[at]] = search.Best[at];
        }

        return hubs;
    }

    /// <summary>Whether it is proved that no assignment takes in all the options.</summary>
    public bool AreTooMany(IReadOnlyList<CandidatePlace> options) => Places(options).AreTooFew();

    /// <summary>How many of the options could have a place at once, the Ambiti left aside.</summary>
    public int Most(IReadOnlyList<CandidatePlace> options) => Places(options).Taken();

    private HubPlaces Places(IReadOnlyList<CandidatePlace> options) => new(
        [.. options.Select(option => option.Hubs.Select(hub => hub.Hub).ToArray())],
        [.. options.Select(option => option.Hubs.Select(hub => NewAmbito(hub.Hub, option.Membership)).ToArray())],
        SpokeRoom,
        AmbitiRoom);

    private string? Code(Membership? membership)
    {
        if (string.IsNullOrWhiteSpace(membership?.Ambito))
            return null;
        // Asked for each candidate of each set that a search looks at.
        if (!_codes.TryGetValue(membership.Ambito, out string? code))
            _codes.Add(membership.Ambito, code = AreaCode.From(membership.Ambito));
        return code;
    }

    private sealed class Search(SpokeAssignment loads, IReadOnlyList<CandidatePlace> options)
    {
        private readonly int[] _now = new int[options.Count];
        private readonly int[] _hopeless = [.. Enumerable.Range(0, options.Count + 1).Select(at => options.Skip(at).Count(o => o.Hubs.IsEmpty))];
        private int _fewest = int.MaxValue;
        private int _steps;

        public int[] Best { get; private set; } = [];

        /// <summary>Depth first, the nearest Hub first: the first answer is nearly always the best, and the rest is cut at once.</summary>
        public void Go(int at, int without)
        {
            if (without + _hopeless[at] >= _fewest || (++_steps > MostSteps && Best.Length > 0))
                return;
            if (at == options.Count)
            {
                (_fewest, Best) = (without, [.. _now]);
                return;
            }

            CandidatePlace option = options[at];
            foreach (HubInReach hub in option.Hubs)
            {
                if (loads.Refusal(hub.Hub, option.Membership) is not null)
                    continue;
                string? added = loads.Take(hub.Hub, option.Membership);
                _now[at] = hub.Hub;
                Go(at + 1, without);
                loads.GiveBack(hub.Hub, added);
            }

            _now[at] = -1;
            Go(at + 1, without + 1);
        }
    }

    private string? Take(int hub, Membership membership)
    {
        _spokes[hub]++;
        return Code(membership) is { } ambito && _ambiti[hub].Add(ambito) ? ambito : null;
    }

    private void GiveBack(int hub, string? added)
    {
        _spokes[hub]--;
        if (added is not null)
            _ambiti[hub].Remove(added);
    }
}
