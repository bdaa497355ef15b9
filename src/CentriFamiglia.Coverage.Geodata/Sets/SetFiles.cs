using CentriFamiglia.Coverage.Geodata.Sources;

namespace CentriFamiglia.Coverage.Geodata.Sets;

/// <summary>Reads sedi and networks in the columns of an import.</summary>
internal static class SetFiles
{
    internal static readonly string[] SiteColumns =
    [
        "site_id", "name", "role", "network_id", "manager_kind", "comune", "pro_com_t", "lon", "lat",
        "opening_hours", "wheelchair", "spaces", "services", "declared_ambiti", "status", "source",
    ];

    internal static readonly string[] NetworkColumns = ["network_id", "name", "ats", "manager_kind", "contribution_eur", "months", "caregiver_action"];

    /// <summary>The demonstration is complete by construction, and active until a planner's own set is.</summary>
    public static SiteSet Read(string folder, string set, string sites, string networks, ImmutableArray<Membership> memberships) => new()
    {
        Name = set,
        CompleteFor = set == SiteSet.Demonstration ? SiteSet.ListOf(memberships.Select(m => m.Ats)) : [],
        Active = set == SiteSet.Demonstration,
        Sites = ReadSites(folder, sites, set == SiteSet.Demonstration),
        Networks = ReadNetworks(folder, networks),
    };

    private static ImmutableArray<Site> ReadSites(string folder, string file, bool demonstration)
    {
        return [.. Table.Open(folder, file, SiteColumns).Rows.Select(Site).OrderBy(s => s.Id)];

        Site Site(TableRow row) => new()
        {
            Id = new SiteId(row.Text("site_id")),
            Name = row.Text("name"),
            Role = row.Word("role", Vocabulary.Role),
            Comune = row.Code(),
            Lon = row.Number("lon"),
            Lat = row.Number("lat"),
            Network = row.Optional("network_id") is { } id ? new NetworkId(id) : null,
            ManagerKind = row.Optional("manager_kind"),
            OpeningHours = row.Optional("opening_hours"),
            Wheelchair = row.Optional("wheelchair"),
            Spaces = List(row, "spaces"),
            Services = List(row, "services"),
            DeclaredAmbiti = List(row, "declared_ambiti"),
            Status = row.Word("status", Vocabulary.Status),
            Precision = row.Optional("precisione") is null ? SitePrecision.Point : row.Word("precisione", Vocabulary.Precision),
            Demonstration = demonstration,
            Source = row.Optional("source"),
            SourceDate = row.Optional("source_date"),
        };
    }

    private static ImmutableArray<Network> ReadNetworks(string folder, string file)
    {
        return [.. Table.Open(folder, file, NetworkColumns).Rows.Select(Network).OrderBy(n => n.Id)];

        Network Network(TableRow row) => new()
        {
            Id = new NetworkId(row.Text("network_id")),
            Name = row.Text("name"),
            Ats = row.Optional("ats"),
            ManagerKind = row.Optional("manager_kind"),
            ContributionEur = (decimal?)row.NumberOrNull("contribution_eur"),
            Months = row.IntegerOrNull("months"),
            CaregiverAction = row.Optional("caregiver_action") is null ? null : row.Word("caregiver_action", Vocabulary.YesNo),
        };
    }

    private static ImmutableArray<string> List(TableRow row, string column) =>
        [.. (row.Optional(column) ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
