namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>Dates: <c>2023-12-31</c>, or day first as Italian offices write them.</summary>
internal static class DateText
{
    private static readonly string[] _formats = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss"];

    public static bool TryRead(string text, out DateOnly date)
    {
        bool read = DateTime.TryParseExact(text, _formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime moment);
        date = DateOnly.FromDateTime(moment);
        return read;
    }

    public static string? Write(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
