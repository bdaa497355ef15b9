namespace CentriFamiglia.Coverage.Service.Ogc.Filters;

/// <summary>Days and moments as RFC 3339 writes them.</summary>
internal static class CqlMoments
{
    private static readonly string[] _forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <exception cref="InputException">The text is neither.</exception>
    public static DateTimeOffset Read(string text) => Of(text)
        ?? throw new InputException(CqlLimits.Field, $"'{Shown.Of(text)}' non è un giorno né un momento.", "Scrivere DATE('2024-06-30') o TIMESTAMP('2024-06-30T10:00:00Z').");

    /// <summary>UTC where no zone is written; a day is its first moment. Null for a text that is neither.</summary>
    public static DateTimeOffset? Of(string text) =>
        DateTimeOffset.TryParseExact(text, _forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment) ? moment : null;
}
