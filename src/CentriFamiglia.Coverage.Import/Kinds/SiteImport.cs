using CentriFamiglia.Coverage.Import.Checks;

namespace CentriFamiglia.Coverage.Import.Kinds;

/// <summary>Sedi, into the set named by the request.</summary>
internal static class SiteImport
{
    /// <summary>What the column <c>source</c> of a made-up list says.</summary>
    private const string MadeUp = "dimostrativo";

    public static void Run(TableReader table, ImportRun run)
    {
        SiteSet set = run.Set();
        table.Set = set.Name;
        Dictionary<SiteId, Site> next = run.BeginReplacing(ImportKind.Sedi) ? [] : set.Sites.ToDictionary(s => s.Id);
        int known = next.Count;
        // Every column of a row is looked at, so that one correction mends it all.
        RowReader[] rows = [.. table.Rows.Where(r => !r.Refused)];
        foreach (RowReader row in rows)
            row.Id = row.Required("site_id", "Dare a ogni sede un identificativo stabile.");
        RepeatedIds.Refuse(table, run.Seen(ImportKind.Sedi), "site_id");

        var networks = new KnownNames(set.Networks.Select(n => n.Id.Value));
        var ambiti = new KnownNames(run.Content.Memberships.Select(m => m.Ambito));
        var blankDays = new HashSet<string>(StringComparer.Ordinal);
        foreach (RowReader row in rows)
        {
            Site? old = row.Id is { } written && next.TryGetValue(new SiteId(written), out Site? found) ? found : null;
            if (Read(row, old, run, networks, blankDays) is not { } site)
                continue;
            next[site.Id] = site;
            SiteRemarks.Report(row, site, ambiti);
        }

        if (blankDays.Count > 0)
        {
            table.Notice(
                IssueCodes.BlankDaysClosed,
                $"celle vuote lette come chiuso, dove un altro giorno ha orari: {string.Join(", ", WeekColumns.Days.Where(blankDays.Contains))}",
                column: "opening_hours");
        }

        NearbySites.Report(next.Values, run.Seen(ImportKind.Sedi));
        run.PutSet(set with { Sites = [.. next.Values.OrderBy(s => s.Id)] });
        if (set.Name != SiteSet.Mine && run.Request.SetName is null && next.Count > known)
        {
            table.Notice(
                IssueCodes.AddedToActive,
                $"sedi nuove aggiunte all'insieme attivo «{set.Name}»");
        }
    }

    /// <returns>Null where the row is refused.</returns>
    private static Site? Read(RowReader row, Site? old, ImportRun run, KnownNames networks, HashSet<string> blankDays)
    {
        string? name = row.Required("name", "Scrivere il nome della sede.");
        row.Required("role", $"Scrivere uno di: {Words.Role.Accepted}.");
        SiteRole role = row.Word("role", Words.Role, SiteRole.NotDeclared);
        string? network = row.TextOr("network_id", old?.Network?.Value);
        if (network is not null && networks.IsEmpty)
        {
            row.Refuse(IssueCodes.NetworkNotLoaded, "network_id", $"rete «{network}» non caricata: l'insieme «{run.SetName}» non ha reti", value: network);
        }
        else if (network is not null && !networks.Contains(network))
        {
            row.Refuse(
                IssueCodes.NetworkUnknown,
                "network_id",
                $"la rete «{network}» non è fra le reti dell'insieme «{run.SetName}»{networks.Suggestion(network)}",
                value: network);
        }

        SiteStatus status = row.Has("status") ? row.Word("status", Words.Status, SiteStatus.Active) : old?.Status ?? SiteStatus.Active;
        DateOnly? from = row.DateOr("valid_from", old?.ValidFrom);
        DateOnly? to = row.DateOr("valid_to", old?.ValidTo);
        row.CheckValidity(from, to);
        string? source = row.TextOr("source", old?.Source);
        bool demonstration = row.Has("dimostrativo")
            ? row.Word("dimostrativo", Words.YesNo, false)
            : old?.Demonstration ?? string.Equals(source, MadeUp, StringComparison.OrdinalIgnoreCase);
        ComuneCode? comune = row.Comune("pro_com_t", run.Comuni);
        (Coordinate Place, SitePrecision Precision)? place = null;
        if (comune is { } code)
            place = Place(row, code, old, run);
        else if (PlaceReader.IsGiven(row))
            PlaceReader.Read(row, run.Request.Epsg);
        string? hours = HoursColumns.Read(row, old?.OpeningHours, blankDays);
        int? operators = row.WholeOr("operators", old?.Operators);
        bool? charter = row.YesNoOr("service_charter", old?.ServiceCharter);
        if (row.Refused)
            return null;

        row.CompareName("comune", comune!.Value, run.Comuni);
        return new Site
        {
            Id = new SiteId(row.Id!),
            Name = name!,
            Role = role,
            Comune = comune.Value,
            Lon = place!.Value.Place.X,
            Lat = place.Value.Place.Y,
            Network = network is null ? null : new NetworkId(network),
            ManagerKind = row.TextOr("manager_kind", old?.ManagerKind),
            OpeningHours = hours,
            Wheelchair = row.Has("wheelchair") ? Wheelchair(row) : old?.Wheelchair,
            Address = row.TextOr("address", old?.Address),
            Phone = row.TextOr("phone", old?.Phone),
            Email = row.TextOr("email", old?.Email),
            Web = row.TextOr("web", old?.Web),
            Operators = operators,
            Staff = row.ListOr("staff", old?.Staff),
            Protocols = row.ListOr("protocols", old?.Protocols),
            ServiceCharter = charter,
            Spaces = row.Has("spaces") ? OfferWords.Read(row, "spaces") : old?.Spaces ?? [],
            Services = row.Has("services") ? OfferWords.Read(row, "services") : old?.Services ?? [],
            DeclaredAmbiti = row.ListOr("declared_ambiti", old?.DeclaredAmbiti),
            Status = status,
            Precision = place.Value.Precision,
            Demonstration = demonstration,
            Source = source,
            SourceDate = row.TextOr("source_date", old?.SourceDate),
            ValidFrom = from,
            ValidTo = to,
        };
    }

    private static (Coordinate Place, SitePrecision Precision)? Place(RowReader row, ComuneCode code, Site? old, ImportRun run)
    {
        SitePrecision stated = row.Word("precisione", Words.Precision, SitePrecision.Point);
        if (!PlaceReader.IsGiven(row) && stated != SitePrecision.Comune && !run.Request.PlaceInComune)
        {
            row.Refuse(
                IssueCodes.PlaceMissing,
                row.Has("lon") ? "lon" : null,
                "mancano le coordinate",
                "Scrivere lon e lat in gradi WGS84 (per esempio 9,1900 e 45,4642). Se si conosce solo il comune, scrivere «comune» nella colonna precisione, "
                    + "o importare con --precisione comune: la sede sta nel suo capoluogo, e lo dice.");
            return null;
        }

        if (!PlaceReader.IsGiven(row))
        {
            if (run.Comuni.Find(code)!.Seat is { } seat)
            {
                row.Notice(IssueCodes.PlacedInComune, "lon", $"senza coordinate: posta nel centro di {run.Comuni.NameOf(code)}");
                return (new Coordinate(seat.Lon, seat.Lat), SitePrecision.Comune);
            }

            row.Refuse(IssueCodes.CentreUnknown, "lon", $"senza coordinate, e di {run.Comuni.NameOf(code)} non è noto il centro");
            return null;
        }

        if (PlaceReader.Read(row, run.Request.Epsg) is not { } place)
            return null;
        PlaceCheck.InComune(row, place, code, run.Comuni);
        bool unmoved = old is not null && (old.Lon, old.Lat) == (place.X, place.Y);
        return (place, row.Has("precisione") || !unmoved ? stated : old!.Precision);
    }

    private static string? Wheelchair(RowReader row)
    {
        if (row.Text("wheelchair") is not { } text)
            return null;
        if (Words.Wheelchair.TryRead(text, out string? value))
            return value;
        row.Notice(IssueCodes.WheelchairUnknown, "wheelchair",
            $"«{text}» non è un valore di «wheelchair»: letto come non dichiarato", $"Scrivere uno di: {Words.Wheelchair.Accepted}.");
        return null;
    }
}
