namespace CentriFamiglia.Coverage.Import.Kinds;

/// <summary>A row that counts the people of a comune, which may be dissolved.</summary>
/// <param name="Row">The row.</param>
/// <param name="Written">The code as the file writes it.</param>
/// <param name="Comune">The comune that has it today.</param>
internal sealed record HeirRow(RowReader Row, ComuneCode Written, ComuneCode Comune)
{
    /// <summary>A dissolved comune counts only together with all others of the same heir, and never beside the heir itself.</summary>
    /// <param name="rows">All of a file.</param>
    /// <param name="successors">Who is whose heir.</param>
    /// <param name="what">What would be incomplete, Italian, with its article.</param>
    public static void RefusePartial(IReadOnlyCollection<HeirRow> rows, Successors successors, string what)
    {
        foreach (IGrouping<ComuneCode, HeirRow> heir in rows.GroupBy(c => c.Comune).Where(g => g.Any(c => c.Written != c.Comune)))
        {
            HashSet<ComuneCode> written = [.. heir.Select(c => c.Written)];
            string missing = string.Join(", ", successors.PredecessorsOf(heir.Key).Where(p => !written.Contains(p)));
            foreach (HeirRow count in heir.Where(c => c.Written != heir.Key))
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
                        $"{what} di {heir.Key} sarebbero incomplet{(what.StartsWith("le", StringComparison.Ordinal) ? 'e' : 'i')}: mancano i comuni soppressi {missing}",
                        $"Aggiungerli, oppure scrivere una sola riga per {heir.Key}.");
                }
            }
        }
    }
}
