namespace CentriFamiglia.Coverage.Service.Analyses;

/// <summary>Where the data are that fill a new store.</summary>
internal static class GeodataPlace
{
    private const string FolderName = "geodata";

    /// <summary>The folder that was named, else the nearest <c>geodata</c> upwards from the current one, else the one beside the program.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static string Find(string? named)
    {
        if (named is not null)
        {
            return Directory.Exists(named)
                ? Path.GetFullPath(named)
                : throw new InputException("--geodata", $"la cartella '{named}' non c'è.", "Indicare la cartella geodata del progetto.");
        }

        for (DirectoryInfo? folder = new(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            string here = Path.Combine(folder.FullName, FolderName);
            if (IsGeodata(here))
                return here;
        }

        string beside = Path.Combine(AppContext.BaseDirectory, FolderName);
        return IsGeodata(beside)
            ? beside
            : throw new InputException("--geodata", "non si trova la cartella geodata con cui riempire l'archivio nuovo.", "Indicarla con --geodata CARTELLA.");
    }

    private static bool IsGeodata(string folder) => File.Exists(Path.Combine(folder, "comuni.geojson"));
}
