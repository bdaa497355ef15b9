using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Money;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>
/// What the ATS declare, as the store holds it, with what the user writes in its place: residuals of earlier years in one line,
/// <c>Brescia=12000.50/3000;Pavia=500</c>, the residual and after the slash what is spent.
/// </summary>
internal static class LedgerText
{
    private const string Cure = "Scrivere ATS=EURO, separate da ;, per esempio Brescia=12000.50;Pavia=500. Dopo una barra, lo speso: Brescia=12000.50/3000.";

    /// <exception cref="InputException">Not such a line, an unknown ATS, or one twice.</exception>
    public static ImmutableSortedDictionary<string, AtsLedger> Read(Analysis analysis, Parameter parameter, string? text)
    {
        return ActDeclarations.In(analysis.Snapshot).Ledgers.SetItems(ByAts(analysis, parameter, text, Ledger));

        AtsLedger Ledger(string part, string? value)
        {
            string[] amounts = value?.Split('/', StringSplitOptions.TrimEntries) ?? throw new InputException(parameter.Name, $"'{Shown.Of(part)}' non è ATS=EURO.", Cure);
            return amounts.Length <= 2
                ? new AtsLedger(Amount(parameter, amounts[0]), amounts.Length == 2 ? Amount(parameter, amounts[1]) : null)
                : throw new InputException(parameter.Name, $"'{Shown.Of(part)}' ha troppe barre.", Cure);
        }
    }

    /// <summary>The line that a file says: columns <c>ats,eur</c> and, if wanted, <c>speso_eur</c>.</summary>
    /// <exception cref="InputException">A column or a cell is missing.</exception>
    /// <exception cref="SourceFileException">The file cannot be read.</exception>
    public static string OfFile(string path)
    {
        LocationTable table = LocationTable.Read(path);
        (int ats, int eur, int? spent) = (table.Column("ats", "nome_ats"), table.Column("eur", "residuo_eur"), table.ColumnOrNone("speso_eur", "speso"));
        return string.Join(';', table.Rows.Select(row =>
            $"{table.Name(row, ats)}={table.Name(row, eur)}{(spent is { } column && row.Cell(column)?.Trim() is { Length: > 0 } paid ? "/" + paid : "")}"));
    }

    /// <summary>Days by ATS in one line, <c>Brescia=2023-12-20;Pavia=2024-01-10</c>.</summary>
    /// <exception cref="InputException">Not such a line, an unknown ATS, or one twice.</exception>
    public static ImmutableSortedDictionary<string, DateOnly> ReadDays(Analysis analysis, Parameter parameter, string? text)
    {
        return ActDeclarations.In(analysis.Snapshot).SharedWithCabina.SetItems(ByAts(analysis, parameter, text, Day));

        DateOnly Day(string part, string? value) =>
            DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
                ? day
                : throw new InputException(parameter.Name, $"'{Shown.Of(part)}' non è ATS=GIORNO.",
                    "Scrivere ATS=AAAA-MM-GG, separate da ;, per esempio Brescia=2023-12-20;Pavia=2024-01-10.");
    }

    /// <param name="analysis">With the ATS.</param>
    /// <param name="parameter">For messages.</param>
    /// <param name="text"><c>ATS=value</c>, separated by semicolons.</param>
    /// <param name="read">Reads a value from the whole part and what stands after the one equals sign; null where there is not one.</param>
    private static ImmutableSortedDictionary<string, T> ByAts<T>(Analysis analysis, Parameter parameter, string? text, Func<string, string?, T> read)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (string part in (text ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] sides = part.Split('=', StringSplitOptions.TrimEntries);
            T value = read(part, sides.Length == 2 ? sides[1] : null);
            string ats = Question.FindAts(analysis, parameter, sides[0]);
            if (!found.TryAdd(ats, value))
                throw new InputException(parameter.Name, $"l'{AtsNames.Official(ats)} è data due volte.", "Lasciarla una volta sola.");
        }

        return found.ToImmutable();
    }

    private static decimal Amount(Parameter parameter, string text) =>
        !ItalianNumber.LooksLikeThousands(text) && decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount)
            && decimal.Round(amount, 2) == amount && amount < 1_000_000_000_000
            ? amount
            : throw new InputException(parameter.Name, $"'{Shown.Of(text)}' non è un importo in euro.", "Scrivere euro e centesimi senza separatore delle migliaia: 12000.50.");
}
