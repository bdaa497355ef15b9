using CentriFamiglia.Coverage.Geodata.Output;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Bench;

/// <summary>The shipped territory: 1,504 comuni, 196 made-up sedi.</summary>
internal static class Shipped
{
    public static readonly DateOnly AsOf = new(2024, 1, 1);

    public static string Root { get; } = FindRoot();

    public static string Folder => Path.Combine(Root, "geodata");

    public static TerritoryContent Content { get; } = GeodataFolder.Read(Folder);

    public static ITravelSource Estimate { get; } = TravelEstimate.Parse(Content.Documents[DocumentKeys.TravelEstimate]);

    /// <summary>The same territory with one sede somewhere else.</summary>
    public static TerritoryContent WithOneSedeMoved(TerritoryContent content)
    {
        SiteSet set = content.SiteSets.Single(s => s.Active);
        Site moved = set.Sites[0] with { Lon = set.Sites[0].Lon + 0.002 };
        return content with { SiteSets = content.SiteSets.Replace(set, set with { Sites = set.Sites.SetItem(0, moved) }) };
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CentriFamiglia.Coverage.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Run the benchmarks inside the repository.");
    }
}
