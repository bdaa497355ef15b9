using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Layers.Journeys;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>Who reaches an open door, in the whole ordinary week: <c>week</c>, <c>/api/v1/week</c>.</summary>
internal static class WeekQuestion
{
    public static ChoiceParameter By { get; } = new("by", "Una riga per ogni mezz'ora della settimana, o per ogni area con chi non trova mai aperto.",
        ["momento", "ambito", "distretto", "ats"], "momento")
    {
        Placeholder = "CHE COSA",
        Example = "momento",
    };

    public static Question Instance { get; } = new()
    {
        Summary = "Chi trova una sede aperta, nella settimana",
        Description = "Per ogni mezz'ora della settimana ordinaria quanti residenti hanno una sede aperta entro il limite, quante sedi sono aperte e di quante non si sa: ciò che "
            + "gaps dice di un momento solo. Per area, quanti residenti non ne "
            + "hanno mai una la sera (dalle 18, da lunedì a venerdì), di sabato, di domenica, in tutta la settimana.",
        Parameters = [By, GapsQuestion.Limit, SharedParameters.Ats, SharedParameters.Demand, SharedParameters.Sedi, SharedParameters.Travel, SharedParameters.Rules,
            SharedParameters.Date],
        Rows = () => [WeekLayers.MomentShape.As("WeekRow", RowGeometry.None, "by=momento"), WeekLayers.AreaShape.As("WeekAreaRow", RowGeometry.None, "by di aree")],
        TerminalColumns = 9,
        Key = values => new AnalysisKey(
            values.Choice(SharedParameters.Sedi), values.Choice(SharedParameters.Travel), (double?)values.Number(GapsQuestion.Limit)),
        Answer = (analysis, values) =>
        {
            string? ats = Question.FindAts(analysis, values);
            return values.Choice(By) switch
            {
                "ambito" => WeekLayers.Areas(analysis, AreaLevel.Ambito, ats),
                "distretto" => WeekLayers.Areas(analysis, AreaLevel.Distretto, ats),
                "ats" => WeekLayers.Areas(analysis, AreaLevel.Ats, ats),
                _ => WeekLayers.Moments(analysis, ats),
            };
        },
    };
}
