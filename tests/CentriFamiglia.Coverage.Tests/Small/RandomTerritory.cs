using System.Text;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using FsCheck.Fluent;

namespace CentriFamiglia.Coverage.Tests.Small;

/// <summary>Random small territories for property tests: a few comuni on a grid, two ATS, some memberships and residents missing.</summary>
internal static class RandomTerritory
{
    private const int Side = 20;

    /// <summary>Checks a property on many territories, each made from its own seed.</summary>
    public static void Holds(Action<Random> property) => Seeds.Check(seeded => Prop.ForAll(
        Gen.Choose(1, 1_000_000).ToArbitrary(), seed => seeded($"territory {seed}", () => property(new Random(seed)))));

    public static TerritoryContent Content(Random random, bool gaps = true)
    {
        var comuni = new StringBuilder();
        int count = random.Next(2, 14);
        for (int i = 0; i < count; i++)
        {
            int ats = random.Next(2);
            string residents = gaps && random.Next(10) == 0 ? "-" : random.Next(0, 1000).ToString();
            string snai = gaps && random.Next(10) == 0 ? "-" : "ABCDEF".Substring(random.Next(6), 1);
            string atsName = gaps && random.Next(12) == 0 ? "-" : $"Ats{ats}";
            string ambito = gaps && random.Next(10) == 0 ? "-" : $"Ambito{ats}{random.Next(3)}";
            comuni.AppendLine(
                $"{i + 1:000000} | Comune{i} | {random.Next(Side)} | {random.Next(Side)} | {residents} | {snai} | {atsName} | Distretto{ats}{random.Next(2)} | {ambito}");
        }

        var sedi = new StringBuilder();
        int sites = random.Next(0, 6);
        for (int i = 0; i < sites; i++)
        {
            string declares = random.Next(3) == 0 ? $"Ambito{random.Next(2)}{random.Next(3)}" : "-";
            sedi.AppendLine($"S{i} | {(i % 2 == 0 ? "hub" : "spoke")} | {random.Next(1, count + 1):000000} | R{i / 2} | {declares}");
        }

        return SmallTerritory.Content(comuni.ToString(), sedi.ToString());
    }

    public static TerritorySnapshot Snapshot(Random random, bool gaps = true) =>
        TerritorySnapshot.Create(Content(random, gaps), null, SmallTerritory.Day);
}
