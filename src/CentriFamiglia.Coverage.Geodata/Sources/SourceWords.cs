using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Geodata.Sources;

/// <summary>The words that stand for enumerated values in the files, the same in sources, <c>geodata/</c> and imports.</summary>
internal static class SourceWords
{
    public static IReadOnlyDictionary<string, EvidenceStatus> Evidence { get; } = new Dictionary<string, EvidenceStatus>(StringComparer.Ordinal)
    {
        ["listed"] = EvidenceStatus.Listed,
        ["inferred"] = EvidenceStatus.Inferred,
        ["unverified"] = EvidenceStatus.Unverified,
    };

    public static IReadOnlyDictionary<string, SnaiClass> Snai { get; } = Enum.GetValues<SnaiClass>()
        .ToDictionary(c => c.ToString(), StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, SiteRole> Role { get; } = new Dictionary<string, SiteRole>(StringComparer.Ordinal)
    {
        ["hub"] = SiteRole.Hub,
        ["spoke"] = SiteRole.Spoke,
        ["non dichiarato"] = SiteRole.NotDeclared,
        ["unknown"] = SiteRole.NotDeclared,
    };

    public static IReadOnlyDictionary<string, SiteStatus> Status { get; } = new Dictionary<string, SiteStatus>(StringComparer.Ordinal)
    {
        ["active"] = SiteStatus.Active,
        ["planned"] = SiteStatus.Planned,
        ["closed"] = SiteStatus.Closed,
    };

    public static IReadOnlyDictionary<string, SitePrecision> Precision { get; } = new Dictionary<string, SitePrecision>(StringComparer.Ordinal)
    {
        ["punto"] = SitePrecision.Point,
        ["comune"] = SitePrecision.Comune,
    };

    public static IReadOnlyDictionary<string, bool> YesNo { get; } = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["si"] = true,
        ["no"] = false,
    };

    public static IReadOnlyDictionary<string, AreaLevel> Level { get; } = new Dictionary<string, AreaLevel>(StringComparer.Ordinal)
    {
        ["ambito"] = AreaLevel.Ambito,
        ["distretto"] = AreaLevel.Distretto,
        ["asst"] = AreaLevel.Asst,
        ["ats"] = AreaLevel.Ats,
    };

    /// <summary>The first word that means the value.</summary>
    public static string Of<T>(this IReadOnlyDictionary<string, T> words, T value) =>
        words.First(w => EqualityComparer<T>.Default.Equals(w.Value, value)).Key;
}
