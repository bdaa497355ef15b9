namespace CentriFamiglia.Coverage.Import.Kinds;

/// <summary>Residents of the comuni. Those of dissolved comuni add up to their heir.</summary>
internal static class PopulationImport
{
    public static void Run(TableReader table, ImportRun run)
    {
        List<Count> counts = Read(table, run);
        HeirRow.RefusePartial([.. counts.Select(c => c.Heir)], run.Successors, "i residenti");
        Dictionary<ComuneCode, long> residents = counts
            .Where(c => !c.Heir.Row.Refused)
            .GroupBy(c => c.Heir.Comune)
            .ToDictionary(g => g.Key, g => g.Sum(c => (long)c.Residents));

        bool whole = run.BeginReplacing(ImportKind.Popolazione);
        int forgotten = run.Content.Comuni.Count(c => !residents.ContainsKey(c.Code));
        if (whole && forgotten > 0)
        {
            table.Notice(
                IssueCodes.ResidentsForgotten,
                $"{forgotten} comuni restano senza residenti: il file non li nomina e sostituisce l'elenco");
        }

        ReportJumps(counts, residents, run.Comuni);
        run.Content = run.Content with
        {
            Comuni =
            [
                .. run.Content.Comuni.Select(c => residents.TryGetValue(c.Code, out long count)
                    ? c with { Residents = (int)Math.Min(count, int.MaxValue) }
                    : whole ? c with { Residents = null } : c),
            ],
        };
    }

    private static List<Count> Read(TableReader table, ImportRun run)
    {
        // A dissolved comune keeps its own id, so that several may add up to one heir; a lost zero does not make a new id.
        Dictionary<RowReader, ComuneCode> comuni = ComuneRows.Read(table, row => row.Comune("pro_com_t", run.Comuni), (row, _) => row.Id!.PadLeft(6, '0'));
        RepeatedIds.Refuse(table, run.Seen(ImportKind.Popolazione), "pro_com_t");
        var counts = new List<Count>();
        foreach (RowReader row in table.Rows.Where(r => !r.Refused))
        {
            row.Required("residenti", "Scrivere il numero dei residenti.");
            int? residents = row.Whole("residenti");
            row.CompareName("comune", comuni[row], run.Comuni);
            if (!row.Refused)
                counts.Add(new Count(new HeirRow(row, new ComuneCode(row.Id!), comuni[row]), residents!.Value));
        }

        return counts;
    }

    private static void ReportJumps(List<Count> counts, Dictionary<ComuneCode, long> residents, ComuneDirectory comuni)
    {
        foreach (Count count in counts.Where(c => !c.Heir.Row.Refused))
        {
            long after = residents[count.Heir.Comune];
            if (comuni.Find(count.Heir.Comune)!.Residents is > 100 and { } before && (after > before * 2L || after * 2 < before))
                count.Heir.Row.Notice(IssueCodes.ResidentsJump, "residenti", $"i residenti di {comuni.NameOf(count.Heir.Comune)} passano da {before} a {after}");
        }
    }

    private sealed record Count(HeirRow Heir, int Residents);
}
