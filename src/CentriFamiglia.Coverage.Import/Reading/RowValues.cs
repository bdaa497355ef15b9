namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>Values of one row; each method reports what it refuses or mends, and then gives null.</summary>
internal static class RowValues
{
    /// <summary>The comune of a row: known, or mended to a known one.</summary>
    public static ComuneCode? Comune(this RowReader row, string column, ComuneDirectory comuni)
    {
        if (row.Required(column, "Scrivere il codice ISTAT del comune, sei cifre, come testo.") is not { } text)
            return null;
        CodeReading reading = comuni.Read(text);
        string? name = row.Text("comune");
        string hint = reading.Code is null && name is not null && comuni.CodeOf(name) is { } byName ? $" Il comune di nome «{name}» ha codice {byName}." : "";
        return row.Taken(column, reading, hint);
    }

    /// <summary>A code as it was read; the row says what was refused or mended.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">Where the code stands.</param>
    /// <param name="reading">What was read.</param>
    /// <param name="hint">More for the cure of a refusal.</param>
    public static ComuneCode? Taken(this RowReader row, string column, CodeReading reading, string hint = "")
    {
        if (reading.Remark is RefusalCode refusal)
            row.Refuse(refusal, column, reading.Reason!, (reading.Cure ?? refusal.Cure) + hint);
        else if (reading.Remark is MendingCode mending)
            row.Mend(mending, column, reading.Reason!);
        return reading.Code;
    }

    /// <summary>Says so when the name beside a code is that of another comune; codes are believed, never names.</summary>
    public static void CompareName(this RowReader row, string column, ComuneCode code, ComuneDirectory comuni)
    {
        if (row.Text(column) is { } name && comuni.CodeOf(name) is { } other && other != code)
        {
            row.Notice(
                IssueCodes.NameOfOther,
                column,
                $"il codice {code} è di {comuni.NameOf(code)}, ma la riga scrive «{name}» ({other})");
        }
    }

    public static int? Whole(this RowReader row, string column)
    {
        if (row.Table.Number(row, column) is not { } number)
            return null;
        if (number < 0)
            row.Refuse(IssueCodes.NumberNegative, column, $"«{column}» è negativo", "Scrivere zero o un numero intero positivo.");
        else if (number != Math.Floor(number))
            row.Refuse(IssueCodes.NumberNotWhole, column, $"«{column}» non è un numero intero");
        else if (number > int.MaxValue)
            row.Refuse(IssueCodes.NumberTooLarge, column, $"«{column}» è troppo grande");
        else
            return (int)number;
        return null;
    }

    /// <summary>A whole number where the file has the column, else the old one.</summary>
    public static int? WholeOr(this RowReader row, string column, int? old) => row.Has(column) ? row.Whole(column) : old;

    public static double? NotNegative(this RowReader row, string column)
    {
        if (row.Table.Number(row, column) is not { } number)
            return null;
        if (number >= 0)
            return number;
        row.Refuse(IssueCodes.NumberNegative, column, $"«{column}» è negativo");
        return null;
    }

    /// <summary>A number that is not negative where the file has the column, else the old one.</summary>
    public static double? NotNegativeOr(this RowReader row, string column, double? old) => row.Has(column) ? row.NotNegative(column) : old;

    /// <summary>A word of a list; the fallback when blank; refused when it is no word of the list.</summary>
    public static T Word<T>(this RowReader row, string column, Words<T> words, T fallback)
        where T : notnull
    {
        if (row.Text(column) is not { } text)
            return fallback;
        if (words.TryRead(text, out T value))
            return value;
        row.Refuse(IssueCodes.ValueNotAllowed, column, $"«{text}» non è un valore di «{column}»", $"Scrivere uno di: {words.Accepted}.");
        return fallback;
    }

    /// <summary>Yes or no; null when blank, which is "not declared" and never "no".</summary>
    public static bool? YesNo(this RowReader row, string column) => row.Text(column) is null ? null : row.Word(column, Words.YesNo, false);

    /// <summary>Yes or no where the file has the column, else the old answer.</summary>
    public static bool? YesNoOr(this RowReader row, string column, bool? old) => row.Has(column) ? row.YesNo(column) : old;

    /// <summary>An amount where the file has the column, else the old one.</summary>
    public static decimal? EuroOr(this RowReader row, string column, decimal? old) => row.Has(column) ? row.Euro(column) : old;

    /// <summary>An amount in EUR, to the cent; null when blank or refused.</summary>
    public static decimal? Euro(this RowReader row, string column)
    {
        if (row.NotNegative(column) is not { } number)
            return null;
        // Beyond 2^53 a double no longer holds every cent.
        if (number > 1e12)
        {
            row.Refuse(IssueCodes.NumberTooLarge, column, $"«{column}» è troppo grande", "Scrivere l'importo in euro.");
            return null;
        }

        decimal eur = (decimal)number;
        if (eur != decimal.Round(eur, 2))
            row.Refuse(IssueCodes.TooManyDecimals, column, $"«{column}» ha più di due decimali");
        return eur;
    }

    /// <summary>A list where the file has the column, else the old one.</summary>
    public static ImmutableArray<string> ListOr(this RowReader row, string column, ImmutableArray<string>? old) =>
        row.Has(column) ? ListText.Read(row.Text(column)) : old ?? [];

    /// <summary>A day where the file has the column, else the old one.</summary>
    public static DateOnly? DateOr(this RowReader row, string column, DateOnly? old) => row.Has(column) ? row.Date(column) : old;

    public static DateOnly? Date(this RowReader row, string column)
    {
        if (row.Text(column) is not { } text)
            return null;
        if (DateText.TryRead(text, out DateOnly date))
            return date;
        if (DateText.TryReadSerial(text, out date))
        {
            row.Mend(IssueCodes.DayNumber, column, $"{text} è il numero di un giorno nel foglio di calcolo: letto come {DateText.Write(date)}");
            return date;
        }

        row.Refuse(IssueCodes.DateUnreadable, column, $"«{text}» non è una data");
        return null;
    }

    /// <summary>Refuses a validity that ends before it begins.</summary>
    public static void CheckValidity(this RowReader row, DateOnly? from, DateOnly? to)
    {
        if (from > to)
            row.Refuse(IssueCodes.ValidityReversed, "valid_to", "la validità finisce prima di cominciare");
    }
}
