using System.Data.Common;
using System.Text.Json;

namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>Gives the values of one row in the order of the table's columns; what the stores keep each in its own way, their readers read.</summary>
/// <exception cref="StoreRefusedException">A value is none that this program writes (the store was changed by another program).</exception>
internal abstract class RowReader(DbDataReader reader, string table)
{
    private int _next;

    /// <summary>The row on which the reader stands.</summary>
    /// <exception cref="StoreRefusedException">A value is none that this program writes.</exception>
    public T Read<T>(StoreTable<T> table)
    {
        _next = 0;
        try
        {
            return table.Read(this);
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            throw Wrong();
        }
    }

    /// <summary>Whether a database's driver says so that a value is none of the type it is asked for.</summary>
    public static bool IsUnreadable(Exception error) => error is InvalidCastException or OverflowException or ArgumentOutOfRangeException;

    public string Text() => TextOrNull() ?? throw Missing();

    public string? TextOrNull() => IsNull() ? null : reader.GetString(Column);

    public virtual int? IntegerOrNull() => IsNull() ? null : reader.GetInt32(Column);

    public virtual long BigInteger() => IsNull() ? throw Missing() : reader.GetInt64(Column);

    public double Real() => RealOrNull() ?? throw Missing();

    /// <summary>Finite.</summary>
    public double? RealOrNull() => IsNull() ? null : Number() is var number && double.IsFinite(number) ? number : throw Wrong();

    public bool Flag() => FlagOrNull() ?? throw Missing();

    public virtual bool? FlagOrNull() => IsNull() ? null : reader.GetBoolean(Column);

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

    public ComuneCode ToComune(string text) =>
        ComuneCode.TryParse(text, out ComuneCode code) ? code : throw Unknown("codice ISTAT del comune", text, "sei cifre");

    /// <summary>The place of a point, finite.</summary>
    public Coordinate Position() => Shape() is Point { IsEmpty: false } point && double.IsFinite(point.X) && double.IsFinite(point.Y)
        ? point.Coordinate
        : throw Changed("non è un punto valido", null);

    /// <summary>The row as text, whatever its cells hold.</summary>
    /// <param name="columns">Those of the table, in its order.</param>
    /// <param name="fault">Why it cannot be taken.</param>
    public StoredRow AsStored(IEnumerable<string> columns, StoredFault fault)
    {
        _next = 0;
        var cells = ImmutableArray.CreateBuilder<StoredCell>();
        Geometry? geometry = null;
        string? error = null;
        foreach (string column in columns)
        {
            if (column != StoreTable<object>.GeometryColumn)
            {
                cells.Add(IsNull() ? new StoredCell(column, null, IsNumber: false) : Cell(column, Value()));
                continue;
            }

            try
            {
                geometry = Shape();
            }
            catch (StoreRefusedException unread)
            {
                error = unread.Fault is { Value: null } ? null : unread.Fault?.Reason ?? unread.Message;
            }
        }

        return new StoredRow(table, null, cells.ToImmutable(), fault) { Geometry = geometry, GeometryError = error };
    }

    /// <summary>The column read last.</summary>
    protected int Column => _next - 1;

    /// <summary>Whatever stands in the column read last.</summary>
    protected virtual object Value() => reader.GetValue(Column);

    /// <summary>The number in the column read last.</summary>
    protected virtual double Number() => reader.GetDouble(Column);

    protected bool IsNull() => reader.IsDBNull(_next++);

    protected StoreRefusedException Missing() => Changed("è vuota", null);

    /// <summary>The value in the column read last is none of its kind.</summary>
    protected StoreRefusedException Wrong()
    {
        string? text = Cell("", Value()).Text;
        return Changed($"contiene '{text}', che non si può leggere", text);
    }

    /// <param name="what">What is wrong with the cell, Italian.</param>
    /// <param name="value">What stands there; null when it is empty.</param>
    protected StoreRefusedException Changed(string what, string? value) => new(
        $"Nella tabella '{table}' dell'archivio una cella della colonna '{reader.GetName(Column)}' {what}.",
        "Correggere il valore con il programma che ha modificato l'archivio, oppure ripristinare una copia.")
    {
        Fault = new StoredFault(StoredFaultKind.Value, reader.GetName(Column), value, $"la cella {what}"),
    };

    private static StoredCell Cell(string column, object value) => value switch
    {
        string text => new(column, text, IsNumber: false),
        bool flag => new(column, flag ? "1" : "0", IsNumber: false),
        DateOnly day => new(column, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), IsNumber: false),
        byte[] => new(column, "(dati binari)", IsNumber: false),
        Array texts => new(column, JsonSerializer.Serialize(texts.OfType<string>()), IsNumber: false),
        IFormattable number => new(column, number.ToString(null, CultureInfo.InvariantCulture), IsNumber: true),
        _ => new(column, value.ToString(), IsNumber: false),
    };

    private StoreRefusedException Unknown(string what, string text, string allowed) => new(
        $"L'archivio contiene un valore sconosciuto: {what} '{text}'. Valori ammessi: {allowed}.",
        "Correggere il valore (se l'archivio è stato modificato con un altro programma) oppure ripristinare una copia.")
    {
        Fault = new StoredFault(StoredFaultKind.Value, reader.GetName(Column), text, $"«{text}» non è un valore di «{reader.GetName(Column)}» ({allowed})"),
    };
}
