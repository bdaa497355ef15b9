using System.Text.RegularExpressions;
using CentriFamiglia.Coverage.Territory.Hours;

namespace CentriFamiglia.Coverage.Import.Kinds;

/// <summary>
/// Opening hours of one row: the column <c>opening_hours</c> as it is written, or the columns of the days, made into its grammar. In a row
/// that gives hours for some day, a day left blank is closed, and the report says so once per file.
/// </summary>
internal static partial class HoursColumns
{
    private const string Column = "opening_hours";
    private const string Cure = "Scrivere per esempio «9-13 15-18», «09:00-13:00; 15:00-18:00» oppure «chiuso».";

    /// <param name="row">Refused where its hours cannot be read, or are given twice and differ.</param>
    /// <param name="old">What is known; kept where the file has no column of hours.</param>
    /// <param name="blankDays">Gets the days left blank in a row that has hours.</param>
    public static string? Read(RowReader row, string? old, ISet<string> blankDays)
    {
        bool byDay = WeekColumns.Specs.Any(c => row.Has(c.Name));
        WeekSchedule? week = byDay ? OfColumns(row, blankDays) : null;
        if (week is null || row.Text(Column) is not { } text)
            return week is not null ? OpeningHours.Write(week) : byDay ? row.Text(Column) : row.TextOr(Column, old);
        if (OpeningHours.Parse(text) is { Schedule: { } stated } && stated.Intervals.SequenceEqual(week.Intervals))
            return text;
        row.Refuse(IssueCodes.HoursDiffer, Column, $"gli orari di «{Column}» e quelli delle colonne dei giorni ({OpeningHours.Write(week)}) non sono gli stessi");
        return null;
    }

    /// <returns>Null where the row gives no hours at all, or is refused.</returns>
    private static WeekSchedule? OfColumns(RowReader row, ISet<string> blankDays)
    {
        var parts = new List<WeekSchedule>();
        var blank = new List<string>();
        for (int day = 0; day < WeekColumns.Days.Length; day++)
        {
            int before = parts.Count;
            foreach (string part in WeekColumns.Parts)
                OfDay(row, WeekColumns.Days[day] + part, day, parts);
            if (parts.Count == before)
                blank.Add(WeekColumns.Days[day]);
        }

        bool someDays = OfSomeDays(row, parts);
        if (row.Refused || parts.Count == 0)
            return null;
        if (!someDays)
            blankDays.UnionWith(blank);
        return WeekSchedule.Union(parts);
    }

    private static void OfDay(RowReader row, string column, int day, List<WeekSchedule> parts)
    {
        if (row.Text(column) is { } text)
            Add(row, column, text, Read(Seconds().Replace(text, "${time}").Replace(';', ',')), day, parts);
        if (Pair(row, $"{column}_{WeekColumns.Opens}", $"{column}_{WeekColumns.Closes}") is { } pair)
            Add(row, $"{column}_{WeekColumns.Opens}", pair, Read(pair), day, parts);
    }

    private static OpeningHoursReading? Read(string cell) => Closed().IsMatch(cell)
        ? new OpeningHoursReading(WeekSchedule.Closed, false, [])
        : Times().IsMatch(cell) ? OpeningHours.Parse("Mo " + cell) : null;

    private static void Add(RowReader row, string column, string text, OpeningHoursReading? reading, int day, List<WeekSchedule> parts)
    {
        if (reading is not { IsWhole: true })
        {
            row.Refuse(IssueCodes.HoursUnreadable, column, $"«{text}» non è un orario", reading is null ? Cure : string.Join(' ', reading.Notes.Append(Cure)), text);
            return;
        }

        foreach (string note in reading.Notes)
            row.Notice(IssueCodes.HoursDoubtful, column, note.Replace("«Mo ", "«", StringComparison.Ordinal), value: text);
        parts.Add(reading.Schedule!.Later(day));
    }

    private static bool OfSomeDays(RowReader row, List<WeekSchedule> parts)
    {
        if (Pair(row, WeekColumns.Opens, WeekColumns.Closes) is not { } pair)
            return false;
        if (row.Required(WeekColumns.SomeDays, "Scrivere i giorni, per esempio «lun-ven».") is { } days)
            Add(row, WeekColumns.SomeDays, $"{days} {pair}", OpeningHours.Parse($"{days} {pair}"), 0, parts);
        return true;
    }

    private static string? Pair(RowReader row, string opens, string closes)
    {
        (string? from, string? to) = (row.Text(opens), row.Text(closes));
        if (from is null && to is null)
            return null;
        if (from is not null && to is not null)
            return Seconds().Replace($"{from}-{to}", "${time}");
        row.Refuse(IssueCodes.HoursHalfGiven, from is null ? opens : closes, $"manca il valore di «{(from is null ? opens : closes)}», e l'altro c'è");
        return null;
    }

    // A spreadsheet writes the time of day with seconds.
    [GeneratedRegex(@"(?<time>\b\d{1,2}:\d{2}):00\b", RegexOptions.None, PatternTime.Milliseconds)]
    private static partial Regex Seconds();

    [GeneratedRegex(@"^(?:chius[oa]|closed|off|-|/)$", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex Closed();

    // No word that could be a day: the column says which day it is.
    [GeneratedRegex(@"^(?:[\d\s:.,/–—-]|\b(?:dalle|alle|ore|h|e)\b)+$", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex Times();
}
