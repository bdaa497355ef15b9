namespace CentriFamiglia.Coverage.Geodata.Tests;

/// <summary>The shipped folder, and the sources it is made from: COVERAGE_SOURCES, else the shared folder beside the repository.</summary>
internal static class Paths
{
    public static string Root { get; } = FindRoot();

    public static string Shipped => Path.Combine(Root, "geodata");

    /// <summary>Skips the test that calls it where the sources are not at hand.</summary>
    public static string Sources
    {
        get
        {
            string folder = Environment.GetEnvironmentVariable("COVERAGE_SOURCES") ?? Path.Combine(Root, "..", "shared", "data", "lombardia");
            Assert.SkipUnless(Directory.Exists(folder), $"Sources not found at '{folder}': set COVERAGE_SOURCES to the folder with comuni_2023.geojson.");
            return folder;
        }
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CentriFamiglia.Coverage.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests must run inside the repository.");
    }
}
