namespace CentriFamiglia.Coverage.Formats.Csv;

/// <summary>How a CSV separates its cells.</summary>
/// <param name="Delimiter">Comma, semicolon or tab.</param>
/// <param name="HasSeparatorLine">The first line is <c>sep=;</c>, which spreadsheets write and which is no data.</param>
internal readonly record struct CsvDialect(char Delimiter, bool HasSeparatorLine)
{
    private const string SeparatorLine = "sep=";

    /// <summary>
    /// The delimiter that the header has most of; among equals, semicolon before tab before comma, since a comma is also a decimal sign.
    /// </summary>
    public static CsvDialect Detect(ReadOnlySpan<char> head)
    {
        if (head.StartsWith(SeparatorLine, StringComparison.OrdinalIgnoreCase) && head.Length > SeparatorLine.Length)
            return new CsvDialect(head[SeparatorLine.Length], HasSeparatorLine: true);

        int semicolons = 0, tabs = 0, commas = 0;
        bool quoted = false;
        foreach (char c in head.TrimStart(" \r\n"))
        {
            if (c == '"')
                quoted = !quoted;
            else if (c is '\r' or '\n' && !quoted)
                break;
            else if (c == ';' && !quoted)
                semicolons++;
            else if (c == '\t' && !quoted)
                tabs++;
            else if (c == ',' && !quoted)
                commas++;
        }
        char delimiter = ',';
        if (semicolons > 0 && semicolons >= tabs && semicolons >= commas)
            delimiter = ';';
        else if (tabs > 0 && tabs >= commas)
            delimiter = '\t';
        return new CsvDialect(delimiter, HasSeparatorLine: false);
    }
}
