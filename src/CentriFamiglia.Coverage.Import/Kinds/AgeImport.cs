namespace CentriFamiglia.Coverage.Import.Kinds;

/// <summary>Residents of the comuni by age. Those of dissolved comuni add up to their heir.</summary>
internal static class AgeImport
{
    public static void Run(TableReader table, ImportRun run)
    {
        List<Count> counts = Read(table, run);
        HeirRow.RefusePartial([.. counts.Select(c => c.Heir)], run.Successors, "le età");
        Dictionary<ComuneCode, AgeCounts> ages = counts
            .Where(c => !c.Heir.Row.Refused)
            .GroupBy(c => c.Heir.Comune)
            .ToDictionary(g => g.Key, Sum);
        bool whole = run.BeginReplacing(ImportKind.Eta);
        int forgotten = run.Content.Comuni.Count(c => c.Ages is not null && !ages.ContainsKey(c.Code));
        if (whole && forgotten > 0)
            table.Notice(IssueCodes.ResidentsForgotten, $"{forgotten} comuni restano senza età: il file non li nomina e sostituisce l'elenco");
        run.Content = run.Content with
        {
            Comuni = [.. run.Content.Comuni.Select(c => ages.TryGetValue(c.Code, out AgeCounts? known) ? c with { Ages = known } : whole ? c with { Ages = null } : c)],
        };
    }

    /// <summary>The ages beside other columns of a comune: where the file has both columns, else the old ones; half of them is refused.</summary>
    public static AgeCounts? Of(RowReader row, AgeCounts? old)
    {
        if (!row.Has("eta_0_14") && !row.Has("eta_65_oltre"))
            return old;
        int? children = row.WholeOr("eta_0_14", old?.Children), elderly = row.WholeOr("eta_65_oltre", old?.Elderly);
        if (children is { } young && elderly is { } aged)
            return new AgeCounts(young, aged, row.WholeOr("eta_anno", old?.Year), row.TextOr("eta_fonte", old?.Source));
        if ((children is null) != (elderly is null) && !row.Refused)
            row.Refuse(IssueCodes.ValueMissing, children is null ? "eta_0_14" : "eta_65_oltre", "delle due età una sola ha un valore", "Scriverle entrambe, o nessuna delle due.");
        return null;
    }

    private static AgeCounts Sum(IEnumerable<Count> counts)
    {
        Count[] all = [.. counts];
        int?[] years = [.. all.Select(c => c.Year).Distinct()];
        string?[] sources = [.. all.Select(c => c.Source).Distinct(StringComparer.Ordinal)];
        return new AgeCounts(
            (int)Math.Min(all.Sum(c => (long)c.Children), int.MaxValue),
            (int)Math.Min(all.Sum(c => (long)c.Elderly), int.MaxValue),
            years is [var year] ? year : null,
            sources.Length == 1 ? sources[0] : string.Join("; ", sources.OfType<string>().Order(StringComparer.Ordinal)));
    }

    private static List<Count> Read(TableReader table, ImportRun run)
    {
        // As for residents, a dissolved comune keeps its own id.
        Dictionary<RowReader, ComuneCode> comuni = ComuneRows.Read(table, row => row.Comune("pro_com_t", run.Comuni), (row, _) => row.Id!.PadLeft(6, '0'));
        RepeatedIds.Refuse(table, run.Seen(ImportKind.Eta), "pro_com_t");
        var counts = new List<Count>();
        foreach (RowReader row in table.Rows.Where(r => !r.Refused))
        {
            row.Required("eta_0_14", "Scrivere il numero dei residenti fino a 14 anni.");
            row.Required("eta_65_oltre", "Scrivere il numero dei residenti di 65 anni e oltre.");
            int? children = row.Whole("eta_0_14"), elderly = row.Whole("eta_65_oltre");
            int? year = row.Whole("anno");
            if (year is < 1861 or > 2200)
                row.Refuse(IssueCodes.ValueNotAllowed, "anno", $"«{year}» non è l'anno di un conteggio", "Scrivere l'anno con quattro cifre.");
            row.CompareName("comune", comuni[row], run.Comuni);
            if (!row.Refused)
                counts.Add(new Count(new HeirRow(row, new ComuneCode(row.Id!), comuni[row]), children!.Value, elderly!.Value, year, row.Text("fonte")));
        }

        return counts;
    }

    private sealed record Count(HeirRow Heir, int Children, int Elderly, int? Year, string? Source);
}
