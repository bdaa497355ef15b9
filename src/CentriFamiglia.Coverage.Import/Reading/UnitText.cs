using System.Buffers;

namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>The unit that offices write beside a number: dropped where it is that of the column.</summary>
internal static class UnitText
{
    private static readonly SearchValues<char> _figures = SearchValues.Create("0123456789.,' \u00A0");

    private static readonly string[] _euro = ["€", "euro", "eur"];

    private static readonly string[] _degrees = ["°", "° n", "° e", "°n", "°e"];

    private static readonly string[] _persons = ["abitanti", "abitante", "residenti", "persone", "ab"];

    private static readonly Dictionary<string, string[]> _ofColumn = new(StringComparer.Ordinal)
    {
        ["residenti"] = _persons,
        ["eta_0_14"] = _persons,
        ["eta_65_oltre"] = _persons,
        ["famiglie"] = ["famiglie", "nuclei"],
        ["superficie_km2"] = ["km²", "km2", "kmq"],
        ["altitudine_m"] = ["m", "metri"],
        ["months"] = ["mesi", "mese"],
        ["operators"] = ["operatori", "operatore", "persone"],
        ["partner_count"] = ["enti", "partner"],
        ["minutes"] = ["minuti", "minuto", "min"],
        ["km"] = ["km", "chilometri"],
    };

    /// <returns>The text without the unit of the column; the text itself where it has none.</returns>
    public static string Without(string column, NumberUse use, string text)
    {
        if (text.Length == 0 || (char.IsAsciiDigit(text[^1]) && char.IsAsciiDigit(text[0])))
            return text;
        string[] units = use switch
        {
            NumberUse.Money => _euro,
            NumberUse.Coordinate => _degrees,
            _ => _ofColumn.GetValueOrDefault(column, []),
        };
        string trimmed = text.EndsWith('.') ? text[..^1] : text;
        foreach (string unit in units)
        {
            if (trimmed.EndsWith(unit, StringComparison.OrdinalIgnoreCase) && trimmed[..^unit.Length].TrimEnd() is [.., >= '0' and <= '9'] before)
                return before;
            if (use == NumberUse.Money && text.StartsWith(unit, StringComparison.OrdinalIgnoreCase) && text[unit.Length..].TrimStart() is [>= '0' and <= '9', ..] after)
                return after;
        }

        return text;
    }

    /// <summary>How to mend what is no number: what stands beside the figures is named.</summary>
    public static string Cure(NumberUse use, string text)
    {
        int end = text.AsSpan().IndexOfAnyExcept(_figures);
        if (use == NumberUse.Coordinate && end > 0 && text[end] == '°')
            return "Scrivere i gradi con i decimali (per esempio 9,1900), non gradi, primi e secondi.";
        return end > 0 && char.IsAsciiDigit(text[0])
            ? $"Scrivere solo le cifre, senza «{text[end..].Trim()}»."
            : "Scrivere solo le cifre, con la virgola o il punto per i decimali.";
    }
}
