
namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>What a file holds. The order is the one in which the files of a folder are taken in.</summary>
public enum ImportKind
{
    Comuni,
    Unita,
    Popolazione,
    Punti,
    Reti,
    Sedi,
    Matrice,
    Eccezioni,
}

/// <summary>Names of the kinds, as written on the command line.</summary>
public static class ImportKinds
{
    public static IReadOnlyList<ImportKind> All { get; } = Enum.GetValues<ImportKind>();

    /// <summary><c>comuni</c>, <c>unita</c>, ...</summary>
    public static string Name(this ImportKind kind) => kind switch
    {
        ImportKind.Comuni => "comuni",
        ImportKind.Unita => "unita",
        ImportKind.Popolazione => "popolazione",
        ImportKind.Punti => "punti",
        ImportKind.Reti => "reti",
        ImportKind.Sedi => "sedi",
        ImportKind.Matrice => "matrice",
        ImportKind.Eccezioni => "eccezioni",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Reads a name in any case, accents ignored.</summary>
    public static bool TryParse(string text, out ImportKind kind)
    {
        string name = HeaderText.Normalise(text);
        foreach (ImportKind candidate in All)
        {
            if (candidate.Name() == name)
            {
                kind = candidate;
                return true;
            }
        }

        kind = default;
        return false;
    }
}
