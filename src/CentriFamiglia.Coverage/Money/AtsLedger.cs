namespace CentriFamiglia.Coverage.Money;

/// <summary>What an ATS has from earlier years and has already paid out. EUR.</summary>
/// <param name="Residual">Residual of earlier years, verified with the Region (section 4).</param>
/// <param name="Spent">Paid out so far; null when not stated.</param>
public readonly record struct AtsLedger(decimal Residual, decimal? Spent);
