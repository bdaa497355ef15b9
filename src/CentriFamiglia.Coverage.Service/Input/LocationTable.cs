using CentriFamiglia.Coverage.Formats;

namespace CentriFamiglia.Coverage.Service.Input;

/// <summary>A user's table of names and numbers, read strictly: what is wrong is told with file, line and column.</summary>
internal sealed class LocationTable
{
    private readonly SourceTable _table;

    private LocationTable(SourceTable table) => _table = table;

    /// <exception cref="SourceFileException">The file cannot be read.</exception>
    public static LocationTable Read(string path) => new(SourceFiles.Read(path, FileLimits.Default)[0]);

    public ImmutableArray<SourceRow> Rows => _table.Rows;

    /// <exception cref="InputException">No such column.</exception>
    public int Column(string name, string italian) => ColumnOrNone(name, italian)
        ?? throw new InputException(_table.Name, $"manca la colonna {name}.",
            $"Le colonne lette sono: {Shown.Of(string.Join(", ", _table.Columns))}. Aggiungere {name} all'intestazione.");

    /// <summary>The column of this name, null where there is none.</summary>
    public int? ColumnOrNone(string name, string italian)
    {
        for (int i = 0; i < _table.Columns.Length; i++)
        {
            if (string.Equals(_table.Columns[i], name, StringComparison.OrdinalIgnoreCase)
                || string.Equals(_table.Columns[i], italian, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return null;
    }

    /// <exception cref="InputException">The cell is empty, or the row does not fit the header.</exception>
    public string Name(SourceRow row, int column)
    {
        if (row.RowError is { } broken)
            throw new InputException(_table.Name, $"riga {row.Line}: {broken}.", "Controllare separatori e virgolette della riga.");
        return row.Cell(column)?.Trim() is { Length: > 0 } name
            ? name
            : throw Bad(row, column, "la cella è vuota", "Scrivere il nome oppure togliere la riga.");
    }

    /// <summary>The same where a cell may be empty (or <c>NA</c>, as statistics programs write it): null then.</summary>
    public double? NumberOrNone(SourceRow row, int column) =>
        row.Cell(column)?.Trim() is null or "" or "NA" ? null : Number(row, column, "");

    /// <summary>A finite number that is not negative.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public double Number(SourceRow row, int column, string whenMissing)
    {
        string text = row.Cell(column)?.Trim() ?? "";
        if (text.Length == 0)
            throw Bad(row, column, "la cella è vuota", whenMissing);
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || double.IsNaN(value))
            throw Bad(row, column, $"«{Shown.Of(text)}» non è un numero", "Scrivere un numero, con il punto per i decimali.");
        if (double.IsInfinity(value))
            throw Bad(row, column, $"«{Shown.Of(text)}» non è un numero finito", whenMissing);
        return value >= 0 ? value : throw Bad(row, column, $"{Shown.Of(text)} è negativo", "Costi e pesi partono da zero.");
    }

    public InputException Bad(SourceRow row, int column, string what, string cure) =>
        new(_table.Name, $"riga {row.Line}, colonna {_table.Columns[column]}: {what}.", cure);
}
