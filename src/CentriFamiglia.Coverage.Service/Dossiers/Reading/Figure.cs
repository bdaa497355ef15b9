namespace CentriFamiglia.Coverage.Service.Dossiers.Reading;

/// <summary>The figures of a dossier as an Italian page writes them; what is not known is said, never left blank or nought.</summary>
internal static class Figure
{
    public const string Unknown = "non noto";

    /// <summary>Of a sum that nobody stated.</summary>
    public const string NotStated = "non indicato";

    public static string Count(double? count) => count is { } known ? ItalianNumber.Count(known) : Unknown;

    /// <summary>With two decimals, so that a column of them can be compared at a glance.</summary>
    public static string Minutes(double? minutes) => minutes is { } known ? ItalianNumber.Of(known, "0.00") : Unknown;

    public static string Percent(double? percent) => percent is { } known ? ItalianNumber.Of(known, "0.00") + "%" : Unknown;

    public static string Euro(decimal? euro, string otherwise = NotStated) => euro is { } known ? ItalianNumber.Of(known, "#,0.00") : otherwise;

    /// <summary>A share of a whole, with one decimal; null of nothing.</summary>
    public static string? Share(double part, double whole) => whole > 0 ? ItalianNumber.Of(100 * part / whole, "0.#") + "%" : null;

    /// <param name="iso"><c>2026-11-30</c>, or what was written in its place.</param>
    public static string Day(string? iso) =>
        DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
            : iso ?? Unknown;

    public static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>To the minute, in UTC, which is said.</summary>
    public static string Moment(DateTimeOffset at) => $"{Day(at)}, ore {at.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)} (UTC)";
}
