namespace CentriFamiglia.Coverage.Rules;

/// <summary>
/// R1 under both readings of "ambito/distretto", which the act never defines: as Ambito and Distretto do not nest, the common ground
/// is the comune, which has one of each.
/// </summary>
public static class CombinedRules
{
    /// <summary>One row per ATS by code, the whole region last.</summary>
    /// <param name="snapshot">What is known.</param>
    /// <param name="ambiti">Of every Ambito, by code.</param>
    /// <param name="distretti">Of every Distretto, by code.</param>
    public static ImmutableArray<CombinedReading> Evaluate(
        TerritorySnapshot snapshot,
        ImmutableArray<UnitVerdict> ambiti,
        ImmutableArray<UnitVerdict> distretti)
    {
        (int[] ambitoOf, int[] distrettoOf) = (snapshot.UnitOfComune(AreaLevel.Ambito), snapshot.UnitOfComune(AreaLevel.Distretto));
        return
        [
            .. snapshot.Units(AreaLevel.Ats).Where(u => u.IsLoaded).Select(ats =>
                Read(ats.Name, ats, [.. ambiti.Where(v => v.Unit.Ats == ats.Name)], [.. distretti.Where(v => v.Unit.Ats == ats.Name)])),
            Read(string.Empty, snapshot.Units(AreaLevel.Regione)[0], ambiti, distretti),
        ];

        CombinedReading Read(string name, TerritoryUnit unit, ImmutableArray<UnitVerdict> a, ImmutableArray<UnitVerdict> d)
        {
            ILookup<(bool? Ambito, bool? Distretto), int> comuni =
                unit.Comuni.ToLookup(c => (ambiti[ambitoOf[c]].SatisfiesR1, distretti[distrettoOf[c]].SatisfiesR1));
            long Residents(Func<bool?, bool?, bool> which) =>
                comuni.Where(g => which(g.Key.Ambito, g.Key.Distretto)).Sum(g => g.Sum(c => (long)(snapshot.Comuni[c].Residents ?? 0)));
            return new CombinedReading(
                Ats: name,
                Ambiti: Count(a),
                Distretti: Count(d),
                ResidentsBoth: Residents((x, y) => x is true && y is true),
                ResidentsAmbitoOnly: Residents((x, y) => x is true && y is not true),
                ResidentsDistrettoOnly: Residents((x, y) => x is not true && y is true),
                ResidentsNeither: Residents((x, y) => x is not true && y is not true && (x is false || y is false)),
                ResidentsNotKnown: Residents((x, y) => x is null && y is null));
        }
    }

    private static ImmutableSortedDictionary<Verdict, int> Count(ImmutableArray<UnitVerdict> verdicts) =>
        Enum.GetValues<Verdict>().ToSorted(v => v, v => verdicts.Count(x => x.Verdict == v));
}
