using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Dossiers.Html;
using CentriFamiglia.Coverage.Service.Dossiers.Reading;

namespace CentriFamiglia.Coverage.Service.Dossiers.Sections;

/// <summary>Where the declared local standard is kept, and the exceptions to it that are on record.</summary>
internal static class StandardPart
{
    public static IEnumerable<XElement> Of(RunView view)
    {
        JsonObject[] rows = [.. view.Rows("eccezioni")];
        if (rows.Length == 0)
            yield break;
        string counts = string.Join(", ", rows.GroupBy(r => Wording.Of(r.Text("stato")), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key} {ItalianNumber.Count(g.Count())}"));
        yield return Tags.Of("h3", "Lo standard locale");
        yield return Tags.P($"Quota di residenti entro il limite, per Ambito e per Distretto: {counts}. È un criterio di pianificazione, non previsto dall'atto.");
        JsonObject[] exceptions = [.. rows.Where(r => r.Text("motivo_eccezione") is not null)];
        if (exceptions.Length > 0)
        {
            yield return DossierTable.Of(
                "eccezioni-tabella", "Le eccezioni registrate", [new("Area"), new("ATS"), new("Stato"), new("Motivo"), new("Responsabile"), new("Fino al")],
                exceptions.Select(r => (object[])
                [
                    $"{Wording.Of(r.Text("livello"))} {Areas.Name(r)}", r.Text("ats") ?? Figure.Unknown, Wording.Of(r.Text("stato")), r.Text("motivo_eccezione")!,
                    r.Text("responsabile") ?? Figure.NotStated, Figure.Day(r.Text("fino_al")),
                ]));
        }
    }
}
