namespace CentriFamiglia.Coverage.Formats.Tables;

/// <summary>How much of a user's file is read before it is refused; every cap is named in the message it causes.</summary>
public sealed record FileLimits
{
    public static FileLimits Default { get; } = new();

    /// <summary>Size of the file on disk.</summary>
    public long MaxFileBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Size after expanding gzip, or of all parts of an XLSX together.</summary>
    public long MaxExpandedBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Expanded size over compressed size, looked at beyond the first 16 MB: a zip bomb passes 1,000.</summary>
    public int MaxExpansionRatio { get; init; } = 200;

    /// <summary>Rows of one table. The matrix of all comuni of Lombardia has 2.3 million.</summary>
    public int MaxRows { get; init; } = 5_000_000;

    public int MaxColumns { get; init; } = 1_000;

    /// <summary>Bytes before the first line break of a CSV: a header, or a title, has no more.</summary>
    public int MaxHeaderBytes { get; init; } = 1024 * 1024;

    /// <summary>Bytes between two line breaks of a CSV: two geometries as long as they may be.</summary>
    public int MaxLineBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Files and folders of one folder.</summary>
    public int MaxFiles { get; init; } = 5_000;

    /// <summary>Characters of one cell of text; a spreadsheet cell holds no more.</summary>
    public int MaxCellChars { get; init; } = 32_767;

    /// <summary>Characters of one geometry written as WKT in a CSV cell.</summary>
    public int MaxGeometryChars { get; init; } = 16_000_000;
}
