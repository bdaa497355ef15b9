using System.Data.Common;

namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>Gives the values of one row in the order of the table's columns; what the stores keep each in its own way, their readers read.</summary>
/// <exception cref="StoreRefusedException">A value is none that this program writes (the store was changed by another program).</exception>
internal abstract class RowReader(DbDataReader reader, string table)
{
    private int _next;

    public void Start() => _next = 0;

    public string Text() => TextOrNull() ?? throw Missing();

    public string? TextOrNull() => IsNull() ? null : reader.GetString(Column);

    public int? IntegerOrNull() => IsNull() ? null : reader.GetInt32(Column);

    public long BigInteger() => IsNull() ? throw Missing() : reader.GetInt64(Column);

    public double Real() => RealOrNull() ?? throw Missing();

    public double? RealOrNull() => IsNull() ? null : reader.GetDouble(Column);

    public bool Flag() => FlagOrNull() ?? throw Missing();

    public bool? FlagOrNull() => IsNull() ? null : reader.GetBoolean(Column);

    public abstract decimal? MoneyOrNull();

    public abstract DateOnly? DateOrNull();

    public abstract ImmutableArray<string> Texts();

    /// <returns>SRID 4326.</returns>
    public abstract Geometry Shape();

    /// <summary>A word of an enumeration.</summary>
    /// <param name="words">Those that it has.</param>
    /// <param name="what">What the word says, Italian.</param>
    public T Word<T>(Vocabulary<T> words, string what)
        where T : struct => WordOrNull(words, what) ?? throw Missing();

    /// <inheritdoc cref="Word"/>
    public T? WordOrNull<T>(Vocabulary<T> words, string what)
        where T : struct =>
        TextOrNull() is not { } text ? null : words.TryRead(text, out T value) ? value : throw Unknown(what, text, string.Join(", ", words.Written));

    public ComuneCode Comune() => ToComune(Text());

    public static ComuneCode ToComune(string text) =>
        ComuneCode.TryParse(text, out ComuneCode code) ? code : throw Unknown("codice ISTAT del comune", text, "sei cifre");

    /// <summary>The column read last.</summary>
    protected int Column => _next - 1;

    protected bool IsNull() => reader.IsDBNull(_next++);

    protected StoreRefusedException Missing() => Changed("è vuota");

    protected StoreRefusedException Changed(string what) => new(
        $"Nella tabella '{table}' dell'archivio una cella della colonna '{reader.GetName(Column)}' {what}.",
        "Correggere il valore con il programma che ha modificato l'archivio, oppure ripristinare una copia.");

    private static StoreRefusedException Unknown(string what, string text, string allowed) => new(
        $"L'archivio contiene un valore sconosciuto: {what} '{text}'. Valori ammessi: {allowed}.",
        "Correggere il valore (se l'archivio è stato modificato con un altro programma) oppure ripristinare una copia.");
}
