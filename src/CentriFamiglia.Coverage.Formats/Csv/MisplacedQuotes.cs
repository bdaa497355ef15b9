namespace CentriFamiglia.Coverage.Formats.Csv;

/// <summary>
/// Fields such as <c>"La Tenda" Centro</c>, which no rule of CSV allows: the quotes are part of the text, and are kept as written. Only at
/// the end of the file do they mean that quotes were never closed.
/// </summary>
internal sealed class MisplacedQuotes
{
    private const int Shown = 5;

    private readonly List<string> _ofRecord = [];
    private readonly List<int> _lines = [];
    private string _last = "";

    /// <summary>Whether the record being read has any.</summary>
    public bool InRecord => _ofRecord.Count > 0;

    /// <param name="field">As written.</param>
    public void Add(string field)
    {
        _last = field;
        if (field is ['"', ..])
            _ofRecord.Add(field);
    }

    /// <returns>The record, with the fields of which the parser took the quotes away as they were written.</returns>
    public string[] PutBack(string[] record, int line)
    {
        if (_ofRecord.Count == 0)
            return record;
        foreach (string field in _ofRecord)
        {
            int index = Array.FindIndex(record, cell => cell != field && Bare(cell) == Bare(field));
            if (index >= 0)
                record[index] = field;
        }

        _ofRecord.Clear();
        _lines.Add(line);
        return record;
    }

    /// <param name="record">The last one of the file, as written.</param>
    public bool NeverClosed(string record) =>
        _last is ['"', ..] && int.IsOddInteger(_last.AsSpan().Count('"')) && record.EndsWith(_last, StringComparison.Ordinal);

    public IEnumerable<string> Findings(string name)
    {
        if (_lines.Count > 0)
        {
            string more = _lines.Count > Shown ? $" e altre {_lines.Count - Shown}" : "";
            string where = _lines.Count == 1 ? "alla riga" : "alle righe";
            yield return $"{name}: virgolette fuori posto {where} {string.Join(", ", _lines.Take(Shown))}{more}: il testo è letto come è scritto.";
        }
    }

    private static string Bare(string text) => text.Replace("\"", "", StringComparison.Ordinal).Trim();
}
