using System.Numerics;

namespace CentriFamiglia.Coverage.Money;

/// <summary>
/// Largest remainder (Hamilton): each gets its share rounded down to the cent, and the cents left over go to the largest
/// remainders, ties to the earlier. The parts sum exactly to the whole.
/// </summary>
public static class LargestRemainder
{
    /// <summary>Shares an amount in proportion to weights.</summary>
    /// <param name="amount">EUR, not negative, whole cents.</param>
    /// <param name="weights">Not negative, at least one positive.</param>
    /// <returns>One part per weight, EUR.</returns>
    /// <exception cref="ArgumentException">The amount is not whole cents, or the weights are negative or all zero.</exception>
    public static ImmutableArray<decimal> Share(decimal amount, ImmutableArray<long> weights)
    {
        decimal cents = amount * 100m;
        if (amount < 0 || decimal.Truncate(cents) != cents)
            throw new ArgumentException("The amount must be whole cents, not negative.", nameof(amount));
        BigInteger total = weights.Aggregate(BigInteger.Zero, (sum, w) => sum + w);
        if (weights.Any(w => w < 0) || total.IsZero)
            throw new ArgumentException("Weights must not be negative, and one must be positive.", nameof(weights));

        var whole = new BigInteger(cents);
        (BigInteger Cents, BigInteger Remainder)[] parts =
            [.. weights.Select(w => BigInteger.DivRem(whole * w, total)).Select(d => (d.Quotient, d.Remainder))];
        int left = (int)(whole - parts.Aggregate(BigInteger.Zero, (sum, p) => sum + p.Cents));
        foreach (int i in Enumerable.Range(0, parts.Length).OrderByDescending(i => parts[i].Remainder).ThenBy(i => i).Take(left))
            parts[i].Cents++;
        return [.. parts.Select(p => (decimal)p.Cents / 100m)];
    }
}
