using System.Text.Json;
using System.Text.RegularExpressions;
using CentriFamiglia.Coverage.Service.Tests.House;
using YamlDotNet.RepresentationModel;

namespace CentriFamiglia.Coverage.Service.Tests.Office;

/// <summary><c>docker-compose.yml</c> as an engine reads it: with the variables of an <c>.env</c> in place.</summary>
internal sealed partial class ComposeFile
{
    private readonly IReadOnlyDictionary<string, string> _env;

    public ComposeFile(IReadOnlyDictionary<string, string> env)
    {
        _env = env;
        var yaml = new YamlStream();
        using var text = new StreamReader(Path.Combine(Pages.Root, "docker-compose.yml"));
        yaml.Load(text);
        Root = (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    public YamlMappingNode Root { get; }

    /// <summary>The words of the image's entry point.</summary>
    public static string[] EntryPoint { get; } = JsonSerializer.Deserialize<string[]>(
        File.ReadLines(Path.Combine(Pages.Root, "Dockerfile")).Single(l => l.StartsWith("ENTRYPOINT ", StringComparison.Ordinal))["ENTRYPOINT ".Length..])!;

    /// <summary>Every <c>${NAME}</c> of the file.</summary>
    public static string[] Variables { get; } =
        [.. Variable().Matches(File.ReadAllText(Path.Combine(Pages.Root, "docker-compose.yml"))).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    public YamlMappingNode Service(string name) => (YamlMappingNode)Root["services"][name];

    public (string Name, string Value)[] EnvironmentOf(string service) =>
        [.. ((YamlMappingNode)Service(service)["environment"]).Children.Select(pair => (Text(pair.Key), Text(pair.Value)))];

    public string[] ListOf(string service, string key) => [.. ((YamlSequenceNode)Service(service)[key]).Select(Text)];

    /// <exception cref="InvalidOperationException">A variable that must be given is not.</exception>
    public string Text(YamlNode node) => Variable().Replace(((YamlScalarNode)node).Value!, match =>
    {
        string value = _env.GetValueOrDefault(match.Groups["name"].Value, "");
        if (value.Length > 0 || !match.Groups["mode"].Success)
            return value;
        return match.Groups["mode"].Value == "-" ? match.Groups["word"].Value : throw new InvalidOperationException(match.Groups["word"].Value);
    });

    [GeneratedRegex(@"\$\{(?<name>[A-Z_]+)(:(?<mode>[-?])(?<word>[^}]*))?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
