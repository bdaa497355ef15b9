using CentriFamiglia.Coverage.Import.Checks;

namespace CentriFamiglia.Coverage.Import.Kinds;

/// <summary>Membership of the comuni: ATS, ASST, Distretto, Ambito.</summary>
internal static class MembershipImport
{
    public static void Run(TableReader table, ImportRun run)
    {
        Dictionary<ComuneCode, Membership> before = run.BeginReplacing(ImportKind.Unita) ? [] : run.Content.Memberships.ToDictionary(m => m.Comune);
        Dictionary<RowReader, ComuneCode> comuni = ComuneRows.Read(table, row => row.Comune("pro_com_t", run.Comuni), (_, comune) => comune.Value);
        RepeatedIds.Refuse(table, run.Seen(ImportKind.Unita), "pro_com_t", equalRowsAreOne: true);
        var read = new Dictionary<RowReader, Membership>();
        HashSet<string> ats = [.. run.Content.Memberships.Select(m => m.Ats)];
        foreach (RowReader row in table.Rows.Where(r => !r.Refused))
        {
            Membership membership = Read(row, comuni[row], before.GetValueOrDefault(comuni[row]), ats);
            row.CompareName("comune", comuni[row], run.Comuni);
            if (!row.Refused)
                read.Add(row, membership);
        }

        AreaNames.RefuseConflicts(read, before);
        foreach ((RowReader row, Membership membership) in read)
        {
            if (!row.Refused)
                before[membership.Comune] = membership;
        }

        run.Content = run.Content with { Memberships = [.. before.Values.OrderBy(m => m.Comune)] };
    }

    private static Membership Read(RowReader row, ComuneCode comune, Membership? old, HashSet<string> known)
    {
        string ats = AtsNames.Usual(row.Required("ats", "Scrivere il nome dell'ATS, come negli altri comuni (per esempio «Bergamo»).") ?? "", known);
        known.Add(ats);
        DateOnly? from = row.DateOr("valid_from", old?.ValidFrom);
        DateOnly? to = row.DateOr("valid_to", old?.ValidTo);
        row.CheckValidity(from, to);
        return new Membership
        {
            Comune = comune,
            Ats = ats,
            Asst = row.TextOr("asst", old?.Asst),
            Distretto = row.TextOr("distretto", old?.Distretto),
            Ambito = row.TextOr("ambito", old?.Ambito),
            AmbitoStatus = Status(row, "ambito_status", old?.AmbitoStatus),
            DistrettoStatus = Status(row, "distretto_status", old?.DistrettoStatus),
            Source = row.TextOr("source", old?.Source),
            SourceDate = row.TextOr("source_date", old?.SourceDate),
            ValidFrom = from,
            ValidTo = to,
        };
    }

    /// <summary>Evidence that nobody states is the weakest.</summary>
    private static EvidenceStatus Status(RowReader row, string column, EvidenceStatus? old) =>
        row.Has(column) ? row.Word(column, Words.Evidence, EvidenceStatus.Unverified) : old ?? EvidenceStatus.Unverified;
}
