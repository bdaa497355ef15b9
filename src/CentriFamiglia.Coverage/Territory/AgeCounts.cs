namespace CentriFamiglia.Coverage.Territory;

/// <summary>Residents of a comune by age, as one source counted them in one year: they are not scaled to the residents of another.</summary>
/// <param name="Children">Persons up to 14 years.</param>
/// <param name="Elderly">Persons of 65 years and more.</param>
/// <param name="Year">The year of the count; null when not known.</param>
/// <param name="Source">Who counted, e.g. <c>Istat, censimento 2011</c>; null when not known.</param>
public sealed record AgeCounts(int Children, int Elderly, int? Year, string? Source);
