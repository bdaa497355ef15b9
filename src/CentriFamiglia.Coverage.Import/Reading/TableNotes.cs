namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>What the report says of a table as a whole before its rows: which columns were used for what, and which not at all.</summary>
internal static class TableNotes
{
    /// <summary>Columns that the exports of this program add to those of the import.</summary>
    private static readonly Dictionary<ImportKind, string[]> _computed = new()
    {
        [ImportKind.Sedi] = ["ats", "nome_ambito", "nome_distretto"],
        [ImportKind.Reti] = ["hub", "spoke", "esito", "rilievi", "dimostrativo"],
    };

    public static void Report(TableReader table, int? requestedEpsg)
    {
        (string Column, int Index)[] repeated = [.. table.Columns.Repeated(table.Kind)];
        foreach ((string column, int index) in repeated)
            Repeated(table, column, index);
        foreach (string ignored in table.Columns.Ignored.Except(repeated.Select(r => table.Source.Columns[r.Index]), StringComparer.Ordinal)
            .Intersect(IgnoredToo(table), StringComparer.Ordinal))
        {
            if (_computed.GetValueOrDefault(table.Kind, []).Contains(ignored, StringComparer.Ordinal))
                table.Note(IssueCodes.ColumnComputed, $"colonna «{ignored}» calcolata dal programma: non si importa", ignored);
            else
                table.Note(IssueCodes.ColumnIgnored, $"colonna «{ignored}» non riconosciuta: ignorata", ignored);
        }

        foreach ((string column, string header) in table.Columns.CutShort)
            table.Note(IssueCodes.ColumnCutShort, $"colonna «{header}» letta come «{column}»: il nome è troncato a dieci lettere", column);
        bool placed = table.Kind is ImportKind.Comuni or ImportKind.Punti or ImportKind.Sedi;
        if (table.Source.GeometryColumn is { } geometry && placed)
            table.Note(IssueCodes.GeometryColumn, $"geometria letta dalla colonna «{geometry}»", geometry);
        else if (table.Source.GeometryColumn is { } unused)
            table.Note(IssueCodes.GeometryNotUsed, $"colonna «{unused}» (geometria) non usata", unused);
        if (placed && table.HasGeometry && requestedEpsg is { } asked && table.Source is { EpsgByDefault: false, Epsg: { } stated } && stated != asked)
        {
            table.Notice(
                IssueCodes.CrsDiffers,
                $"il file dichiara EPSG:{stated} e --epsg chiede EPSG:{asked}: per la geometria vale il file",
                column: "geometria");
        }
    }

    /// <summary>Of a table that is read twice, what neither reading uses, said by the first of the two.</summary>
    private static ImmutableArray<string> IgnoredToo(TableReader table) => table.ReadBeside is not { } other ? table.Columns.Ignored
        : other < table.Kind ? [] : ColumnMap.Match(table.Source, other).Ignored;

    /// <summary>A code with its zeros and without, a number as text and as number are the same.</summary>
    private static bool Same(string a, string b) => a.TrimStart('0') == b.TrimStart('0')
        || (double.TryParse(a, NumberStyles.Float, CultureInfo.InvariantCulture, out double x) && double.TryParse(b, NumberStyles.Float, CultureInfo.InvariantCulture, out double y)
            && x.Equals(y));

    /// <summary>A column given twice: which one is read, and where the other says something else.</summary>
    private static void Repeated(TableReader table, string column, int index)
    {
        string header = table.Source.Columns[index];
        RowReader[] others = [.. table.Rows.Where(r => r.Source.Cell(index)?.Trim() is { Length: > 0 } other && !Same(other, r.Text(column) ?? ""))];
        string read = $"«{column}» si legge dalla colonna «{table.Columns.HeaderOf(column)}»; la colonna {index + 1} «{header}» la ripete e non è letta";
        if (others.Length == 0)
            table.Note(IssueCodes.ColumnRepeated, read, column);
        else
            table.Notice(IssueCodes.ColumnsDiffer, $"{read}, ma dice altro in {others.Length} righe (la prima è la {others[0].Line})", column: column);
    }
}
