using System.Text.RegularExpressions;

namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>
/// ISTAT's file POSAS (residents by sex and age: a row for each age of each comune, the age 999 their total) as a table of residents,
/// the total of each comune or the sum of its ages where there is none, and as one of ages.
/// </summary>
internal static partial class PosasTable
{
    private const string TotalAge = "999";
    private const int LastChild = 14, FirstElderly = 65;

    /// <summary>The residents, and the ages where the file has them.</summary>
    /// <returns>Null for any other table.</returns>
    public static IReadOnlyList<(SourceTable Table, ImportKind Kind)>? Read(SourceTable table)
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

        List<SourceRow> rows = [], ages = [];
        int elsewhere = 0, summed = 0, uneven = 0;
        string? year = Year().Match(table.Name) is { Success: true } match ? match.Value : null;
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
            string residents = Sum(counted, Counts);
            string? broken = comune.FirstOrDefault(r => r.RowError is not null)?.RowError;
            rows.Add(new SourceRow(first.Line, [Cell(first, code), name < 0 ? null : Cell(first, name), residents], Geometry: null, RowError: broken));
            SourceRow[] single = [.. comune.Where(r => Cell(r, age) != TotalAge)];
            if (single.Length == 0)
                continue;
            if (Sum(single, Counts) is var sum && sum != residents && long.TryParse(sum, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                uneven++;
                continue;
            }

            string[] groups = [Sum(single.Where(r => AgeOf(r) is <= LastChild or null), Counts), Sum(single.Where(r => AgeOf(r) is >= FirstElderly or null), Counts)];
            string? unread = single.FirstOrDefault(r => AgeOf(r) is null) is { } strange ? $"«{Cell(strange, age)}» non è un'età" : null;
            ages.Add(new SourceRow(
                first.Line, [Cell(first, code), name < 0 ? null : Cell(first, name), .. groups, year, year is null ? "Istat, POSAS" : $"Istat, POSAS {year}"],
                Geometry: null, RowError: broken ?? unread));
        }

        string how = summed == 0 ? "per ogni comune vale la riga 999, il totale"
            : summed == rows.Count ? "per ogni comune vale la somma delle età"
            : $"vale la riga 999, il totale; in {summed} comuni che non l'hanno la somma delle età";
        SourceTable residentsTable = table with
        {
            Columns = ["pro_com_t", "comune", "residenti"],
            Rows = [.. rows],
            Findings =
            [
                .. table.Findings,
                $"{table.Name}: è il file POSAS dell'ISTAT ({table.Rows.Length} righe per età di {rows.Count + elsewhere} comuni): {how}. Il sesso non è usato.",
                .. elsewhere > 0 ? [$"{table.Name}: {elsewhere} comuni di altre regioni non sono stati letti."] : Array.Empty<string>(),
            ],
        };
        string[] unequal = uneven == 0 ? [] : [$"{table.Name}: in {uneven} comuni le età non danno il totale della riga 999: le loro età non sono state lette."];
        if (ages.Count == 0)
            return [(residentsTable with { Findings = [.. residentsTable.Findings, .. unequal] }, ImportKind.Popolazione)];
        SourceTable agesTable = table with
        {
            Columns = ["pro_com_t", "comune", "eta_0_14", "eta_65_oltre", "anno", "fonte"],
            Rows = [.. ages],
            Findings = [$"{table.Name}: dalle stesse righe le età di {ages.Count} comuni (da 0 a 14 anni; 65 anni e oltre).", .. unequal],
        };
        return [(residentsTable, ImportKind.Popolazione), (agesTable, ImportKind.Eta)];

        IEnumerable<string> Counts(SourceRow row) => total >= 0 ? [Cell(row, total)] : [Cell(row, men), Cell(row, women)];

        // The last age of the file is «100», or «100 e oltre».
        int? AgeOf(SourceRow row) => int.TryParse(Digits().Match(Cell(row, age)).Value, NumberStyles.None, CultureInfo.InvariantCulture, out int years) && years < 150
            ? years : null;
    }

    [GeneratedRegex(@"(?<!\d)(19|20)\d\d(?!\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternTime.Milliseconds)]
    private static partial Regex Year();

    [GeneratedRegex(@"^\d{1,3}(?=$|\s*(\+|e |anni|anno))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternTime.Milliseconds)]
    private static partial Regex Digits();

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
