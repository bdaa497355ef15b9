namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>
/// ISTAT's file POSAS (residents by sex and age: a row for each age of each comune, the age 999 their total) as a table of residents:
/// the total of each comune, or the sum of its ages where there is none.
/// </summary>
internal static class PosasTable
{
    private const string TotalAge = "999";

    /// <returns>Null for any other table.</returns>
    public static SourceTable? Read(SourceTable table)
    {
        string[] headers = [.. table.Columns.Select(HeaderText.OfHeader)];
        int code = Array.FindIndex(headers, h => h is "codicecomune" or "codcomune" or "procomt" or "codiceistat");
        int age = Array.FindIndex(headers, h => h is "eta");
        int total = Array.FindIndex(headers, h => h is "totale" or "residenti" or "popolazione");
        int men = Array.FindIndex(headers, h => h is "totalemaschi" or "maschi");
        int women = Array.FindIndex(headers, h => h is "totalefemmine" or "femmine");
        int name = Array.FindIndex(headers, h => h is "comune" or "denominazionecomune");
        if (code < 0 || age < 0 || (total < 0 && (men < 0 || women < 0)))
            return null;

        var rows = new List<SourceRow>();
        int elsewhere = 0, summed = 0;
        // The file has the comuni of all Italy.
        foreach (IGrouping<string, SourceRow> comune in table.Rows.GroupBy(r => Cell(r, code).PadLeft(6, '0'), StringComparer.Ordinal))
        {
            if (comune.Key.Length == 6 && comune.Key.All(char.IsAsciiDigit) && !Provinces.OfLombardia(comune.Key))
            {
                elsewhere++;
                continue;
            }

            SourceRow[] totals = [.. comune.Where(r => Cell(r, age) == TotalAge)];
            SourceRow first = totals.FirstOrDefault() ?? comune.First();
            SourceRow[] counted = totals.Length > 0 ? totals : [.. comune];
            summed += totals.Length > 0 ? 0 : 1;
            string residents = Sum(counted, r => total >= 0 ? [Cell(r, total)] : [Cell(r, men), Cell(r, women)]);
            string? broken = comune.FirstOrDefault(r => r.RowError is not null)?.RowError;
            rows.Add(new SourceRow(first.Line, [Cell(first, code), name < 0 ? null : Cell(first, name), residents], Geometry: null, RowError: broken));
        }

        string how = summed == 0 ? "per ogni comune vale la riga 999, il totale"
            : summed == rows.Count ? "per ogni comune vale la somma delle età"
            : $"vale la riga 999, il totale; in {summed} comuni che non l'hanno la somma delle età";
        return table with
        {
            Columns = ["pro_com_t", "comune", "residenti"],
            Rows = [.. rows],
            Findings =
            [
                .. table.Findings,
                $"{table.Name}: è il file POSAS dell'ISTAT ({table.Rows.Length} righe per età di {rows.Count + elsewhere} comuni): {how}. Età e sesso non sono usati.",
                .. elsewhere > 0 ? [$"{table.Name}: {elsewhere} comuni di altre regioni non sono stati letti."] : Array.Empty<string>(),
            ],
        };
    }

    /// <summary>The sum; or the first text that is no whole number, which the import then refuses by name.</summary>
    private static string Sum(IEnumerable<SourceRow> rows, Func<SourceRow, IEnumerable<string>> cells)
    {
        long sum = 0;
        foreach (string cell in rows.SelectMany(cells))
        {
            if (!long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out long count))
                return cell.Length == 0 ? "vuoto" : cell;
            sum += count;
        }

        return sum.ToString(CultureInfo.InvariantCulture);
    }

    private static string Cell(SourceRow row, int column) => row.Cell(column)?.Trim() ?? "";
}
