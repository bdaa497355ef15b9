using System.Text.RegularExpressions;

namespace CentriFamiglia.Coverage.Territory.Hours;

/// <summary>The hours of one rule as they are written: what is read of them, and what is not with its reason.</summary>
/// <param name="Ranges">In the order in which they are written.</param>
/// <param name="Faults">Italian, each the end of «…» non è letto.</param>
internal sealed record ClockReading(ImmutableArray<ClockRange> Ranges, ImmutableArray<string> Faults);

/// <summary>
/// Hours written with digits: <c>9-13</c>, <c>09:00-13:00,15:00-18:00</c>, and as Italian offices do <c>9,30-12,30</c> and
/// <c>14.30/17.30</c>. A comma may stand between two ranges or before minutes, a bar or a dash between two ranges or inside one: they
/// are read where one way alone gives ranges.
/// </summary>
internal static partial class ClockText
{
    public const string Time = @"\d{1,2}(?:[:.]\d{2})?";

    private const int MostMarks = 10;
    private const int EightInTheMorning = 8 * 60;
    private const int Noon = 12 * 60;
    private const int LatestMorning = 13 * 60;
    private const int LatestMorningEnd = 15 * 60;
    private const int FiveInTheEvening = 17 * 60;
    private const int SixInTheEvening = 18 * 60;
    private const string OutOfClock = "le ore vanno da 0:00 a 24:00, e dopo la mezzanotte si scrive per esempio 22:00-02:00";
    private const string Empty = "comincia e finisce alla stessa ora. Tutto il giorno si scrive 00:00-24:00";
    private const string Afternoon = "è di notte. Se è di pomeriggio si scrive per esempio 14-17";

    /// <summary>In the OSM grammar: commas and blanks stand between ranges.</summary>
    public static ClockReading Osm(string text) => Read([.. OsmRange().Matches(text).Select(m => (m.Groups["from"].Value, m.Groups["to"].Value, ""))], italian: false);

    /// <summary>As an Italian office writes.</summary>
    /// <returns>Beginning and end of each range; null where no way of reading gives ranges, or more than one does.</returns>
    public static ImmutableArray<(string From, string To)>? Italian(string text)
    {
        string[] parts = [.. Marks().Split(text).Select(p => p.Trim())];
        int unclear = parts.Count(p => p is "," or "/" or "-");
        if (parts.Length < 3 || unclear > MostMarks)
            return null;
        List<ImmutableArray<(string From, string To)>> ways = [];
        for (int choice = 0; choice < 1 << unclear; choice++)
        {
            if (Way(parts, choice) is { } way && !ways.Any(w => w.SequenceEqual(way)))
                ways.Add(way);
        }

        return ways.Count == 1 ? ways[0] : null;
    }

    /// <param name="written">Ranges of one rule, each with its part of the day, <c>mattina</c>, <c>pomeriggio</c> or <c>sera</c>; empty where none is said.</param>
    /// <param name="italian">Whether hours are written as people speak: <c>2-5</c> may be of the afternoon.</param>
    public static ClockReading Read(ImmutableArray<(string From, string To, string Part)> written, bool italian)
    {
        var ranges = ImmutableArray.CreateBuilder<ClockRange>();
        var faults = ImmutableArray.CreateBuilder<string>();
        foreach ((string fromText, string toText, string part) in written)
        {
            (int from, int to) = (Minute(fromText), Minute(toText));
            if (from is < 0 or >= WeekSchedule.MinutesPerDay || to < 0)
                faults.Add(OutOfClock);
            else if (from == to)
                faults.Add(Empty);
            else if (part.Length > 0)
                OfPart(part, from, to, ranges, faults);
            else if (IsAfternoon(fromText, from, toText, to, italian) || (italian && ranges.Count > 0 && from < ranges[^1].From && from < EightInTheMorning))
                faults.Add(Afternoon);
            else
                ranges.Add(new ClockRange(from, to > from ? to : to + WeekSchedule.MinutesPerDay));
        }

        return new ClockReading(ranges.ToImmutable(), [.. faults.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary><c>pomeriggio 2-5</c> is from 14 to 17; hours that are not of the part said are not read.</summary>
    private static void OfPart(string part, int from, int to, ImmutableArray<ClockRange>.Builder ranges, ImmutableArray<string>.Builder faults)
    {
        bool morning = part.StartsWith('m'), evening = part.StartsWith('s');
        int shift = !morning && to <= Noon && from < (evening ? Noon : EightInTheMorning) ? Noon : 0;
        ClockRange range = new(from + shift, to + shift);
        bool fits = range.From < range.To && (morning ? range.From < LatestMorning && range.To <= LatestMorningEnd : range.From >= (evening ? FiveInTheEvening : Noon));
        if (fits)
            ranges.Add(range);
        else
            faults.Add($"le ore non sono di {part}");
    }

    /// <param name="parts">Times and, between them, marks.</param>
    /// <param name="choice">One bit for each mark: whether it is part of a range.</param>
    private static ImmutableArray<(string From, string To)>? Way(string[] parts, int choice)
    {
        var times = new List<string> { parts[0] };
        var dashes = new List<bool>();
        for (int i = 1; i < parts.Length; i += 2)
        {
            bool inside = (choice & 1) == 1;
            choice >>= 1;
            if (parts[i] == "," && inside)
            {
                if (!Hour().IsMatch(times[^1]) || !Minutes().IsMatch(parts[i + 1]))
                    return null;
                times[^1] += ":" + parts[i + 1];
                continue;
            }

            times.Add(parts[i + 1]);
            dashes.Add(inside);
        }

        bool ranges = times.Count % 2 == 0 && dashes.Select((dash, i) => dash == (i % 2 == 0)).All(b => b);
        return ranges ? times.Chunk(2).Select(t => (t[0], t[1])).ToImmutableArray() : null;
    }

    // "2-5" and "9-1" are of people who count to twelve; "02:00" and "22-2" are not.
    private static bool IsAfternoon(string fromText, int from, string toText, int to, bool italian)
    {
        bool loose = italian || (!fromText.Contains(':', StringComparison.Ordinal) && !toText.Contains(':', StringComparison.Ordinal));
        return loose && (SmallHour().IsMatch(fromText) || (to > 0 && to < from && from < SixInTheEvening && OneDigit().IsMatch(toText)));
    }

    /// <returns>Minute of the day; -1 where the clock has no such time. After 24:00 only with minutes, up to 48:00.</returns>
    private static int Minute(string time)
    {
        string[] parts = time.Split(':', '.');
        int hour = int.Parse(parts[0], CultureInfo.InvariantCulture);
        int minute = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        int sum = (hour * 60) + minute;
        return minute < 60 && sum <= (parts.Length > 1 ? ClockRange.Latest : WeekSchedule.MinutesPerDay) ? sum : -1;
    }

    [GeneratedRegex("(?<from>" + Time + @")\s*-\s*(?<to>" + Time + ")", RegexOptions.None, PatternTime.Milliseconds)]
    private static partial Regex OsmRange();

    [GeneratedRegex(@"\s*(?<mark>[-,/])\s*", RegexOptions.None, PatternTime.Milliseconds)]
    private static partial Regex Marks();

    [GeneratedRegex(@"^\d{1,2}$", RegexOptions.None, PatternTime.Milliseconds)]
    private static partial Regex Hour();

    [GeneratedRegex("^[0-5][0-9]$", RegexOptions.None, PatternTime.Milliseconds)]
    private static partial Regex Minutes();

    [GeneratedRegex(@"^[1-5](?!\d)", RegexOptions.None, PatternTime.Milliseconds)]
    private static partial Regex SmallHour();

    [GeneratedRegex(@"^\d(?!\d)", RegexOptions.None, PatternTime.Milliseconds)]
    private static partial Regex OneDigit();
}
