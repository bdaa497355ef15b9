using CentriFamiglia.Coverage.Service.Http.Answers;

namespace CentriFamiglia.Coverage.Service.Http.SignIn;

/// <summary>Which rows of the figures a person reads: all, or those of one's own ATS.</summary>
internal static class Scope
{
    private static readonly string Region = AreaLevel.Regione.ToText();

    /// <summary>The values that a question is asked with: where the person reads one ATS only, that one.</summary>
    /// <exception cref="ProblemException">Another ATS is asked for, the region as one, or no ATS where the person has several.</exception>
    public static Values Limited(Caller caller, ImmutableArray<Parameter> parameters, Values values)
    {
        if (caller.Limit(Deed.ReadFigures) is not { } own || !parameters.Contains(SharedParameters.Ats))
            return values;
        if (parameters.OfType<ChoiceParameter>().FirstOrDefault(p => p.Choices.Contains(Region, StringComparer.Ordinal) && values.Choice(p) == Region) is { } level)
            throw new ProblemException(new Problem(
                StatusCodes.Status403Forbidden, "Non ammesso", "La regione intera la legge chi legge tutte le ATS.", level.Name,
                $"Chiedere un altro livello, per esempio {level.Name}=ats."));
        if (values[SharedParameters.Ats] is { } asked)
            return AtsNames.Find(asked, own) is { } named ? values.With(SharedParameters.Ats, named) : throw Elsewhere(own);
        return own.Length == 1 ? values.With(SharedParameters.Ats, own[0]) : throw new ProblemException(new Problem(
            StatusCodes.Status400BadRequest, "Richiesta non valida", "Va detto di quale ATS.", SharedParameters.Ats.Name, $"Indicare ats: {string.Join(", ", own)}."));
    }

    /// <summary>The ATS whose rows a layer shows; null for all.</summary>
    public static ImmutableArray<string>? Of(HttpContext context) => context.Caller().Limit(Deed.ReadFigures);

    private static ProblemException Elsewhere(ImmutableArray<string> own) => new(new Problem(
        StatusCodes.Status403Forbidden, "Non ammesso", "Si leggono le cifre della propria ATS.", SharedParameters.Ats.Name, $"Chiedere: {string.Join(", ", own)}."));
}
