using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Service.Layers.Areas;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>Which areas have a sede: <c>check</c>, <c>/api/v1/coverage</c>.</summary>
internal static class CoverageQuestion
{
    public static ChoiceParameter Level { get; } = new("level", "Livello delle aree.", ["ambito", "distretto", "ats", "all"], "ambito")
    {
        Placeholder = "LIVELLO",
        Example = "ambito",
    };

    public static TextParameter At { get; } = GapsQuestion.At with
    {
        Description = "Aggiunge quante sedi sono aperte in questo momento della settimana ordinaria, giorno e ora; "
        + "il verdetto resta quello di R1."
    };

    public static Question Instance { get; } = new()
    {
        Summary = "Verdetti di copertura",
        Description = "Per ogni Ambito, Distretto o ATS: se ha una sede (SEDE), se è solo nel territorio dichiarato da un Hub (COMPETENZA), se è scoperto (SCOPERTO) o se non si "
            + "può dire (NON_CARICATO). Regola R1 della D.G.R. XII/1507/2023.",
        Parameters = [Level, At, SharedParameters.Ats, SharedParameters.Sedi, SharedParameters.Rules, SharedParameters.Date],
        Rows = () => [CoverageLayer.Shape.As("CoverageRow", RowGeometry.Areas, "senza at"), CoverageLayer.OpenForm.As("OpenCoverageRow", RowGeometry.Areas, "con at")],
        TerminalColumns = 11,
        Answer = (analysis, values) => CoverageLayer.Make(
            analysis,
            values.Choice(Level) == "all" ? null : GapsQuestion.LevelOf(values.Choice(Level)!, null).Level,
            Question.FindAts(analysis, values),
            GapsQuestion.OpenAt(analysis, values)),
        IsViolated = HasViolations,
    };

    private static bool HasViolations(Analysis analysis, Layer layer)
    {
        int satisfies = layer.Columns.Select(c => c.Name).ToList().IndexOf("soddisfa_r1");
        return layer.Rows.Any(r => r.Values[satisfies] is false) || analysis.State.Findings.Any(f => f.Outcome is Outcome.NonConforme);
    }
}
