using System.Text.RegularExpressions;

namespace CentriFamiglia.Coverage.Tests.House;

/// <summary>An answer must not depend on how busy the machine is: every regular expression has the same, long patience.</summary>
public class PatternTimeTests
{
    [Fact]
    public void No_pattern_has_a_patience_of_its_own()
    {
        string[] patterns =
        [
            .. Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("obj", StringComparer.Ordinal))
                .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"\[GeneratedRegex\(.*?\)\]", RegexOptions.Singleline, TimeSpan.FromMinutes(1)))
                .Select(match => match.Value),
        ];

        patterns.Length.ShouldBeGreaterThan(20);
        patterns.Where(p => !p.Contains("PatternTime.Milliseconds", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
