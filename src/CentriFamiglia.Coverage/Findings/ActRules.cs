using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Money;

namespace CentriFamiglia.Coverage.Findings;

/// <summary>Every rule of D.G.R. XII/1507/2023, Allegato A, R1 to R18, on every subject it concerns.</summary>
public static class ActRules
{
    /// <summary>By subject, kind of subject, rule and reason, ordinally.</summary>
    /// <param name="state">Snapshot, verdicts, gaps and rule set.</param>
    /// <param name="declarations">What the ATS declare; null for what the content holds.</param>
    public static ImmutableArray<ActFinding> Evaluate(CoverageState state, ActDeclarations? declarations = null)
    {
        var context = new FindingContext(state);
        ActDeclarations said = declarations ?? ActDeclarations.In(state.Snapshot);
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

/// <summary>What the ATS declare beside their sedi and networks.</summary>
/// <param name="SharedWithCabina">Day on which the analysis was shared with the Cabina di Regia (R14), by name of the ATS.</param>
public sealed record ActDeclarations(ImmutableSortedDictionary<string, DateOnly> SharedWithCabina)
{
    public static ActDeclarations None { get; } = new(ImmutableSortedDictionary.Create<string, DateOnly>(StringComparer.Ordinal));

    /// <summary>What the content holds; an ATS that is not loaded declares nothing.</summary>
    public static ActDeclarations In(TerritorySnapshot snapshot)
    {
        var names = snapshot.Units(AreaLevel.Ats).Where(u => u.IsLoaded).ToDictionary(u => u.Code, u => u.Name, StringComparer.Ordinal);
        var loaded = snapshot.Content.Declarations.Where(d => names.ContainsKey(AreaCode.From(d.Ats))).ToDictionary(d => names[AreaCode.From(d.Ats)], StringComparer.Ordinal);
        return new ActDeclarations(
            loaded.Where(d => d.Value.SharedOn is not null).ToImmutableSortedDictionary(d => d.Key, d => d.Value.SharedOn!.Value, StringComparer.Ordinal))
        {
            Ledgers = loaded.Where(d => d.Value.ResidualEur is not null)
                .ToImmutableSortedDictionary(d => d.Key, d => new AtsLedger(d.Value.ResidualEur!.Value, d.Value.SpentEur), StringComparer.Ordinal),
        };
    }

    /// <summary>Residuals of earlier years (R15, R17), by name of the ATS.</summary>
    public ImmutableSortedDictionary<string, AtsLedger> Ledgers { get; init; } = ImmutableSortedDictionary.Create<string, AtsLedger>(StringComparer.Ordinal);
}
