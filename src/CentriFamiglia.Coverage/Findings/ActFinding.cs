using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Findings;

/// <summary>One rule of the act on one subject.</summary>
/// <param name="Rule">Id of the clause, R1 to R18.</param>
/// <param name="Section">Section of Allegato A.</param>
/// <param name="Quote">Words of the act.</param>
/// <param name="Act">Title of the act that the words are from.</param>
/// <param name="SubjectKind"><c>ambito</c>, <c>distretto</c>, <c>ats</c>, <c>rete</c>, <c>sede</c>, <c>regione</c>.</param>
/// <param name="Subject">Code or id of the subject.</param>
/// <param name="Ats">Name of its ATS; empty where not known, and for the region.</param>
/// <param name="Network">Id of its network; null for subjects that have none.</param>
/// <param name="Outcome">What was found.</param>
/// <param name="Figures">What it rests on.</param>
/// <param name="Reason">Italian sentence: why.</param>
/// <param name="Cure">Italian sentence: how to mend it; empty where there is nothing to mend.</param>
/// <param name="Demonstration">Whether made-up sedi count in it.</param>
public sealed record ActFinding(
    string Rule,
    string Section,
    string Quote,
    string Act,
    string SubjectKind,
    string Subject,
    string Name,
    string Ats,
    string? Network,
    Outcome Outcome,
    ImmutableArray<FindingFigure> Figures,
    string Reason,
    string Cure,
    bool Demonstration);

/// <summary>One figure behind an outcome.</summary>
/// <param name="Name">With its unit, e.g. <c>ore_somma</c>, <c>contributo_eur</c>.</param>
/// <param name="Value">Null when not known.</param>
public readonly record struct FindingFigure(string Name, double? Value)
{
    public override string ToString() =>
        $"{Name}={Value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "non dichiarato"}";
}
