using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Service.Layers.Journeys;
using CentriFamiglia.Coverage.Territory.Hours;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>How far families are: <c>gaps</c>, <c>/api/v1/gaps</c>.</summary>
internal static class GapsQuestion
{
    private const string Zone = "zona";

    public static ChoiceParameter By { get; } = new("by", "Una riga per ciascuno di questi.", ["comune", "ambito", "distretto", "ats", "regione"], "ambito")
    {
        Placeholder = "LIVELLO",
        Example = "ambito",
    };

    /// <summary>The same, and the parts of a comune that is read by points.</summary>
    public static ChoiceParameter ByAll { get; } = By with
    {
        Description = "Una riga per ciascuno di questi; zona: le parti di un comune letto per punti, a Milano i Municipi.",
        Choices = [.. By.Choices, Zone],
    };

    public static NumberParameter Limit { get; } = new(
        "limit", "Limite di viaggio in minuti, compreso, uguale per tutti. Senza: quello della classe SNAI di ogni comune.", 0.5m, 600, 2)
    {
        Placeholder = "MINUTI",
        Example = "20",
    };

    public static TextParameter At { get; } = new("at",
        "Contano solo le sedi aperte in questo momento della settimana ordinaria: giorno e ora. Quelle di cui gli orari non sono noti per intero sono contate a parte.")
    {
        Placeholder = "MOMENTO",
        Example = "mar 17:30",
    };

    public static Question Instance { get; } = new()
    {
        Summary = "Distanze dalla sede più vicina",
        Description = "Minuti e chilometri dalla sede più vicina, Hub o Spoke, di qualunque ATS e della propria, pesati sui residenti; residenti e comuni oltre il limite, con la "
            + "fascia della stima; curva dei residenti entro 5, 10, ... 60 minuti. I limiti sono criteri di pianificazione, non previsti dall'atto.",
        Parameters = [ByAll, Limit, At, SharedParameters.Ats, SharedParameters.Demand, SharedParameters.Sedi, SharedParameters.Travel, SharedParameters.Rules,
            SharedParameters.Date],
        Rows = () =>
        [
            AreaGapLayer.Shape.As("GapRow", RowGeometry.Areas, "by di aree, senza at"),
            ComuneGapLayer.Shape.As("ComuneGapRow", RowGeometry.Areas, "by=comune, senza at"),
            AreaGapLayer.OpenShape.As("OpenGapRow", RowGeometry.Areas, "by di aree, con at"),
            ComuneGapLayer.OpenShape.As("OpenComuneGapRow", RowGeometry.Areas, "by=comune, con at"),
            ZoneGapLayer.Shape.As("ZoneGapRow", RowGeometry.None, "by=zona"),
        ],
        TerminalColumns = 17,
        Key = values => new AnalysisKey(values.Choice(SharedParameters.Sedi), values.Choice(SharedParameters.Travel), (double?)values.Number(Limit)),
        Answer = (analysis, values) =>
        {
            OpenDoors? doors = OpenAt(analysis, values);
            if (values.Choice(ByAll) == Zone)
                return ZoneGapLayer.Make(analysis, Question.FindAts(analysis, values), doors);
            (AreaLevel? level, string? ats) = LevelOf(values.Choice(ByAll)!, Question.FindAts(analysis, values));
            return level is { } area ? AreaGapLayer.Make(analysis, area, ats, doors) : ComuneGapLayer.Make(analysis, ats, doors);
        },
    };

    /// <summary>The level that <see cref="By"/> names, null for comuni, with the ATS.</summary>
    /// <exception cref="InputException">One ATS of the whole region.</exception>
    public static (AreaLevel? Level, string? Ats) LevelOf(string by, string? ats)
    {
        AreaLevel? level = Enum.GetValues<AreaLevel>().Cast<AreaLevel?>().FirstOrDefault(l => l!.Value.ToText() == by);
        return level is AreaLevel.Regione && ats is not null
            ? throw new InputException(SharedParameters.Ats.Name, "con la regione intera non si sceglie una ATS.", "Togliere il filtro, oppure chiedere il livello ats.")
            : (level, ats);
    }

    /// <returns>Null where no moment is asked for.</returns>
    /// <exception cref="InputException">It is none.</exception>
    public static OpenDoors? OpenAt(Analysis analysis, Values values) => values[At] is not { } text
        ? null
        : WeekMoment.TryParse(text, out WeekMoment moment)
            ? OpenDoors.Of(analysis.State, moment)
            : throw new InputException(At.Name, $"'{Shown.Of(text)}' non è un momento della settimana.", "Scrivere giorno e ora, per esempio «mar 17:30» o «sab 9».");
}
