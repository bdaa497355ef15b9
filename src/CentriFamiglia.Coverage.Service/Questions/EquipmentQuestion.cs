using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Layers.Findings;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>What the sedi have: <c>dotazioni</c>, <c>/api/v1/dotazioni</c>.</summary>
internal static class EquipmentQuestion
{
    public static Question Instance { get; } = new()
    {
        Summary = "Spazi e accessibilità delle sedi",
        Description = "Per ogni ATS: quante sedi sono accessibili alle persone con disabilità, quante no, di quante non si sa; quanti Hub hanno i quattro spazi del punto "
            + "3.3 (R9); orari, recapiti, carta dei servizi, protocolli, operatori dichiarati. Ciò che manca è «non dichiarato», mai «no».",
        Parameters = [SharedParameters.Ats, SharedParameters.Sedi, SharedParameters.Rules, SharedParameters.Date],
        Rows = () => [EquipmentLayer.Shape.As("EquipmentRow", RowGeometry.Areas)],
        TerminalColumns = 10,
        Answer = (analysis, values) => EquipmentLayer.Make(analysis, Question.FindAts(analysis, values)),
    };
}
