using System.Runtime.InteropServices;
using CentriFamiglia.Coverage.Formats.Cells;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CentriFamiglia.Coverage.Formats.Xlsx;

/// <summary>Reads one sheet of a workbook.</summary>
internal sealed class XlsxSheet(WorksheetPart part, XlsxValues values, string name, FileLimits limits)
{
    private const string FormulaCure = "Aprire il file in Excel, salvarlo e importarlo di nuovo: così ogni formula ha il suo valore.";

    private readonly List<Line> _lines = [];
    private readonly List<XlsxRange> _merged = [];
    private readonly NumberFlags _numbers = new();

    /// <summary>A row as it stands.</summary>
    private sealed record Line(int Number, string?[] Cells, ImmutableArray<bool> Numbers, string? Error, string? Cure);

    /// <returns>Null for an empty sheet.</returns>
    /// <exception cref="SourceFileException">Beyond the caps.</exception>
    public SourceTable? Read(string title, SourceHints hints)
    {
        ReadLines();
        if (_lines.Count == 0)
            return null;
        List<string> findings = [];
        int header = hints.HeaderAmong([.. _lines.Take(SourceHints.HeaderRows).Select(l => l.Cells)]);
        if (header > 0)
            findings.Add(SourceHints.TitleRows(name, _lines[header].Number, _lines.Take(header).Select(l => string.Join(' ', l.Cells.Where(c => !BlankText.IsBlank(c))))));
        string?[] titles = _lines[header].Cells;
        if (header + 1 < _lines.Count && hints.WithBelow(titles, _lines[header + 1].Cells) is { } both)
        {
            findings.Add(SourceHints.TwoRows(name, _lines[header].Number, _lines[header + 1].Number));
            (titles, header) = (both, header + 1);
        }

        ImmutableArray<string> columns = HeaderRow.Of(titles, name, limits, findings);
        FillDown(header, columns, findings);
        int geometry = GeometryCell.ColumnOf(columns);
        ImmutableArray<SourceRow> rows = [.. _lines.Skip(header + 1).Select(line => ToRow(line, columns.Length, geometry))];
        return new SourceTable(name, columns, rows, Epsg: null)
        {
            Findings = [.. findings],
            Part = title,
            GeometryColumn = geometry < 0 ? null : columns[geometry],
        };
    }

    private void ReadLines()
    {
        int number = 0;
        using OpenXmlReader reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(MergeCell) && reader.IsStartElement
                && reader.LoadCurrentElement() is MergeCell { Reference.Value: string reference } && XlsxRange.Of(reference) is { } range)
            {
                _merged.Add(range);
            }
            else if (reader.ElementType == typeof(Row) && reader.IsStartElement && reader.LoadCurrentElement() is Row row)
            {
                number = (int?)row.RowIndex?.Value ?? number + 1;
                Line line = ReadCells(row, number);
                if (line.Error is null && Array.TrueForAll(line.Cells, BlankText.IsBlank))
                    continue;
                if (_lines.Count > limits.MaxRows)
                    throw FileErrors.TooManyRows(name, limits);
                _lines.Add(line);
            }
        }
    }

    private Line ReadCells(Row row, int number)
    {
        List<string?> cells = [];
        string? error = null, cure = null;
        int next = 0;
        foreach (Cell cell in row.Elements<Cell>())
        {
            int column = cell.CellReference?.Value is string reference ? XlsxReference.ColumnOf(reference) : next;
            next = column + 1;
            string? text = values.TextOf(cell);
            if (string.IsNullOrEmpty(text))
            {
                if (cell.CellFormula is not null && cell.DataType?.Value != CellValues.String)
                    (error, cure) = ($"la cella {XlsxReference.Column(column)}{number} ha una formula senza il valore calcolato", FormulaCure);
                continue;
            }

            if (column < 0 || column >= limits.MaxColumns)
                throw FileErrors.TooManyColumns(name, limits);
            if (cell.DataType?.Value == CellValues.Error)
            {
                (error, cure) = ($"la cella {XlsxReference.Column(column)}{number} contiene l'errore {text}", "Correggere la formula in Excel e salvare il file.");
                continue;
            }
            if (text.Length > limits.MaxCellChars)
            {
                (error, cure) = (FileErrors.LongCell($"{XlsxReference.Column(column)}{number}", text.Length, limits), FileErrors.LongCellCure);
                continue;
            }
            while (cells.Count <= column)
                cells.Add(null);
            cells[column] = GuardedText.Unguard(text);
            _numbers.Set(column, XlsxValues.IsNumber(cell, text));
        }

        return new Line(number, [.. cells], _numbers.Take(), error, cure);
    }

    /// <summary>A spreadsheet keeps the text of merged cells in the first of them; the rows below mean it too. Only rows that say something else are filled.</summary>
    private void FillDown(int header, ImmutableArray<string> columns, List<string> findings)
    {
        Dictionary<int, int> byNumber = Enumerable.Range(header + 1, _lines.Count - header - 1).ToDictionary(i => _lines[i].Number);
        foreach (XlsxRange range in _merged.Where(r => r.LastRow > r.FirstRow && r.FirstColumn < columns.Length))
        {
            if (!byNumber.TryGetValue(range.FirstRow, out int first) || CellOf(_lines[first], range.FirstColumn) is not { } text)
                continue;
            int filled = 0;
            for (int number = range.FirstRow + 1; number <= Math.Min(range.LastRow, _lines[^1].Number); number++)
            {
                if (!byNumber.TryGetValue(number, out int index))
                    continue;
                string?[] cells = _lines[index].Cells;
                if (cells.Length <= range.FirstColumn)
                    Array.Resize(ref cells, range.FirstColumn + 1);
                cells[range.FirstColumn] = text;
                _lines[index] = _lines[index] with { Cells = cells, Numbers = WithFlagOf(_lines[first].Numbers, range.FirstColumn, _lines[index].Numbers) };
                filled++;
            }

            if (filled > 0)
                findings.Add($"{name}: le celle unite {range.Text} (colonna «{columns[range.FirstColumn]}») sono lette come «{text}» in tutte le loro {filled + 1} righe.");
        }
    }

    private static ImmutableArray<bool> WithFlagOf(ImmutableArray<bool> from, int column, ImmutableArray<bool> to)
    {
        if (from.IsDefault || column >= from.Length || !from[column])
            return to;
        bool[] flags = to.IsDefault ? [] : [.. to];
        Array.Resize(ref flags, Math.Max(flags.Length, column + 1));
        flags[column] = true;
        return ImmutableCollectionsMarshal.AsImmutableArray(flags);
    }

    private static string? CellOf(Line line, int column) => column < line.Cells.Length ? line.Cells[column] : null;

    private static SourceRow ToRow(Line line, int columns, int geometryColumn)
    {
        string?[] cells = line.Cells;
        string? error = line.Error;
        if (cells.Skip(columns).Any(c => !BlankText.IsBlank(c)))
            error ??= $"la riga ha celle oltre l'ultima colonna con intestazione ({columns})";
        Array.Resize(ref cells, columns);
        (Geometry? geometry, string? geometryError) = (null, null);
        if (geometryColumn >= 0 && cells[geometryColumn] is { } text)
        {
            (geometry, geometryError) = GeometryCell.Read(text);
            cells[geometryColumn] = null;
        }

        return new SourceRow(line.Number, ImmutableCollectionsMarshal.AsImmutableArray(cells), geometry, geometryError, error)
        {
            Numbers = line.Numbers,
            RowCure = line.Cure,
        };
    }
}
