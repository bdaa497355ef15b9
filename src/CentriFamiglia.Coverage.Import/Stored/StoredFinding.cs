namespace CentriFamiglia.Coverage.Import.Stored;

/// <summary>What is wrong with a row of the store, which another program changed. Texts are Italian.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Code">What kind of remark it is: one of an import's own.</param>
/// <param name="Reason">What is wrong, without a full stop.</param>
/// <param name="LeftOut">Whether the row counts nowhere; false where it is read all the same.</param>
public sealed record StoredFinding(string Table, IssueCode Code, string Reason, bool LeftOut)
{
    /// <summary>The number under which a GIS shows the row; null when it is not known.</summary>
    public long? Number { get; init; }

    /// <summary>The row's own id; null when it has none.</summary>
    public string? Id { get; init; }

    /// <summary>The set of sedi that the row belongs to; null for other tables.</summary>
    public string? Set { get; init; }

    /// <summary>Name of the column in the store; null when the row as a whole is meant.</summary>
    public string? Column { get; init; }

    /// <summary>What stands there; null when the cell is empty or cannot be shown.</summary>
    public string? Value { get; init; }

    /// <summary>How to mend the value; <see cref="Where"/> says where.</summary>
    public string Cure { get; init; } = Code.Cure;

    /// <summary>Where every such row is mended.</summary>
    public const string Where = "Correggere la riga in QGIS (o con psql), oppure importare di nuovo l'elenco.";

    /// <summary>The row in a sentence: <c>sedi, fid 12, «BG01-H»</c>.</summary>
    public string Row => string.Join(", ", new[] { Table, Number is { } number ? $"fid {number}" : null, Id is { } id ? $"«{id}»" : null }.OfType<string>());

    /// <summary>One Italian sentence or more: the row, the column, the value, the reason, what becomes of it, the cure.</summary>
    public string Sentence =>
        $"Archivio, {Row}{(Column is null ? "" : $", colonna {Column}")}: {Reason}. {(LeftOut ? "La riga non conta. " : "")}{Cure}";
}
