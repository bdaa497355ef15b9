namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>One column of a kind of file.</summary>
/// <param name="Name">The name that templates and exports use.</param>
/// <param name="Required">A file without it is refused.</param>
/// <param name="Aliases">Other accepted names, compared without case, accents, spaces, punctuation and prepositions.</param>
internal sealed record ColumnSpec(string Name, bool Required, ImmutableArray<string> Aliases)
{
    /// <summary>What its numbers mean; null for text.</summary>
    public NumberUse? Use { get; init; }

    /// <summary>The name as headers are compared.</summary>
    public string Plain { get; } = HeaderText.Normalise(Name);

    /// <summary>Whether a name of the column begins so: a DBF cuts names.</summary>
    public bool Begins(string normalisedHeader) => normalisedHeader.Length > 0
        && (Plain.StartsWith(normalisedHeader, StringComparison.Ordinal)
            || Aliases.Any(a => a.StartsWith(normalisedHeader, StringComparison.Ordinal)));

    public bool Matches(string normalisedHeader) =>
        Plain == normalisedHeader || Aliases.Contains(normalisedHeader, StringComparer.Ordinal);
}
