namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>Comuni by code or by name, separated by commas: <c>016024,Clusone</c>.</summary>
internal static class ComuneText
{
    /// <summary>Their codes; none when the question names none.</summary>
    /// <exception cref="InputException">A text that no comune, or more than one, has for its code or its name.</exception>
    public static ImmutableSortedSet<ComuneCode> Read(Analysis analysis, Parameter parameter, string? text) =>
    [
        .. (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => One(analysis, parameter, part)),
    ];

    /// <inheritdoc cref="Read"/>
    public static ComuneCode One(Analysis analysis, Parameter parameter, string text)
    {
        Comune[] found = [.. analysis.Snapshot.Comuni.Where(c => c.Code.Value == text || c.Name.Equals(text, StringComparison.OrdinalIgnoreCase))];
        return found switch
        {
            [var only] => only.Code,
            [] => throw new InputException(parameter.Name, $"'{Shown.Of(text)}' non è un comune caricato.", "Scrivere il codice ISTAT di sei cifre o il nome intero."),
            _ => throw new InputException(
                parameter.Name, $"'{Shown.Of(text)}' è il nome di più comuni.", $"Scrivere uno dei codici: {string.Join(", ", found.Select(c => c.Code))}."),
        };
    }
}
