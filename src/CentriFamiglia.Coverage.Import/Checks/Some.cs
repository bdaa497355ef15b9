namespace CentriFamiglia.Coverage.Import.Checks;

/// <summary>A list that may be long, as text.</summary>
internal static class Some
{
    private const int Named = 10;

    /// <summary>The first ten, and how many others.</summary>
    public static string Of(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return string.Join(", ", all.Take(Named)) + (all.Length > Named ? $" e altri {all.Length - Named}" : "");
    }
}
