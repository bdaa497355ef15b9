using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Layers.Findings;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>What the ATS declare: <c>/api/v1/declarations</c>.</summary>
internal static class DeclarationsQuestion
{
    public static Question Instance { get; } = new()
    {
        Summary = "Dichiarazioni delle ATS",
        Description = "Ciò che ogni ATS dichiara oltre a sedi e reti: residui di anni precedenti e speso (R15, R17), giorno della lettura comune con la Cabina di Regia (R14). "
            + "Si importano con il modello dichiarazioni.csv.",
        Parameters = [SharedParameters.Sedi, SharedParameters.Date],
        Rows = () => [DeclarationLayer.Shape.As("DeclarationRow", RowGeometry.None)],
        TerminalColumns = 4,
        Answer = (analysis, _) => DeclarationLayer.Make(analysis),
    };
}
