using System.Xml.Linq;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Dossiers.Html;
using CentriFamiglia.Coverage.Service.Dossiers.Reading;
using CentriFamiglia.Coverage.Service.Dossiers.Sections;

namespace CentriFamiglia.Coverage.Service.Dossiers;

/// <summary>
/// The dossier of a frozen analysis, to be read, printed and annexed to an act: one HTML page without a script or an address of anybody's,
/// well-formed XML too. It is made from the frozen bytes and what is said and decided of them, and from nothing else: the same gives the same page.
/// </summary>
internal static class DossierPage
{
    /// <param name="run">The frozen bytes.</param>
    /// <param name="head">Title, who froze and who published it.</param>
    /// <param name="decisions">On its proposals; those of other runs do not count.</param>
    /// <param name="ats">Name of an ATS as the data write it, for a page of its rows only; null for all that the run is of.</param>
    public static string Write(FrozenRun run, RunHead head, ImmutableArray<Decision> decisions, string? ats)
    {
        var view = new RunView(run, head, decisions, ats);
        XElement?[] sections =
        [
            SummarySection.Of(view), MapSection.Of(view), VerdictSection.Of(view), GapSection.Of(view), ProposalSection.Of(view), CertificateSection.Of(view),
            MoneySection.Of(view), FindingSection.Of(view), CallSection.Of(view), CoordinationSection.Of(view), ScenarioSection.Of(view), MethodSection.Of(view),
            SourceSection.Sources(view), SourceSection.Warnings(view), SourceSection.Verification(view),
        ];
        return PageShell.Write(
            $"Dossier della copertura territoriale: {view.Territory}, {head.Title}", $"Analisi {head.Id}, {view.Territory}, {head.Title}",
            TitlePage.Of(view, "Dossier della copertura territoriale"), [.. sections.OfType<XElement>()]);
    }
}
