using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Findings;

/// <summary>How an area stands against the local standard.</summary>
public enum StandardState
{
    Met,

    /// <summary>Below the standard, and no exception covers it.</summary>
    Open,

    /// <summary>Below the standard, with an exception that holds.</summary>
    Excepted,

    /// <summary>Below the standard, with an exception past its date: open again.</summary>
    Expired,

    /// <summary>Limits, residents or sedi are not known well enough.</summary>
    NotKnown,
}

/// <summary>One area against the local standard: at least X % of residents within T minutes. A planning criterion, not in the act.</summary>
/// <param name="Unit">Ambito or Distretto.</param>
/// <param name="Residents">Residents of its demand points that count (persons); null where the area is not known.</param>
/// <param name="Within">Those with a sede within the limit of their comune's SNAI class, inclusive.</param>
/// <param name="SharePercent">Percent of <paramref name="Residents"/>; null where there are none.</param>
/// <param name="RequiredPercent">X of the ATS on the day.</param>
/// <param name="State">The outcome.</param>
/// <param name="Exception">The exception to the area, whether it holds or not; null for none.</param>
public sealed record StandardRow(
    TerritoryUnit Unit,
    double? Residents,
    double? Within,
    double? SharePercent,
    double RequiredPercent,
    StandardState State,
    StandardWaiver? Exception);

/// <summary>The local standard on every Ambito and Distretto.</summary>
public static class LocalStandard
{
    /// <summary>What stands beside every figure of the standard.</summary>
    public const string Label = "criterio di pianificazione, non previsto dall'atto";

    private const double Tolerance = 1e-9;

    /// <summary>By level, then code.</summary>
    public static ImmutableArray<StandardRow> Evaluate(CoverageState state, ExceptionRegister register)
    {
        Dictionary<string, StandardWaiver> exceptions = register.Exceptions.ToDictionary(e => e.Id, StringComparer.Ordinal);
        return
        [
            .. ((AreaLevel[])[AreaLevel.Ambito, AreaLevel.Distretto])
                .SelectMany(level => state.Gaps(level).Where(g => g.Unit.IsLoaded))
                .Select(gap => Judge(state, gap, exceptions.GetValueOrDefault($"{gap.Unit.Level.ToText()}/{gap.Unit.Code}"))),
        ];
    }

    private static StandardRow Judge(CoverageState state, UnitGap gap, StandardWaiver? exception)
    {
        TerritoryUnit unit = gap.Unit;
        TerritorySnapshot snapshot = state.Snapshot;
        ProjectTerms terms = state.Rules.TermsOf(unit.Ats, snapshot.AsOf);
        double residents = 0, within = 0, unknown = 0;
        foreach (int comune in gap.Known.Judged)
        {
            foreach (int point in state.PointsOfComune[comune])
            {
                double weight = state.Points[point].Residents;
                residents += weight;
                if (snapshot.Comuni[comune].Class is not { } snai)
                    unknown += weight;
                else if (state.Points[point].Nearest is { } nearest && nearest.Cost.Within(terms.LimitMinutes[snai]))
                    within += weight;
            }
        }

        double? share = residents > 0 ? 100 * within / residents : null;
        bool known = !gap.Known.Judged.IsEmpty;
        double required = terms.ResidentsSharePercent;
        StandardState outcome = share >= required - Tolerance ? StandardState.Met
            : share is null || unknown > 0 || unit.ComuniWithoutResidents > 0 || gap.Known.UpperBound ? StandardState.NotKnown
            : exception is null ? StandardState.Open
            : exception.Until < snapshot.AsOf ? StandardState.Expired
            : StandardState.Excepted;
        return new StandardRow(
            Unit: unit,
            Residents: known ? residents : null,
            Within: known ? within : null,
            SharePercent: share,
            RequiredPercent: required,
            State: outcome,
            Exception: exception);
    }
}

/// <summary>The words of the interface.</summary>
public static class StandardStateText
{
    public static Vocabulary<StandardState> Words { get; } = new(
        (StandardState.Met, ["rispettato"]),
        (StandardState.Open, ["non_rispettato"]),
        (StandardState.Excepted, ["eccezione"]),
        (StandardState.Expired, ["eccezione_scaduta"]),
        (StandardState.NotKnown, ["non_dichiarato"]));

    public static string ToText(this StandardState state) => Words.Of(state);
}
