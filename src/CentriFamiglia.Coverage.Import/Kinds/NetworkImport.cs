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
        foreach (RowReader row in table.Rows.Where(r => !r.Refused))
            row.Id = row.Required("network_id", "Dare a ogni rete un identificativo, lo stesso che le sedi scrivono in network_id.");
        RepeatedIds.Refuse(table, run.Seen(ImportKind.Reti), "network_id");

        var ats = new KnownNames(run.Content.Memberships.Select(m => m.Ats));
        foreach (RowReader row in table.Rows.Where(r => !r.Refused))
        {
            var id = new NetworkId(row.Id!);
            Network network = Read(row, id, next.GetValueOrDefault(id), ats);
            if (!row.Refused)
                next[id] = network;
        }

        run.PutSet(set with { Networks = [.. next.Values.OrderBy(n => n.Id)] });
    }

    private static Network Read(RowReader row, NetworkId id, Network? old, KnownNames ats)
    {
        if (row.Text("ats") is { } name && !ats.HasOrCannotTell(name))
        {
            row.Notice(
                "ats",
                $"l'ATS «{name}» non è fra quelle caricate{ats.Suggestion(name)}",
                "Scrivere il nome come nelle unità territoriali: finché non coincide la rete non conta in nessuna ATS.");
        }

        int? months = row.Has("months") ? row.Whole("months") : old?.Months;
        if (row.Has("months") && months == 0)
            row.Refuse("months", "la durata è di zero mesi", "Scrivere i mesi coperti dal contributo, o lasciare vuoto.");
        var network = new Network
        {
            Id = id,
            Name = row.Required("name", "Scrivere il nome della rete.") ?? "",
            Ats = row.TextOr("ats", old?.Ats),
            ManagerKind = row.TextOr("manager_kind", old?.ManagerKind),
            ContributionEur = row.Has("contribution_eur") ? row.Euro("contribution_eur") : old?.ContributionEur,
            Months = months,
            CaregiverAction = row.Has("caregiver_action") ? row.YesNo("caregiver_action") : old?.CaregiverAction,
            AcceptedOn = row.DateOr("acceptance_date", old?.AcceptedOn),
            StartsOn = row.DateOr("start_date", old?.StartsOn),
            EndsOn = row.DateOr("end_date", old?.EndsOn),
            ExtendedTo = row.DateOr("extension_date", old?.ExtendedTo),
            Partners = row.Has("partners") ? [.. ListText.Read(row.Text("partners")).Select(Partner.Of)] : old?.Partners ?? [],
            StatedPartners = row.Has("partner_count") ? row.Whole("partner_count") : old?.StatedPartners,
        };
        CheckDays(row, network);
        CheckPartners(row, network);
        // Those that are listed are counted from the list.
        return network.Partners.IsEmpty ? network : network with { StatedPartners = null };
    }

    private static void CheckDays(RowReader row, Network network)
    {
        foreach ((DateOnly? first, string begins) in new[] { (network.AcceptedOn, "acceptance_date"), (network.StartsOn, "start_date") })
        {
            if (network.LastDay < first && network.EndsOn is null)
            {
                row.Refuse(
                    "extension_date",
                    $"la proroga finisce ({DateText.Write(network.LastDay)}) prima di «{begins}» ({DateText.Write(first)})",
                    Swapped("extension_date", begins));
            }
            else if (network.EndsOn < first)
            {
                row.Refuse(
                    "end_date",
                    $"il progetto finisce ({DateText.Write(network.EndsOn)}) prima di «{begins}» ({DateText.Write(first)})",
                    Swapped("end_date", begins));
            }
        }

        if (network.ExtendedTo < network.EndsOn)
        {
            row.Refuse(
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
            "partner_count",
            $"«partner_count» dice {count}, ma «partners» elenca {network.Partners.Length} enti",
            "Correggere l'elenco, o lasciare vuoto partner_count: contano gli enti elencati.");
    }
}
