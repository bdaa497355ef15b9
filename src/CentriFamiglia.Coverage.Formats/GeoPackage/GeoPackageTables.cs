using System.Runtime.InteropServices;
using CentriFamiglia.Coverage.Formats.Json;
using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Formats.GeoPackage;

/// <summary>
/// Reads the feature and attribute tables of a foreign GeoPackage, one <see cref="SourceTable"/> each, by table name. The file is opened
/// read-only and is not trusted: only true tables are read, so no view and no trigger of its runs. The key <c>fid</c> is not a column;
/// numbers become invariant text, BOOLEAN <c>true</c> and <c>false</c>, BLOB nothing. Rows count features from 1 in the order of the key.
/// </summary>
public static class GeoPackageTables
{
    /// <param name="path">A GeoPackage of any version.</param>
    /// <param name="limits">Caps.</param>
    /// <exception cref="SourceFileException">No GeoPackage, broken, locked, or without tables.</exception>
    public static IReadOnlyList<SourceTable> Read(string path, FileLimits limits)
    {
        string name = Path.GetFileName(path);
        try
        {
            using SqliteConnection connection = ForeignGeoPackage.Open(path);
            if (!ForeignGeoPackage.IsGeoPackage(connection))
            {
                throw new SourceFileException(
                    $"{name}: è una base dati SQLite ma non un GeoPackage.",
                    "Esportare lo strato da QGIS con «Salva elementi come… GeoPackage».");
            }
            if (ForeignGeoPackage.IsStore(connection))
            {
                throw new SourceFileException(
                    $"{name}: è un archivio di questo programma, non un file da importare.",
                    $"Esportarne gli strati che servono (coverage export sedi -o sedi.csv --store {name}) e importare quelli.");
            }

            IReadOnlyList<ForeignTable> tables = ForeignGeoPackage.Tables(connection);
            SourceTable[] read = [.. tables.Select(table => ReadTable(connection, table, name, limits))];
            if (read.Length > 0)
                read[0] = WithPassedOver(read[0], ForeignGeoPackage.PassedOver(connection), name);
            return read.Length > 0
                ? read
                : throw new SourceFileException($"{name}: il GeoPackage non ha tabelle da leggere.", "Esportarvi almeno uno strato vettoriale o una tabella.");
        }
        catch (SqliteException broken)
        {
            throw new SourceFileException(
                $"{name}: il GeoPackage non si legge ({broken.Message}).",
                "Chiuderlo in QGIS e negli altri programmi; se resta illeggibile, esportarlo di nuovo.",
                broken);
        }
    }

    private static SourceTable WithPassedOver(SourceTable table, IReadOnlyList<(string Name, bool System)> passedOver, string file) => table with
    {
        Findings = [.. passedOver.Where(p => p.System).Select(p => $"{file}: la tabella di sistema «{p.Name}» non contiene dati e non è letta.")],
        LeftOut = [.. passedOver.Where(p => !p.System).Select(p => $"lo strato «{p.Name}» è una vista o non è una tabella: non è stato letto")],
    };

    private static SourceTable ReadTable(SqliteConnection connection, ForeignTable table, string file, FileLimits limits)
    {
        if (table.Columns.Count > limits.MaxColumns)
            throw FileErrors.TooManyColumns(file, limits);
        using SqliteCommand select = connection.CreateCommand();
        IEnumerable<string> names = table.Columns.Select(c => c.Name);
        if (table.GeometryColumn is string geometry)
            names = names.Append(geometry);
        string order = table.KeyColumn is null ? "" : $" ORDER BY {GeoPackageSchema.Quote(table.KeyColumn)}";
        select.CommandText = $"SELECT {string.Join(", ", names.Select(GeoPackageSchema.Quote))} FROM {GeoPackageSchema.Quote(table.Name)}{order}";

        ImmutableArray<SourceRow>.Builder rows = ImmutableArray.CreateBuilder<SourceRow>();
        NumberFlags numbers = new();
        using SqliteDataReader reader = select.ExecuteReader();
        while (reader.Read())
        {
            if (rows.Count == limits.MaxRows)
                throw FileErrors.TooManyRows(file, limits);
            rows.Add(ReadRow(reader, table, rows.Count + 1, numbers, limits));
        }
        return new SourceTable(table.Name, [.. table.Columns.Select(c => c.Name)], rows.DrainToImmutable(), table.Epsg)
        {
            Part = table.Name,
            File = file,
            Mark = GeoPackageMetadata.Get(connection, table.Name) is { } meta ? SidecarMark.Of(meta) : null,
        };
    }

    private static SourceRow ReadRow(SqliteDataReader reader, ForeignTable table, int number, NumberFlags numbers, FileLimits limits)
    {
        string? rowError = null;
        string?[] cells = new string?[table.Columns.Count];
        for (int i = 0; i < cells.Length; i++)
        {
            object value = reader.GetValue(i);
            string? text = Text(value, table.Columns[i].IsBoolean);
            numbers.Set(i, value is double || (value is long && !table.Columns[i].IsBoolean));
            if (text?.Length > limits.MaxCellChars)
                rowError = FileErrors.LongCell($"\"{table.Columns[i].Name}\"", text.Length, limits);
            else
                cells[i] = text;
        }

        Geometry? geometry = null;
        string? geometryError = null;
        if (table.GeometryColumn is not null && reader.GetValue(cells.Length) is not DBNull and object stored)
        {
            try
            {
                geometry = GeoPackageGeometry.Decode(stored as byte[] ?? throw new FormatException("la geometria non è un BLOB"));
            }
            catch (FormatException broken)
            {
                geometryError = broken.Message;
            }
        }
        return new SourceRow(number, ImmutableCollectionsMarshal.AsImmutableArray(cells), geometry, geometryError, rowError)
        {
            Numbers = numbers.Take(),
            RowCure = rowError is null ? null : FileErrors.LongCellCure,
        };
    }

    private static string? Text(object value, bool isBoolean) => value switch
    {
        long flag and (0 or 1) when isBoolean => flag == 1 ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        string text => text,
        _ => null,
    };
}
