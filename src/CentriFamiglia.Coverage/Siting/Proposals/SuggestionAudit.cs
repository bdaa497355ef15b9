using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Siting.Networks;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>
/// The second code path: every figure of the proposals again, from the list of open places alone. Where the first path adds up what
/// each point saves, this one asks the travel source anew and takes totals before and after. They must agree.
/// </summary>
internal sealed class SuggestionAudit
{
    // Sums of the same terms in another order: whole residents agree to the bit, fractional ones to rounding.
    private const double Tolerance = 1e-9;

    private readonly CoverageState _state;
    private readonly Place[] _origins;

    public SuggestionAudit(CoverageState state)
    {
        _state = state;
        _origins = [.. state.Snapshot.Demand.Select(d => TravelTable.PlaceOf(state.Snapshot, d))];
        Standing = LeastSeconds([.. state.Snapshot.Sites.Select(s => TravelTable.PlaceOf(state.Snapshot, s))]);
    }

    /// <summary>Least seconds of every demand point to the sedi that stand; null when none is reached.</summary>
    public int?[] Standing { get; }

    public int?[] LeastSeconds(Place[] places) => _state.Travel.LeastSeconds(_origins, places);

    /// <summary>Least seconds with these places open as well.</summary>
    public int?[] With(Place[] places) => Least(Standing, LeastSeconds(places));

    /// <summary>What the places change for all demand points, by totals.</summary>
    public SitingGain Gain(int?[] before, Place[] places)
    {
        int?[] after = Least(before, LeastSeconds(places));
        double within = Within(after) - Within(before);
        double saved = Total(before, before) - Total(after, before);
        double reached = Reached(after) - Reached(before);
        return new SitingGain(within, saved, reached);
    }

    public static int?[] Least(int?[] one, int?[] other)
    {
        var least = new int?[one.Length];
        for (int i = 0; i < least.Length; i++)
            least[i] = one[i] is not { } a ? other[i] : other[i] is { } b ? Math.Min(a, b) : a;
        return least;
    }

    /// <summary>Mean minutes over the residents of a unit that reach a sede, to two decimals.</summary>
    public double? MeanMinutes(int?[] least, TerritoryUnit unit)
    {
        HashSet<int> members = [.. unit.Comuni];
        var here = _state.Points.Zip(least).Where(p => members.Contains(p.First.ComuneIndex) && p.Second is not null).ToList();
        double residents = here.Sum(p => p.First.Residents);
        return residents > 0
            ? GapMeasures.Rounded(here.Sum(p => p.First.Residents * p.Second!.Value) / residents / 60)
            : null;
    }

    public static void Same(string what, double? first, double? second)
    {
        if (first is null && second is null)
            return;
        if (first is not { } a || second is not { } b || Math.Abs(a - b) > Tolerance * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b))))
            throw new InvalidOperationException($"Two computations of {what} disagree: {first} and {second}.");
    }

    /// <summary>Residents within their limit.</summary>
    public double Within(int?[] least) =>
        _state.Points.Zip(least).Where(p => p.Second is { } s && p.First.LimitMinutes is { } limit && s <= limit * 60).Sum(p => p.First.Residents);

    private double Reached(int?[] least) =>
        _state.Points.Zip(least).Where(p => p.Second is not null).Sum(p => p.First.Residents);

    /// <summary>Resident-seconds of those that reach a sede in <paramref name="over"/>.</summary>
    public double Total(int?[] least, int?[] over) =>
        _state.Points.Select((p, i) => over[i] is null || !p.IsCounted ? 0 : p.Residents * least[i]!.Value).Sum();
}
