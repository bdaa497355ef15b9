namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>Where our triggers are not as we put them, each list in ordinal order.</summary>
/// <param name="Unwatched">Tables of the content that another program could change unseen.</param>
/// <param name="Bare">Those of them without any trigger of ours: another program made them anew.</param>
internal sealed record TableWatch(IReadOnlyList<string> Unwatched, IReadOnlyList<string> Bare)
{
    public static TableWatch Of(Func<string, bool> isWatched, Func<string, bool> isBare)
    {
        string[] unwatched = [.. SealedTable.All.Select(t => t.Name).Where(t => !isWatched(t)).Order(StringComparer.Ordinal)];
        return new TableWatch(unwatched, [.. unwatched.Where(isBare)]);
    }
}
