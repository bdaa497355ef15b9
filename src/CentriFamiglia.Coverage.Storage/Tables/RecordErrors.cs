using CentriFamiglia.Coverage.Records;

namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>Why a record is not written, in the planner's words.</summary>
internal static class RecordErrors
{
    public static StoreChangedException Changed(StoredRecord record, string displayName) => new(
        record.Version == 1
            ? $"Nell'archivio '{displayName}' c'è già {Named(record)}. Nessun dato è stato scritto."
            : $"Nell'archivio '{displayName}' {Named(record)} è cambiato nel frattempo: un altro l'ha modificato dopo che era stato letto. Nessun dato è stato scritto.",
        record.Version == 1 ? "Scegliere un altro nome." : "Leggerlo di nuovo, e ripetere la modifica su ciò che c'è ora.")
    {
        Overlaps = true,
    };

    public static StoreRefusedException Closed(StoredRecord record, string displayName) => new(
        $"Nell'archivio '{displayName}' {Named(record)} è in sola lettura, per sempre. Nessun dato è stato scritto.",
        record.Kind is RecordKind.Run or RecordKind.RunContent ? "Congelare una nuova analisi." : "Crearne uno nuovo da questo.");

    private static string Named(StoredRecord record) => record.Kind switch
    {
        RecordKind.Scenario => $"lo scenario '{record.Key}'",
        RecordKind.Run or RecordKind.RunContent => $"il testo dell'analisi '{record.Key}'",
        RecordKind.Decision => $"il verbale della proposta '{record.Key}'",
        _ => throw new ArgumentOutOfRangeException(nameof(record), record.Kind, "No such kind."),
    };
}
