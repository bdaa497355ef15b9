using System.Globalization;

namespace CentriFamiglia.Coverage.Tests.House;

/// <summary>What <c>.editorconfig</c> asks of every C# line, which no tool of the build looks at.</summary>
public class LineLengthTests
{
    [Fact]
    public void No_line_is_longer_than_editorconfig_allows()
    {
        string setting = File.ReadLines(Repository.Path(".editorconfig")).Single(l => l.StartsWith("max_line_length", StringComparison.Ordinal));
        int longest = int.Parse(setting.Split('=')[1], CultureInfo.InvariantCulture);
        longest.ShouldBe(180);

        string[] longer =
        [
            .. from folder in (string[])["src", "tests", "bench"]
               from file in Directory.EnumerateFiles(Repository.Path(folder), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
               let path = Path.GetRelativePath(Repository.Root, file)
               where !path.Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj" or "node_modules" or "artifacts")
               from line in File.ReadLines(file).Index()
               let characters = new StringInfo(line.Item).LengthInTextElements
               // A feature of GeoJSON stands on one line of the file that a test shows.
               where characters > longest && !line.Item.TrimStart().StartsWith("{\"", StringComparison.Ordinal)
               select $"{path}:{line.Index + 1}: {characters} characters",
        ];
        longer.ShouldBeEmpty();
    }
}
