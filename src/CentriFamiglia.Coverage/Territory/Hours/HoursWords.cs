using System.Text;
using System.Text.RegularExpressions;

namespace CentriFamiglia.Coverage.Territory.Hours;

/// <summary>The words for days and months, of the OSM grammar and of Italian offices.</summary>
internal static partial class HoursWords
{
    /// <summary>Where <see cref="TellMarchFromTuesday"/> cannot tell.</summary>
    public const string Unclear = "Mar?";

    public const string ItalianButTuesday = @"lun(?:ed[iìí]['’]?)?|mer(?:c(?:oled[iìí]['’]?)?)?|gio(?:v(?:ed[iìí]['’]?)?)?|ven(?:erd[iìí]['’]?)?|sab(?:at[oi])?"
        + @"|dom(?:enic(?:a|he))?|mart(?:ed[iìí]['’]?)?";

    public const string Day = @"\b(?:Mo|Tu|We|Th|Fr|Sa|Su|(?-i:mar)|" + ItalianButTuesday + @")(?![\w?])\.?";

    /// <summary>In an Italian text: <c>su</c>, <c>me</c>, <c>ma</c> and <c>do</c> in small letters are no days there.</summary>
    public const string ItalianTextDay = @"\b(?:(?-i:Mo|Tu|We|Th|Fr|Su|mar|" + ShortItalian + ")|Sa|" + ItalianButTuesday + @")(?![\w?])(?:(?<=\b\w{2,4})\.)?";

    public const string Holiday = @"\b(?:PH|SH|festiv[io])\b";

    private const string ShortItalian = "Lu|LU|lu|Ma|MA|Me|ME|Gi|GI|gi|Ve|VE|ve|Do|DO";

    private const string MonthButMarch =
        @"Jan(?:uary)?|Feb(?:ruary|braio)?|Apr(?:il|ile)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
        + @"Oct(?:ober)?|Nov(?:ember|embre)?|Dec(?:ember)?|gen(?:naio)?|mag(?:gio)?|giu(?:gno)?|lug(?:lio)?|"
        + @"ago(?:sto)?|sett?(?:embre)?|ott(?:obre)?|dic(?:embre)?";

    public const string Month = @"\b(?:" + MonthButMarch + @"|(?-i:Mar)|March|marzo)(?![\w?])";

    public const string DayOrMonth = "(?:" + Day + "|" + Holiday + "|" + Month + @"|\bMar\?)";

    private static readonly string[] _english = ["mo", "tu", "we", "th", "fr", "sa", "su"];
    private static readonly string[] _italian = ["lun", "mar", "mer", "gio", "ven", "sab", "dom"];
    private static readonly string[] _short = ["lu", "ma", "me", "gi", "ve", "sa", "do"];

    /// <summary>One form for dashes, accents, blanks.</summary>
    public static string Plain(string text) =>
        Blanks().Replace(text.Normalize(NormalizationForm.FormC).Replace('–', '-').Replace('—', '-').Replace('−', '-'), " ");

    /// <summary>A piece of a text in which March and martedì were told apart, as its writer has it.</summary>
    public static string AsWritten(string text) => text.Replace(Unclear, "Mar", StringComparison.Ordinal);

    public static bool HasMonth(string text) => AnyMonth().IsMatch(text);

    /// <returns>0 for Monday to 6 for Sunday; -1 where the word is no day of the week.</returns>
    public static int IndexOf(string day)
    {
        string word = day.TrimEnd('.').ToLowerInvariant();
        int two = Math.Max(Array.IndexOf(_english, word), Array.IndexOf(_short, word));
        return two >= 0 ? two : Array.FindIndex(_italian, d => word.StartsWith(d, StringComparison.Ordinal));
    }

    /// <summary>One day, or those from it to another: over the end of the week too.</summary>
    /// <param name="from">A day of the week.</param>
    /// <param name="to">Empty for one day.</param>
    public static IEnumerable<int> DaysFrom(string from, string to)
    {
        int last = IndexOf(to.Length > 0 ? to : from);
        for (int day = IndexOf(from); ; day = (day + 1) % 7)
        {
            yield return day;
            if (day == last)
                break;
        }
    }

    /// <summary>Whether an Italian office wrote it, not in the OSM grammar: then rules add to each other, and closures hold wherever they stand.</summary>
    public static bool IsItalian(string text) => ItalianText().IsMatch(text);

    /// <summary>Whether days are written as OSM does.</summary>
    public static bool HasEnglishDay(string text) => EnglishDay().IsMatch(text);

    /// <summary>
    /// <c>Mar</c> is March in the OSM grammar and martedì to an Italian office. Beside a day of the week (<c>Mar, Gio</c>, <c>Mar-Ven</c>)
    /// it is martedì; beside a month (<c>Mar-Oct</c>) or before a day of an English week or a date it is March; in a text with other
    /// Italian days and no months, and wherever it is all in small letters, it is martedì, unless an earlier day of the week follows it
    /// (<c>Mar Lun</c>). Anything else cannot be told.
    /// </summary>
    /// <returns>The text with <c>mar</c> for the day, <c>Mar</c> for the month and <see cref="Unclear"/>.</returns>
    public static string TellMarchFromTuesday(string text)
    {
        bool italian = AnyItalianDay().IsMatch(text), months = AnyOtherMonth().IsMatch(text);
        return Mar().Replace(text, found =>
        {
            string before = text[..found.Index], after = text[(found.Index + found.Length)..];
            bool day = DayBefore().IsMatch(before) || DayAfter().IsMatch(after);
            bool month = MonthBefore().IsMatch(before) || MonthAfter().IsMatch(after);
            if (day != month)
                return day ? "mar" : "Mar";
            if (day)
                return Unclear;
            bool small = found.Value == "mar";
            return OfMonth().IsMatch(after) && !small ? "Mar" : small || (italian && !months && !EarlierDayNext().IsMatch(after)) ? "mar" : Unclear;
        });
    }

    private const string Beside = @"\s*(?:[-,/]|\b(?:e|a|al)\b)\s*";

    [GeneratedRegex(@"\s+", RegexOptions.None, PatternTime.Milliseconds)]
    private static partial Regex Blanks();

    [GeneratedRegex(Month, RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex AnyMonth();

    [GeneratedRegex(@"\b(?:" + MonthButMarch + "|March|marzo)\b", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex AnyOtherMonth();

    [GeneratedRegex(@"\b(?:" + ItalianButTuesday + @")\b", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex AnyItalianDay();

    [GeneratedRegex(@"\bMar\b", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex Mar();

    [GeneratedRegex(@"\b(?:Mo|Tu|We|Th|Fr|Sa|Su|" + ItalianButTuesday + @")\.?" + Beside + "$", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex DayBefore();

    [GeneratedRegex(@"^\.?" + Beside + @"(?:Mo|Tu|We|Th|Fr|Sa|Su|" + ItalianButTuesday + @")\b", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex DayAfter();

    [GeneratedRegex(@"\b(?:" + MonthButMarch + @")" + Beside + "$", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex MonthBefore();

    [GeneratedRegex("^" + Beside + @"(?:" + MonthButMarch + @")\b", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex MonthAfter();

    // "Mar Mo-Fr 09:00-12:00", "Mar 15 off": a month with its days.
    [GeneratedRegex(@"^\s*(?:\s(?:Mo|Tu|We|Th|Fr|Sa|Su)\b|:?\s*\d{1,2}\s*(?:$|[a-z]))", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex OfMonth();

    [GeneratedRegex(@"^\s+(?:lun(?:ed[iìí]['’]?)?|Mo)\b", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex EarlierDayNext();

    [GeneratedRegex(@"\b(?:" + ItalianButTuesday + @"|(?-i:mar|" + ShortItalian + @")|dal(?:le|la)?|al(?:le|la)?|da|e|ore|ogni|tutt[ie]|giorn[oi]|esclus\w+|tranne"
        + @"|eccetto|salvo|mattin[aoe]|pomeriggio?|sera|sempre|appuntamento|prenotazione|apert[oaie]|feriali"
        + @"|h\s?24|24\s?h)\b(?!\?)|/(?!\s*7\b)|(?<![-:.,\d]\s?)\b\d{1,2},\d{2}\s*-",
        RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex ItalianText();

    [GeneratedRegex(@"\b(?:Mo|Tu|We|Th|Fr|Su)\b", RegexOptions.None, PatternTime.Milliseconds)]
    private static partial Regex EnglishDay();
}
