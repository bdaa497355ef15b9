namespace CentriFamiglia.Coverage.Import.Kinds;

/// <summary>Travel times from comune to comune. A pair that is absent is a trip that cannot be made or is not known.</summary>
internal static class MatrixImport
{
    public static void Run(TableReader table, ImportRun run)
    {
        bool replace = run.BeginReplacing(ImportKind.Matrice);
        Dictionary<(ComuneCode From, ComuneCode To), TravelMatrixEntry> next = [];
        if (!replace)
        {
            foreach (TravelMatrixEntry entry in run.Matrix.IsDefault ? run.CurrentMatrix() : run.Matrix)
                next[(entry.From, entry.To)] = entry;
        }

        Dictionary<string, CodeReading> codes = new(StringComparer.Ordinal);
        Dictionary<string, RowReader> seen = run.Seen(ImportKind.Matrice);
        HashSet<ComuneCode> origins = [], destinations = [];
        double metresPerUnit = IsOneOf(table.Columns.HeaderOf("km"), KindColumns.MetreHeaders) ? 1 : 1000;
        double unitsPerMinute = IsOneOf(table.Columns.HeaderOf("minutes"), KindColumns.SecondHeaders) ? 60 : 1;
        int without = 0;
        foreach (RowReader row in table.Rows)
        {
            row.Id = $"{row.Text("from")}>{row.Text("to")}";
            ComuneCode? from = Code(row, "from", codes, run.Comuni);
            ComuneCode? to = Code(row, "to", codes, run.Comuni);
            // As coverage matrix says it of a pair: there is no such trip.
            bool none = row.Text("minutes") is null && row.Text("status") is "unreachable" or "not_snapped";
            if (row.Text("minutes") is null && !none)
                row.Refuse(IssueCodes.MinutesMissing, "minutes", "mancano i minuti");
            double? minutes = row.NotNegative("minutes") / unitsPerMinute;
            double? km = row.NotNegative("km") * metresPerUnit / 1000;
            if (from is null || to is null)
                continue;
            row.Id = $"{from}>{to}";
            if (!seen.TryAdd(row.Id, row))
                row.Refuse(IssueCodes.PairRepeated, "from", $"la coppia {row.Id} è già alla riga {seen[row.Id].Line}");
            if (row.Refused)
                continue;
            origins.Add(from.Value);
            destinations.Add(to.Value);
            if (none)
            {
                without++;
                next.Remove((from.Value, to.Value));
                continue;
            }

            if (!row.Has("km") && next.TryGetValue((from.Value, to.Value), out TravelMatrixEntry old))
                km = old.Km;
            next[(from.Value, to.Value)] = new TravelMatrixEntry(from.Value, to.Value, minutes!.Value, km);
        }

        long missing = ((long)origins.Count * destinations.Count) - table.Rows.Count(r => !r.Refused) + without;
        if (missing > 0)
        {
            table.Notice(
                IssueCodes.PairsMissing,
                missing == 1 ? "1 coppia fra le origini e le destinazioni del file manca: vale come irraggiungibile"
                    : $"{missing} coppie fra le origini e le destinazioni del file mancano: valgono come irraggiungibili");
        }

        run.Matrix = [.. next.Values.OrderBy(e => e.From).ThenBy(e => e.To)];
        run.Content = run.Content with { Matrix = MatrixFingerprint.Of(run.Matrix, table.File) };
    }

    private static bool IsOneOf(string? header, ImmutableArray<string> headers) => header is not null && headers.Contains(HeaderText.OfHeader(header), StringComparer.Ordinal);

    private static ComuneCode? Code(RowReader row, string column, Dictionary<string, CodeReading> codes, ComuneDirectory comuni)
    {
        if (row.Required(column, "Scrivere il codice ISTAT del comune, sei cifre, come testo.") is not { } text)
            return null;
        if (!codes.TryGetValue(text, out CodeReading reading))
            codes.Add(text, reading = comuni.Read(text));
        return row.Taken(column, reading);
    }
}
