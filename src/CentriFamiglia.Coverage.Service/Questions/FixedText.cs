using CentriFamiglia.Coverage.Siting.Networks;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>
/// Places where a sede must be opened, separated by commas: comuni by code or by name and, among candidates of the user's own, their ids;
/// a comune then stands for the one candidate that lies in it.
/// </summary>
internal static class FixedText
{
    /// <summary>Codes of comuni, or ids of candidates where there are any; none when the question names none.</summary>
    /// <exception cref="InputException">A text that names no place, or more than one.</exception>
    public static ImmutableSortedSet<string> Read(Analysis analysis, Parameter parameter, string? text, ImmutableArray<SitingCandidate>? candidates) =>
        ImmutableSortedSet.CreateRange(
            StringComparer.Ordinal,
            (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => One(analysis, parameter, part, candidates)));

    private static string One(Analysis analysis, Parameter parameter, string text, ImmutableArray<SitingCandidate>? candidates)
    {
        if (candidates is not { } all)
            return ComuneText.One(analysis, parameter, text).Value;
        if (all.Any(c => c.Id == text))
            return text;
        ComuneCode comune = ComuneText.One(analysis, parameter, text);
        SitingCandidate[] inside = [.. all.Where(c => c.Comune == comune)];
        return inside switch
        {
            [var only] => only.Id,
            [] => throw new InputException(parameter.Name, $"in '{Shown.Of(text)}' non c'è alcun luogo dell'elenco dei candidati.",
                "Scrivere l'identificativo di un candidato, oppure aggiungere all'elenco un luogo di quel comune."),
            _ => throw new InputException(
                parameter.Name, $"in '{Shown.Of(text)}' ci sono {inside.Length} candidati.", $"Scrivere uno degli identificativi: {string.Join(", ", inside.Select(c => c.Id))}."),
        };
    }
}
