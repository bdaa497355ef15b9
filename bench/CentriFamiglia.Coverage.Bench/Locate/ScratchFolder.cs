namespace CentriFamiglia.Coverage.Bench.Locate;

/// <summary>A folder that goes when it is no longer used.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("coverage-locate").FullName;

    /// <returns>The path written.</returns>
    public string Write(string name, string text)
    {
        string path = Path.Combine(_path, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
