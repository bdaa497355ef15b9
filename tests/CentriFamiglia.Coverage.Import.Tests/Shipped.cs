using CentriFamiglia.Coverage.Geodata.Output;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests;

/// <summary>The territory that ships with the program, and the folders of the checkout the tests run in.</summary>
internal static class Shipped
{
    private static readonly Lazy<TerritoryContent> _content = new(() => GeodataFolder.Read(Folder("geodata")));

    public static TerritoryContent Content => _content.Value;

    public static SiteSet Set(string name) => Content.SiteSets.Single(s => s.Name == name);

    public static string Folder(string name)
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "CentriFamiglia.Coverage.sln")))
            root = root.Parent;
        return Path.Combine(root?.FullName ?? throw new DirectoryNotFoundException("The tests must run inside the repository."), name);
    }
}
