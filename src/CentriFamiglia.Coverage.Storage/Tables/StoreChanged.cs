namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>Says that another program wrote since the content was read, and which row, where one of those to be written shows it.</summary>
internal static class StoreChanged
{
    private const string Repeat = "Ripetere il comando: partirà dai dati aggiornati.";

    public static StoreChangedException Since(string displayName, RowConflict? conflict = null)
    {
        const string Nothing = "Nessun dato è stato scritto.";
        if (conflict is null)
            return new($"L'archivio '{displayName}' è stato modificato da un altro programma nel frattempo. {Nothing}", Repeat);
        string row = conflict.Key.IsEmpty ? "la riga" : $"la riga {string.Join(" / ", conflict.Key.Select(k => $"'{k}'"))}";
        string what = $"Nell'archivio '{displayName}' {row} della tabella '{conflict.Table}' è stata {Words(conflict.Event)} da un altro programma "
            + $"dopo che questo comando aveva letto i dati. {Nothing}";
        return conflict.Overlaps
            ? new(what, $"Anche questo comando la cambia: guardarla, per esempio in QGIS, e decidere quale valore deve restare. {Repeat}") { Overlaps = true }
            : new(what, Repeat);
    }

    private static string Words(RowEvent what) => what switch
    {
        RowEvent.Added => "aggiunta",
        RowEvent.Changed => "modificata",
        RowEvent.Removed => "tolta",
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such event."),
    };
}
