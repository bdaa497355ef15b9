namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>The file that <c>--output</c>, or another option, names.</summary>
internal static class TargetFile
{
    /// <param name="path">As written.</param>
    /// <param name="kept">Files that must not be lost; empty names are none.</param>
    /// <param name="which">What such a file is, Italian.</param>
    /// <param name="option">Which names it.</param>
    /// <exception cref="InputException">No file can be written there, or one that must be kept is there.</exception>
    public static string Check(string path, ReadOnlySpan<string> kept, string which, string option = "--output")
    {
        string whole = Path.GetFullPath(path);
        if (Directory.Exists(whole))
            throw new InputException(option, $"'{path}' è una cartella.", "Indicare un file.");
        if (!Directory.Exists(Path.GetDirectoryName(whole)))
            throw new InputException(option, $"la cartella di '{path}' non c'è.", "Crearla oppure scegliere un'altra cartella.");
        foreach (string file in kept)
        {
            if (file.Length > 0 && Path.GetFullPath(file) == whole)
                throw new InputException(option, $"{which}, che andrebbe perduto.", "Scegliere un altro nome.");
        }

        return path;
    }
}
