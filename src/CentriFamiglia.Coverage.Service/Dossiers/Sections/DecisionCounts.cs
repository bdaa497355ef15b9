using CentriFamiglia.Coverage.Service.Dossiers.Reading;

namespace CentriFamiglia.Coverage.Service.Dossiers.Sections;

/// <summary>How many proposals were accepted, rejected, put off, and how many wait.</summary>
internal static class DecisionCounts
{
    public static int Of(IEnumerable<Proposal> proposals, Records.DecisionOutcome? outcome) => proposals.Count(p => p.Decision?.Outcome == outcome);

    /// <summary>Only those that there are.</summary>
    public static string Short(IReadOnlyCollection<Proposal> proposals) => string.Join(
        "; ",
        proposals.GroupBy(p => p.Outcome, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}: {g.Count()}"));

    public static string Sentence(IReadOnlyCollection<Proposal> proposals) =>
        $"accettate {Of(proposals, Records.DecisionOutcome.Accepted)}, respinte {Of(proposals, Records.DecisionOutcome.Rejected)}, "
        + $"rinviate {Of(proposals, Records.DecisionOutcome.Deferred)}, non ancora decise {Of(proposals, null)}";
}
