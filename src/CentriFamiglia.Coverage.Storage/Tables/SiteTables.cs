namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>Sets of sedi, their sedi and networks as tables: each row of the latter two names its set.</summary>
internal static class SiteTables
{
    /// <summary>The sets alone, without their lists.</summary>
    public static StoreTable<SiteSet> Sets { get; } = new(
        "set_sedi",
        [new("nome", set => set.Name)],
        [
            new("nome", (row, set) => row.Text(set.Name)),
            new("attivo", (row, set) => row.Flag(set.Active)),
            new("completo_per", (row, set) => row.Texts(set.CompleteFor)),
        ],
        row => new SiteSet { Name = row.Text(), Active = row.Flag(), CompleteFor = SiteSet.ListOf(row.Texts()), Sites = [], Networks = [] })
    {
        Same = (a, b) => (a.Name, a.Active) == (b.Name, b.Active) && a.CompleteFor.SequenceEqual(b.CompleteFor),
    };

    public static StoreTable<(string Set, Network Network)> Networks { get; } = new(
        "reti",
        [new("set_sedi", n => n.Set), new("network_id", n => n.Network.Id.Value)],
        [
            new("set_sedi", (row, n) => row.Text(n.Set)),
            new("network_id", (row, n) => row.Text(n.Network.Id.Value)),
            new("name", (row, n) => row.Text(n.Network.Name)),
            new("ats", (row, n) => row.Text(n.Network.Ats)),
            new("manager_kind", (row, n) => row.Text(n.Network.ManagerKind)),
            new("contribution_eur", (row, n) => row.Money(n.Network.ContributionEur)),
            new("months", (row, n) => row.Integer(n.Network.Months)),
            new("caregiver_action", (row, n) => row.Flag(n.Network.CaregiverAction)),
            new("acceptance_date", (row, n) => row.Date(n.Network.AcceptedOn)),
            new("start_date", (row, n) => row.Date(n.Network.StartsOn)),
            new("end_date", (row, n) => row.Date(n.Network.EndsOn)),
            new("extension_date", (row, n) => row.Date(n.Network.ExtendedTo)),
            new("partners", (row, n) => row.Texts([.. n.Network.Partners.Select(p => p.ToString())])),
            new("partner_count", (row, n) => row.Integer(n.Network.StatedPartners)),
        ],
        row => (row.Text(), new Network
        {
            Id = new NetworkId(row.Text()),
            Name = row.Text(),
            Ats = row.TextOrNull(),
            ManagerKind = row.TextOrNull(),
            ContributionEur = row.MoneyOrNull(),
            Months = row.IntegerOrNull(),
            CaregiverAction = row.FlagOrNull(),
            AcceptedOn = row.DateOrNull(),
            StartsOn = row.DateOrNull(),
            EndsOn = row.DateOrNull(),
            ExtendedTo = row.DateOrNull(),
            Partners = [.. row.Texts().Select(Partner.Of)],
            StatedPartners = row.IntegerOrNull(),
        }));

    public static StoreTable<(string Set, Site Site)> Sites { get; } = new(
        "sedi",
        [new("set_sedi", s => s.Set), new("site_id", s => s.Site.Id.Value)],
        [
            new("geom", (row, s) => row.Shape(Storable.Point(s.Site.Lon, s.Site.Lat))),
            new("set_sedi", (row, s) => row.Text(s.Set)),
            new("site_id", (row, s) => row.Text(s.Site.Id.Value)),
            new("name", (row, s) => row.Text(s.Site.Name)),
            new("role", (row, s) => row.Text(s.Site.Role.ToText())),
            new("network_id", (row, s) => row.Text(s.Site.Network?.Value)),
            new("manager_kind", (row, s) => row.Text(s.Site.ManagerKind)),
            new("pro_com_t", (row, s) => row.Text(s.Site.Comune.Value)),
            new("opening_hours", (row, s) => row.Text(s.Site.OpeningHours)),
            new("wheelchair", (row, s) => row.Text(s.Site.Wheelchair)),
            new("address", (row, s) => row.Text(s.Site.Address)),
            new("phone", (row, s) => row.Text(s.Site.Phone)),
            new("email", (row, s) => row.Text(s.Site.Email)),
            new("web", (row, s) => row.Text(s.Site.Web)),
            new("operators", (row, s) => row.Integer(s.Site.Operators)),
            new("staff", (row, s) => row.Texts(s.Site.Staff)),
            new("protocols", (row, s) => row.Texts(s.Site.Protocols)),
            new("service_charter", (row, s) => row.Flag(s.Site.ServiceCharter)),
            new("spaces", (row, s) => row.Texts(s.Site.Spaces)),
            new("services", (row, s) => row.Texts(s.Site.Services)),
            new("declared_ambiti", (row, s) => row.Texts(s.Site.DeclaredAmbiti)),
            new("status", (row, s) => row.Text(s.Site.Status.ToText())),
            new("precisione", (row, s) => row.Text(s.Site.Precision.ToText())),
            new("dimostrativo", (row, s) => row.Flag(s.Site.Demonstration)),
            new("source", (row, s) => row.Text(s.Site.Source)),
            new("source_date", (row, s) => row.Text(s.Site.SourceDate)),
            new("valid_from", (row, s) => row.Date(s.Site.ValidFrom)),
            new("valid_to", (row, s) => row.Date(s.Site.ValidTo)),
        ],
        ReadSite);

    private static (string Set, Site Site) ReadSite(RowReader row)
    {
        Coordinate position = row.Position();
        return (row.Text(), new Site
        {
            Lon = position.X,
            Lat = position.Y,
            Id = new SiteId(row.Text()),
            Name = row.Text(),
            Role = row.Word(Vocabulary.Role, "ruolo della sede"),
            Network = row.TextOrNull() is { } network ? new NetworkId(network) : null,
            ManagerKind = row.TextOrNull(),
            Comune = row.Comune(),
            OpeningHours = row.TextOrNull(),
            Wheelchair = row.TextOrNull(),
            Address = row.TextOrNull(),
            Phone = row.TextOrNull(),
            Email = row.TextOrNull(),
            Web = row.TextOrNull(),
            Operators = row.IntegerOrNull(),
            Staff = row.Texts(),
            Protocols = row.Texts(),
            ServiceCharter = row.FlagOrNull(),
            Spaces = row.Texts(),
            Services = row.Texts(),
            DeclaredAmbiti = row.Texts(),
            Status = row.Word(Vocabulary.Status, "stato della sede"),
            Precision = row.Word(Vocabulary.Precision, "precisione della sede"),
            Demonstration = row.Flag(),
            Source = row.TextOrNull(),
            SourceDate = row.TextOrNull(),
            ValidFrom = row.DateOrNull(),
            ValidTo = row.DateOrNull(),
        });
    }
}
