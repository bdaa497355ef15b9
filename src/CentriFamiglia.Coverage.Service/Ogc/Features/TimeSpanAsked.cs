namespace CentriFamiglia.Coverage.Service.Ogc.Features;

/// <summary>The value of <c>datetime</c>: a moment, or from one to another, of which one may be left open. Both ends count.</summary>
/// <param name="From">Null for open.</param>
/// <param name="To">The same.</param>
internal sealed record TimeSpanAsked(DateTimeOffset? From, DateTimeOffset? To)
{
    private const string Field = "datetime";
    private const string Cure = "Scrivere un momento (2024-06-30T00:00:00Z), un giorno (2024-06-30), o due separati da /, con .. per quello aperto (2024-01-01/..).";

    private static readonly string[] _moments = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <exception cref="InputException">The text is none.</exception>
    public static TimeSpanAsked Read(string text)
    {
        string[] ends = text.Split('/');
        if (ends.Length > 2 || (ends.Length == 1 && Open(ends[0])))
            throw Broken(text);
        TimeSpanAsked asked = ends.Length == 1 ? new(Start(text, text), End(text, text)) : new(Start(ends[0], text), End(ends[1], text));
        return asked.From > asked.To ? throw new InputException(Field, $"'{Shown.Of(text)}' finisce prima di cominciare.", Cure) : asked;
    }

    /// <summary>Whether it has a moment in common with a validity, of which an end that is not known is open.</summary>
    public bool Meets(DateTimeOffset? from, DateTimeOffset? to) => (From is null || to is null || to >= From) && (To is null || from is null || from <= To);

    private static DateTimeOffset? Start(string end, string whole) => Open(end) ? null : Day(end) ?? Moment(end) ?? throw Broken(whole);

    /// <summary>A day lasts until its last moment.</summary>
    private static DateTimeOffset? End(string end, string whole) => Open(end) ? null : LastOf(Day(end)) ?? Moment(end) ?? throw Broken(whole);

    /// <summary>The last moment of a day.</summary>
    public static DateTimeOffset? LastOf(DateTimeOffset? day) => day?.AddTicks(TimeSpan.TicksPerDay - 1);

    /// <summary>The first moment of a day, <c>2024-06-30</c>; null for a text that is none.</summary>
    public static DateTimeOffset? Day(string? text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset day) && day.Year < 9999 ? day : null;

    private static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.TryParseExact(text, _moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment) ? moment : null;

    private static bool Open(string end) => end is "" or "..";

    private static InputException Broken(string text) => new(Field, $"'{Shown.Of(text)}' non è un tempo.", Cure);
}
