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

    /// <summary>With what it takes over from another by <c>&lt;&lt;</c>.</summary>
    public YamlMappingNode Service(string name) => Merged((YamlMappingNode)Root["services"][name]);

    public (string Name, string Value)[] EnvironmentOf(string service) =>
        [.. ((YamlMappingNode)Service(service)["environment"]).Children.Select(pair => (Text(pair.Key), Text(pair.Value)))];

    public string[] NetworksOf(string service) =>
        Service(service)["networks"] is YamlMappingNode named ? [.. named.Children.Keys.Select(Text)] : ListOf(service, "networks");

    /// <summary>The address that it keeps.</summary>
    public string AddressOf(string service) => Text(Service(service)["networks"]["office"]["ipv4_address"]);

    public string[] ListOf(string service, string key) => [.. ((YamlSequenceNode)Service(service)[key]).Select(Text)];

    /// <exception cref="InvalidOperationException">A variable that must be given is not.</exception>
    public string Text(YamlNode node) => Variable().Replace(((YamlScalarNode)node).Value!, match =>
    {
        string value = _env.GetValueOrDefault(match.Groups["name"].Value, "");
        if (value.Length > 0 || !match.Groups["mode"].Success)
            return value;
        return match.Groups["mode"].Value == "-" ? match.Groups["word"].Value : throw new InvalidOperationException(match.Groups["word"].Value);
    });

    private static YamlMappingNode Merged(YamlMappingNode node)
    {
        var all = new YamlMappingNode();
        if (node.Children.TryGetValue("<<", out YamlNode? other))
        {
            foreach ((YamlNode key, YamlNode value) in Merged((YamlMappingNode)other).Children)
                all.Add(key, value);
        }

        foreach ((YamlNode key, YamlNode value) in node.Children.Where(pair => pair.Key is not YamlScalarNode { Value: "<<" }))
            all.Children[key] = value is YamlMappingNode inner ? Merged(inner) : value;
        return all;
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Z_]+)(:(?<mode>[-?])(?<word>[^}]*))?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
