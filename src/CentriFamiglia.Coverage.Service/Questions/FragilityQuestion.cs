using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Layers.Proposals;
using CentriFamiglia.Coverage.Siting.Proposals;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>What closing each sede would do: <c>fragility</c>, <c>/api/v1/fragility</c>.</summary>
internal static class FragilityQuestion
{
    public static ChoiceParameter Proposals { get; } = CompareQuestion.Proposals with { Description = "Contano anche le sedi che il programma propone, ciascuna con la sua riga." };

    public static Question Instance { get; } = new()
    {
        Summary = "Fragilità delle sedi",
        Description = "Per ogni sede, che cosa farebbe chiuderla da sola: Ambiti e Distretti che restano senza sede, residenti che vanno oltre il limite o non raggiungono più "
            + "alcuna sede, minuti in più, Spoke senza Hub. Le dieci più critiche: più unità perse, poi più residenti oltre il limite, più residenti senza sede, più "
                + "minuti.",
        Parameters = [Proposals, SharedParameters.Ats, SuggestionsQuestion.Counted, GapsQuestion.Limit, SharedParameters.Demand, SharedParameters.Sedi, SharedParameters.Travel,
            SharedParameters.Rules, SharedParameters.Date],
        Rows = () => [FragilityLayer.Shape.As("FragilityRow", RowGeometry.Point)],
        TerminalColumns = 14,
        Key = GapsQuestion.Instance.Key,
        TakesLong = values => values.Choice(Proposals) == "si",
        AnswerWatched = (analysis, values, watch) => FragilityLayer.Make(analysis, new CountedResidents(Question.FindAts(analysis, values), SuggestionsQuestion.CountsAll(values)),
            values.Choice(Proposals) == "si", watch.Stop),
    };
}
