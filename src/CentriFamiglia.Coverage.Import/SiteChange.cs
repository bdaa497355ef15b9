namespace CentriFamiglia.Coverage.Import;

/// <summary>What becomes of a sede in a trial.</summary>
public enum SiteOperation
{
    Add,
    Move,
    Close,
    Change,
}

/// <summary>One change of a list of sedi that is tried, never stored.</summary>
/// <param name="Operation">What becomes of the sede.</param>
/// <param name="Id">Of the sede.</param>
/// <param name="Cells">What is said of it by column, as a file of sedi would write it; null takes the old value away.</param>
public sealed record SiteChange(SiteOperation Operation, string Id, ImmutableSortedDictionary<string, string?> Cells)
{
    /// <summary>The words of the operations.</summary>
    public static Vocabulary<SiteOperation> Operations { get; } = new(
        (SiteOperation.Add, ["add"]), (SiteOperation.Move, ["move"]), (SiteOperation.Close, ["close"]), (SiteOperation.Change, ["change"]));

    /// <summary>The columns that a change may say, in the order of the templates.</summary>
    public static ImmutableArray<string> Columns { get; } = [.. ImportLayers.Sedi(TerritoryContent.Empty, NoSites).Columns.Select(c => c.Name).Where(c => c != "site_id")];

    private static SiteSet NoSites => new() { Name = SiteSet.Mine, Active = true, Sites = [], Networks = [] };
}

/// <summary>Why a change cannot be tried. Texts are Italian.</summary>
/// <param name="Number">Which change, from 1.</param>
/// <param name="Id">Of its sede.</param>
/// <param name="Column">What is wrong; null for the change as a whole.</param>
/// <param name="Reason">Why.</param>
/// <param name="Cure">How to mend it.</param>
public sealed record SiteChangeRefusal(int Number, string Id, string? Column, string Reason, string Cure);
