namespace CentriFamiglia.Coverage.Import.Stored;

/// <summary>What a store holds once its rows were checked.</summary>
/// <param name="Content">The rows that an import would take, as it would take them: what answers rest on.</param>
/// <param name="Readable">Every row that can be read, those that an import would refuse included: what a new import adds to, so that it takes none away.</param>
/// <param name="Findings">By table, then in the order of its rows; none when nobody but this program wrote to the store.</param>
public sealed record CheckedContent(TerritoryContent Content, TerritoryContent Readable, ImmutableArray<StoredFinding> Findings);
