using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Layers.Areas;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>The sedi of a set: <c>/api/v1/sites</c>.</summary>
internal static class SitesQuestion
{
    public static Question Instance { get; } = new()
    {
        Summary = "Sedi",
        Description = "Hub e Spoke di un insieme di sedi, anche previste e chiuse (nei conti entrano solo le attive).",
        Parameters = [SharedParameters.Ats, SharedParameters.Sedi, SharedParameters.Date],
        Rows = () => [SiteLayer.Shape.As("SiteRow", RowGeometry.Point)],
        TerminalColumns = 9,
        Answer = (analysis, values) => SiteLayer.Make(analysis, Question.FindAts(analysis, values)),
    };
}
