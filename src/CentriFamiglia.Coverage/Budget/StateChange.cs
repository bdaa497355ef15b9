using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Budget;

/// <summary>One area in two states.</summary>
/// <param name="VerdictBefore">Of R1, in the first.</param>
/// <param name="VerdictAfter">In the second.</param>
/// <param name="Before">Its journeys in the first.</param>
/// <param name="After">In the second.</param>
/// <param name="Comparable">False where the journeys before and after are not of the same comuni: a difference would be one of knowledge.</param>
public sealed record AreaChange(UnitVerdict VerdictBefore, UnitVerdict VerdictAfter, UnitGap Before, UnitGap After, bool Comparable)
{
    public TerritoryUnit Unit => After.Unit;

    public bool VerdictChanges => VerdictBefore.Verdict != VerdictAfter.Verdict;

    /// <summary>Whether the verdict, the sedi inside or any figure of the journeys is another.</summary>
    public bool Changes =>
        VerdictChanges
        || (VerdictBefore.Hubs, VerdictBefore.Spokes, VerdictBefore.Undeclared) != (VerdictAfter.Hubs, VerdictAfter.Spokes, VerdictAfter.Undeclared)
        || !(ReferenceEquals(Before, After) || (Before with { Unit = After.Unit, Known = After.Known, Curve = After.Curve } == After && Before.Curve.SequenceEqual(After.Curve)));
}

/// <summary>What a network carries.</summary>
/// <param name="Hubs">Active.</param>
/// <param name="Spokes">Active: the load of its Hub.</param>
/// <param name="HoursSum">Weekly hours of its sedi added up, of those whose hours can be read (R8).</param>
/// <param name="HoursUnion">Weekly hours at which at least one is open.</param>
/// <param name="FormulaEur">What the formula of the ATS grants (R16); null without a formula, or where it cannot be computed.</param>
public sealed record NetworkLoad(int Hubs, int Spokes, double HoursSum, double HoursUnion, decimal? FormulaEur);

/// <summary>One network whose sedi change.</summary>
/// <param name="Ats">Its ATS; empty where none is known.</param>
/// <param name="MaxSpokes">Most Spoke of one network, a planning criterion.</param>
public sealed record NetworkChange(Network Network, string Ats, ProjectTerms Terms, int MaxSpokes, NetworkLoad Before, NetworkLoad After);

/// <summary>One rule of the act on one subject that says something else.</summary>
/// <param name="Before">Null where the rule said nothing of the subject.</param>
/// <param name="After">Null where it says nothing any more.</param>
public sealed record FindingChange(ActFinding? Before, ActFinding? After);

/// <summary>What changes between two states.</summary>
public static class StateChange
{
    /// <summary>Every area loaded in both states that changes, by level and code: verdicts of all sedi, journeys to those that count for them.</summary>
    /// <param name="before">With every active sede.</param>
    /// <param name="after">The other: the same ground with other sedi, or another day, set, rules.</param>
    /// <param name="openBefore">What the journeys count, on the same ground: <paramref name="before"/>, or its sedi open at a moment.</param>
    /// <param name="openAfter">The same for <paramref name="after"/>.</param>
    public static ImmutableArray<AreaChange> Areas(CoverageState before, CoverageState after, CoverageState openBefore, CoverageState openAfter)
    {
        return [.. StateMeasures.Levels.SelectMany(Of).Where(a => a.VerdictBefore.Unit.IsLoaded && a.Unit.IsLoaded && a.Changes)];

        IEnumerable<AreaChange> Of(AreaLevel level)
        {
            ImmutableArray<UnitVerdict> later = after.Verdicts(level);
            Dictionary<string, int> places = Enumerable.Range(0, later.Length).ToDictionary(u => later[u].Unit.Code, StringComparer.Ordinal);
            foreach ((UnitVerdict verdict, UnitGap gap) in before.Verdicts(level).Zip(openBefore.Gaps(level)))
            {
                if (places.TryGetValue(verdict.Unit.Code, out int u))
                    yield return new AreaChange(verdict, later[u], gap, openAfter.Gaps(level)[u], SameComuni(before, gap, after, openAfter.Gaps(level)[u]));
            }
        }
    }

    /// <summary>Whether the journeys of an area are of the same comuni in two states.</summary>
    public static bool SameComuni(CoverageState before, UnitGap gapBefore, CoverageState after, UnitGap gapAfter) =>
        before.Snapshot.Comuni == after.Snapshot.Comuni
            ? gapBefore.Known.CountsAsMuchAs(gapAfter.Known)
            : Judged(before, gapBefore).SetEquals(Judged(after, gapAfter));

    private static HashSet<ComuneCode> Judged(CoverageState state, UnitGap gap) => [.. gap.Known.Judged.Select(c => state.Snapshot.Comuni[c].Code)];

    /// <summary>Every network that has other sedi, or the same with other values, by id.</summary>
    public static ImmutableArray<NetworkChange> Networks(CoverageState before, CoverageState after)
    {
        Dictionary<NetworkId, NetworkView> later = new FindingContext(after).Networks.ToDictionary(n => n.Network.Id);
        return
        [
            .. new FindingContext(before).Networks
                .Where(n => !n.Sites.Select(s => s.Site).SequenceEqual(later[n.Network.Id].Sites.Select(s => s.Site)))
                .Select(n => Of(n, later[n.Network.Id])),
        ];

        NetworkChange Of(NetworkView then, NetworkView now)
        {
            ProjectTerms terms = after.Rules.TermsOf(now.Ats.Length == 0 ? null : now.Ats, after.Snapshot.AsOf);
            return new NetworkChange(
                Network: now.Network,
                Ats: now.Ats,
                Terms: terms,
                MaxSpokes: after.Rules.Planning.MaxSpokesPerHub,
                Before: NetworkLoads.Of(before.Snapshot, then, terms),
                After: NetworkLoads.Of(after.Snapshot, now, terms));
        }
    }

    /// <summary>Rules that have another outcome for a subject, those that begin or cease to be kept among them; by rule, kind of subject and subject.</summary>
    public static ImmutableArray<FindingChange> Findings(ImmutableArray<ActFinding> before, ImmutableArray<ActFinding> after)
    {
        Dictionary<(string, string, string), ActFinding> then = Worst(before), now = Worst(after);
        return
        [
            .. then.Keys.Union(now.Keys)
                .Select(key => new FindingChange(then.GetValueOrDefault(key), now.GetValueOrDefault(key)))
                .Where(c => c.Before?.Outcome != c.After?.Outcome)
                .OrderBy(c => int.Parse(Either(c).Rule.AsSpan(1), CultureInfo.InvariantCulture))
                .ThenBy(c => Either(c).SubjectKind, StringComparer.Ordinal)
                .ThenBy(c => Either(c).Subject, StringComparer.Ordinal),
        ];

        static ActFinding Either(FindingChange change) => (change.After ?? change.Before)!;

        static Dictionary<(string, string, string), ActFinding> Worst(ImmutableArray<ActFinding> all) => all
            .GroupBy(f => (f.Rule, f.SubjectKind, f.Subject))
            .ToDictionary(g => g.Key, g => g.First(f => f.Outcome == g.Select(x => x.Outcome).Worst()));
    }
}
