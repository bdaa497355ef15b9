namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>The file that <c>--output</c> names.</summary>
internal static class TargetFile
{
    /// <param name="path">As written.</param>
    /// <param name="kept">Files that must not be lost; empty names are none.</param>
    /// <param name="which">What such a file is, Italian.</param>
    /// <exception cref="InputException">No file can be written there, or one that must be kept is there.</exception>
    public static string Check(string path, ReadOnlySpan<string> kept, string which)
    {
        string whole = Path.GetFullPath(path);
        if (Directory.Exists(whole))
            throw new InputException("--output", $"'{path}' è una cartella.", "Indicare un file.");
        if (!Directory.Exists(Path.GetDirectoryName(whole)))
            throw new InputException("--output", $"la cartella di '{path}' non c'è.", "Crearla oppure scegliere un'altra cartella.");
        foreach (string file in kept)
        {
            if (file.Length > 0 && Path.GetFullPath(file) == whole)
                throw new InputException("--output", $"{which}, che andrebbe perduto.", "Scegliere un altro nome.");
        }

        return path;
    }
}
