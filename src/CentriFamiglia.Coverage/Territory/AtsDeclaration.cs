namespace CentriFamiglia.Coverage.Territory;

/// <summary>What one ATS declares beside its sedi and networks (Allegato A, 4).</summary>
/// <param name="Ats">Name of the ATS.</param>
/// <param name="ResidualEur">Residual of earlier years, verified with the Region, EUR; null when not declared.</param>
/// <param name="SpentEur">Paid out so far, EUR; null when not declared.</param>
/// <param name="SharedOn">Day on which the analysis was shared with the Cabina di Regia (R14); null when not declared.</param>
public sealed record AtsDeclaration(string Ats, decimal? ResidualEur, decimal? SpentEur, DateOnly? SharedOn);
