using System.Globalization;
using CentriFamiglia.Coverage.Access.Measures;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.OwnAccess;

/// <summary>A decay as it is written on the command line: <c>power:-1</c>, <c>exp:0.05</c>, <c>gaussian:30</c>, <c>step:15=1,30=0.42,45=0.09</c>.</summary>
internal static class DecayText
{
    private const string Option = "--decay";
    private const string Forms = "Scrivere power:-1, exp:0.05, gaussian:30 oppure step:15=1,30=0.42,45=0.09.";

    /// <exception cref="InputException">It is none.</exception>
    public static Decay Read(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string kind = colon < 0 ? text : text[..colon], value = colon < 0 ? "" : text[(colon + 1)..];
        return kind.Trim().ToLowerInvariant() switch
        {
            "power" => new PowerDecay(Number(text, value) is <= 0 and var b ? b : throw Bad(text, "l'esponente dev'essere zero o negativo, altrimenti il lontano conterebbe più del vicino")),
            "exp" => new ExponentialDecay(Number(text, value) is >= 0 and var b ? b : throw Bad(text, "il coefficiente dev'essere zero o positivo")),
            "gaussian" => new GaussianDecay(Number(text, value) is > 0 and var s ? s : throw Bad(text, "l'ampiezza dev'essere positiva")),
            "step" => Steps(text, value),
            _ => throw Bad(text, "la forma non è conosciuta"),
        };
    }

    private static StepDecay Steps(string text, string value)
    {
        var steps = new List<(double From, double Weight)>();
        foreach (string part in value.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] sides = part.Split('=');
            if (sides.Length != 2)
                throw Bad(text, "ogni gradino è COSTO=PESO");
            (double from, double weight) = (Number(text, sides[0]), Number(text, sides[1]));
            if (from < 0 || weight is < 0 or > 1 || (steps.Count > 0 && (from <= steps[^1].From || weight > steps[^1].Weight)))
                throw Bad(text, "i costi devono crescere da zero in su e i pesi calare, da 1 a 0");
            steps.Add((from, weight));
        }

        return new StepDecay([.. steps]);
    }

    private static double Number(string text, string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : throw Bad(text, $"«{Shown.Of(value)}» non è un numero");

    private static InputException Bad(string text, string why) => new(Option, $"'{Shown.Of(text)}': {why}.", Forms);
}
