using System.Text;
using System.Text.Json;
using CentriFamiglia.Coverage.Formats.Json;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Formats.GeoJson;

/// <summary>Collects the features of a file, root by root.</summary>
internal sealed class GeoJsonRows(string name, FileLimits limits, List<string> findings)
{
    private static readonly GeoJsonGeometry _converter = new(new GeometryFactory(new PrecisionModel(), 0));
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<(List<string?> Cells, ImmutableArray<bool> Numbers, string? Id, Geometry? Geometry, string? GeometryError, string? RowError, string? RowCure)> _rows = [];
    private readonly NumberFlags _numbers = new();
    private int? _epsg = Wgs84.Factory.SRID;
    private bool _epsgStated;
    private string? _mark;
    private bool _esri;

    public void ReadRoot(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw NotGeoJson();
        Utf8JsonReader root = reader;
        string? type = null;
        bool features = false;
        _esri = EsriGeometry.IsDialect(reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                type = Scalar(ref reader);
            }
            else if (reader.ValueTextEquals("crs"u8))
            {
                reader.Read();
                ReadCrs(ref reader);
            }
            else if (_esri && reader.ValueTextEquals("spatialReference"u8))
            {
                reader.Read();
                ReadSpatialReference(ref reader);
            }
            else if (reader.ValueTextEquals("meta"u8))
            {
                reader.Read();
                using JsonDocument meta = JsonDocument.ParseValue(ref reader);
                _mark = SidecarMark.Of(meta.RootElement.GetRawText());
            }
            else if (reader.ValueTextEquals("features"u8))
            {
                features = true;
                reader.Read();
                if (reader.TokenType != JsonTokenType.StartArray)
                    throw NotGeoJson();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    ReadFeature(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        if (type == "Feature")
            ReadFeature(ref root);
        else if (type is "Point" or "MultiPoint" or "LineString" or "MultiLineString" or "Polygon" or "MultiPolygon" or "GeometryCollection")
            AddRow([], null, ReadGeometry(ref root), rowError: null);
        else if (type != "FeatureCollection" && !(_esri && features))
            throw NotGeoJson();
    }

    /// <summary>A value after the first one: a feature of a file that has one a line.</summary>
    public void ReadNext(ref Utf8JsonReader reader)
    {
        Utf8JsonReader start = reader;
        if (reader.TokenType != JsonTokenType.StartObject || !IsFeature(ref reader))
            throw NotGeoJson();
        ReadFeature(ref start);
    }

    public SourceTable Build()
    {
        ImmutableArray<string> columns = [.. _columns.OrderBy(c => c.Value).Select(c => c.Key)];
        bool idColumn = !_columns.Keys.Contains("id", StringComparer.OrdinalIgnoreCase) && _rows.Exists(r => r.Id is not null);
        int width = columns.Length;
        ImmutableArray<SourceRow> rows = [.. _rows.Select((row, i) =>
        {
            List<string?> cells = row.Cells;
            while (cells.Count < width)
                cells.Add(null);
            if (idColumn)
                cells.Insert(0, row.Id);
            ImmutableArray<bool> numbers = idColumn && !row.Numbers.IsDefault ? row.Numbers.Insert(0, false) : row.Numbers;
            return new SourceRow(i + 1, [.. cells], row.Geometry, row.GeometryError, row.RowError) { Numbers = numbers, RowCure = row.RowCure };
        })];
        return new SourceTable(name, idColumn ? columns.Insert(0, "id") : columns, rows, _epsg)
        {
            Findings = [.. findings],
            EpsgByDefault = !_epsgStated,
            Mark = _mark,
        };
    }

    private void ReadFeature(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            AddRow([], null, (null, null), "l'elemento non è un oggetto \"Feature\"");
            return;
        }

        List<string?> cells = [];
        string? id = null;
        string? rowError = null;
        (Geometry? Geometry, string? Error) geometry = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("geometry"u8))
            {
                reader.Read();
                geometry = _esri ? EsriGeometry.Read(ref reader) : ReadGeometry(ref reader);
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                id = Scalar(ref reader);
            }
            else if (reader.ValueTextEquals(_esri ? "attributes"u8 : "properties"u8))
            {
                reader.Read();
                if (reader.TokenType == JsonTokenType.StartObject)
                    ReadProperties(ref reader, cells, ref rowError);
                else
                    reader.Skip();
            }
            else
            {
                reader.Skip();
            }
        }
        AddRow(cells, id, geometry, rowError, rowError is null ? null : FileErrors.LongCellCure);
    }

    private void ReadProperties(ref Utf8JsonReader reader, List<string?> cells, ref string? rowError)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string column = reader.GetString()!.Trim();
            reader.Read();
            bool isNumber = reader.TokenType == JsonTokenType.Number;
            string? value = Scalar(ref reader);
            if (value?.Length > limits.MaxCellChars)
            {
                rowError = FileErrors.LongCell($"\"{column}\"", value.Length, limits);
                value = null;
            }
            if (!_columns.TryGetValue(column, out int index))
            {
                index = _columns.Count;
                if (index == limits.MaxColumns)
                    throw FileErrors.TooManyColumns(name, limits);
                _columns.Add(column, index);
            }
            while (cells.Count <= index)
                cells.Add(null);
            cells[index] = value;
            _numbers.Set(index, isNumber);
        }
    }

    private static (Geometry? Geometry, string? Error) ReadGeometry(ref Utf8JsonReader reader)
    {
        Utf8JsonReader start = reader;
        // Broken JSON must stop the file; what is well-formed but no geometry only stops its row.
        reader.Skip();
        try
        {
            return (_converter.Read(ref start, typeof(Geometry), JsonSerializerOptions.Default), null);
        }
        catch (JsonException broken)
        {
            return (null, broken.Message);
        }
    }

    private void ReadCrs(ref Utf8JsonReader reader)
    {
        using JsonDocument crs = JsonDocument.ParseValue(ref reader);
        if (crs.RootElement.ValueKind == JsonValueKind.Null)
            return;
        _epsgStated = true;
        string? stated = crs.RootElement.ValueKind == JsonValueKind.Object
            && crs.RootElement.TryGetProperty("properties", out JsonElement properties)
            && properties.ValueKind == JsonValueKind.Object
            && (properties.TryGetProperty("name", out JsonElement value) || properties.TryGetProperty("code", out value))
                ? value.ToString()
                : null;
        _epsg = GeoJsonTable.ParseEpsg(stated);
        if (_epsg is null)
            findings.Add($"{name}: il sistema di riferimento «{stated}» non è riconosciuto; indicarlo come \"EPSG:32632\".");
    }

    private void ReadSpatialReference(ref Utf8JsonReader reader)
    {
        using JsonDocument reference = JsonDocument.ParseValue(ref reader);
        _epsgStated = true;
        _epsg = EsriGeometry.EpsgOf(reference.RootElement);
        if (_epsg is null)
            findings.Add($"{name}: il sistema di riferimento {reference.RootElement.GetRawText()} non è riconosciuto; indicarlo con --epsg.");
    }

    private static bool IsFeature(ref Utf8JsonReader reader)
    {
        bool feature = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool type = reader.ValueTextEquals("type"u8);
            reader.Read();
            feature |= type && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("Feature"u8);
            reader.Skip();
        }

        return feature;
    }

    private void AddRow(List<string?> cells, string? id, (Geometry? Geometry, string? Error) geometry, string? rowError, string? rowCure = null)
    {
        if (_rows.Count == limits.MaxRows)
            throw FileErrors.TooManyRows(name, limits);
        _rows.Add((cells, _numbers.Take(), id, geometry.Geometry, geometry.Error, rowError, rowCure));
    }

    private SourceFileException NotGeoJson() => new(
        $"{name}: è JSON ma non GeoJSON (manca \"type\": \"FeatureCollection\", e non è nemmeno JSON di Esri o un elemento per riga).",
        "Esportare lo strato da QGIS con «Salva elementi come… GeoJSON».");

    /// <summary>Programs without whole numbers write <c>16024.0</c>: it is the whole number.</summary>
    private static string WithoutZeroFraction(string number)
    {
        int point = number.IndexOf('.', StringComparison.Ordinal);
        return point > 0 && number.AsSpan(point + 1).IndexOfAnyExcept('0') < 0 ? number[..point] : number;
    }

    private static string? Scalar(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            case JsonTokenType.Number:
                return WithoutZeroFraction(Encoding.UTF8.GetString(reader.ValueSpan));
            default:
                using (JsonDocument nested = JsonDocument.ParseValue(ref reader))
                    return nested.RootElement.GetRawText();
        }
    }
}
