namespace CentriFamiglia.Coverage.Storage.Contract;

internal static class StoreStrangers
{
    /// <exception cref="StoreRefusedException">There are any: one could undo or change what is written.</exception>
    public static void Refuse(IReadOnlyCollection<StoreStranger> strangers, string displayName)
    {
        if (strangers.Count > 0)
            throw new StoreRefusedException(
                $"L'archivio '{displayName}' contiene {string.Join(", ", strangers)}, che non {(strangers.Count == 1 ? "è" : "sono")} di questo programma e "
                    + "potrebbe cambiare ciò che si scrive. Niente è stato modificato.",
                "Togliere ciò che è nominato, con il programma che lo ha creato (DROP TRIGGER, DROP RULE, DROP VIEW), oppure tenerlo in un altro file o schema; poi ripetere "
                    + "il comando. 'coverage verify' ne dà l'elenco.");
    }
}
