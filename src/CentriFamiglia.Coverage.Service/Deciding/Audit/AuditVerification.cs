using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Deciding.Audit;

/// <summary>The register and the records against each other: entries against their hashes, records against what the register says of them.</summary>
internal static class AuditVerification
{
    public const string Name = "verifica-registro";

    public static LayerShape<AuditRemark> Shape { get; } = new(
    [
        new("voce", ColumnType.Integer, "Numero della voce; 0: il registro o una carta.", r => (long)r.Number, 3L),
        new("guasto", ColumnType.Boolean, "Vero se qualcosa non è come il programma l'ha scritto: allora il verbo finisce con 1.", r => r.IsFault, true),
        new("che_cosa", ColumnType.Text, "Che cosa.", r => r.Text, "non è come è stata scritta: l'impronta non corrisponde"),
    ]);

    public static ImmutableArray<AuditRemark> Of(StoreRegister register) =>
    [
        .. AuditCheck.Of(register.Entries, register.Count, register.Head, register.Revision, e => Told(e.After).ContainsKey(RecordTelling.Territory)),
        .. OfRecords(register),
    ];

    public static Layer Make(StoreRegister register)
    {
        ImmutableArray<AuditRemark> remarks = Of(register);
        return Shape.Make(Name, "Verifica del registro", remarks, _ => null, DeskMeta.Of("Verifica del registro", new JsonObject
        {
            ["voci"] = register.Entries.Length,
            ["carte"] = register.Records.Length,
            ["guasti"] = remarks.Count(r => r.IsFault),
            ["note"] = remarks.Count(r => !r.IsFault),
            ["testa"] = register.Head,
        }));
    }

    private static IEnumerable<AuditRemark> OfRecords(StoreRegister register)
    {
        var told = new Dictionary<string, (int Number, JsonNode? Value)>(StringComparer.Ordinal);
        foreach (AuditEntry entry in register.Entries)
        {
            foreach ((string subject, JsonNode? value) in Told(entry.After).Where(t => t.Key != RecordTelling.Territory))
                told[subject] = (entry.Number, value);
        }

        foreach (StoredRecord record in register.Records)
        {
            string subject = RecordTelling.SubjectOf(record);
            if (!told.Remove(subject, out (int Number, JsonNode? Value) last))
                yield return new(0, true, $"«{subject}» non è nel registro: è stata scritta fuori dal programma");
            else if (!JsonNode.DeepEquals(last.Value, Now(record)))
                yield return new(last.Number, true, $"«{subject}» non è come la voce {last.Number} la dice: è stata cambiata fuori dal programma");
        }

        foreach ((string subject, (int number, _)) in told.OrderBy(t => t.Key, StringComparer.Ordinal))
            yield return new(number, true, $"«{subject}», che la voce {number} dice scritta, non c'è più");
    }

    private static JsonNode? Now(StoredRecord record)
    {
        try
        {
            return RecordTelling.Of(record);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static JsonObject Told(string? text)
    {
        try
        {
            return text is null ? [] : JsonNode.Parse(text) as JsonObject ?? [];
        }
        catch (System.Text.Json.JsonException)
        {
            return [];
        }
    }
}
