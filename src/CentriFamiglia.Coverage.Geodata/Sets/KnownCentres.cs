using CentriFamiglia.Coverage.Geodata.Sources;

namespace CentriFamiglia.Coverage.Geodata.Sets;

/// <summary>
/// The real centres that public pages name. No page gives coordinates, so each stands at its comune's seat; no role is guessed;
/// a network is one distinct name within one ATS. The list is a sample and never complete.
/// </summary>
internal static class KnownCentres
{
    public static SiteSet Read(string folder, string file, IReadOnlyDictionary<ComuneCode, Comune> comuni)
    {
        Table table = Table.Open(folder, file, "name", "role", "network", "manager", "address", "pro_com_t", "ats", "weekly_hours", "source", "source_date");
        var count = new Dictionary<ComuneCode, int>();
        var networks = new SortedDictionary<(string Ats, string Name), List<int>>();
        List<(TableRow Row, SiteId Id, string? Network)> rows = [];
        foreach (TableRow row in table.Rows)
        {
            ComuneCode comune = row.Code();
            if (!comuni.ContainsKey(comune))
                throw table.Bad(row.Row, "pro_com_t", $"il comune {comune} non è fra quelli della Lombardia.");
            int number = count[comune] = count.GetValueOrDefault(comune) + 1;
            string? network = row.Optional("network") is { } text ? NetworkName(text) : null;
            if (network is not null)
                networks.TryAdd((row.Text("ats"), network), []);
            rows.Add((row, new SiteId($"NOTO-{comune}-{number}"), network));
        }

        Dictionary<(string Ats, string Name), NetworkId> ids = networks.Keys
            .OrderBy(k => k.Ats, StringComparer.Ordinal).ThenBy(k => k.Name, StringComparer.Ordinal)
            .ToDictionary(k => k, k => new NetworkId($"NOTA-{AreaCode.From(k.Ats)}-{AreaCode.From(k.Name)}"));
        return new SiteSet
        {
            Name = SiteSet.Known,
            Active = false,
            Sites = [.. rows.Select(r => Site(r.Row, r.Id, r.Network)).OrderBy(s => s.Id)],
            Networks = [.. ids.Select(n => new Network { Id = n.Value, Name = n.Key.Name, Ats = n.Key.Ats }).OrderBy(n => n.Id)],
        };

        Site Site(TableRow row, SiteId id, string? network)
        {
            Seat seat = comuni[row.Code()].Seat
                ?? throw new SourceFileException($"Il comune {row.Code()} non ha una sede.", "Aggiungere la riga in 'sedi_comunali_geonames.csv'.");
            return new Site
            {
                Id = id,
                Name = row.Text("name"),
                Role = row.Word("role", Vocabulary.Role),
                Comune = row.Code(),
                Lon = seat.Lon,
                Lat = seat.Lat,
                Network = network is null ? null : ids[(row.Text("ats"), network)],
                ManagerKind = row.Optional("manager"),
                OpeningHours = row.Optional("weekly_hours") is { } hours ? $"{hours} ore settimanali" : null,
                Precision = SitePrecision.Comune,
                Source = row.Optional("source"),
                SourceDate = row.Optional("source_date"),
            };
        }
    }

    /// <summary>The name without the remarks that the source table appends to it.</summary>
    private static string NetworkName(string text)
    {
        int end = text.IndexOfAny(['(', ';', ',']);
        return (end < 0 ? text : text[..end]).Trim().Replace(" and ", " e ", StringComparison.Ordinal);
    }
}
