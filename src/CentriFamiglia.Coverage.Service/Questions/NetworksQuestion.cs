using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Layers.Areas;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>The networks of a set: <c>/api/v1/networks</c>.</summary>
internal static class NetworksQuestion
{
    public static Question Instance { get; } = new()
    {
        Summary = "Reti",
        Description = "Le reti (progettualità) con i loro Hub e Spoke attivi, e che cosa trovano le regole R2 (un solo Hub per rete) e R3 (più sedi).",
        Parameters = [SharedParameters.Ats, SharedParameters.Sedi, SharedParameters.Rules, SharedParameters.Date],
        Rows = () => [NetworkLayer.Shape.As("NetworkRow", RowGeometry.Points)],
        TerminalColumns = 10,
        Answer = (analysis, values) => NetworkLayer.Make(analysis, Question.FindAts(analysis, values)),
    };
}
