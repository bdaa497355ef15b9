using System.Collections.Frozen;
using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Access;

/// <summary>
/// Where figures can be given. Not known is not uncovered: a comune counts when its Ambito is not NON_CARICATO (its Distretto, where no
/// Ambito is loaded). Where the list of sedi is not complete for the ATS, an area with a sede has figures, but they are upper bounds: a
/// sede not listed may be nearer.
/// </summary>
public sealed class KnownTerritory
{
    private readonly TerritorySnapshot _snapshot;
    private readonly bool[] _judged;
    private readonly bool[] _bound;
    private readonly FrozenDictionary<AreaLevel, ImmutableArray<AreaKnowledge>> _areas;

    private KnownTerritory(TerritorySnapshot snapshot, bool[] judged, Func<AreaLevel, ImmutableArray<UnitVerdict>> verdicts)
    {
        (_snapshot, _judged) = (snapshot, judged);
        _bound = [.. judged.Select((known, c) => known && !snapshot.Set.IsCompleteFor(snapshot.MembershipOf(snapshot.Comuni[c].Code)?.Ats))];
        _areas = Enum.GetValues<AreaLevel>().ToFrozenDictionary(level => level, level => verdicts(level).Select(Of).ToImmutableArray());
    }

    /// <summary>What can be said of the whole territory.</summary>
    public AreaKnowledge Whole => _areas[AreaLevel.Regione][0];

    /// <param name="verdicts">Of every unit of a level, by code.</param>
    public static KnownTerritory Of(TerritorySnapshot snapshot, Func<AreaLevel, ImmutableArray<UnitVerdict>> verdicts)
    {
        bool[] judged = new bool[snapshot.Comuni.Length];
        ImmutableArray<UnitVerdict> ambiti = verdicts(AreaLevel.Ambito);
        foreach (UnitVerdict verdict in ambiti.Where(IsKnown))
            Mark(verdict.Unit.Comuni);
        HashSet<int> withoutAmbito = [.. ambiti.Where(v => !v.Unit.IsLoaded).SelectMany(v => v.Unit.Comuni)];
        foreach (UnitVerdict verdict in verdicts(AreaLevel.Distretto).Where(IsKnown))
            Mark(verdict.Unit.Comuni.Where(withoutAmbito.Contains));
        return new KnownTerritory(snapshot, judged, verdicts);

        void Mark(IEnumerable<int> comuni)
        {
            foreach (int comune in comuni)
                judged[comune] = true;
        }
    }

    /// <summary>Whether a comune has figures.</summary>
    /// <param name="comune">Position in <see cref="TerritorySnapshot.Comuni"/>.</param>
    public bool IsJudged(int comune) => _judged[comune];

    /// <summary>Whether the figures of a comune are upper bounds; null where it has none.</summary>
    /// <param name="comune">Position in <see cref="TerritorySnapshot.Comuni"/>.</param>
    public bool? UpperBound(int comune) => _judged[comune] ? _bound[comune] : null;

    /// <summary>How far the figures of all areas of a level go together, those of one ATS or of all.</summary>
    public AreaKnowledge Over(AreaLevel level, string? ats)
    {
        AreaKnowledge[] areas = [.. _snapshot.Units(level).Zip(Areas(level)).Where(p => ats is null || p.First.Ats == ats).Select(p => p.Second)];
        return new AreaKnowledge(
            [.. areas.SelectMany(a => a.Judged).Order()], areas.Any(a => a.UpperBound), areas.Sum(a => a.ComuniExcluded), areas.Sum(a => a.ResidentsExcluded));
    }

    /// <summary>How far the figures of each area go, in the order of <see cref="TerritorySnapshot.Units"/>.</summary>
    public ImmutableArray<AreaKnowledge> Areas(AreaLevel level) => _areas[level];

    private static bool IsKnown(UnitVerdict verdict) => verdict.Unit.IsLoaded && verdict.Verdict != Verdict.NonCaricato;

    private AreaKnowledge Of(UnitVerdict verdict)
    {
        // The region has no sedi of its own to be unknown: it is the sum of what is judged.
        bool empty = verdict.Verdict == Verdict.NonCaricato && verdict.Unit.Level != AreaLevel.Regione;
        ImmutableArray<int> judged = empty ? [] : [.. verdict.Unit.Comuni.Where(IsJudged)];
        int[] left = [.. verdict.Unit.Comuni.Except(judged)];
        return new AreaKnowledge(judged, judged.Any(c => _bound[c]), left.Length, left.Sum(_snapshot.WeightOf));
    }
}

/// <summary>How far the figures of an area go: what of it counts, and what a total leaves out because nothing is known of it.</summary>
/// <param name="Judged">Positions of the comuni that count; empty where the area is NON_CARICATO.</param>
/// <param name="UpperBound">Whether the list is not complete for one of them: figures of distance are upper bounds.</param>
/// <param name="ComuniExcluded">Comuni that do not count.</param>
/// <param name="ResidentsExcluded">Their residents, persons, or what is weighed in their place.</param>
public sealed record AreaKnowledge(ImmutableArray<int> Judged, bool UpperBound, int ComuniExcluded, long ResidentsExcluded)
{
    public bool IsEmpty => Judged.IsEmpty;

    /// <summary>Whether the same comuni count in both, of the same ground: else two figures differ by what is known too.</summary>
    public bool CountsAsMuchAs(AreaKnowledge other) => ReferenceEquals(this, other) || Judged.SequenceEqual(other.Judged);
}
