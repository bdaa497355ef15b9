namespace CentriFamiglia.Coverage.Import;

/// <summary>What an import would make of the content.</summary>
/// <param name="Applied">False: the import was refused, <paramref name="Next"/> is the content as it was.</param>
/// <param name="Next">The whole content as it shall be.</param>
/// <param name="Changed">Which parts differ; none when the file says what is already known.</param>
/// <param name="Matrix">The new matrix in order of (from, to) when <paramref name="Changed"/> has <see cref="ContentParts.Matrix"/>.</param>
/// <param name="Report">Every row read, with what was refused, mended or noticed.</param>
public sealed record ImportResult(
    bool Applied,
    TerritoryContent Next,
    ContentParts Changed,
    ImmutableArray<TravelMatrixEntry> Matrix,
    ImportReport Report);
