namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>A table refused as a whole before a row is looked at.</summary>
/// <param name="Counts">All of its rows refused.</param>
/// <param name="Issue">Why.</param>
internal sealed record RefusedTable(FileReport Counts, ImportIssue Issue)
{
    /// <summary>Nobody can tell what it holds.</summary>
    public static RefusedTable Unknown(SourceTable table)
    {
        string candidates = string.Join(", ", KindDetection.Candidates(table).Select(k => k.Name()));
        string reason = candidates.Length > 0
            ? $"non si capisce che cosa contiene: può essere {candidates}"
            : $"non si capisce che cosa contiene: le sue colonne sono {string.Join(", ", table.Columns)}";
        string kinds = candidates.Length > 0 ? candidates : string.Join(", ", ImportKinds.All.Select(k => k.Name()));
        return Of(
            table, IssueCodes.ContentsUnknown, reason,
            $"Indicarlo con --as ({kinds}), usare i nomi di colonna dei modelli (docs/modelli), oppure togliere il file dalla cartella.");
    }

    /// <summary>An answer of this program.</summary>
    public static RefusedTable Result(SourceTable table, string layer) => Of(
        table,
        IssueCodes.OwnResult,
        $"è un risultato di questo programma (strato «{layer}»), non un elenco da importare",
        $"Importare i dati da cui viene: {string.Join(", ", ImportKinds.All.Select(k => k.Name()))}.");

    /// <summary>A list of sedi asked for as one of networks: each sede would become a network.</summary>
    public static RefusedTable OfSedi(SourceTable table) =>
        Of(table, IssueCodes.SediAsNetworks, "è un elenco di sedi (ha il ruolo o il luogo di ogni riga), non di reti");

    private static RefusedTable Of(SourceTable table, RefusalCode code, string reason, string? cure = null) => new(
        new FileReport(table.Name, null, null, table.Rows.Length, 0, table.Rows.Length, 0),
        new ImportIssue(table.Name, code, reason) { Cure = cure ?? code.Cure });
}
