using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using CentriFamiglia.Coverage.Formats.Crs;
using NetTopologySuite.IO.Esri.Dbf;
using NetTopologySuite.IO.Esri.Dbf.Fields;

namespace CentriFamiglia.Coverage.Formats.Shapefile;

/// <summary>
/// Reads a shapefile (<c>.shp</c> and <c>.dbf</c>, with <c>.prj</c> and <c>.cpg</c> where there are) into a <see cref="SourceTable"/>.
/// The <c>.cpg</c> states the encoding, else it is found as that of a CSV; the <c>.prj</c> states the CRS. Numbers and dates become
/// invariant text. A polygon's holes go to the ring that holds them, whatever the order of the rings; a ring that is open, crosses itself
/// or has fewer than four points stops its row. Rows count records from 1; deleted ones are passed over.
/// </summary>
internal static class ShapefileTable
{
    private static readonly GeometryFactory _factory = new(new PrecisionModel(), 0);

    /// <summary>Whether a file begins as a <c>.shp</c> or a <c>.shx</c> does.</summary>
    public static bool Begins(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x00, 0x00, 0x27, 0x0A]);

    /// <exception cref="SourceFileException">A part is missing, broken or beyond the caps.</exception>
    public static SourceTable Read(string path, FileLimits limits) => Read(ShapefileParts.Beside(path, limits), limits);

    /// <returns>The shapefiles of a zip; empty when it holds none, or is broken and called otherwise than a zip.</returns>
    /// <exception cref="SourceFileException">The zip is broken, or a part of a shapefile is missing, broken or beyond the caps.</exception>
    public static IReadOnlyList<SourceTable> ReadZip(byte[] bytes, string name, FileLimits limits)
    {
        try
        {
            using ZipArchive zip = new(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            SourceTable[] read = [.. ShapefileParts.In(zip, bytes.Length, name, limits).Select(parts => Read(parts, limits))];
            if (read.Length > 0)
            {
                read[0] = read[0] with
                {
                    LeftOut = [.. ShapefileParts.Others(zip).Select(other => $"il file «{other}» dello zip non è stato letto")],
                };
            }

            return read;
        }
        catch (InvalidDataException) when (!name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }
        catch (InvalidDataException broken)
        {
            throw new SourceFileException($"{name}: l'archivio zip è rotto o troncato.", "Scaricarlo o comprimerlo di nuovo.", broken);
        }
    }

    private static SourceTable Read(ShapefileParts parts, FileLimits limits)
    {
        string name = parts.Name + ".shp";
        try
        {
            return ReadRows(parts, name, limits);
        }
        catch (Exception broken) when (broken is not (SourceFileException or OutOfMemoryException))
        {
            throw Broken(name, broken);
        }
    }

    private static SourceTable ReadRows(ShapefileParts parts, string name, FileLimits limits)
    {
        List<string> findings = [];
        int count = ShapefileRecords.Count(parts.Shapes) ?? throw Broken(name, null);
        if (count > limits.MaxRows)
            throw FileErrors.TooManyRows(name, limits);
        using DbfReader dbf = new(new MemoryStream(parts.Rows), EncodingOf(parts, findings));
        if (dbf.RecordCount != count)
        {
            throw new SourceFileException(
                $"{name}: il .shp ha {count} elementi ma il .dbf ha {dbf.RecordCount} righe.",
                "I due file non vengono dalla stessa esportazione, o uno è troncato: copiarli o esportarli di nuovo insieme.");
        }

        if (dbf.Fields.Count > limits.MaxColumns)
            throw FileErrors.TooManyColumns(name, limits);
        using ShapeReading shapes = new(parts.Shapes, _factory);
        ImmutableArray<SourceRow>.Builder rows = ImmutableArray.CreateBuilder<SourceRow>(count);
        ImmutableArray<bool> numbers = [.. dbf.Fields.Select(f => f.FieldType is DbfType.Numeric or DbfType.Float)];
        for (int number = 1; number <= count; number++)
        {
            (Geometry? geometry, string? geometryError) = shapes.Next();
            (string?[]? cells, string? rowError) = Cells(dbf);
            if (cells is not null)
                rows.Add(new SourceRow(number, ImmutableCollectionsMarshal.AsImmutableArray(cells), geometry, geometryError, rowError) { Numbers = numbers });
        }

        ImmutableArray<string> columns = HeaderRow.Of(dbf.Fields.Select(f => f.Name), name, limits, findings);
        int? epsg = Epsg(parts, name, findings);
        return new SourceTable(name, columns, rows.DrainToImmutable(), epsg) { Findings = [.. findings] };
    }

    /// <returns>No cells when the record is marked as deleted.</returns>
    private static (string?[]? Cells, string? RowError) Cells(DbfReader dbf)
    {
        try
        {
            dbf.Read(out bool deleted);
            return (deleted ? null : [.. dbf.Fields.Select(Text)], null);
        }
        catch (Exception broken) when (broken is FormatException or OverflowException or ArgumentException)
        {
            return (new string?[dbf.Fields.Count], $"la riga del .dbf non si legge: {broken.Message}");
        }
    }

    private static string? Text(DbfField field) => field.Value switch
    {
        null or "" => null,
        bool flag => flag ? "true" : "false",
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.#############################", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        object text => text.ToString(),
    };

    private static Encoding EncodingOf(ShapefileParts parts, List<string> findings)
    {
        if (parts.CodePage is { } bytes)
        {
            string stated = Encoding.ASCII.GetString(bytes).Trim();
            if (CodePageText.Find(stated) is { } encoding)
                return encoding;
            findings.Add($"{parts.Name}.cpg: la codifica «{stated}» non è riconosciuta.");
        }

        return TextDecoding.Unmarked(parts.Rows.AsSpan(Math.Min(parts.Rows.Length, 32)), parts.Name + ".dbf", findings);
    }

    private static int? Epsg(ShapefileParts parts, string name, List<string> findings)
    {
        if (parts.Projection is null)
        {
            findings.Add(
                $"{name}: manca {parts.Name}.prj, che dice il sistema di riferimento; se non sono gradi WGS84, indicarlo con --epsg.");
            return null;
        }

        string wkt = Encoding.UTF8.GetString(parts.Projection);
        int? epsg = PrjText.Epsg(wkt);
        if (epsg is null)
            findings.Add($"{name}: il sistema di riferimento «{PrjText.Name(wkt)}» del .prj non è riconosciuto; indicarlo con --epsg.");
        return epsg;
    }

    private static SourceFileException Broken(string name, Exception? inner) => new(
        $"{name}: lo shapefile è rotto o troncato.",
        "Copiare di nuovo tutti i suoi file; se resta illeggibile, esportarlo di nuovo da QGIS.",
        inner);
}
