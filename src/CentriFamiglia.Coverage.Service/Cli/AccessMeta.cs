using CentriFamiglia.Coverage.Access.Measures;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>What the answer of <c>access</c> says of how it was computed, its defaults too.</summary>
internal static class AccessMeta
{
    public static JsonObject Of(AccessMeasure measure, AccessTerms terms, bool passive, AccessMatrix matrix, double? line)
    {
        var meta = new JsonObject
        {
            ["misura"] = measure.Name,
            ["decadimento"] = terms.DecayText,
            ["fasce"] = DecayText.Bands(terms.Decay) is { } bands ? new JsonArray([.. bands.Select(band => (JsonNode)JsonValue.Create(band))]) : null,
            ["limite"] = terms.Decay.Limit,
            ["linea_di_poverta"] = line,
        };
        if (passive)
            meta["lato"] = "sedi";
        foreach ((string name, JsonNode? value) in Own(measure, terms, matrix))
            meta[name] = value;
        meta["programma"] = Layers.Provenance.Program;
        return meta;
    }

    /// <summary>The same in words, for who asks for CSV.</summary>
    public static void Tell(AccessMeasure measure, AccessTerms terms, AccessMatrix matrix, Action<string> tell)
    {
        if (DecayText.Bands(terms.Decay) is { } bands)
            tell($"Decadimento come è stato letto: {string.Join("; ", bands)}.");
        else if (measure.HasKernel)
            tell($"Decadimento: {terms.DecayText}.");
        if (Own(measure, terms, matrix).ToArray() is { Length: > 0 } own)
            tell($"Parametri: {string.Join("; ", own.Select(p => $"{p.Name} {p.Value?.ToString() ?? "nessuno"}"))}.");
    }

    private static IEnumerable<(string Name, JsonNode? Value)> Own(AccessMeasure measure, AccessTerms terms, AccessMatrix matrix)
    {
        if (terms.Interval is { } interval)
        {
            yield return ("intervallo", string.Create(CultureInfo.InvariantCulture, $"{interval.From},{interval.To}"));
            yield return ("sintesi", terms.Summary);
        }

        if (measure.Options.Contains(AccessOptions.Increment))
            yield return ("incremento", terms.Increment);
        if (measure.Options.Contains(AccessOptions.Tau))
        {
            yield return ("tau", terms.Tau);
            yield return ("rho", terms.Agents.RhoOf(matrix));
        }
    }
}
