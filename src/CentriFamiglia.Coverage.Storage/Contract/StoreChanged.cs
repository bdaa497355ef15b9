namespace CentriFamiglia.Coverage.Storage.Contract;

internal static class StoreChanged
{
    public static StoreChangedException Since(string displayName) => new(
        $"L'archivio '{displayName}' è stato modificato da un altro programma nel frattempo: nessun dato è stato scritto.",
        "Ripetere il comando: partirà dai dati aggiornati.");
}
