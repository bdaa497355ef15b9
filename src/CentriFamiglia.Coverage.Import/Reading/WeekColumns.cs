namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>The hours of a sede as office spreadsheets lay them out: a column for each day, or two for when it opens and when it closes.</summary>
internal static class WeekColumns
{
    /// <summary>What of a day a column holds; <c>""</c> the whole day.</summary>
    public static ImmutableArray<string> Parts { get; } = ["", "_mattina", "_pomeriggio"];

    public static ImmutableArray<string> Days { get; } = ["lun", "mar", "mer", "gio", "ven", "sab", "dom"];

    /// <summary>The days of <see cref="Opens"/> and <see cref="Closes"/> where one pair of columns holds them all.</summary>
    public const string SomeDays = "giorni";

    public const string Opens = "dalle";

    public const string Closes = "alle";

    private static readonly string[] _names = ["lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica"];

    public static ImmutableArray<ColumnSpec> Specs { get; } =
    [
        .. Days.SelectMany((day, i) => Parts.SelectMany(part => Of(day, _names[i], part))),
        new(SomeDays, false, ["giorniapertura"]),
        new(Opens, false, ["oraapertura", "apre", "dalleore"]),
        new(Closes, false, ["orachiusura", "chiude", "alleore"]),
    ];

    private static IEnumerable<ColumnSpec> Of(string day, string name, string part)
    {
        string bare = HeaderText.Normalise(part);
        yield return new(day + part, false, [name + bare]);
        yield return new($"{day}{part}_{Opens}", false, [$"{name}{bare}{Opens}", $"{day}{bare}apre", $"{day}{bare}apertura"]);
        yield return new($"{day}{part}_{Closes}", false, [$"{name}{bare}{Closes}", $"{day}{bare}chiude", $"{day}{bare}chiusura"]);
    }
}
