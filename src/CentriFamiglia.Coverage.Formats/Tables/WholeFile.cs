namespace CentriFamiglia.Coverage.Formats.Tables;

/// <summary>Writes a file beside its place and moves it there when complete: it appears whole or not at all.</summary>
public static class WholeFile
{
    /// <param name="path">Replaced when it exists; its folder must exist.</param>
    /// <param name="write">Given the path of the draft, where nothing is yet.</param>
    public static void Write(string path, Action<string> write)
    {
        string draft = path + ".parziale";
        File.Delete(draft);
        try
        {
            write(draft);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
