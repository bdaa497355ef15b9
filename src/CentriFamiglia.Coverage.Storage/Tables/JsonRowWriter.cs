using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>A row as the register tells it: by column, empty ones left out. Of a shape that is no point its hash stands for it.</summary>
/// <param name="columns">Of the table, in its order.</param>
internal sealed class JsonRowWriter(ImmutableArray<string> columns) : IRowWriter
{
    private readonly JsonObject _row = [];
    private int _next;

    public static JsonObject Of<T>(StoreTable<T> table, T item)
    {
        var writer = new JsonRowWriter([.. table.Columns.Select(c => c.Name)]);
        table.Write(writer, item);
        return writer._row;
    }

    public void Text(string? value) => Add(value);

    public void Integer(int? value) => Add(value);

    public void BigInteger(long value) => Add(value);

    public void Real(double? value) => Add(value);

    public void Flag(bool? value) => Add(value);

    public void Money(decimal? value) => Add(value);

    public void Date(DateOnly? value) => Add(value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Texts(ImmutableArray<string> values) => Add(values.IsEmpty ? null : new JsonArray([.. values.Select(v => (JsonNode?)v)]));

    public void Shape(Geometry value) => Add(value is Point ? value.AsText() : Convert.ToHexStringLower(SHA256.HashData(value.AsBinary())));

    private void Add(JsonNode? value)
    {
        string column = columns[_next++];
        if (value is not null)
            _row[column] = value;
    }
}
