using CentriFamiglia.Coverage.Access.Measures;

namespace CentriFamiglia.Coverage.Service.Input;

/// <summary>
/// A decay as it is written on the command line: <c>power:-1</c>, <c>exp:0.05</c>, <c>gaussian:30</c>, <c>linear:60</c>, <c>logistic:30,5</c>, <c>epanechnikov:30</c>,
/// <c>quartic:30</c>, <c>kernel-gaussian:30</c>, <c>step:15=1,30=0.42,45=0.09</c>, <c>zone:15=1,30=0.42,45=0.09</c>.
/// </summary>
internal static class DecayText
{
    private const string Forms = "Scrivere power:-1, exp:0.05, gaussian:30, linear:60, logistic:30,5, epanechnikov:30, quartic:30, kernel-gaussian:30, step:15=1,30=0.42,45=0.09 "
        + "(da ogni gradino in poi) oppure zone:15=1,30=0.42,45=0.09 (fino a ogni confine).";

    /// <param name="text">As written.</param>
    /// <param name="field">Name of the option or parameter it was written for.</param>
    /// <exception cref="InputException">It is none.</exception>
    public static Decay Read(string text, string field)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string kind = colon < 0 ? text : text[..colon], value = colon < 0 ? "" : text[(colon + 1)..];
        return kind.Trim().ToLowerInvariant() switch
        {
            "power" => new PowerDecay(Number(text, value, field) is <= 0 and var b ? b
                : throw Bad(field, text, "l'esponente dev'essere zero o negativo, altrimenti il lontano conterebbe più del vicino")),
            "exp" => new ExponentialDecay(Number(text, value, field) is >= 0 and var b ? b : throw Bad(field, text, "il coefficiente dev'essere zero o positivo")),
            "gaussian" => new GaussianDecay(Positive(text, value, field, "l'ampiezza dev'essere positiva")),
            "linear" => new LinearDecay(Positive(text, value, field, "il confine dev'essere positivo")),
            "logistic" => Logistic(text, value, field),
            "epanechnikov" => new KernelDecay(Kernel.Epanechnikov, Positive(text, value, field, "l'ampiezza dev'essere positiva")),
            "quartic" => new KernelDecay(Kernel.Quartic, Positive(text, value, field, "l'ampiezza dev'essere positiva")),
            "kernel-gaussian" => new KernelDecay(Kernel.Gaussian, Positive(text, value, field, "l'ampiezza dev'essere positiva")),
            "step" => new StepDecay(Steps(text, value, field)),
            "zone" => new ZoneDecay(Steps(text, value, field)),
            _ => throw Bad(field, text, "la forma non è conosciuta"),
        };
    }

    /// <summary>
    /// The bands of a decay by steps or zones, in words: from what cost to what cost it has which weight, as it is computed. Null for a smooth one.
    /// </summary>
    public static IReadOnlyList<string>? Bands(Decay decay)
    {
        string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
        string[] end = decay.Limit is { } cut ? [$"oltre {Number(cut)}: 0 (limite)"] : [];
        switch (decay)
        {
            case StepDecay { Steps: var steps }:
                IEnumerable<string> inner = steps.Skip(1).Select((next, i) => $"da {Number(steps[i].From)} compreso a meno di {Number(next.From)}: {Number(steps[i].Weight)}");
                return
                [
                    .. steps[0].From > 0 ? [$"meno di {Number(steps[0].From)}: 1"] : Array.Empty<string>(),
                    .. inner,
                    $"da {Number(steps[^1].From)} compreso in poi: {Number(steps[^1].Weight)}",
                    .. end,
                ];
            case ZoneDecay { Zones: var zones }:
                return
                [
                    .. zones.Select((zone, i) => i == 0
                        ? $"fino a {Number(zone.To)} compreso: {Number(zone.Weight)}"
                        : $"oltre {Number(zones[i - 1].To)} e fino a {Number(zone.To)} compreso: {Number(zone.Weight)}"),
                    $"oltre {Number(zones[^1].To)}: 0",
                    .. end,
                ];
            default:
                return null;
        }
    }

    private static LogisticDecay Logistic(string text, string value, string field)
    {
        if (value.Split(',', StringSplitOptions.TrimEntries) is not [var cutoff, var deviation])
            throw Bad(field, text, "la logistica è logistic:FLESSO,DEVIAZIONE");
        return new LogisticDecay(
            Positive(text, cutoff, field, "il flesso dev'essere positivo"), Positive(text, deviation, field, "la deviazione dev'essere positiva"));
    }

    private static double Positive(string text, string value, string field, string otherwise) =>
        Number(text, value, field) is > 0 and var number ? number : throw Bad(field, text, otherwise);

    private static ImmutableArray<(double At, double Weight)> Steps(string text, string value, string field)
    {
        var steps = new List<(double At, double Weight)>();
        foreach (string part in value.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] sides = part.Split('=');
            if (sides.Length != 2)
                throw Bad(field, text, "ogni gradino è COSTO=PESO");
            (double from, double weight) = (Number(text, sides[0], field), Number(text, sides[1], field));
            if (from < 0 || weight is < 0 or > 1 || (steps.Count > 0 && (from <= steps[^1].At || weight > steps[^1].Weight)))
                throw Bad(field, text, "i costi devono crescere da zero in su e i pesi calare, da 1 a 0");
            steps.Add((from, weight));
        }

        return [.. steps];
    }

    private static double Number(string text, string value, string field) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : throw Bad(field, text, $"«{Shown.Of(value)}» non è un numero");

    private static InputException Bad(string field, string text, string why) => new(field, $"'{Shown.Of(text)}': {why}.", Forms);
}
