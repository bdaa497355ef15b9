using System.Buffers;

namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>Shape of a number as written: which sign is the decimal one, if the text alone tells.</summary>
internal enum NumberShape
{
    NotANumber,

    /// <summary>Digits only: both readings agree.</summary>
    Plain,

    /// <summary>The decimal sign is the point.</summary>
    PointDecimal,

    /// <summary>The decimal sign is the comma.</summary>
    CommaDecimal,

    /// <summary><c>1.234</c>: thousands or decimals.</summary>
    PointUnclear,

    /// <summary><c>1,234</c>: thousands or decimals.</summary>
    CommaUnclear,

    /// <summary><c>1,2E+04</c>: a spreadsheet has thrown digits away.</summary>
    Rounded,
}

/// <summary>A number taken apart, before the rest of the column says how to read it.</summary>
/// <param name="Shape">What the text alone tells.</param>
/// <param name="Text">Without spaces and the sign of the euro.</param>
internal readonly record struct NumberText(NumberShape Shape, string Text)
{
    private static readonly SearchValues<char> _digitsAndSeparators = SearchValues.Create("0123456789.,");

    /// <summary>A whole part of four digits or more, not grouped: whoever writes so does not group thousands.</summary>
    public bool HasLongWholePart
    {
        get
        {
            ReadOnlySpan<char> digits = Text.AsSpan().TrimStart('-');
            int end = digits.IndexOfAny('.', ',');
            return (end < 0 ? digits.Length : end) >= 4;
        }
    }

    /// <summary>An unclear number that ends in three zeros is whole under both readings.</summary>
    public bool EndsInThreeZeros => Text.EndsWith("000", StringComparison.Ordinal);

    /// <summary>The value when <paramref name="decimalSign"/> is the decimal sign and the other one groups thousands.</summary>
    public double ValueWith(char decimalSign)
    {
        string invariant = Text.Replace(decimalSign == '.' ? "," : ".", "", StringComparison.Ordinal).Replace(',', '.');
        return double.Parse(invariant, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    public static NumberText Of(string written)
    {
        string text = written.Trim().TrimEnd('€').TrimStart('€').Trim();
        text = WithoutGroupingSpaces(text);
        ReadOnlySpan<char> body = text.AsSpan();
        if (body is ['-' or '+', ..])
            body = body[1..];
        if (body.IsEmpty || !char.IsAsciiDigit(body[^1]))
            return new NumberText(NumberShape.NotANumber, text);

        int exponent = body.IndexOfAny('e', 'E');
        if (exponent >= 0)
            return new NumberText(ExponentShape(body[..exponent], body[(exponent + 1)..]), text);
        return new NumberText(BodyShape(body), text);
    }

    private static NumberShape ExponentShape(ReadOnlySpan<char> mantissa, ReadOnlySpan<char> exponent)
    {
        bool number = BodyShape(mantissa) != NumberShape.NotANumber && int.TryParse(exponent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        if (!number)
            return NumberShape.NotANumber;
        // Programs write tiny numbers so, with all their digits; only spreadsheets write large ones so.
        return exponent[0] == '-' && !mantissa.Contains(',') ? NumberShape.PointDecimal : NumberShape.Rounded;
    }

    private static NumberShape BodyShape(ReadOnlySpan<char> body)
    {
        int points = body.Count('.');
        int commas = body.Count(',');
        if (body.IndexOfAnyExcept(_digitsAndSeparators) >= 0 || points + commas == body.Length)
            return NumberShape.NotANumber;
        if (points == 0 && commas == 0)
            return NumberShape.Plain;
        if (points > 0 && commas > 0)
        {
            char last = body[body.LastIndexOfAny('.', ',')];
            char grouping = last == '.' ? ',' : '.';
            ReadOnlySpan<char> whole = body[..body.LastIndexOf(last)];
            if (whole.Contains(last) || !IsGrouped(whole, grouping))
                return NumberShape.NotANumber;
            return last == '.' ? NumberShape.PointDecimal : NumberShape.CommaDecimal;
        }

        char sign = points > 0 ? '.' : ',';
        bool grouped = IsGrouped(body, sign);
        if (points + commas > 1)
        {
            if (!grouped)
                return NumberShape.NotANumber;
            return sign == '.' ? NumberShape.CommaDecimal : NumberShape.PointDecimal;
        }

        if (grouped)
            return sign == '.' ? NumberShape.PointUnclear : NumberShape.CommaUnclear;
        return sign == '.' ? NumberShape.PointDecimal : NumberShape.CommaDecimal;
    }

    /// <summary>One to three digits, the first not zero, then groups of exactly three.</summary>
    private static bool IsGrouped(ReadOnlySpan<char> text, char sign)
    {
        int first = text.IndexOf(sign);
        if (first is 0 or > 3 || text[0] == '0')
            return false;
        if (first < 0)
            return false;
        for (int i = first; i < text.Length; i += 4)
        {
            if (text[i] != sign || i + 4 > text.Length || text.Slice(i + 1, 3).IndexOfAnyExceptInRange('0', '9') >= 0)
                return false;
        }

        return true;
    }

    private static string WithoutGroupingSpaces(string text)
    {
        if (!text.AsSpan().ContainsAny(" \u00A0\u202F'’"))
            return text;
        string[] groups = text.Split([' ', '\u00A0', '\u202F', '\'', '’']);
        bool grouped = groups[0].TrimStart('-').Length is >= 1 and <= 3
            && groups[1..^1].All(g => g.Length == 3)
            && groups[^1].Length >= 3
            && groups[^1].AsSpan(0, 3).IndexOfAnyExceptInRange('0', '9') < 0
            && (groups[^1].Length == 3 || groups[^1][3] is '.' or ',');
        return grouped ? string.Concat(groups) : text;
    }
}
