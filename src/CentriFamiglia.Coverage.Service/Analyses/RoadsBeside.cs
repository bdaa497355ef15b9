using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Service.Analyses;

/// <summary>
/// The road network beside a store. Each call looks whether the file is another one than before: a new one is used at once, while
/// answers under way finish on the old one. A new file that cannot be used is told, and the old network stays. Safe for use by several
/// threads.
/// </summary>
/// <param name="path">Where the network is, or may be put.</param>
/// <param name="named">Whether the user named it: then it must be there from the start.</param>
/// <param name="options">Where places may join it.</param>
/// <param name="messages">Where to say in Italian what is loaded or refused.</param>
internal sealed class RoadsBeside(string path, bool named, SnapOptions options, TextWriter messages)
{
    private readonly Lock _opening = new();
    private (DateTime Written, long Length)? _seen;
    private LoadedRoads? _current;

    /// <summary>Why the file that is there is not used, in Italian; null when all is well.</summary>
    public string? Problem { get; private set; }

    /// <summary>The same for who asks over HTTP: without the folder.</summary>
    public string? ShownProblem => Problem?.Replace(path, System.IO.Path.GetFileName(path), StringComparison.Ordinal);

    /// <summary>The network beside a store that is a file: same name, ending in <c>.roads</c>.</summary>
    public static string PathBeside(string store) => System.IO.Path.ChangeExtension(store, ".roads");

    /// <summary>The network in use; null when there is none.</summary>
    /// <exception cref="SourceFileException">The network was named by the user and could not be opened at the start.</exception>
    public LoadedRoads? Current()
    {
        lock (_opening)
        {
            var file = new FileInfo(path);
            (DateTime, long)? now = file.Exists ? (file.LastWriteTimeUtc, file.Length) : null;
            if (now != _seen || (named && _current is null))
                Load(now);
            return _current;
        }
    }

    private void Load((DateTime, long)? now)
    {
        if (now is null && !(named && _current is null))
        {
            _seen = now;
            Tell(_current is null ? null : $"La rete stradale {path} non c'è più: resta in uso quella letta prima, fino al riavvio.");
            return;
        }

        try
        {
            _current = LoadedRoads.Open(path, options);
            Problem = null;
            messages.WriteLine($"Rete stradale: {path}. {_current.Travel.Info.Description}");
        }
        catch (SourceFileException refused) when (!named || _current is not null)
        {
            Tell($"{refused.Message} {refused.Cure} {(_current is null ? "Il programma prosegue senza rete." : "Resta in uso la rete di prima.")}");
        }

        _seen = now;
    }

    private void Tell(string? problem)
    {
        Problem = problem;
        if (problem is not null)
            messages.WriteLine("Avvertenza: " + problem);
    }
}
