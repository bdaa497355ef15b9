namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>The options of <c>access</c> that only some measures know.</summary>
internal static class AccessOptions
{
    public const string Median = "median";

    /// <summary>More limits than a measure needs: an increment mistaken by some zeros.</summary>
    private const int MostLimits = 100_000;

    private const decimal Least = 0.000001m;

    public static TextParameter Interval { get; } = new("--interval", "Per cumulative-interval: primo e ultimo limite, compresi.") { Placeholder = "DA,A" };

    public static NumberParameter Increment { get; } = new(
        "--increment", "Per cumulative-interval quanto distano i limiti (senza: 1); per balancing-cost di quanto crescono i costi provati (senza: il costo esatto).",
        Least, 1_000_000_000, 6)
    {
        Placeholder = "COSTO",
    };

    public static ChoiceParameter Summary { get; } = new(
        "--summary", "Per cumulative-interval: come i limiti diventano un valore (senza: median).", [Median, "mean", "min", "max"], null)
    {
        Placeholder = "SINTESI",
    };

    public static NumberParameter Tau { get; } = new("--tau", "Per raam: il costo di viaggio che vale una volta l'affollamento medio (senza: 60).", Least, 1_000_000_000, 6)
    {
        Placeholder = "COSTO",
    };

    public static NumberParameter Rho { get; } = new("--rho", "Per raam: l'affollamento medio, domanda per unità di offerta (senza: tutta la domanda su tutta l'offerta).", Least,
        1_000_000_000_000, 6)
    {
        Placeholder = "QUANTI",
    };

    public static ImmutableArray<Parameter> All { get; } = [Interval, Increment, Summary, Tau, Rho];

    /// <exception cref="InputException">They are not two costs, the first not greater than the second, or there are too many limits between them.</exception>
    public static (decimal From, decimal To) ReadInterval(string? text, decimal increment)
    {
        const string Cure = "Scrivere il primo e l'ultimo limite, per esempio --interval 20,40.";
        if (text is null)
            throw new InputException(Interval.Name, "la misura cumulative-interval ha bisogno di un intervallo di limiti.", Cure);
        decimal[] ends = [.. text.Split(',', StringSplitOptions.TrimEntries)
            .Select(end => decimal.TryParse(end, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal cost) ? cost : -1)];
        if (ends is not [>= 0 and var from, >= 0 and var to])
            throw new InputException(Interval.Name, $"'{Shown.Of(text)}' non è un intervallo di costi.", Cure);
        if (from > to)
            throw new InputException(Interval.Name, $"'{Shown.Of(text)}' comincia dopo la fine.", Cure);
        if ((to - from) / increment > MostLimits)
            throw new InputException(Increment.Name, $"fra {from} e {to} ci sarebbero più di {MostLimits} limiti.", "Scrivere un incremento più grande.");
        return (from, to);
    }
}
