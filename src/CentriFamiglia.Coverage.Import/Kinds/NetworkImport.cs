using CentriFamiglia.Coverage.Import.Checks;

namespace CentriFamiglia.Coverage.Import.Kinds;

/// <summary>Networks, into the set of sedi named by the request.</summary>
internal static class NetworkImport
{
    public static void Run(TableReader table, ImportRun run)
    {
        SiteSet set = run.Set();
        table.Set = set.Name;
        Dictionary<NetworkId, Network> next = run.BeginReplacing(ImportKind.Reti) ? [] : set.Networks.ToDictionary(n => n.Id);
        RowReader[] rows = [.. table.Rows.Where(r => !r.Refused)];
        foreach (RowReader row in rows)
            row.Id = row.Required("network_id", "Dare a ogni rete un identificativo, lo stesso che le sedi scrivono in network_id.");
        RepeatedIds.Refuse(table, run.Seen(ImportKind.Reti), "network_id");

        string[] known = [.. run.Content.Memberships.Select(m => m.Ats).Distinct(StringComparer.Ordinal)];
        foreach (RowReader row in rows)
        {
            Network? old = row.Id is { } written && next.TryGetValue(new NetworkId(written), out Network? found) ? found : null;
            if (Read(row, old, known) is { } network)
                next[network.Id] = network;
        }

        run.PutSet(set with { Networks = [.. next.Values.OrderBy(n => n.Id)] });
    }

    /// <returns>Null where the row is refused.</returns>
    private static Network? Read(RowReader row, Network? old, string[] known)
    {
        var ats = new KnownNames(known);
        string? written = row.TextOr("ats", old?.Ats);
        string? found = written is null ? null : AtsNames.Find(written, known) ?? AtsNames.Usual(written, known);
        if (row.Text("ats") is { } name && !ats.HasOrCannotTell(found!))
        {
            row.Notice(
                "ats",
                $"l'ATS «{name}» non è fra quelle caricate{ats.Suggestion(name)}",
                "Scrivere il nome come nelle unità territoriali: finché non coincide la rete non conta in nessuna ATS.");
        }

        int? months = row.Has("months") ? row.Whole("months") : old?.Months;
        if (row.Has("months") && months == 0)
            row.Refuse("months", "la durata è di zero mesi", "Scrivere i mesi coperti dal contributo, o lasciare vuoto.");
        string? called = row.Required("name", "Scrivere il nome della rete.");
        decimal? contribution = row.Has("contribution_eur") ? Contribution(row) : old?.ContributionEur;
        bool? caregiver = row.Has("caregiver_action") ? Caregiver(row) : old?.CaregiverAction;
        if (row.Refused)
            return null;
        return new Network
        {
            Id = new NetworkId(row.Id!),
            Name = called!,
            Ats = found,
            ManagerKind = row.TextOr("manager_kind", old?.ManagerKind),
            ContributionEur = contribution,
            Months = months,
            CaregiverAction = caregiver,
        };
    }

    private static decimal? Contribution(RowReader row)
    {
        if (row.NotNegative("contribution_eur") is not { } number)
            return null;
        // Beyond 2^53 a double no longer holds every cent.
        if (number > 1e12)
        {
            row.Refuse("contribution_eur", "«contribution_eur» è troppo grande", "Scrivere il contributo in euro.");
            return null;
        }

        decimal eur = (decimal)number;
        if (eur != decimal.Round(eur, 2))
            row.Refuse("contribution_eur", "«contribution_eur» ha più di due decimali", "Scrivere euro e centesimi.");
        return eur;
    }

    private static bool? Caregiver(RowReader row) => row.Text("caregiver_action") is null ? null : row.Word("caregiver_action", Words.YesNo, false);
}
