using System.Data.Common;
using CentriFamiglia.Coverage.Storage.Tables;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CentriFamiglia.Coverage.Storage.GeoPackage;

/// <summary>Hashes what SQLite has read from the file, before anything is made of it: a value of another type or a broken text is seen too.</summary>
internal sealed class SqliteTableDigest : TableDigest
{
    protected override void AddCell(DbDataReader reader, int column)
    {
        sqlite3_stmt row = ((SqliteDataReader)reader).Handle!;
        int type = raw.sqlite3_column_type(row, column);
        byte kind = (byte)type;
        switch (type)
        {
            case raw.SQLITE_INTEGER:
                Cell(kind, raw.sqlite3_column_int64(row, column));
                break;
            case raw.SQLITE_FLOAT:
                Cell(kind, BitConverter.DoubleToInt64Bits(raw.sqlite3_column_double(row, column)));
                break;
            case raw.SQLITE_NULL:
                Cell(kind, []);
                break;
            default:
                // Also of a text: its bytes as they are, UTF-8.
                Cell(kind, raw.sqlite3_column_blob(row, column));
                break;
        }
    }
}
