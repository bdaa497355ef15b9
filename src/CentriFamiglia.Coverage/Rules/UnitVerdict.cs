namespace CentriFamiglia.Coverage.Rules;

/// <summary>Outcome of R1 for one unit (Allegato A, 3 and 3.1).</summary>
public enum Verdict
{
    /// <summary>At least one active sede inside.</summary>
    Sede,

    /// <summary>No sede inside, but in the declared territory of a Hub.</summary>
    Competenza,

    /// <summary>No sede and no declaration, where the list is declared complete.</summary>
    Scoperto,

    /// <summary>Membership or sedi are not known: nothing can be said.</summary>
    NonCaricato,
}

/// <summary>The words of the interface.</summary>
public static class VerdictText
{
    public static Vocabulary<Verdict> Words { get; } = new(
        (Verdict.Sede, ["SEDE"]), (Verdict.Competenza, ["COMPETENZA"]), (Verdict.Scoperto, ["SCOPERTO"]), (Verdict.NonCaricato, ["NON_CARICATO"]));

    public static string ToText(this Verdict verdict) => Words.Of(verdict);
}

/// <summary>The verdict of one unit with what gave it.</summary>
/// <param name="Verdict">The outcome.</param>
/// <param name="SatisfiesR1">Whether the outcome satisfies R1 under the rule set; null where nothing can be said.</param>
/// <param name="Hubs">Active Hub inside.</param>
/// <param name="Spokes">Active Spoke inside.</param>
/// <param name="Undeclared">Active sedi inside whose role is not declared.</param>
/// <param name="Demonstration">
/// True when a made-up sede gave the verdict, or when no sede gave it and the list holds made-up ones.
/// </param>
/// <param name="Reason">Italian sentence.</param>
/// <param name="Sites">The sedi that gave the verdict: those inside, or the Hubs that declare the territory; ascending ids.</param>
public sealed record UnitVerdict(
    TerritoryUnit Unit,
    Verdict Verdict,
    bool? SatisfiesR1,
    int Hubs,
    int Spokes,
    int Undeclared,
    bool Demonstration,
    string Reason,
    ImmutableArray<SiteId> Sites)
{
    /// <summary>Whether there is a sede inside though the list is not complete for the ATS; null where nothing is known.</summary>
    public bool? UpperBound { get; init; }

    /// <summary>A count of the sedi inside; null where nothing is known of the area, where none is not known either.</summary>
    public int? Known(int count) => Verdict == Verdict.NonCaricato && count == 0 ? null : count;
}

/// <summary>R1 under both readings of "ambito/distretto", for one ATS (or the region: <see cref="Ats"/> empty). Residents are persons.</summary>
/// <param name="Ats">Name of the ATS; empty for the whole region.</param>
/// <param name="Ambiti">Ambiti by verdict.</param>
/// <param name="Distretti">Distretti by verdict.</param>
/// <param name="ResidentsBoth">Residents of comuni whose Ambito and Distretto both satisfy R1.</param>
/// <param name="ResidentsAmbitoOnly">Residents of comuni whose Ambito alone satisfies it.</param>
/// <param name="ResidentsDistrettoOnly">Residents of comuni whose Distretto alone satisfies it.</param>
/// <param name="ResidentsNeither">Residents of comuni where neither satisfies it and at least one certainly does not.</param>
/// <param name="ResidentsNotKnown">Residents of comuni where neither satisfies it and both are NON CARICATO.</param>
public sealed record CombinedReading(
    string Ats,
    ImmutableSortedDictionary<Verdict, int> Ambiti,
    ImmutableSortedDictionary<Verdict, int> Distretti,
    long ResidentsBoth,
    long ResidentsAmbitoOnly,
    long ResidentsDistrettoOnly,
    long ResidentsNeither,
    long ResidentsNotKnown);
