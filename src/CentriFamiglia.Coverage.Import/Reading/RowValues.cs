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
        if (reading.Code is not { } code)
        {
            string? name = row.Text("comune");
            string hint = name is not null && comuni.CodeOf(name) is { } byName ? $" Il comune di nome «{name}» ha codice {byName}." : "";
            row.Refuse(column, reading.Reason!, reading.Cure + hint);
            return null;
        }

        if (reading.Reason is not null)
            row.Mend(column, reading.Reason, reading.Cure!);
        return code;
    }

    /// <summary>Says so when the name beside a code is that of another comune; codes are believed, never names.</summary>
    public static void CompareName(this RowReader row, string column, ComuneCode code, ComuneDirectory comuni)
    {
        if (row.Text(column) is { } name && comuni.CodeOf(name) is { } other && other != code)
        {
            row.Notice(
                column,
                $"il codice {code} è di {comuni.NameOf(code)}, ma la riga scrive «{name}» ({other})",
                "Vale il codice: controllare che le righe non siano scivolate.");
        }
    }

    public static int? Whole(this RowReader row, string column)
    {
        if (row.Table.Number(row, column) is not { } number)
            return null;
        if (number < 0)
            row.Refuse(column, $"«{column}» è negativo", "Scrivere zero o un numero intero positivo.");
        else if (number != Math.Floor(number))
            row.Refuse(column, $"«{column}» non è un numero intero", "Scrivere un numero intero.");
        else if (number > int.MaxValue)
            row.Refuse(column, $"«{column}» è troppo grande", "Controllare il valore.");
        else
            return (int)number;
        return null;
    }

    public static double? NotNegative(this RowReader row, string column)
    {
        if (row.Table.Number(row, column) is not { } number)
            return null;
        if (number >= 0)
            return number;
        row.Refuse(column, $"«{column}» è negativo", "Scrivere zero o un numero positivo.");
        return null;
    }

    /// <summary>A word of a list; the fallback when blank; refused when it is no word of the list.</summary>
    public static T Word<T>(this RowReader row, string column, Words<T> words, T fallback)
        where T : notnull
    {
        if (row.Text(column) is not { } text)
            return fallback;
        if (words.TryRead(text, out T value))
            return value;
        row.Refuse(column, $"«{text}» non è un valore di «{column}»", $"Scrivere uno di: {words.Accepted}.");
        return fallback;
    }

    /// <summary>Yes or no; null when blank, which is "not declared" and never "no".</summary>
    public static bool? YesNo(this RowReader row, string column) => row.Text(column) is null ? null : row.Word(column, Words.YesNo, false);

    /// <summary>An amount in EUR, to the cent; null when blank or refused.</summary>
    public static decimal? Euro(this RowReader row, string column)
    {
        if (row.NotNegative(column) is not { } number)
            return null;
        // Beyond 2^53 a double no longer holds every cent.
        if (number > 1e12)
        {
            row.Refuse(column, $"«{column}» è troppo grande", "Scrivere l'importo in euro.");
            return null;
        }

        decimal eur = (decimal)number;
        if (eur != decimal.Round(eur, 2))
            row.Refuse(column, $"«{column}» ha più di due decimali", "Scrivere euro e centesimi.");
        return eur;
    }

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
            row.Mend(
                column,
                $"{text} è il numero di un giorno nel foglio di calcolo: letto come {DateText.Write(date)}",
                "Dare alla colonna il formato Data e controllare il giorno.");
            return date;
        }

        row.Refuse(column, $"«{text}» non è una data", "Scrivere le date così: 2023-12-31 oppure 31/12/2023.");
        return null;
    }

    /// <summary>Refuses a validity that ends before it begins.</summary>
    public static void CheckValidity(this RowReader row, DateOnly? from, DateOnly? to)
    {
        if (from > to)
            row.Refuse("valid_to", "la validità finisce prima di cominciare", "Scambiare o correggere valid_from e valid_to.");
    }
}
