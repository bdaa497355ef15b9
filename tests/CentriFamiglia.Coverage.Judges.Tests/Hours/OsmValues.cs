namespace CentriFamiglia.Coverage.Judges.Tests.Hours;

/// <summary>Values of <c>opening_hours</c> made up from the grammar: the same at every run.</summary>
internal static class OsmValues
{
    private const int Seed = 20_260_202;

    private static readonly string[] _days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    /// <summary>What makes a rule hold in some weeks only, or is no plain range of hours.</summary>
    private static readonly string[] _rare = ["week 1-20 ", "week 1-53/2 ", "2015 ", "2026 ", "Jul-Aug ", "Mar-Oct ", "Dec 25 ", "Mar ", "May 01-Jun 02: ", "easter "];

    public static IEnumerable<string> Some(int count)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, count).Select(_ => Value(random)).Distinct(StringComparer.Ordinal)];
    }

    private static string Value(Random random)
    {
        string value = Rule(random);
        for (int more = random.Next(4); more > 0; more--)
            value += Pick(random, "; ", "; ", "; ", ";", ", ", ", ", random.Next(8) == 0 ? " || " : " ; ") + Rule(random);
        return One(random, 25) ? value.ToUpperInvariant() : One(random, 25) ? value.ToLowerInvariant() : value;
    }

    private static string Rule(Random random)
    {
        if (One(random, 30))
            return Pick(random, "24/7", "off", "open", "PH off", "PH,SH off", "closed", "Mo-Fr", "\"su appuntamento\"", "PH 10:00-12:00", "unknown");
        string days = One(random, 10) ? "" : Days(random) + Pick(random, " ", " ", " ", " ", ": ", "  ");
        string rule = (One(random, 25) ? _rare[random.Next(_rare.Length)] : "") + days;
        if (days.Length > 0 && One(random, 8))
            return rule + Pick(random, "off", "off", "closed", "open");
        return rule + Times(random) + Pick(random, "", "", "", "", "", "", " off", " off", " closed", " open")
            + (One(random, 25) ? " \"su appuntamento\"" : "");
    }

    private static string Days(Random random)
    {
        string days = string.Join(Pick(random, ",", ",", ", ", " "), Enumerable.Range(0, random.Next(1, 4)).Select(_ => Day(random)));
        return One(random, 15) ? Pick(random, "PH,", "PH, ", "PH ") + days : One(random, 20) ? days + ",PH" : days;
    }

    private static string Day(Random random)
    {
        string day = _days[random.Next(7)];
        return One(random, 30) ? day + Pick(random, "[1]", "[1,3]", "[-1]") : random.Next(2) == 0 ? day + Pick(random, "-", "-", "-", " - ", "–") + _days[random.Next(7)] : day;
    }

    private static string Times(Random random) => string.Join(Pick(random, ",", ",", ",", ", ", " "), Enumerable.Range(0, random.Next(1, 4)).Select(_ => Range(random)));

    private static string Range(Random random)
    {
        if (One(random, 60))
            return Pick(random, "09:00+", "sunrise-sunset", "09:00", "(sunrise+01:00)-18:00", "09:00-12:00/30", "09:00-18:00+", "25:00-26:00", "09:70-10:00", "10:00-10:00");
        if (One(random, 15))
            return $"{random.Next(1, 12)}-{random.Next(12, 24)}";
        int from = random.Next(2 * 6, 2 * 23) * 30, to = One(random, 12) ? random.Next(2 * 24, 2 * 28) * 30 : random.Next((from / 30) + 1, 49) * 30;
        // Hours past midnight, in both ways of writing them.
        return Clock(from, random) + Pick(random, "-", "-", "-", "-", " - ") + Clock(to > 1440 && One(random, 2) ? to - 1440 : to, random);
    }

    private static string Clock(int minute, Random random)
    {
        string clock = FormattableString.Invariant($"{minute / 60:00}:{minute % 60:00}");
        return One(random, 20) ? clock.TrimStart('0') : One(random, 40) ? clock.Replace(':', '.') : clock;
    }

    private static bool One(Random random, int of) => random.Next(of) == 0;

    private static string Pick(Random random, params string[] some) => some[random.Next(some.Length)];
}
