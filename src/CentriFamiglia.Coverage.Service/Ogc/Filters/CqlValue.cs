using CentriFamiglia.Coverage.Service.Ogc.Collections;

namespace CentriFamiglia.Coverage.Service.Ogc.Filters;

/// <summary>A value of a filter made ready: of which kind, and what it is for a feature; null where the feature has none.</summary>
internal sealed record CqlValue(CqlKind Kind, Func<LayerRow, object?> Of);

/// <summary>What a value is, so that only like is compared with like. A day is a text that can be a moment.</summary>
internal enum CqlKind
{
    Text,
    Number,
    Truth,
    Moment,
    Day,
}

/// <summary>How values are read and compared: texts by their characters, the case counts.</summary>
internal static class CqlValues
{
    private const string Accented = "àáâãäåāăąçćčďèéêëēęěìíîïīłñńňòóôõöøōőřśšşťùúûüūůűýÿźżžÀÁÂÃÄÅĀĂĄÇĆČĎÈÉÊËĒĘĚÌÍÎÏĪŁÑŃŇÒÓÔÕÖØŌŐŘŚŠŞŤÙÚÛÜŪŮŰÝŸŹŻŽ";
    private const string Plain = "aaaaaaaaacccdeeeeeeeiiiiilnnnoooooooorssstuuuuuuuyyzzzAAAAAAAAACCCDEEEEEEEIIIIILNNNOOOOOOOORSSSTUUUUUUUYYZZZ";

    public static CqlValue Of(LayerColumn column, int index) => column.Type switch
    {
        ColumnType.Text => new CqlValue(FeatureSchema.IsDay(column) ? CqlKind.Day : CqlKind.Text, row => row.Values[index]),
        ColumnType.Boolean => new CqlValue(CqlKind.Truth, row => row.Values[index]),
        _ => new CqlValue(CqlKind.Number, row => row.Values[index] is { } number ? Convert.ToDouble(number, CultureInfo.InvariantCulture) : null),
    };

    /// <exception cref="InputException">It is no text.</exception>
    public static CqlValue Fold(bool isCase, CqlValue value)
    {
        CheckText(value, isCase ? "CASEI" : "ACCENTI");
        return new CqlValue(CqlKind.Text, row => value.Of(row) is string text ? isCase ? text.ToUpperInvariant() : Unaccented(text) : null);
    }

    /// <exception cref="InputException">The two are not of a kind.</exception>
    public static Func<LayerRow, bool?> Comparison(string comparison, CqlValue left, CqlValue right)
    {
        (left, right) = (Beside(left, right.Kind), Beside(right, left.Kind));
        if (left.Kind != right.Kind)
        {
            throw new InputException(CqlLimits.Field, $"{Named(left.Kind)} non si confronta con {Named(right.Kind)}.",
                "Confrontare cose dello stesso tipo: i testi fra apici, i numeri senza, true o false, DATE('2024-06-30').");
        }

        return row => left.Of(row) is { } a && right.Of(row) is { } b ? Holds(comparison, Compared(a, b)) : null;
    }

    /// <exception cref="InputException">One is no text.</exception>
    public static Func<LayerRow, bool?> Like(CqlValue value, CqlValue pattern)
    {
        CheckText(value, "LIKE");
        CheckText(pattern, "LIKE");
        string? read = null;
        CqlPattern? made = null;
        return row =>
        {
            if (value.Of(row) is not string text || pattern.Of(row) is not string wanted)
                return null;
            if (read != wanted)
                (read, made) = (wanted, new CqlPattern(wanted));
            return made!.Matches(text);
        };
    }

    private static void CheckText(CqlValue value, string what)
    {
        if (value.Kind is not (CqlKind.Text or CqlKind.Day))
            throw new InputException(CqlLimits.Field, $"{what} vuole un testo, non {Named(value.Kind)}.", "Usarlo con una proprietà di testo, o con un testo fra apici.");
    }

    /// <summary>A day beside a moment is one, else it is a text.</summary>
    private static CqlValue Beside(CqlValue value, CqlKind other) => (value.Kind, other) switch
    {
        (CqlKind.Day, CqlKind.Moment) => new CqlValue(CqlKind.Moment, row => value.Of(row) is string day ? CqlMoments.Of(day) : null),
        (CqlKind.Day, _) => value with { Kind = CqlKind.Text },
        _ => value,
    };

    private static int Compared(object left, object right) => (left, right) switch
    {
        (string a, string b) => string.CompareOrdinal(a, b),
        (double a, double b) => a.CompareTo(b),
        (bool a, bool b) => a.CompareTo(b),
        _ => ((DateTimeOffset)left).CompareTo((DateTimeOffset)right),
    };

    private static bool Holds(string comparison, int order) => comparison switch
    {
        "=" => order == 0,
        "<>" => order != 0,
        "<" => order < 0,
        ">" => order > 0,
        "<=" => order <= 0,
        _ => order >= 0,
    };

    /// <summary>Of the letters of the languages of Europe: the program knows no tables of the world's.</summary>
    private static string Unaccented(string text) => string.Concat(text
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
        .Select(c => Accented.IndexOf(c, StringComparison.Ordinal) is >= 0 and var place ? Plain[place] : c));

    private static string Named(CqlKind kind) => kind switch
    {
        CqlKind.Text or CqlKind.Day => "un testo",
        CqlKind.Number => "un numero",
        CqlKind.Truth => "vero o falso",
        _ => "un momento",
    };
}
