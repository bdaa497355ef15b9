using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>How the enumerations are written in a store: the words of the import templates, so that QGIS shows them as planners know them.</summary>
internal static class Codes
{
    private static readonly Dictionary<EvidenceStatus, string> Evidence = new()
    {
        [EvidenceStatus.Listed] = "listed",
        [EvidenceStatus.Inferred] = "inferred",
        [EvidenceStatus.Unverified] = "unverified",
    };

    private static readonly Dictionary<SiteRole, string> Roles = new()
    {
        [SiteRole.Hub] = "hub",
        [SiteRole.Spoke] = "spoke",
        [SiteRole.NotDeclared] = "non_dichiarato",
    };

    private static readonly Dictionary<SiteStatus, string> Statuses = new()
    {
        [SiteStatus.Active] = "active",
        [SiteStatus.Planned] = "planned",
        [SiteStatus.Closed] = "closed",
    };

    private static readonly Dictionary<SitePrecision, string> Precisions = new()
    {
        [SitePrecision.Point] = "punto",
        [SitePrecision.Comune] = "comune",
    };

    private static readonly Dictionary<SnaiClass, string> Classes = Enum.GetValues<SnaiClass>().ToDictionary(c => c, c => c.ToString());

    public static string Text(this EvidenceStatus value) => Evidence[value];

    public static string Text(this SiteRole value) => Roles[value];

    public static string Text(this SiteStatus value) => Statuses[value];

    public static string Text(this SitePrecision value) => Precisions[value];

    public static string Text(this SnaiClass value) => Classes[value];

    public static EvidenceStatus ToEvidenceStatus(string text) => Parse(Evidence, text, "stato della fonte");

    public static SiteRole ToSiteRole(string text) => Parse(Roles, text, "ruolo della sede");

    public static SiteStatus ToSiteStatus(string text) => Parse(Statuses, text, "stato della sede");

    public static SitePrecision ToSitePrecision(string text) => Parse(Precisions, text, "precisione della sede");

    public static SnaiClass ToSnaiClass(string text) => Parse(Classes, text, "classe SNAI");

    /// <exception cref="StoreRefusedException">The text is none that this program writes.</exception>
    public static ComuneCode ToComune(string text) =>
        ComuneCode.TryParse(text, out ComuneCode code) ? code : throw Unknown("codice ISTAT del comune", text, "sei cifre");

    private static T Parse<T>(Dictionary<T, string> codes, string text, string what)
        where T : struct, Enum
    {
        foreach ((T value, string code) in codes)
        {
            if (code == text)
                return value;
        }

        throw Unknown(what, text, string.Join(", ", codes.Values));
    }

    private static StoreRefusedException Unknown(string what, string text, string allowed) => new(
        $"L'archivio contiene un valore sconosciuto: {what} '{text}'. Valori ammessi: {allowed}.",
        "Correggere il valore (se l'archivio è stato modificato con un altro programma) oppure ripristinare una copia.");
}
