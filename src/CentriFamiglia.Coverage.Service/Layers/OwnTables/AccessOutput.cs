using System.Text;
using System.Text.Json;
using CentriFamiglia.Coverage.Access.Measures;

namespace CentriFamiglia.Coverage.Service.Layers.OwnTables;

/// <summary>The answer of <c>access</c>: <c>demand,value</c>, and in JSON the indices too.</summary>
internal static class AccessOutput
{
    private const string NotAvailable = "non_disponibile";

    /// <summary>A value that is not there is an empty cell, never a number.</summary>
    public static byte[] Csv(AccessInput input, double?[] values)
    {
        var text = new StringBuilder("demand,value\n");
        for (int i = 0; i < values.Length; i++)
            text.Append(Cells.Quoted(input.Demands[i])).Append(',').Append(values[i]?.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <param name="input">What was read.</param>
    /// <param name="values">In the order of the demands.</param>
    /// <param name="meta">Measure and its parameters.</param>
    /// <param name="line">Poverty line; null for none.</param>
    public static byte[] Json(AccessInput input, double?[] values, JsonObject meta, double? line)
    {
        AccessValue[] known =
        [
            .. Enumerable.Range(0, values.Length).Where(i => values[i] is not null)
                .Select(i => new AccessValue(values[i]!.Value, input.Matrix.Weights[i], input.Incomes[i])),
        ];
        meta["domande"] = values.Length;
        meta["domande_senza_valore"] = values.Length - known.Length;
        meta["peso"] = input.Matrix.Weights.Sum();
        meta["peso_senza_valore"] = Enumerable.Range(0, values.Length).Where(i => values[i] is null).Sum(i => input.Matrix.Weights[i]);
        meta["indici"] = new JsonObject
        {
            ["gini"] = Figure(Inequality.Gini(known)),
            ["palma"] = Figure(input.HasIncome ? Inequality.Palma(known) : null),
            ["theil_t"] = Figure(Inequality.Theil(known)),
            ["concentration_standard"] = Figure(input.HasIncome ? Inequality.Concentration(known) : null),
            ["concentration_corrected"] = Figure(input.HasIncome ? Inequality.CorrectedConcentration(known) : null),
            ["fgt0"] = Figure(line is { } l0 ? Inequality.Poverty(known, l0, 0) : null),
            ["fgt1"] = Figure(line is { } l1 ? Inequality.Poverty(known, l1, 1) : null),
            ["fgt2"] = Figure(line is { } l2 ? Inequality.Poverty(known, l2, 2) : null),
        };
        var rows = new JsonArray([.. values.Select((value, i) => (JsonNode)new JsonObject { ["demand"] = input.Demands[i], ["value"] = value })]);
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["meta"] = meta, ["rows"] = rows }, ServiceJson.Options);
        return [.. json, (byte)'\n'];
    }

    private static JsonValue Figure(double? value) => value is { } number ? JsonValue.Create(number) : JsonValue.Create(NotAvailable);
}
