namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>
/// Answers of this program are no data: imported as a list of comuni or of networks they would come back as what they are not. A file
/// says which layer it is by its mark; a CSV that lost the file beside it, by the columns that only an answer has.
/// </summary>
internal static class ResultLayers
{
    private static readonly (string Name, string[] Columns)[] _known =
    [
        ("copertura", ["livello", "verdetto"]),
        ("lacune", ["sede_vicina", "minuti_stessa_ats"]),
        ("lacune per area", ["livello", "minuti_medi"]),
        ("misure", ["due_passi", "minuti_prima"]),
        ("misure per area", ["livello", "misura"]),
        ("bacini", ["residenti_per_ora", "ore_settimanali"]),
        ("bacini-comuni", ["site_id", "a_pari_minuti"]),
        ("proposte", ["residenti_guadagnati", "clausola"]),
        ("fragilita", ["critica", "unita_perse"]),
        ("rilievi", ["regola", "esito", "citazione"]),
        ("riparto", ["assegnazione_eur", "parte_uguale_eur"]),
        ("standard-locale", ["livello", "quota_richiesta_pct"]),
        ("confini delle aree (ambiti, distretti o ATS)", ["livello", "codice", "nome", "ats", "fonte_stato"]),
        ("assetto", ["reti_atto", "gestori_ambito"]),
        ("dotazioni", ["hub_quattro_spazi", "accesso_non_dichiarato"]),
        ("effetti", ["minuti_prima", "minuti_dopo"]),
        ("di risultati", ["viaggio", "dimostrativo"]),
        ("rapporto di un'importazione", ["gravita", "rimedio"]),
    ];

    /// <returns>The layer, by the name it has in an export; null for a table that may be somebody's data.</returns>
    public static string? NameOf(SourceTable table)
    {
        if (table.Mark is { } mark)
            return ImportKinds.TryParse(mark, out _) ? null : mark;
        HashSet<string> columns = table.Columns.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return _known.FirstOrDefault(k => k.Columns.All(columns.Contains)).Name;
    }
}
