using System.Text.RegularExpressions;

namespace CentriFamiglia.Coverage.Territory.Hours;

/// <summary>The words of an Italian text of hours; those that change nothing (<c>dalle</c>, <c>ore</c>, <c>il</c>) are left out.</summary>
internal static partial class ItalianTokens
{
    private const string Days = "(?<days>(?<from>" + HoursWords.ItalianTextDay + @")(?:\s*(?:-|\b(?:fino\s+|sino\s+)?(?:al?|alla)\b)\s*(?<to>" + HoursWords.ItalianTextDay + "))?)";
    private const string EveryDay = @"(?<every>\btutt[ie]\s+i\s+g(?:iorni|g\.?)|\bogni\s+giorno\b|\btutta\s+la\s+settimana\b|\b7\s*/\s*7\b|\b7\s+giorni\s+su\s+7\b)";
    private const string SomeWeeks = @"(?<weeks>\b\d\s?[°ºª^]|\b(?:prim|second|terz|quart|quint|ultim)[oaie]\b|\b(?:a\s+)?settimane\s+altern[ea]\b|\baltern[iaeo]\b"
        + @"|\bogni\s+(?:15|quindici)\s+giorni\b|\bogni\s+(?:2|due)\s+settimane\b|\bquindicinal[ei]\b|\bdel\s+mese\b|\b(?:Mo|Tu|We|Th|Fr|Sa|Su)\s*\[[^\]]*\])";

    private const string Appointment = @"(?<appointment>\b(?:solo\s+|anche\s+)?(?:su|previo|per|con|previa)\s+(?:appuntamento|prenotazione)\b)";
    private const string Closed = @"(?<closed>\b(?:chius[oaie]|chiusura(?:\s+settimanale)?|closed|off)\b)";
    private const string Except = @"(?<except>\b(?:esclus[oaie]|tranne|eccetto|salvo)\b)";
    private const string Part = @"(?<part>\b(?:mattin[oaie]|pomeriggio?|sera)\b)";
    private const string Times = "(?<times>(?<![0-9])" + ClockText.Time + @"(?:\s*[-/,]\s*" + ClockText.Time + @")+(?![0-9]|\s?[°ºª^]))";
    private const string Holiday = "(?<holiday>" + HoursWords.Holiday + ")";
    private const string Month = "(?<month>" + HoursWords.Month + ")";
    private const string Marks = @"(?<semicolon>;|\.(?=\s|$)|\n)|(?<comma>[,|(])|(?<dash>-)|(?<and>\b(?:ed?|anche|oltre)\b|[&+])|(?<slash>/)";
    private const string Nothing =
        @"(?<nothing>\b(?:il|lo|la|i|gli|le|dal?|dall[ae]|ore|ora|orari[oe]?|di|nei|nelle|giorn[oi]|apert[oaie]|apertura|aperture|continuato|solo|tutt[ie]|ogni|h)\b\.?|[\s:.)]+)";
    private const string Unknown = @"(?<unknown>[^\s;,()]+)";

    public static ImmutableArray<HoursToken> Of(string text)
    {
        string plain = Spelled(text);
        return [.. Word().Matches(plain).Where(m => !m.Groups["nothing"].Success).Select(Token)];
    }

    /// <summary>Hours with one dash between them, whatever stands there.</summary>
    private static string Spelled(string text)
    {
        string plain = AllDay().Replace(text, match => match.Value == "24/7" ? "tutti i giorni 00:00-24:00" : "00:00-24:00");
        plain = HourLetter().Replace(plain, match => match.Groups["between"].Success ? ":" : "");
        return UntilTime().Replace(plain, "${from}-${to}");
    }

    private static HoursToken Token(Match match)
    {
        if (match.Groups["every"].Success)
            return new HoursToken(HoursTokenKind.Days, match.Value, HoursWeek.AllDays, []);
        if (match.Groups["days"].Success)
            return new HoursToken(HoursTokenKind.Days, match.Value, [.. HoursWords.DaysFrom(match.Groups["from"].Value, match.Groups["to"].Value)], []);
        if (match.Groups["times"].Success && ClockText.Italian(match.Value) is { } times)
            return new HoursToken(HoursTokenKind.Times, match.Value, [], times);
        return new HoursToken(KindOf(match), match.Value, [], []);
    }

    private static HoursTokenKind KindOf(Match match)
    {
        foreach ((string group, HoursTokenKind kind) in _kinds)
        {
            if (match.Groups[group].Success)
                return kind;
        }

        return HoursTokenKind.Unknown;
    }

    private static readonly (string Group, HoursTokenKind Kind)[] _kinds =
    [
        ("weeks", HoursTokenKind.SomeWeeks), ("appointment", HoursTokenKind.Appointment), ("closed", HoursTokenKind.Closed), ("except", HoursTokenKind.Except),
        ("part", HoursTokenKind.PartOfDay), ("holiday", HoursTokenKind.Holiday), ("month", HoursTokenKind.Month), ("unclear", HoursTokenKind.Unclear),
        ("comma", HoursTokenKind.Comma), ("and", HoursTokenKind.And), ("slash", HoursTokenKind.Slash), ("dash", HoursTokenKind.Dash),
        ("semicolon", HoursTokenKind.Semicolon),
    ];

    [GeneratedRegex(EveryDay + "|" + SomeWeeks + "|" + Appointment + "|" + Days + "|" + Times + "|" + Closed + "|" + Except + "|" + Part + "|" + Holiday + "|" + Month
        + @"|(?<unclear>\bMar\?)|" + Marks + "|" + Nothing + "|" + Unknown, RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:24\s?/\s?7|h\s?24|24\s?h|24\s+ore\s+su\s+24|sempre\s+apert[oaie])\b", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex AllDay();

    // "9h30", "9h", "ore 9", "h. 9".
    [GeneratedRegex(@"(?<between>(?<=\b\d{1,2})h(?=\d{2}\b))|(?<=\b\d{1,2}(?:[:.]\d{2})?)\s?h\b|\b(?:ore|h)\.?\s*(?=\d)", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex HourLetter();

    [GeneratedRegex("(?<from>(?<![0-9])" + ClockText.Time + @")\s*(?:fino\s+|sino\s+)?\b(?:alle|a|all['’])\s*(?<to>" + ClockText.Time + ")(?![0-9])", RegexOptions.IgnoreCase,
        PatternTime.Milliseconds)]
    private static partial Regex UntilTime();
}
