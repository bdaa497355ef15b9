using System.Text;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Judges.Tests.Plans;

/// <summary>Territories of some thirty comuni in one or two ATS, whose few networks are nearly full; some comuni are islands.</summary>
internal static class RandomPlans
{
    private const int Side = 45;

    public static CoverageState Draw(int seed)
    {
        var random = new Random(seed);
        (int count, int ats) = (random.Next(18, 34), random.Next(1, 3));
        var comuni = new StringBuilder();
        for (int i = 1; i <= count; i++)
        {
            int own = random.Next(ats);
            comuni.AppendLine($"{i:000000} | C{i} | {random.Next(Side)} | {random.Next(Side)} | {random.Next(0, 3000)} | "
                + $"{"ACE"[random.Next(3)]} | Ats{own} | D{own}{random.Next(4)} | A{own}{random.Next(6)}");
        }

        // As the act has it, or tighter: at most two Spokes and two Ambiti.
        bool tight = random.Next(2) == 0;
        var sedi = new StringBuilder();
        for (int hub = 0; hub < random.Next(2, 5); hub++)
        {
            string declared = random.Next(3) == 0 ? $"A{random.Next(ats)}{random.Next(6)}" : "-";
            sedi.AppendLine($"H{hub} | hub | {random.Next(1, count + 1):000000} | R{hub} | {declared}");
            int spokes = tight ? random.Next(0, 2) : random.Next(4, 9);
            int at = random.Next(1, count + 1);
            for (int spoke = 0; spoke < spokes; spoke++)
                sedi.AppendLine($"S{hub}{spoke} | spoke | {at:000000} | R{hub} | -");
        }

        RuleSet rules = tight
            ? RuleSet.Parse(RuleSet.DefaultText.Replace("\"max_spoke_per_hub\": 8", "\"max_spoke_per_hub\": 2", StringComparison.Ordinal)
                .Replace("\"max_ambiti_per_hub\": 3", "\"max_ambiti_per_hub\": 2", StringComparison.Ordinal))
            : RuleSet.Default;
        string[] islands = random.Next(3) == 0 ? [$"{random.Next(1, count + 1):000000}"] : [];
        return CoverageState.Compute(SmallTerritory.Snapshot(comuni.ToString(), sedi.ToString()), rules, new GridTravel(islands));
    }
}
