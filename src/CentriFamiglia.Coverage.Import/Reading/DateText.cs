namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>Dates: <c>2023-12-31</c>, or day first as Italian offices write them.</summary>
internal static class DateText
{
    private static readonly string[] _formats = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy/M/d", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss"];

    private static readonly string[] _months =
        ["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"];

    public static bool TryRead(string text, out DateOnly date)
    {
        bool read = DateTime.TryParseExact(text, _formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime moment);
        date = DateOnly.FromDateTime(moment);
        return read || TryReadWords(text, out date);
    }

    /// <summary><c>1° febbraio 2024</c>, <c>31 gen 2025</c>.</summary>
    private static bool TryReadWords(string text, out DateOnly date)
    {
        date = default;
        if (text.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries) is not [var day, var name, var year])
            return false;
        int month = 1 + Array.FindIndex(_months, m => name.Equals(m, StringComparison.OrdinalIgnoreCase) || name.TrimEnd('.').Equals(m[..3], StringComparison.OrdinalIgnoreCase));
        return month > 0 && DateOnly.TryParseExact($"{day.TrimEnd('°', 'º')}/{month}/{year}", "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    /// <summary>The day number of a spreadsheet's calendar, which a date becomes in a cell without the format of one; from 1954 to 2119.</summary>
    public static bool TryReadSerial(string text, out DateOnly date)
    {
        bool read = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int days) && days is >= 20_000 and < 80_000;
        date = read ? new DateOnly(1899, 12, 30).AddDays(days) : default;
        return read;
    }

    public static string? Write(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
