using CentriFamiglia.Coverage.Territory;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>Sets of sedi, their sedi and networks as tables: each row of the latter two names its set.</summary>
internal static class SiteTables
{
    /// <summary>The sets alone, without their lists.</summary>
    public static StoreTable<SiteSet> Sets { get; } = new("set_sedi", ["nome", "completo", "attivo"], WriteSet, ReadSet);

    public static StoreTable<(string Set, Network Network)> Networks { get; } = new(
        "reti",
        ["set_sedi", "network_id", "name", "ats", "manager_kind", "contribution_eur", "months", "caregiver_action"],
        WriteNetwork,
        ReadNetwork);

    public static StoreTable<(string Set, Site Site)> Sites { get; } = new(
        "sedi",
        [
            "set_sedi", "site_id", "name", "role", "network_id", "manager_kind", "pro_com_t", "opening_hours", "wheelchair", "spaces",
            "services", "declared_ambiti", "status", "precisione", "dimostrativo", "source", "source_date", "valid_from", "valid_to", "geom",
        ],
        WriteSite,
        ReadSite);

    private static void WriteSet(IRowWriter row, SiteSet set)
    {
        row.Text(set.Name);
        row.Flag(set.Complete);
        row.Flag(set.Active);
    }

    private static SiteSet ReadSet(IRowReader row) => new()
    {
        Name = row.Text(),
        Complete = row.Flag(),
        Active = row.Flag(),
        Sites = [],
        Networks = [],
    };

    private static void WriteNetwork(IRowWriter row, (string Set, Network Network) item)
    {
        Network network = item.Network;
        row.Text(item.Set);
        row.Text(network.Id.Value);
        row.Text(network.Name);
        row.Text(network.Ats);
        row.Text(network.ManagerKind);
        row.Money(network.ContributionEur);
        row.Integer(network.Months);
        row.Flag(network.CaregiverAction);
    }

    private static (string Set, Network Network) ReadNetwork(IRowReader row) => (row.Text(), new Network
    {
        Id = new NetworkId(row.Text()),
        Name = row.Text(),
        Ats = row.TextOrNull(),
        ManagerKind = row.TextOrNull(),
        ContributionEur = row.MoneyOrNull(),
        Months = row.IntegerOrNull(),
        CaregiverAction = row.FlagOrNull(),
    });

    private static void WriteSite(IRowWriter row, (string Set, Site Site) item)
    {
        Site site = item.Site;
        row.Text(item.Set);
        row.Text(site.Id.Value);
        row.Text(site.Name);
        row.Text(site.Role.Text());
        row.Text(site.Network?.Value);
        row.Text(site.ManagerKind);
        row.Text(site.Comune.Value);
        row.Text(site.OpeningHours);
        row.Text(site.Wheelchair);
        row.Texts(site.Spaces);
        row.Texts(site.Services);
        row.Texts(site.DeclaredAmbiti);
        row.Text(site.Status.Text());
        row.Text(site.Precision.Text());
        row.Flag(site.Demonstration);
        row.Text(site.Source);
        row.Text(site.SourceDate);
        row.Date(site.ValidFrom);
        row.Date(site.ValidTo);
        row.Shape(Storable.Point(site.Lon, site.Lat));
    }

    private static (string Set, Site Site) ReadSite(IRowReader row)
    {
        string set = row.Text();
        var site = new Site
        {
            Id = new SiteId(row.Text()),
            Name = row.Text(),
            Role = Codes.ToSiteRole(row.Text()),
            Network = row.TextOrNull() is { } network ? new NetworkId(network) : null,
            ManagerKind = row.TextOrNull(),
            Comune = Codes.ToComune(row.Text()),
            OpeningHours = row.TextOrNull(),
            Wheelchair = row.TextOrNull(),
            Spaces = row.Texts(),
            Services = row.Texts(),
            DeclaredAmbiti = row.Texts(),
            Status = Codes.ToSiteStatus(row.Text()),
            Precision = Codes.ToSitePrecision(row.Text()),
            Demonstration = row.Flag(),
            Source = row.TextOrNull(),
            SourceDate = row.TextOrNull(),
            ValidFrom = row.DateOrNull(),
            ValidTo = row.DateOrNull(),
            Lon = 0,
            Lat = 0,
        };
        Coordinate position = Storable.Position(row.Shape(), "sedi");
        return (set, site with { Lon = position.X, Lat = position.Y });
    }
}
