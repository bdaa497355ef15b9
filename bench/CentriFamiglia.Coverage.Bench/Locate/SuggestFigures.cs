using System.Diagnostics;
using System.Globalization;
using System.Text;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Money;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Proposals;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Bench.Locate;

/// <summary>
/// The proposals for all of Lombardia beside <c>cbc</c> on the same model, in one run. The networks' loads are lifted for those rows, so
/// that the model is the textbook one and the values must agree; the rows with every constraint stand alone, with their gap.
/// </summary>
internal static class SuggestFigures
{
    private const int Spokes = 20;

    public static void Run()
    {
        using var scratch = new ScratchFolder();
        CoverageState state = State(RuleSet.Default);
        CoverageState free = State(RuleSet.Parse(RuleSet.DefaultText
            .Replace("\"max_spoke_per_hub\": 8", "\"max_spoke_per_hub\": 900", StringComparison.Ordinal)
            .Replace("\"max_ambiti_per_hub\": 3", "\"max_ambiti_per_hub\": 900", StringComparison.Ordinal)));
        // Once for the compiler.
        SuggestionSolver.Compute(free, new SuggestionRequest { Goal = SuggestionGoal.Cover, MaxSpokes = 2 });
        Console.WriteLine("case | value | gap | coverage s | cbc s | cbc value | ratio");
        var options = new Candidates(free);
        Beside("cover", free, new SuggestionRequest { Goal = SuggestionGoal.Cover, MaxSpokes = Spokes }, scratch.Write("cover.lp", options.Cover(Spokes)),
            value => options.Within - value);
        Beside("time", free, new SuggestionRequest { Goal = SuggestionGoal.Time, MaxSpokes = Spokes }, scratch.Write("time.lp", options.Time(Spokes)), value => value / 60);
        foreach (SuggestionGoal goal in (SuggestionGoal[])[SuggestionGoal.Cover, SuggestionGoal.Time])
        {
            Alone($"{goal}, loads", state, new SuggestionRequest { Goal = goal, MaxSpokes = Spokes });
            Alone($"{goal}, loads, R1 (both levels), allocations", state, Constrained(state, goal));
            Alone($"{goal}, one ATS", state, new SuggestionRequest { Goal = goal, MaxSpokes = 10, Ats = "Bergamo" });
            Curve(goal, state);
        }

        foreach (SuggestionLevel level in Enum.GetValues<SuggestionLevel>())
            Alone($"units, {level}", state, new SuggestionRequest { Level = level });
        Alone("units, one ATS", state, new SuggestionRequest { Level = SuggestionLevel.Entrambi, Ats = "Insubria" });
    }

    private static CoverageState State(RuleSet rules) => CoverageState.Compute(TerritorySnapshot.Create(Shipped.Content, null, Shipped.AsOf), rules, Shipped.Estimate);

    private static SuggestionRequest Constrained(CoverageState state, SuggestionGoal goal) => new()
    {
        Goal = goal,
        MaxSpokes = 25,
        Level = SuggestionLevel.Entrambi,
        EveryUnit = true,
        SedeCostEur = 100_000,
        BudgetByAts = System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal, FundAllocation.Allocate(state.Snapshot, state.Rules).Select(a => KeyValuePair.Create(a.Ats, a.Assigned))),
    };

    private static void Beside(string name, CoverageState state, SuggestionRequest request, string model, Func<double, double> valueOf)
    {
        (SitingCertificate found, double seconds) = Timed(state, request);
        (double cbcSeconds, double? cbc) = LocateFigures.Cbc(model);
        double? theirs = cbc is { } least ? valueOf(least) : null;
        if (found.Status == "optimal" && theirs is { } value && Math.Abs(value - found.Objective!.Value) > 1e-6 * value)
            throw new InvalidOperationException($"{name}: coverage {found.Objective}, cbc {value}.");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name} | {found.Objective} | {found.Gap:R} | {seconds:F2} | {cbcSeconds:F2} | {(theirs is null ? "unproved" : theirs)} | {cbcSeconds / seconds:F1}"));
    }

    private static void Alone(string name, CoverageState state, SuggestionRequest request)
    {
        (SitingCertificate found, double seconds) = Timed(state, request);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} | {found.Objective} | {found.Gap:R} | {seconds:F2} | | |"));
    }

    private static void Curve(SuggestionGoal goal, CoverageState state)
    {
        var watch = Stopwatch.StartNew();
        var points = SuggestionCurve.Compute(state, new SuggestionRequest { Goal = goal, MaxSpokes = 45 });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{goal}, curve 0..45 | {points.Count(p => p.Status == "optimal")} of {points.Length} proved | at most {points.Max(p => p.Gap):R} | {watch.Elapsed.TotalSeconds:F2} "
                + $"| | |"));
    }

    private static (SitingCertificate Found, double Seconds) Timed(CoverageState state, SuggestionRequest request)
    {
        var watch = Stopwatch.StartNew();
        SitingCertificate found = SuggestionSolver.Compute(state, request).Certificate;
        return (found, watch.Elapsed.TotalSeconds);
    }

    /// <summary>The comuni that a Hub of their ATS reaches, and the models over them.</summary>
    private sealed class Candidates
    {
        private readonly CoverageState _state;
        private readonly int[] _comuni;
        private readonly TravelCost?[] _costs;

        public Candidates(CoverageState state)
        {
            _state = state;
            TerritorySnapshot snapshot = state.Snapshot;
            ActiveSite[] hubs = [.. snapshot.Sites.Where(s => s.Site.Role == SiteRole.Hub && s.Site.Network is not null)];
            Place[] seats = [.. snapshot.Comuni.Select(c => new Place(c.Seat!.Lon, c.Seat.Lat, c.Code, c.AltitudeMetres))];
            TravelCost?[] toHubs = state.Travel.Costs(seats, [.. hubs.Select(state.PlaceOf)]);
            _comuni = [.. Enumerable.Range(0, seats.Length).Where(c => Enumerable.Range(0, hubs.Length).Any(h =>
                hubs[h].Ats == snapshot.MembershipOf(snapshot.Comuni[c].Code)?.Ats && toHubs[(c * hubs.Length) + h]?.Within(state.Rules.Planning.HubReachMinutes) == true))];
            _costs = state.Travel.Costs([.. snapshot.Demand.Select(state.PlaceOf)], [.. _comuni.Select(c => seats[c])]);
            Within = state.Points.Where(p => p.Beyond is false).Sum(p => p.Demand.Point.Residents);
        }

        /// <summary>Residents within their limit today.</summary>
        public double Within { get; }

        /// <summary>Most residents brought within their limit, written as a least.</summary>
        public string Cover(int spokes)
        {
            int[] beyond = [.. Enumerable.Range(0, _state.Points.Length).Where(i => _state.Points[i].Beyond is true)];
            var text = new StringBuilder("minimize\nobj:\n");
            foreach (int i in beyond)
                text.Append(CultureInfo.InvariantCulture, $"- {_state.Points[i].Demand.Point.Residents} y{i}\n");
            text.Append("subject to\n");
            foreach (int i in beyond)
            {
                foreach (int j in Near(i).Where(j => Seconds(i, j) <= _state.Points[i].LimitMinutes * 60))
                    text.Append(CultureInfo.InvariantCulture, $"+ x{j}\n");
                text.Append(CultureInfo.InvariantCulture, $"- y{i} >= 0\n");
            }

            Count(text, spokes);
            text.Append("bounds\n");
            foreach (int i in beyond)
                text.Append(CultureInfo.InvariantCulture, $"y{i} <= 1\n");
            return Binary(text);
        }

        /// <summary>Least resident-seconds, today's nearest sede being one more choice of each point.</summary>
        public string Time(int spokes)
        {
            int[] reached = [.. Enumerable.Range(0, _state.Points.Length).Where(i => _state.Points[i].Nearest is not null)];
            var text = new StringBuilder("minimize\nobj:\n");
            foreach (int i in reached)
            {
                double residents = _state.Points[i].Demand.Point.Residents;
                text.Append(CultureInfo.InvariantCulture, $"+ {residents * _state.Points[i].Nearest!.Value.Cost.Seconds} s{i}\n");
                foreach (int j in Near(i))
                    text.Append(CultureInfo.InvariantCulture, $"+ {residents * Seconds(i, j)} z{i}_{j}\n");
            }

            text.Append("subject to\n");
            foreach (int i in reached)
            {
                text.Append(CultureInfo.InvariantCulture, $"+ s{i}\n");
                foreach (int j in Near(i))
                    text.Append(CultureInfo.InvariantCulture, $"+ z{i}_{j}\n");
                text.Append("= 1\n");
                foreach (int j in Near(i))
                    text.Append(CultureInfo.InvariantCulture, $"x{j} - z{i}_{j} >= 0\n");
            }

            Count(text, spokes);
            return Binary(text);
        }

        private IEnumerable<int> Near(int point) => Enumerable.Range(0, _comuni.Length).Where(j =>
            _costs[(point * _comuni.Length) + j] is { } cost && !(_state.Points[point].Nearest?.Cost.Seconds <= cost.Seconds));

        private int Seconds(int point, int option) => _costs[(point * _comuni.Length) + option]!.Value.Seconds;

        private void Count(StringBuilder text, int spokes)
        {
            for (int j = 0; j < _comuni.Length; j++)
                text.Append(CultureInfo.InvariantCulture, $"+ x{j}\n");
            text.Append(CultureInfo.InvariantCulture, $"= {spokes}\n");
        }

        private string Binary(StringBuilder text)
        {
            text.Append("binary\n");
            for (int j = 0; j < _comuni.Length; j++)
                text.Append(CultureInfo.InvariantCulture, $"x{j}\n");
            return text.Append("end\n").ToString();
        }
    }
}
