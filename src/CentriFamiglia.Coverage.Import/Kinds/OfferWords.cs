using CentriFamiglia.Coverage.Import.Checks;

namespace CentriFamiglia.Coverage.Import.Kinds;

/// <summary>The spaces of a Hub and the services of the act (3.2, 3.3): codes, and the Italian names under which offices write them.</summary>
public static class OfferWords
{
    public static ImmutableArray<(string Code, string Name, string[] Others)> Spaces { get; } =
    [
        ("accoglienza", "Accoglienza", ["spazio accoglienza", "spazio dedicato all'accoglienza", "sala accoglienza", "gioco"]),
        ("sportello", "Sportello informativo e di orientamento", ["sportello informativo", "front office", "sportello informativo e segreteria", "segreteria"]),
        ("colloqui", "Colloqui individuali, di coppia o di famiglia", ["colloqui individuali", "sala colloqui", "spazio colloqui", "colloquio"]),
        ("polivalente", "Spazio polivalente", ["sala polivalente", "polifunzionale", "spazio polifunzionale"]),
    ];

    public static ImmutableArray<(string Code, string Name, string[] Others)> Services { get; } =
    [
        ("informazione_orientamento", "Informazione e orientamento", ["informazione", "orientamento"]),
        (
            "competenze_genitoriali", "Sostegno alla famiglia e alle competenze genitoriali",
            ["competenze genitoriali", "sostegno alle competenze genitoriali", "sostegno genitoriale", "sostegno alla genitorialità"]),
        ("risorse_familiari_comunitarie", "Sviluppo delle risorse familiari e comunitarie", ["risorse familiari e comunitarie", "risorse familiari"]),
        ("coordinamento_gestionale", "Coordinamento gestionale (solo Hub)", ["coordinamento gestionale", "coordinamento"]),
        ("gestione_amministrativa", "Gestione amministrativa (solo Hub)", ["gestione amministrativa", "amministrazione"]),
        ("formazione_operatori", "Formazione e aggiornamento degli operatori", ["formazione", "formazione e aggiornamento"]),
        ("laboratori", "Attività laboratoriali, educative, ludiche, di socializzazione", ["attività laboratoriali", "laboratorio", "socializzazione"]),
        ("sensibilizzazione_scuole", "Sensibilizzazione della comunità e delle scuole", ["sensibilizzazione", "scuole"]),
        ("conciliazione", "Conciliazione famiglia lavoro e carichi di cura", ["conciliazione famiglia lavoro", "carichi di cura"]),
        ("transizioni", "Sostegno nelle fasi di transizione", ["fasi di transizione", "transizione"]),
        ("poverta_educativa", "Contrasto alla povertà educativa", ["povertà educativa", "minori"]),
        ("anziani", "Benessere degli anziani", ["invecchiamento attivo"]),
    ];

    private static readonly Words<string> _spaces = WordsOf(Spaces), _services = WordsOf(Services);

    private static readonly KnownNames _knownSpaces = new(Spaces.Select(o => o.Code)), _knownServices = new(Services.Select(o => o.Code));

    /// <summary>The codes of a row's list; an item that is none is kept as written, with a remark that names the nearest.</summary>
    /// <param name="row">The sede.</param>
    /// <param name="column"><c>spaces</c> or <c>services</c>.</param>
    internal static ImmutableArray<string> Read(RowReader row, string column)
    {
        bool spaces = column == "spaces";
        Words<string> words = spaces ? _spaces : _services;
        var read = new List<string>();
        foreach (string item in ListText.Read(row.Text(column), loose: true))
        {
            if (words.TryRead(item, out string code))
            {
                read.Add(code);
                continue;
            }

            read.Add(item);
            row.Notice(
                IssueCodes.OfferUnknown,
                column,
                $"«{item}» non è fra {(spaces ? "gli spazi" : "i servizi")} dell'atto{(item.Length < 4 ? "" : (spaces ? _knownSpaces : _knownServices).Suggestion(item))}",
                $"Tenuto come scritto; i codici sono: {words.Accepted}.",
                item);
        }

        return [.. read];
    }

    private static Words<string> WordsOf(ImmutableArray<(string Code, string Name, string[] Others)> offers) =>
        new([.. offers.Select(o => (o.Code, (string[])[o.Code, o.Name, .. o.Others]))]);
}
