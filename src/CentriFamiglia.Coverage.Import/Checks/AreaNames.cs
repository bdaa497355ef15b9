namespace CentriFamiglia.Coverage.Import.Checks;

/// <summary>
/// Names of areas are their keys: each Ambito, Distretto and ASST lies in one ATS, and no two names make the same
/// <see cref="AreaCode"/>. Rows that would break this are refused; what is already loaded, then the larger group, is believed.
/// </summary>
internal static class AreaNames
{
    private static readonly (string Column, Func<Membership, string?> Name)[] _levels =
    [
        ("ambito", m => m.Ambito),
        ("distretto", m => m.Distretto),
        ("asst", m => m.Asst),
        ("ats", m => m.Ats),
    ];

    /// <param name="rows">Rows of the file, those refused left out.</param>
    /// <param name="loaded">Memberships that the file updates.</param>
    public static void RefuseConflicts(Dictionary<RowReader, Membership> rows, Dictionary<ComuneCode, Membership> loaded)
    {
        // Refusing a row brings the loaded membership of its comune back, which may conflict in turn.
        int refused = -1;
        while (refused != 0)
        {
            refused = 0;
            HashSet<ComuneCode> updated = [.. rows.Where(r => !r.Key.Refused).Select(r => r.Value.Comune)];
            Membership[] kept = [.. loaded.Values.Where(m => !updated.Contains(m.Comune))];
            KeyValuePair<RowReader, Membership>[] taken = [.. rows.Where(r => !r.Key.Refused)];
            foreach ((string column, Func<Membership, string?> name) in _levels)
                refused += RefuseLevel(column, name, taken, kept);
        }
    }

    private static int RefuseLevel(
        string column, Func<Membership, string?> name, KeyValuePair<RowReader, Membership>[] rows, Membership[] kept)
    {
        int refused = 0;
        ILookup<string, Membership> loaded = kept.Where(m => name(m) is not null).ToLookup(m => AreaCode.From(name(m)!), StringComparer.Ordinal);
        foreach (IGrouping<string, KeyValuePair<RowReader, Membership>> area in rows
            .Where(r => name(r.Value) is not null)
            .GroupBy(r => AreaCode.From(name(r.Value)!), StringComparer.Ordinal))
        {
            Membership[] there = [.. loaded[area.Key]];
            Membership[] here = [.. area.Select(r => r.Value)];
            string trueName = Commonest(there.Length > 0 ? there : here, name);
            string trueAts = Commonest(there.Length > 0 ? there : here, m => m.Ats);
            foreach ((RowReader row, Membership membership) in area.Where(r => !r.Key.Refused))
            {
                if (name(membership) != trueName)
                {
                    row.Refuse(IssueCodes.AreaNameAlike, column, $"«{name(membership)}» differisce da «{trueName}» solo per accenti, maiuscole o punteggiatura",
                        $"Scrivere «{trueName}», o cambiare nome a tutta l'area.");
                    refused++;
                }
                else if (column != "ats" && membership.Ats != trueAts)
                {
                    row.Refuse(IssueCodes.AreaInTwoAts, column, $"«{trueName}» starebbe in due ATS: {trueAts} e {membership.Ats}");
                    refused++;
                }
            }
        }

        return refused;
    }

    private static string Commonest(Membership[] members, Func<Membership, string?> text) => members
        .GroupBy(m => text(m)!, StringComparer.Ordinal)
        .OrderByDescending(g => g.Count())
        .ThenBy(g => g.Key, StringComparer.Ordinal)
        .First().Key;
}
