using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Money;

namespace CentriFamiglia.Coverage.Findings;

/// <summary>Every rule of D.G.R. XII/1507/2023, Allegato A, R1 to R18, on every subject it concerns.</summary>
public static class ActRules
{
    /// <summary>By subject, kind of subject, rule and reason, ordinally.</summary>
    /// <param name="state">Snapshot, verdicts, gaps and rule set.</param>
    /// <param name="declarations">What the data of sedi and networks have no place for.</param>
    public static ImmutableArray<ActFinding> Evaluate(CoverageState state, ActDeclarations? declarations = null)
    {
        var context = new FindingContext(state);
        ActDeclarations said = declarations ?? ActDeclarations.None;
        return
        [
            .. CoverageFindings.Evaluate(context)
                .Concat(NetworkFindings.Evaluate(context))
                .Concat(SiteFindings.Evaluate(context))
                .Concat(HoursFindings.Evaluate(context))
                .Concat(MoneyFindings.Evaluate(context, said))
                .Concat(GovernanceFindings.Evaluate(context, said))
                .OrderBy(f => f.Subject, StringComparer.Ordinal)
                .ThenBy(f => f.SubjectKind, StringComparer.Ordinal)
                .ThenBy(f => f.Rule, StringComparer.Ordinal)
                .ThenBy(f => f.Reason, StringComparer.Ordinal),
        ];
    }
}

/// <summary>What the data of sedi and networks have no place for.</summary>
/// <param name="SharedWithCabina">Day on which the analysis was shared with the Cabina di Regia (R14), by name of the ATS.</param>
public sealed record ActDeclarations(ImmutableSortedDictionary<string, DateOnly> SharedWithCabina)
{
    public static ActDeclarations None { get; } = new(ImmutableSortedDictionary.Create<string, DateOnly>(StringComparer.Ordinal));

    /// <summary>Residuals of earlier years (R15, R17), by name of the ATS.</summary>
    public ImmutableSortedDictionary<string, AtsLedger> Ledgers { get; init; } = ImmutableSortedDictionary.Create<string, AtsLedger>(StringComparer.Ordinal);
}
