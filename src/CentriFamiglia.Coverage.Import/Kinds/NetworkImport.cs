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
        var names = new KnownNames(known);
        foreach (RowReader row in rows)
        {
            Network? old = row.Id is { } written && next.TryGetValue(new NetworkId(written), out Network? found) ? found : null;
            if (Read(row, old, known, names) is { } network)
                next[network.Id] = network;
        }

        run.PutSet(set with { Networks = [.. next.Values.OrderBy(n => n.Id)] });
    }

    /// <returns>Null where the row is refused.</returns>
    private static Network? Read(RowReader row, Network? old, string[] known, KnownNames names)
    {
        string? written = row.TextOr("ats", old?.Ats);
        string? found = written is null ? null : AtsNames.Find(written, known) ?? AtsNames.Usual(written, known);
        if (row.Text("ats") is { } name && !names.HasOrCannotTell(found!))
        {
            row.Notice(
                IssueCodes.AtsOfNetworkUnknown,
                "ats",
                $"l'ATS «{name}» non è fra quelle caricate{names.Suggestion(name)}");
        }

        int? months = row.WholeOr("months", old?.Months);
        if (row.Has("months") && months == 0)
            row.Refuse(IssueCodes.MonthsZero, "months", "la durata è di zero mesi");
        string? called = row.Required("name", "Scrivere il nome della rete.");
        decimal? contribution = row.EuroOr("contribution_eur", old?.ContributionEur);
        bool? caregiver = row.YesNoOr("caregiver_action", old?.CaregiverAction);
        int? partners = row.WholeOr("partner_count", old?.StatedPartners);
        var days = (Accepted: row.DateOr("acceptance_date", old?.AcceptedOn), Starts: row.DateOr("start_date", old?.StartsOn),
            Ends: row.DateOr("end_date", old?.EndsOn), Extended: row.DateOr("extension_date", old?.ExtendedTo));
        if (row.Refused)
            return null;
        var network = new Network
        {
            Id = new NetworkId(row.Id!),
            Name = called!,
            Ats = found,
            ManagerKind = row.TextOr("manager_kind", old?.ManagerKind),
            ContributionEur = contribution,
            Months = months,
            CaregiverAction = caregiver,
            AcceptedOn = days.Accepted,
            StartsOn = days.Starts,
            EndsOn = days.Ends,
            ExtendedTo = days.Extended,
            Partners = row.Has("partners") ? [.. ListText.Read(row.Text("partners")).Select(Partner.Of)] : old?.Partners ?? [],
            StatedPartners = partners,
        };
        CheckDays(row, network);
        CheckPartners(row, network);
        if (row.Refused)
            return null;
        // Those that are listed are counted from the list.
        return network.Partners.IsEmpty ? network : network with { StatedPartners = null };
    }

    private static void CheckDays(RowReader row, Network network)
    {
        (DateOnly? last, string ends, string what) = network.EndsOn is null
            ? (network.ExtendedTo, "extension_date", "la proroga")
            : (network.EndsOn, "end_date", "il progetto");
        foreach ((DateOnly? first, string begins) in new[] { (network.AcceptedOn, "acceptance_date"), (network.StartsOn, "start_date") })
        {
            if (last < first)
            {
                row.Refuse(
                    IssueCodes.DatesReversed,
                    ends,
                    $"{what} finisce ({DateText.Write(last)}) prima di «{begins}» ({DateText.Write(first)})",
                    Swapped(ends, begins));
            }
        }

        if (network.ExtendedTo < network.EndsOn)
        {
            row.Refuse(
                IssueCodes.DatesReversed,
                "extension_date",
                $"la proroga finisce ({DateText.Write(network.ExtendedTo)}) prima della fine del progetto ({DateText.Write(network.EndsOn)})",
                Swapped("extension_date", "end_date"));
        }
    }

    private static string Swapped(string later, string earlier) => $"Scambiare o correggere {earlier} e {later}; ciò che non si sa si lascia vuoto.";

    private static void CheckPartners(RowReader row, Network network)
    {
        if (network.Partners.IsEmpty || network.StatedPartners is not { } count || count == network.Partners.Length)
            return;
        row.Refuse(
            IssueCodes.PartnersDiffer,
            "partner_count",
            $"«partner_count» dice {count}, ma «partners» elenca {network.Partners.Length} enti");
    }
}
