namespace CentriFamiglia.Coverage.Import.Stored;

/// <summary>What is said of a row that no import can read better than the store's reader did.</summary>
internal static class StoredRemarks
{
    public static StoredFinding Of(StoredRow row)
    {
        RefusalCode code = row.Fault.Kind switch
        {
            StoredFaultKind.Repeated => IssueCodes.IdRepeated,
            StoredFaultKind.UnknownSet => IssueCodes.SetUnknown,
            _ => IssueCodes.StoredValueUnreadable,
        };
        return new StoredFinding(row.Table, code, row.Fault.Reason, LeftOut: row.Table != "set_sedi" || row.Fault.Kind == StoredFaultKind.Repeated)
        {
            Number = row.Number,
            Id = StoredIds.Of(row),
            Set = row.Fault.Kind == StoredFaultKind.UnknownSet ? null : row.Cell("set_sedi"),
            Column = row.Fault.Column,
            Value = row.Fault.Value,
            Cure = row.Table switch
            {
                "set_sedi" when code == IssueCodes.StoredValueUnreadable =>
                    "Finché non si legge, l'insieme non è né attivo né completo. In attivo scrivere 1 o 0, in completo_per [\"Bergamo\"] oppure [].",
                "ambiti" or "distretti" or "asst" or "ats" => "L'area è rifatta dai comuni; la riga torna con la prossima importazione delle unità.",
                _ => code.Cure,
            },
        };
    }
}
