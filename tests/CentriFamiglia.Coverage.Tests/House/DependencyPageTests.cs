using System.Xml.Linq;

namespace CentriFamiglia.Coverage.Tests.House;

/// <summary>The page of the dependencies names every NuGet package with version, use, reason and licence, and no other.</summary>
public class DependencyPageTests
{
    private static readonly string _page = Path.Combine(Repository.Root, "docs", "sviluppo", "dipendenze.md");

    [Fact]
    public void The_page_names_each_package_of_the_solution_with_its_version_and_nothing_else()
    {
        XDocument packages = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props"));

        Rows().Select(row => $"{row[0]} {row[1]}").Order(StringComparer.Ordinal).ShouldBe(packages.Descendants("PackageVersion")
            .Select(p => $"{p.Attribute("Include")!.Value} {p.Attribute("Version")!.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_package_has_its_use_its_reason_and_its_licence() =>
        Rows().Where(row => row.Length != 5 || row.Any(cell => cell.Length == 0)).ShouldBeEmpty();

    /// <summary>The cells of each row of the tables below a heading that ends with <c>(.NET)</c>.</summary>
    private static IEnumerable<string[]> Rows()
    {
        bool ours = false;
        foreach (string line in File.ReadLines(_page))
        {
            if (line.StartsWith('#'))
                ours = line.EndsWith("(.NET)", StringComparison.Ordinal);
            else if (ours && line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| pacchetto", StringComparison.Ordinal))
                yield return [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];
        }
    }
}
