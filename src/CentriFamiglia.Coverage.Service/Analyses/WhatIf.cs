using System.Diagnostics;
using System.Runtime.CompilerServices;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Import;

namespace CentriFamiglia.Coverage.Service.Analyses;

/// <summary>An analysis beside the one with some sedi added, moved, closed or changed. Nothing of it is stored.</summary>
/// <param name="Before">As the store has it.</param>
/// <param name="After">On the same ground.</param>
/// <param name="Changes">In the order they were given.</param>
/// <param name="Milliseconds">What it took; never part of a row.</param>
internal sealed record WhatIf(Analysis Before, Analysis After, ImmutableArray<SiteChange> Changes, double Milliseconds)
{
    private const int MostTold = 5;

    // The ground that changes are judged by is the same for all trials of one snapshot.
    private static readonly ConditionalWeakTable<TerritorySnapshot, SiteChanges> _judges = [];

    /// <exception cref="InputException">A change cannot be: its number, sede, field, reason and cure.</exception>
    public static WhatIf Of(Analysis analysis, ImmutableArray<SiteChange> changes)
    {
        var watch = Stopwatch.StartNew();
        SiteChanges judge = _judges.GetValue(analysis.Snapshot, snapshot => new SiteChanges(snapshot.Content, snapshot.Set));
        SiteSet next = judge.Apply(changes, out ImmutableArray<SiteChangeRefusal> refusals) ?? throw Refused(refusals);
        CoverageState after = changes.IsEmpty ? analysis.State : analysis.State.WithSet(next);
        return new WhatIf(analysis, analysis with { State = after }, changes, watch.Elapsed.TotalMilliseconds);
    }

    /// <summary>The first refusal, the next ones, and how many more.</summary>
    public static InputException Refused(ImmutableArray<SiteChangeRefusal> refusals)
    {
        SiteChangeRefusal first = refusals[0];
        string others = string.Concat(refusals.Skip(1).Take(MostTold - 1).Select(r => $" Inoltre, {Named(r)}: {r.Reason}."));
        string more = refusals.Length > MostTold ? $" E altre {refusals.Length - MostTold} da correggere." : "";
        return new InputException(Named(first), $"{first.Reason}.{others}{more}", first.Cure);
    }

    private static string Named(SiteChangeRefusal refusal) =>
        $"modifica {refusal.Number} ({Shown.Of(refusal.Id)}){(refusal.Column is { } column ? $", {column}" : "")}";
}
