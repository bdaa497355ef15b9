namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>A table of which nobody can tell what it holds: refused as a whole.</summary>
internal sealed class UnknownTable(SourceTable table)
{
    public FileReport Counts => new(table.Name, null, null, table.Rows.Length, 0, table.Rows.Length, 0);

    public ImportIssue Issue
    {
        get
        {
            string candidates = string.Join(", ", KindDetection.Candidates(table).Select(k => k.Name()));
            string reason = candidates.Length > 0
                ? $"non si capisce che cosa contiene: può essere {candidates}"
                : $"non si capisce che cosa contiene: le sue colonne sono {string.Join(", ", table.Columns)}";
            string kinds = candidates.Length > 0 ? candidates : string.Join(", ", ImportKinds.All.Select(k => k.Name()));
            return new ImportIssue(
                table.Name, null, null, null, null, IssueSeverity.Refused, reason,
                $"Indicarlo con --as ({kinds}), usare i nomi di colonna dei modelli (docs/modelli), oppure togliere il file dalla cartella.", null);
        }
    }
}
