using System.Text.RegularExpressions;

namespace CentriFamiglia.Coverage.Service.Tests.House;

/// <summary>The pages of the repository: what they show, and where they lead.</summary>
internal static partial class Pages
{
    private const string Fence = "```";
    private const string Prompt = "$ coverage ";

    public static string Root { get; } = FindRoot();

    /// <summary>From the root of the repository.</summary>
    public static string[] All { get; } =
    [
        "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "bench/README.md", "geodata/README.md",
        .. Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Every <c>$ coverage ...</c> of a block <c>```console</c>.</summary>
    public static ShownCommand[] Commands { get; } = [.. All.SelectMany(CommandsOf)];

    /// <summary>Lines of other blocks that call the program: nothing tries them.</summary>
    public static IEnumerable<string> Untried => All.SelectMany(page => Fenced(page)
        .Where(l => l.Text.StartsWith("coverage ", StringComparison.Ordinal) || (l.Language != "console" && l.Text.StartsWith(Prompt, StringComparison.Ordinal)))
        .Select(l => $"{page}:{l.Number}: {l.Text}"));

    /// <summary>Relative links whose file, or heading in it, is not there.</summary>
    public static IEnumerable<string> BrokenLinks =>
        from page in All
        from Match link in Link().Matches(Read(page))
        let target = link.Groups["target"].Value
        where !target.Contains("://", StringComparison.Ordinal) && !Leads(page, target)
        select $"{page}: {target}";

    /// <summary>Files that the pages for developers name and no folder has, by the end of their path: <c>Import/Reading/Words.cs</c>, <c>Words.cs</c>.</summary>
    public static IEnumerable<string> LostFiles
    {
        get
        {
            string[] files =
            [
                .. from folder in (string[])["src", "tests", "bench", "docs", ".config"]
                   from file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
                   select file.Replace('\\', '/'),
            ];
            return from page in All
                   where page == "CONTRIBUTING.md" || page.StartsWith("docs/sviluppo/", StringComparison.Ordinal)
                   from Match name in FileName().Matches(Read(page))
                   let end = name.Groups["name"].Value.TrimStart('.')
                   where !files.Any(f => f.EndsWith('/' + end, StringComparison.Ordinal) || f.EndsWith('.' + end, StringComparison.Ordinal))
                   select $"{page}: {end}";
        }
    }

    /// <summary>Pages and folders of pages that the program names to its users, as they are named.</summary>
    public static IEnumerable<string> NamedByTheProgram =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
        from Match name in Named().Matches(File.ReadAllText(file))
        select name.Value;

    private static IEnumerable<ShownCommand> CommandsOf(string page)
    {
        ShownCommand? open = null;
        var answer = new List<string>();
        foreach ((string language, int number, string text) in Fenced(page).Append(("", 0, "")))
        {
            if (language == "console" && !text.StartsWith("$ ", StringComparison.Ordinal))
            {
                answer.Add(text);
                continue;
            }

            if (open is not null)
                yield return open with { Lines = [.. answer] };
            answer.Clear();
            open = text.StartsWith(Prompt, StringComparison.Ordinal) ? new ShownCommand($"{page}:{number}", Arguments(text[Prompt.Length..]), []) : null;
        }
    }

    /// <summary>The words of a command up to where the shell goes on by itself: a comment, a pipe, a file for the output.</summary>
    private static string[] Arguments(string command) =>
    [
        .. Word().Matches(command)
            .Select(m => m.Groups["quoted"].Success ? m.Groups["quoted"].Value : m.Value)
            .TakeWhile(word => word is not ("#" or "|" or ">")),
    ];

    /// <summary>Every line between fences, with the language of its block; an empty line between two blocks.</summary>
    private static IEnumerable<(string Language, int Number, string Text)> Fenced(string page)
    {
        string? language = null;
        foreach ((int index, string line) in File.ReadLines(Path.Combine(Root, page)).Index())
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                language = language is null ? line[Fence.Length..].Trim() : null;
                yield return ("", index + 1, "");
            }
            else if (language is not null)
            {
                yield return (language, index + 1, line);
            }
        }
    }

    private static bool Leads(string page, string target)
    {
        string[] parts = target.Split('#');
        string file = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
        if (!Path.Exists(Path.Combine(Root, file)))
            return false;
        return parts.Length == 1 || Read(file).Split('\n').Where(l => l.StartsWith('#')).Any(l => Anchor(l) == parts[1]);
    }

    /// <summary>A heading as the sites that show the repository link to it.</summary>
    private static string Anchor(string heading) =>
        string.Concat(heading.TrimStart('#').Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    private static string Read(string page) => File.ReadAllText(Path.Combine(Root, page));

    private static string FindRoot()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CentriFamiglia.Coverage.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"\]\((?<target>[^()\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![/\w])docs/[a-z-]+(/[a-z-]+)*(\.md)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"`(?<name>[A-Za-z0-9./-]+\.(cs|ts|json|csv|txt|sh))`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();

    [GeneratedRegex("""["](?<quoted>[^"]*)["]|'(?<quoted>[^']*)'|\S+""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
