using System.Buffers.Binary;
using System.Data.Common;
using System.IO.Hashing;

namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>
/// The fingerprint of a table's rows, made while they are read: the sum of a 128-bit hash of each, so that their order does not matter. It
/// finds damage, not forgery. A row is hashed as the store holds it: the two stores give the same rows different fingerprints.
/// </summary>
internal abstract class TableDigest
{
    private readonly XxHash128 _row = new();
    private UInt128 _sum;

    public long Rows { get; private set; }

    /// <summary>Lower-case hexadecimal.</summary>
    public string Fingerprint => _sum.ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>Takes the row that the reader stands on.</summary>
    /// <param name="reader">Gives our columns first.</param>
    /// <param name="columns">How many.</param>
    public void Add(DbDataReader reader, int columns)
    {
        for (int column = 0; column < columns; column++)
            AddCell(reader, column);
        _sum += _row.GetCurrentHashAsUInt128();
        _row.Reset();
        Rows++;
    }

    protected abstract void AddCell(DbDataReader reader, int column);

    /// <param name="kind">Of the value, so that a text of digits is no number.</param>
    /// <param name="bytes">All of the value: its length is hashed too, so that two cells cannot lend each other bytes.</param>
    protected void Cell(byte kind, ReadOnlySpan<byte> bytes)
    {
        Span<byte> head = stackalloc byte[5];
        head[0] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], bytes.Length);
        _row.Append(head);
        _row.Append(bytes);
    }

    protected void Cell(byte kind, long bits)
    {
        Span<byte> cell = stackalloc byte[9];
        cell[0] = kind;
        BinaryPrimitives.WriteInt64LittleEndian(cell[1..], bits);
        _row.Append(cell);
    }
}
