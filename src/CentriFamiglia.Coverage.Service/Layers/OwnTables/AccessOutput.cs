using System.Text;
using System.Text.Json;
using CentriFamiglia.Coverage.Access.Measures;

namespace CentriFamiglia.Coverage.Service.Layers.OwnTables;

/// <summary>The answer of <c>access</c>: <c>demand,value</c> or <c>site,value</c>, and in JSON the indices too.</summary>
internal static class AccessOutput
{
    private const string NotAvailable = "non_disponibile";

    /// <summary>A value that is not there is an empty cell, never a number.</summary>
    public static byte[] Csv(AccessSide side, double?[] values)
    {
        var text = new StringBuilder(side.Column + ",value\n");
        for (int i = 0; i < values.Length; i++)
            text.Append(Cells.Quoted(side.Names[i])).Append(',').Append(values[i]?.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <param name="side">Whose values they are.</param>
    /// <param name="values">In the order of its names.</param>
    /// <param name="meta">Measure and its parameters.</param>
    /// <param name="line">Poverty line; null for none.</param>
    public static byte[] Json(AccessSide side, double?[] values, JsonObject meta, double? line)
    {
        AccessValue[] known =
        [
            .. Enumerable.Range(0, values.Length).Where(i => values[i] is not null)
                .Select(i => new AccessValue(values[i]!.Value, side.Weights[i], side.Incomes?[i])),
        ];
        meta[side.Plural] = values.Length;
        meta[side.Plural + "_senza_valore"] = values.Length - known.Length;
        meta[side.Weight] = side.Weights.Sum();
        meta[side.Weight + "_senza_valore"] = Enumerable.Range(0, values.Length).Where(i => values[i] is null).Sum(i => side.Weights[i]);
        meta["indici"] = new JsonObject
        {
            ["gini"] = Figure(Inequality.Gini(known)),
            ["palma"] = Figure(side.Incomes is null ? null : Inequality.Palma(known)),
            ["theil_t"] = Figure(Inequality.Theil(known)),
            ["concentration_standard"] = Figure(side.Incomes is null ? null : Inequality.Concentration(known)),
            ["concentration_corrected"] = Figure(side.Incomes is null ? null : Inequality.CorrectedConcentration(known)),
            ["fgt0"] = Figure(line is { } l0 ? Inequality.Poverty(known, l0, 0) : null),
            ["fgt1"] = Figure(line is { } l1 ? Inequality.Poverty(known, l1, 1) : null),
            ["fgt2"] = Figure(line is { } l2 ? Inequality.Poverty(known, l2, 2) : null),
        };
        var rows = new JsonArray([.. values.Select((value, i) => (JsonNode)new JsonObject { [side.Column] = side.Names[i], ["value"] = value })]);
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["meta"] = meta, ["rows"] = rows }, ServiceJson.Options);
        return [.. json, (byte)'\n'];
    }

    private static JsonValue Figure(double? value) => value is { } number ? JsonValue.Create(number) : JsonValue.Create(NotAvailable);
}
