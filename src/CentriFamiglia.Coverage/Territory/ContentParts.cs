namespace CentriFamiglia.Coverage.Territory;

/// <summary>The parts of a <see cref="TerritoryContent"/> that can change, and be replaced, on their own; the matrix beside it is one.</summary>
[Flags]
public enum ContentParts
{
    None = 0,
    Comuni = 1,
    Memberships = 2,
    DemandPoints = 4,
    SiteSets = 8,
    Areas = 16,
    Documents = 32,
    Matrix = 64,
    Declarations = 128,
    All = Comuni | Memberships | DemandPoints | SiteSets | Areas | Documents | Matrix | Declarations,
}
