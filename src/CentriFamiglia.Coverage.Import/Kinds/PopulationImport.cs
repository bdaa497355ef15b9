namespace CentriFamiglia.Coverage.Import.Kinds;

/// <summary>Residents of the comuni. Those of dissolved comuni add up to their heir.</summary>
internal static class PopulationImport
{
    public static void Run(TableReader table, ImportRun run)
    {
        List<Count> counts = Read(table, run);
        RefusePartialHeirs(counts, run.Successors);
        Dictionary<ComuneCode, long> residents = counts
            .Where(c => !c.Row.Refused)
            .GroupBy(c => c.Comune)
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
                counts.Add(new Count(row, new ComuneCode(row.Id!), comuni[row], residents!.Value));
        }

        return counts;
    }

    /// <summary>A dissolved comune counts only together with all others of the same heir, and never beside the heir itself.</summary>
    private static void RefusePartialHeirs(List<Count> counts, Successors successors)
    {
        foreach (IGrouping<ComuneCode, Count> heir in counts.GroupBy(c => c.Comune).Where(g => g.Any(c => c.Written != c.Comune)))
        {
            HashSet<ComuneCode> written = [.. heir.Select(c => c.Written)];
            string missing = string.Join(", ", successors.PredecessorsOf(heir.Key).Where(p => !written.Contains(p)));
            foreach (Count count in heir.Where(c => c.Written != heir.Key))
            {
                if (written.Contains(heir.Key))
                {
                    count.Row.Refuse(
                        IssueCodes.DissolvedBesideHeir,
                        "pro_com_t",
                        $"il file ha sia il comune soppresso {count.Written} sia il suo erede {heir.Key}");
                }
                else if (missing.Length > 0)
                {
                    count.Row.Refuse(
                        IssueCodes.DissolvedIncomplete,
                        "pro_com_t",
                        $"i residenti di {heir.Key} sarebbero incompleti: mancano i comuni soppressi {missing}",
                        $"Aggiungerli, oppure scrivere una sola riga per {heir.Key}.");
                }
            }
        }
    }

    private static void ReportJumps(List<Count> counts, Dictionary<ComuneCode, long> residents, ComuneDirectory comuni)
    {
        foreach (Count count in counts.Where(c => !c.Row.Refused))
        {
            long after = residents[count.Comune];
            if (comuni.Find(count.Comune)!.Residents is > 100 and { } before && (after > before * 2L || after * 2 < before))
                count.Row.Notice(IssueCodes.ResidentsJump, "residenti", $"i residenti di {comuni.NameOf(count.Comune)} passano da {before} a {after}");
        }
    }

    private sealed record Count(RowReader Row, ComuneCode Written, ComuneCode Comune, int Residents);
}
