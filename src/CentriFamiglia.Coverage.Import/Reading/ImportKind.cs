namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>What a file holds. The order is the one in which the files of a folder are taken in.</summary>
public enum ImportKind
{
    Comuni,
    Unita,
    Popolazione,
    Eta,
    Punti,
    Reti,
    Sedi,
    Matrice,
    Eccezioni,
    Dichiarazioni,
}

/// <summary>Names of the kinds, as written on the command line.</summary>
public static class ImportKinds
{
    private static readonly Dictionary<string, ImportKind> _byName = Enum.GetValues<ImportKind>().ToDictionary(k => k.Name(), StringComparer.Ordinal);

    public static IReadOnlyList<ImportKind> All { get; } = Enum.GetValues<ImportKind>();

    /// <summary><c>comuni</c>, <c>unita</c>, ...</summary>
    public static string Name(this ImportKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Reads a name in any case, accents ignored.</summary>
    public static bool TryParse(string text, out ImportKind kind) => _byName.TryGetValue(HeaderText.Normalise(text), out kind);
}
