using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Dossiers.Html;
using CentriFamiglia.Coverage.Service.Dossiers.Reading;

namespace CentriFamiglia.Coverage.Service.Dossiers.Sections;

/// <summary>Where the run is of a scenario: what it changes, and what becomes of the areas.</summary>
internal static class ScenarioSection
{
    private static readonly Dictionary<string, string> _columns = new(StringComparer.Ordinal)
    {
        ["name"] = "nome",
        ["role"] = "ruolo",
        ["network_id"] = "rete",
        ["comune"] = "comune",
        ["pro_com_t"] = "comune",
        ["lon"] = "longitudine",
        ["lat"] = "latitudine",
        ["opening_hours"] = "orari",
        ["status"] = "stato",
        ["wheelchair"] = "accessibilità",
        ["spaces"] = "spazi",
        ["services"] = "servizi",
        ["declared_ambiti"] = "Ambiti dichiarati",
        ["address"] = "indirizzo",
        ["phone"] = "telefono",
        ["email"] = "posta elettronica",
        ["web"] = "pagina web",
        ["manager_kind"] = "gestore",
        ["precisione"] = "precisione",
        ["valid_from"] = "dal",
        ["valid_to"] = "al",
        ["ats"] = "ATS",
        ["contribution_eur"] = "contributo, euro",
        ["months"] = "mesi",
    };

    /// <returns>Null where the run is of the store as it is.</returns>
    public static XElement? Of(RunView view)
    {
        if (view.Inputs.Part("scenario") is not { } scenario)
            return null;
        JsonObject[] changes = [.. (scenario["modifiche"] as JsonArray ?? []).OfType<JsonObject>()];
        JsonObject[] networks = [.. (scenario["reti"] as JsonArray ?? []).OfType<JsonObject>()];
        return Tags.Section(
            "scenario", "Lo scenario",
            Tags.P($"Questa analisi è dello scenario «{scenario.Text("nome") ?? scenario.Text("id")}», linea: "
                + $"{(scenario.Text("linea") is { } line ? Wording.Of(line) : "non indicata")}. "
                + "Le cifre di questo documento sono quelle che si avrebbero con le sue modifiche; i confronti dicono che cosa cambia rispetto a oggi."),
            changes.Length == 0
                ? Tags.P("Lo scenario non modifica alcuna sede.")
                : DossierTable.Of("modifiche", "Le modifiche dello scenario alle sedi", [new("Sede"), new("Operazione"), new("Che cosa")],
                    changes.Select(c => (object[])[c.Text("id") ?? Figure.Unknown, Operation(c.Text("op")), Said(c, "id", "op")])),
            networks.Length == 0
                ? null
                : DossierTable.Of("reti-scenario", "Le reti dello scenario", [new("Rete"), new("Che cosa")],
                    networks.Select(n => (object[])[n.Text("id") ?? n.Text("network_id") ?? Figure.Unknown, Said(n, "id", "network_id")])),
            Compared(view));
    }

    private static XElement? Compared(RunView view)
    {
        // Of areas below the ATS only what changes: the rest would be most of the document.
        JsonObject[] rows = [.. Whole(view).Where(r => r.Text("livello") is "regione" or "ats" || r.Number("differenza") is { } difference && difference != 0)];
        return rows.Length == 0 ? null : DossierTable.Of(
            "confronto", "Oggi e nello scenario: regione e ATS per intero, Ambiti e Distretti dove qualcosa cambia",
            [new("Area"), new("Livello"), new("ATS"), new("Misura"), Column.Number("Oggi"), Column.Number("Scenario"), Column.Number("Differenza")],
            rows.Select(r => (object[])
            [
                Areas.Name(r), Wording.Of(r.Text("livello")), r.Text("ats") is { Length: > 0 } ats ? ats : "tutte", Wording.Measure(r.Text("misura")), Value(r.Number("prima")),
                Value(r.Number("dopo")), r.Number("differenza") is { } difference ? ItalianNumber.Of(difference, "+#,0.##;-#,0.##;0") : Figure.Unknown,
            ]));
    }

    private static IEnumerable<JsonObject> Whole(RunView view) =>
        view.Rows("confronto").OrderBy(r => Array.IndexOf(["regione", "ats", "ambito", "distretto"], r.Text("livello"))).ThenBy(r => r.Text("nome"), StringComparer.Ordinal);

    private static string Value(double? value) => value is { } known ? ItalianNumber.Of(known, "#,0.##") : Figure.Unknown;

    private static string Operation(string? operation) => operation switch
    {
        "add" => "si apre",
        "close" => "si chiude",
        "move" => "si sposta",
        "change" => "cambia",
        _ => Wording.Of(operation),
    };

    private static string Said(JsonObject item, params string[] but)
    {
        string[] said =
        [
            .. item.Where(p => !but.Contains(p.Key, StringComparer.Ordinal))
                .Select(p => $"{_columns.GetValueOrDefault(p.Key, p.Key)}: {(p.Value is null ? "tolto" : item.Text(p.Key) ?? p.Value.ToJsonString())}"),
        ];
        return said.Length == 0 ? "nient'altro" : string.Join("; ", said);
    }
}
