namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>A file, a sheet or a layer that was not read.</summary>
/// <param name="Name">As the report names it.</param>
/// <param name="Reason">Why, in Italian.</param>
/// <param name="Cure">What to do.</param>
/// <param name="Counts">Whether it may hold rows of the list, so that what was read is not all there is.</param>
internal sealed record UnreadFile(string Name, string Reason, string Cure, bool Counts = true)
{
    public ImportIssue Issue => Counts ? new(Name, IssueCodes.NotRead, Reason) { Cure = Cure } : new(Name, IssueCodes.LeftAside, Reason);
}
