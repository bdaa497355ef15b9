using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Money;
using CentriFamiglia.Coverage.Siting.Networks;

namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>How many sedi money and balance allow, over all and in each ATS.</summary>
internal sealed class PlanLimits
{
    private readonly SuggestionRequest _request;
    private readonly ImmutableArray<long> _residents;

    /// <param name="ats">The one asked for; null for all.</param>
    public PlanLimits(CoverageState state, SuggestionRequest request, string? ats)
    {
        _request = request;
        ImmutableArray<TerritoryUnit> units = [.. state.Snapshot.Units(AreaLevel.Ats).Where(u => u.IsLoaded)];
        Ats = [.. units.Select(u => u.Name)];
        _residents = [.. units.Select(u => ats is null || u.Name == ats ? state.Snapshot.WeightOf(u) : 0)];
    }

    /// <summary>Names, by code.</summary>
    public ImmutableArray<string> Ats { get; }

    public int GroupOf(CandidatePlace option) => Math.Max(0, Ats.IndexOf(option.Membership.Ats));

    /// <summary>What a sede there would cost, EUR; zero when nobody says.</summary>
    public double CostOf(CandidatePlace option) => (double)(option.CostEur ?? _request.SedeCostEur ?? 0);

    /// <summary>Whether all options cost the same, so that money is a number of sedi.</summary>
    public bool OnePrice(IEnumerable<CandidatePlace> options) => options.Select(CostOf).Distinct().Count() <= 1;

    /// <summary>Most sedi of each ATS when so many are opened over all.</summary>
    /// <param name="options">To choose among.</param>
    /// <param name="most">Over all.</param>
    /// <param name="least">Of each ATS, that balance does not take away.</param>
    public int[] Most(IReadOnlyCollection<CandidatePlace> options, int most, int[] least)
    {
        int[] caps = [.. Ats.Select(_ => int.MaxValue)];
        if (_request.Balance && _residents.Sum() > 0)
        {
            ImmutableArray<decimal> shares = LargestRemainder.Share(most / 100m, _residents);
            caps = [.. shares.Select((s, a) => Math.Max(least[a], (int)(s * 100m)))];
        }

        if (_request.BudgetByAts is not { } budgets || !OnePrice(options))
            return caps;
        double price = options.Select(CostOf).FirstOrDefault();
        return [.. caps.Select((cap, a) => price > 0 ? Math.Min(cap, Paid(budgets.GetValueOrDefault(Ats[a]), price)) : cap)];
    }

    /// <summary>Most sedi over all that the money pays, of those asked for.</summary>
    public int Most(IReadOnlyCollection<CandidatePlace> options, int asked)
    {
        double price = options.Select(CostOf).FirstOrDefault();
        return _request.BudgetEur is { } budget && OnePrice(options) && price > 0 ? Math.Min(asked, Paid(budget, price)) : asked;
    }

    /// <summary>What each ATS may spend, and at the end all together; infinite where sedi of one price are simply counted.</summary>
    public double[] Purses(IReadOnlyCollection<CandidatePlace> options)
    {
        if (OnePrice(options))
            return [.. Enumerable.Repeat(double.PositiveInfinity, Ats.Length + 1)];
        return
        [
            .. Ats.Select(a => _request.BudgetByAts is { } budgets ? (double)budgets.GetValueOrDefault(a) : double.PositiveInfinity),
            (double?)_request.BudgetEur ?? double.PositiveInfinity,
        ];
    }

    private static int Paid(decimal budget, double price) => (int)Math.Clamp(Math.Floor((double)budget / price * (1 + 1e-12)), 0, 100_000);
}
