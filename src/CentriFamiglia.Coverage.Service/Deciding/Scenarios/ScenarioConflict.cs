using CentriFamiglia.Coverage.Import;
using CentriFamiglia.Coverage.Records;

namespace CentriFamiglia.Coverage.Service.Deciding.Scenarios;

/// <summary>Who is right where the store changed since a scenario was written down.</summary>
internal enum Prevailing
{
    /// <summary>Nobody: it is told.</summary>
    Nobody,

    Scenario,

    Store,
}

/// <summary>A field of which a scenario says one thing and the store, since then, another.</summary>
/// <param name="What"><c>sede</c> or <c>rete</c>.</param>
/// <param name="Id">Of it.</param>
/// <param name="Column">The field; <c>id</c> for the row as a whole.</param>
/// <param name="Base">As it was when the scenario was written down; null for empty.</param>
/// <param name="Store">As it is now; null for empty.</param>
/// <param name="Scenario">As the scenario wants it; null for empty.</param>
internal sealed record ScenarioConflict(string What, string Id, string Column, string? Base, string? Store, string? Scenario);

/// <summary>Brings the changes of a scenario to the store as it is now: three ways, field by field.</summary>
/// <param name="What"><c>sede</c> or <c>rete</c>.</param>
/// <param name="RowOf">The row of an id now, by column; null where there is none.</param>
internal sealed record ScenarioMerge(string What, Func<string, ImmutableSortedDictionary<string, string>?> RowOf)
{
    private const string Whole = "id";

    /// <param name="changes">Of sedi or of networks.</param>
    /// <param name="prevailing">Who is right in a conflict.</param>
    /// <param name="conflicts">Every conflict, whoever prevails.</param>
    /// <returns>The changes that are left to be made on the store as it is.</returns>
    public ImmutableArray<SiteChange> Of(ImmutableArray<ScenarioChange> changes, Prevailing prevailing, ICollection<ScenarioConflict> conflicts) =>
        [.. changes.Select(change => One(change, prevailing, conflicts)).OfType<SiteChange>()];

    private SiteChange? One(ScenarioChange change, Prevailing prevailing, ICollection<ScenarioConflict> conflicts)
    {
        SiteOperation operation = ScenarioJson.ToTrial([change])[0].Operation;
        ImmutableSortedDictionary<string, string>? now = RowOf(change.Id);
        if (change.Base is null != now is null)
            return OfRow(change, operation, now, prevailing, conflicts);
        if (operation == SiteOperation.Close && What == "rete")
            return new SiteChange(operation, change.Id, change.Cells);
        var left = change.Cells;
        bool differs = false;
        foreach ((string column, string? wanted) in operation == SiteOperation.Close ? _closed : change.Cells)
        {
            string? before = change.Base?.GetValueOrDefault(column), stored = now?.GetValueOrDefault(column);
            if (before == stored || stored == wanted)
                continue;
            differs = true;
            conflicts.Add(new(What, change.Id, column, before, stored, wanted));
            // Where a sede lies is one field: half of one place and half of another is neither.
            if (prevailing == Prevailing.Store)
                left = left.RemoveRange(SiteDifferences.Places.Contains(column, StringComparer.Ordinal) ? SiteDifferences.Places : [column]);
        }

        bool nothing = prevailing == Prevailing.Store && operation != SiteOperation.Add && left.IsEmpty
            && (operation != SiteOperation.Close || differs);
        return nothing ? null : new SiteChange(operation, change.Id, left);
    }

    /// <summary>A row that was there and is no more, or was not and is.</summary>
    private SiteChange? OfRow(
        ScenarioChange change, SiteOperation operation, ImmutableSortedDictionary<string, string>? now, Prevailing prevailing, ICollection<ScenarioConflict> conflicts)
    {
        if (now is null && operation == SiteOperation.Close)
            return null;
        if (now is not null && change.Cells.All(c => now.GetValueOrDefault(c.Key) == c.Value))
            return null;
        conflicts.Add(new(What, change.Id, Whole, change.Base is null ? null : change.Id, now is null ? null : change.Id, change.Id));
        if (prevailing != Prevailing.Scenario)
            return null;
        return now is not null
            ? new SiteChange(SiteOperation.Change, change.Id, change.Cells)
            : new SiteChange(SiteOperation.Add, change.Id, change.Base!.Where(c => !change.Cells.ContainsKey(c.Key))
                .Select(c => KeyValuePair.Create(c.Key, (string?)c.Value)).Concat(change.Cells).ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    private static readonly ImmutableSortedDictionary<string, string?> _closed =
        ImmutableSortedDictionary.Create<string, string?>(StringComparer.Ordinal).Add("status", Vocabulary.Status.Of(SiteStatus.Closed));
}
