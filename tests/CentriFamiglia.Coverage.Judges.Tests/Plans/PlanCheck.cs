using CentriFamiglia.Coverage.Siting.Proposals;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Judges.Tests.Plans;

/// <summary>What an answer is worth by the statement alone, once it is seen to keep to it.</summary>
internal static class PlanCheck
{
    /// <summary>
    /// The candidates proposed. Each joins one Hub of its ATS within reach,
    /// and no Hub takes more Spokes or Ambiti than it may.
    /// </summary>
    public static int[] Chosen(PlanStatement statement, SuggestionResult result, string at)
    {
        int[] chosen = [.. result.Suggestions.Select(row =>
            Array.FindIndex(statement.Candidates, comune => comune.Code == row.Comune.Code))];
        chosen.Distinct().Count().ShouldBe(chosen.Length, at);
        for (int h = 0; h < statement.Hubs.Length; h++)
        {
            NetworkId network = statement.Hubs[h].Site.Network!.Value;
            int[] joined = [.. chosen.Where((_, row) => result.Suggestions[row].Network == network)];
            joined.ShouldAllBe(c => statement.Near[c].Contains(h), at);
            joined.Length.ShouldBeLessThanOrEqualTo(statement.SpokeRoom[h], at);
            joined.Select(c => statement.Ambito[c]).Where(ambito => ambito.Length > 0 && !statement.Served[h].Contains(ambito))
                .Distinct(StringComparer.Ordinal).Count().ShouldBeLessThanOrEqualTo(statement.AmbitiRoom[h], at);
        }

        return chosen;
    }
}
