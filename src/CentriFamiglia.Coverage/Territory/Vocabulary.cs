namespace CentriFamiglia.Coverage.Territory;

/// <summary>How the values of one enumeration are written and read: in answers, exports, stores, sources and imports alike.</summary>
/// <typeparam name="T">The enumeration, or a truth value.</typeparam>
public sealed class Vocabulary<T>
    where T : struct
{
    // By object: a dictionary of each enumeration's own would be compiled anew for each of them, at the start of every verb.
    private readonly Dictionary<object, string> _written = [];
    private readonly Dictionary<string, object> _read = new(StringComparer.Ordinal);
    private readonly (T Value, string[] Words)[] _entries;

    /// <param name="entries">Of each value the one word that is written, then those that are only read.</param>
    public Vocabulary(params (T Value, string[] Words)[] entries)
    {
        _entries = entries;
        foreach ((T value, string[] words) in entries)
        {
            _written.Add(value, words[0]);
            foreach (string word in words)
                _read.Add(word, value);
        }
    }

    /// <summary>Of each value its words, the written one first.</summary>
    public ImmutableArray<(T Value, string[] Words)> Entries => [.. _entries];

    /// <summary>The written words, in order of the values.</summary>
    public ImmutableArray<string> Written => [.. _written.Values];

    /// <summary>The word that is written.</summary>
    /// <exception cref="KeyNotFoundException">The value has no word.</exception>
    public string Of(T value) => _written[value];

    /// <summary>Reads a word letter by letter.</summary>
    public bool TryRead(string text, out T value)
    {
        bool known = _read.TryGetValue(text, out object? found);
        value = known ? (T)found! : default;
        return known;
    }
}

/// <summary>The words of the territory and of its sedi. Rules, findings, measures and proposals keep theirs beside their enumerations.</summary>
public static class Vocabulary
{
    public static Vocabulary<SiteRole> Role { get; } = new(
        (SiteRole.Hub, ["hub"]), (SiteRole.Spoke, ["spoke"]), (SiteRole.NotDeclared, ["non_dichiarato", "non dichiarato", "unknown"]));

    public static Vocabulary<SiteStatus> Status { get; } = new(
        (SiteStatus.Active, ["active"]), (SiteStatus.Planned, ["planned"]), (SiteStatus.Closed, ["closed"]));

    public static Vocabulary<SitePrecision> Precision { get; } = new((SitePrecision.Point, ["punto"]), (SitePrecision.Comune, ["comune"]));

    public static Vocabulary<EvidenceStatus> Evidence { get; } = new(
        (EvidenceStatus.Listed, ["listed"]), (EvidenceStatus.Inferred, ["inferred"]), (EvidenceStatus.Unverified, ["unverified"]));

    public static Vocabulary<AreaLevel> Level { get; } = new(
        (AreaLevel.Ambito, ["ambito"]),
        (AreaLevel.Distretto, ["distretto"]),
        (AreaLevel.Asst, ["asst"]),
        (AreaLevel.Ats, ["ats"]),
        (AreaLevel.Regione, ["regione"]));

    public static Vocabulary<SnaiClass> Snai { get; } = new([.. Enum.GetValues<SnaiClass>().Select(c => (c, new[] { c.ToString() }))]);

    public static Vocabulary<bool> YesNo { get; } = new((true, ["si"]), (false, ["no"]));

    /// <summary><c>hub</c>, <c>spoke</c>, <c>non_dichiarato</c>: the column <c>role</c>.</summary>
    public static string ToText(this SiteRole value) => Role.Of(value);

    /// <summary><c>active</c>, <c>planned</c>, <c>closed</c>: the column <c>status</c>.</summary>
    public static string ToText(this SiteStatus value) => Status.Of(value);

    /// <summary><c>punto</c>, <c>comune</c>: the column <c>precisione</c>.</summary>
    public static string ToText(this SitePrecision value) => Precision.Of(value);

    /// <summary><c>listed</c>, <c>inferred</c>, <c>unverified</c>: the column <c>fonte_stato</c>.</summary>
    public static string ToText(this EvidenceStatus value) => Evidence.Of(value);

    /// <summary><c>ambito</c>, <c>distretto</c>, <c>asst</c>, <c>ats</c>, <c>regione</c>: the column <c>livello</c>.</summary>
    public static string ToText(this AreaLevel value) => Level.Of(value);

    /// <summary><c>A</c> to <c>F</c>: the column <c>classe_snai</c>.</summary>
    public static string ToText(this SnaiClass value) => Snai.Of(value);

    /// <summary>The level as a noun of a sentence: Ambito, Distretto, ASST, ATS, Regione.</summary>
    public static string ToNoun(this AreaLevel level) => level switch
    {
        AreaLevel.Asst => "ASST",
        AreaLevel.Ats => "ATS",
        _ => level.ToString(),
    };
}
