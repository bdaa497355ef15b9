namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>What the store says of a table's rows as this program last wrote them.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Fingerprint">See <see cref="TableDigest"/>.</param>
/// <param name="Edited">Another program changed the table since, or made it anew.</param>
internal sealed record TableSeal(long Rows, string Fingerprint, bool Edited)
{
    /// <param name="seal">Null when the store lost it.</param>
    /// <param name="digest">Of all rows.</param>
    public static TableCondition ConditionOf(TableSeal? seal, TableDigest digest) =>
        seal is null ? TableCondition.Damaged
        : digest.Rows == seal.Rows && digest.Fingerprint == seal.Fingerprint ? TableCondition.Intact
        : seal.Edited ? TableCondition.EditedElsewhere
        : TableCondition.Damaged;
}

/// <summary>One reading of a table beside its seal.</summary>
/// <param name="table">Its name.</param>
/// <param name="seal">Null when the store lost it.</param>
/// <param name="digest">Takes every row that is read.</param>
internal sealed class SealCheck(string table, TableSeal? seal, TableDigest digest)
{
    public TableDigest Digest => digest;

    /// <summary>To be called when the last row has been read.</summary>
    /// <exception cref="StoreRefusedException">The rows are not those that were written, and nobody is known to have edited them.</exception>
    public void Require()
    {
        if (TableSeal.ConditionOf(seal, digest) == TableCondition.Damaged)
            throw new StoreRefusedException(
                $"La tabella '{table}' dell'archivio è danneggiata: {Why()}, e non risulta che un altro programma l'abbia modificata.",
                "Ripristinare una copia, oppure spostare l'archivio, crearne uno nuovo e importare di nuovo i dati. Se qualcuno l'ha modificata a trigger spenti: "
                    + "'coverage verify' lo dice, e 'coverage migrate' la accetta com'è.")
            {
                IsDamage = true,
            };
    }

    private string Why() => seal is null ? "ne manca l'impronta"
        : seal.Rows != digest.Rows ? $"ha {digest.Rows} righe invece di {seal.Rows}"
        : "i valori non sono quelli scritti con l'ultima importazione";
}
