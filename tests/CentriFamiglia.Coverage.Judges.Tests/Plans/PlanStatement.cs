using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Proposals;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Judges.Tests.Plans;

/// <summary>
/// What proposals are chosen from, read off the state alone: comuni with a seat, who would be nearer to them, which units they serve,
/// which Hubs of their ATS are within reach and what those may still take (Spokes, Ambiti). Four hours stand for "no sede is reached".
/// </summary>
internal sealed class PlanStatement
{
    private const int NoSede = 4 * 3600;

    /// <param name="state">Whose sedi and places they are.</param>
    /// <param name="level">Of the units that want a sede.</param>
    /// <param name="reach">Of a Hub, minutes.</param>
    /// <param name="ats">Null for all.</param>
    /// <param name="countAll">Whether those of other ATS count.</param>
    /// <param name="counted">Whom of a comune, in one point; null for its residents.</param>
    public PlanStatement(
        CoverageState state, SuggestionLevel level, double reach, string? ats = null, bool countAll = false, Func<Comune, long>? counted = null)
    {
        TerritorySnapshot snapshot = state.Snapshot;
        Hubs = [.. snapshot.Sites.Where(site => site.Site.Role == SiteRole.Hub && site.Site.Network is not null)];
        SpokeRoom = [.. Hubs.Select(hub => Math.Max(0, state.Rules.Planning.MaxSpokesPerHub - snapshot.Sites.Count(site =>
            site.Site.Role == SiteRole.Spoke && site.Site.Network == hub.Site.Network)))];
        Served = [.. Hubs.Select(hub => Ambiti(hub).ToHashSet(StringComparer.Ordinal))];
        AmbitiRoom = [.. Served.Select(served => Math.Max(0, state.Rules.Planning.MaxAmbitiPerHub - served.Count))];
        Candidates = [.. snapshot.Comuni.Where(comune => comune.Seat is not null && snapshot.MembershipOf(comune.Code) is { } member
            && (ats is null || member.Ats == ats))];
        Places = [.. Candidates.Select(comune => new Place(comune.Seat!.Lon, comune.Seat.Lat, comune.Code, comune.AltitudeMetres))];
        Ambito = [.. Candidates.Select(comune => Code(snapshot.MembershipOf(comune.Code)!.Ambito))];
        Near = [.. HubsNear(state, reach)];
        AreaLevel[] levels = level switch
        {
            SuggestionLevel.Ambito => [AreaLevel.Ambito],
            SuggestionLevel.Distretto => [AreaLevel.Distretto],
            _ => [AreaLevel.Ambito, AreaLevel.Distretto],
        };
        Units =
        [
            .. levels.SelectMany(each => state.Verdicts(each))
                .Where(unit => unit.Verdict is Verdict.Scoperto or Verdict.Competenza && (ats is null || unit.Unit.Ats == ats))
                .Select(unit => Enumerable.Range(0, Candidates.Length)
                    .Where(c => unit.Unit.Comuni.Contains(snapshot.Comuni.IndexOf(Candidates[c]))).ToArray())
                .Where(candidates => candidates.Length > 0),
        ];
        bool[] own = [.. snapshot.Comuni.Select(comune => ats is null || countAll || snapshot.MembershipOf(comune.Code)?.Ats == ats)];
        Residents = [.. state.Points.Select(point => !own[point.Demand.ComuneIndex] ? 0
            : counted?.Invoke(snapshot.Comuni[point.Demand.ComuneIndex]) ?? (long)point.Demand.Point.Residents)];
        Limit = [.. state.Points.Select(point => point.LimitMinutes is { } minutes ? (int)(minutes * 60) : -1)];
        Reached = [.. state.Points.Select(point => point.Nearest is not null)];
        Now = [.. state.Points.Select(point => point.Nearest?.Cost.Seconds ?? NoSede)];
        TravelCost?[] costs = state.Travel.Costs([.. snapshot.Demand.Select(state.PlaceOf)], Places);
        Seconds = new int[Now.Length, Candidates.Length];
        for (int i = 0; i < Now.Length; i++)
        {
            for (int c = 0; c < Candidates.Length; c++)
                Seconds[i, c] = costs[(i * Candidates.Length) + c]?.Seconds ?? int.MaxValue;
        }
    }

    public ActiveSite[] Hubs { get; }

    public int[] SpokeRoom { get; }

    public int[] AmbitiRoom { get; }

    public HashSet<string>[] Served { get; }

    public Comune[] Candidates { get; }

    public Place[] Places { get; }

    /// <summary>Of each candidate; empty when it has none.</summary>
    public string[] Ambito { get; }

    /// <summary>For each candidate the Hubs of its ATS within reach that could take it, were it the only one.</summary>
    public int[][] Near { get; }

    /// <summary>Candidates of each unit that has no sede; units without a candidate are left out.</summary>
    public int[][] Units { get; }

    public long[] Residents { get; }

    /// <summary>Seconds; -1 where there is none.</summary>
    public int[] Limit { get; }

    /// <summary>Whether a point reaches a sede today.</summary>
    public bool[] Reached { get; }

    /// <summary>Seconds to the nearest sede today.</summary>
    public int[] Now { get; }

    /// <summary>From point to candidate.</summary>
    public int[,] Seconds { get; }

    /// <summary>Residents within their limit with these sedi too, less those of today.</summary>
    public long Within(int[] chosen) =>
        Enumerable.Range(0, Now.Length).Where(i => Now[i] > Limit[i] && chosen.Any(c => Seconds[i, c] <= Limit[i]))
        .Sum(i => Residents[i]);

    /// <summary>Resident-seconds saved by these sedi.</summary>
    /// <param name="chosen">Candidates.</param>
    /// <param name="reachedOnly">Whether those who reach no sede today are left out.</param>
    public long Saved(int[] chosen, bool reachedOnly) => Enumerable.Range(0, Now.Length).Where(i => Reached[i] || !reachedOnly)
        .Sum(i => Residents[i] * (Now[i] - chosen.Select(c => Seconds[i, c]).Append(Now[i]).Min()));

    private static string Code(string? ambito) => string.IsNullOrWhiteSpace(ambito) ? "" : AreaCode.From(ambito);

    private static IEnumerable<string> Ambiti(ActiveSite hub) =>
        hub.Site.DeclaredAmbiti.Append(hub.Membership?.Ambito ?? "").Select(ambito => Code(ambito)).Where(code => code.Length > 0);

    private IEnumerable<int[]> HubsNear(CoverageState state, double reach)
    {
        TravelCost?[] costs = state.Travel.Costs(Places, [.. Hubs.Select(state.PlaceOf)]);
        for (int c = 0; c < Candidates.Length; c++)
        {
            string ats = state.Snapshot.MembershipOf(Candidates[c].Code)!.Ats;
            (int candidate, int row) = (c, c * Hubs.Length);
            yield return [.. Enumerable.Range(0, Hubs.Length).Where(h => Hubs[h].Ats == ats && costs[row + h]?.Seconds <= reach * 60
                && SpokeRoom[h] > 0 && (Ambito[candidate].Length == 0 || Served[h].Contains(Ambito[candidate]) || AmbitiRoom[h] > 0))];
        }
    }
}
