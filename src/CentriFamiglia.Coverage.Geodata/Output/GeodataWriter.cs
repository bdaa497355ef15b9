using System.Globalization;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Geodata.Sources;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Geodata.Output;

/// <summary>Writes the whole of <c>geodata/</c>; <see cref="GeodataFolder"/> reads it back.</summary>
internal static class GeodataWriter
{
    public static readonly string[] MembershipColumns =
    [
        "pro_com_t", "ats", "asst", "distretto", "ambito", "ambito_status", "distretto_status", "source", "source_date",
    ];

    private static readonly string[] SiteColumns =
    [
        "site_id", "name", "role", "network_id", "manager_kind", "comune", "pro_com_t", "lon", "lat", "opening_hours", "wheelchair",
        "spaces", "services", "declared_ambiti", "status", "precisione", "source", "source_date",
    ];

    private static readonly string[] NetworkColumns = ["network_id", "name", "ats", "manager_kind", "contribution_eur", "months", "caregiver_action"];

    public static void Write(string folder, TerritoryContent content)
    {
        Dictionary<ComuneCode, string> names = content.Comuni.ToDictionary(c => c.Code, c => c.Name);
        LineWriter.GeoJson(Path.Combine(folder, "comuni.geojson"), Meta("comuni.geojson"), content.Comuni.Select(c => (Properties(c), c.Boundary)));
        foreach (AreaLevel level in new[] { AreaLevel.Ambito, AreaLevel.Distretto, AreaLevel.Asst, AreaLevel.Ats })
        {
            string file = GeodataFolder.FileOf(level);
            LineWriter.GeoJson(
                Path.Combine(folder, file), Meta(file), content.Areas.Where(a => a.Level == level).Select(a => (Properties(a), a.Boundary)));
        }

        LineWriter.Csv(Path.Combine(folder, "unita.csv"), MembershipColumns, content.Memberships.Select(Row));
        foreach (SiteSet set in content.SiteSets)
        {
            LineWriter.Csv(Path.Combine(folder, $"sedi-{set.Name}.csv"), SiteColumns, set.Sites.Select(s => Row(s, names[s.Comune])));
            LineWriter.Csv(Path.Combine(folder, $"reti-{set.Name}.csv"), NetworkColumns, set.Networks.Select(Row));
        }

        foreach ((string key, string json) in content.Documents)
            LineWriter.Json(Path.Combine(folder, $"{key}.json"), JsonNode.Parse(json)!);
        File.WriteAllText(Path.Combine(folder, "README.md"), Readme.Text(content));
    }

    private static JsonObject Meta(string file)
    {
        JsonObject meta = Provenance.Of(file).ToJson();
        meta.Remove("file");
        return meta;
    }

    private static JsonObject Properties(Comune c) => new()
    {
        ["pro_com_t"] = c.Code.Value,
        ["nome"] = c.Name,
        ["provincia"] = c.Province,
        ["residenti"] = c.Residents,
        ["famiglie"] = c.Families,
        ["superficie_km2"] = c.AreaKm2,
        ["altitudine_m"] = c.AltitudeMetres,
        ["grado_urbanizzazione"] = c.UrbanDegree,
        ["classe_snai"] = c.Class?.ToString(),
        ["sede_lon"] = c.Seat?.Lon,
        ["sede_lat"] = c.Seat?.Lat,
        ["sede_fonte"] = c.Seat?.Source,
    };

    private static JsonObject Properties(Area a) => new()
    {
        ["livello"] = Words.Level.Of(a.Level),
        ["codice"] = a.Code,
        ["nome"] = a.Name,
        ["ats"] = a.Ats,
        ["fonte_stato"] = Words.Evidence.Of(a.Status),
        ["comuni"] = string.Join('|', a.Comuni),
    };

    private static object?[] Row(Membership m) =>
    [
        m.Comune, m.Ats, m.Asst, m.Distretto, m.Ambito, Words.Evidence.Of(m.AmbitoStatus), Words.Evidence.Of(m.DistrettoStatus), m.Source, m.SourceDate,
    ];

    private static object?[] Row(Site s, string comune) =>
    [
        s.Id, s.Name, s.Role == SiteRole.NotDeclared ? "non dichiarato" : Words.Role.Of(s.Role), s.Network, s.ManagerKind, comune, s.Comune, s.Lon, s.Lat, s.OpeningHours,
        s.Wheelchair, string.Join('|', s.Spaces), string.Join('|', s.Services), string.Join('|', s.DeclaredAmbiti),
        Words.Status.Of(s.Status), Words.Precision.Of(s.Precision), s.Source, s.SourceDate,
    ];

    private static object?[] Row(Network n) =>
    [
        n.Id, n.Name, n.Ats, n.ManagerKind, n.ContributionEur?.ToString("0.##", CultureInfo.InvariantCulture), n.Months,
        n.CaregiverAction is { } action ? Words.YesNo.Of(action) : null,
    ];
}
