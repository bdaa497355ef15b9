using System.Text.RegularExpressions;

namespace CentriFamiglia.Coverage.Storage.GeoPackage;

/// <summary>
/// The file as which a new store is made, beside its place, before it is moved there. A second file beside it, locked as long as the draft is
/// worked on, tells it from what a program that was killed left behind.
/// </summary>
internal sealed partial class StoreDraft : IDisposable
{
    private const int Attempts = 3;
    private static readonly TimeSpan _unlockedIsOld = TimeSpan.FromHours(1);

    private readonly FileStream _lock;

    private StoreDraft(string path, FileStream held) => (Path, _lock) = (path, held);

    public string Path { get; }

    /// <param name="store">Full path of the store to be made; its folder exists.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static StoreDraft Begin(string store)
    {
        Sweep(store);
        for (int attempt = 1; ; attempt++)
        {
            string path = System.IO.Path.Combine(
                System.IO.Path.GetDirectoryName(store)!, $".{System.IO.Path.GetFileName(store)}.{Guid.NewGuid():N}.tmp");
            try
            {
                return new StoreDraft(path, new FileStream(LockOf(path), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (attempt < Attempts && File.Exists(LockOf(path)))
            {
                // Another program swept it between its making and its locking.
            }
        }
    }

    /// <summary>Deletes the drafts of this store that nobody works on any more.</summary>
    /// <param name="store">Full path of the store.</param>
    public static void Sweep(string store)
    {
        string name = System.IO.Path.GetFileName(store);
        try
        {
            var drafts = Directory.EnumerateFiles(System.IO.Path.GetDirectoryName(store)!, ".*.tmp*")
                .Where(file => System.IO.Path.GetFileName(file).StartsWith($".{name}.", StringComparison.Ordinal))
                .Select(file => Draft().Match(file)).Where(m => m.Success && m.Groups["name"].Value == name).Select(m => m.Groups["path"].Value);
            foreach (string draft in drafts.ToHashSet(StringComparer.Ordinal))
                DiscardIfFree(draft);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What is left over harms nobody: it is looked for again at the next write.
        }
    }

    /// <summary>Deletes what is left of the draft.</summary>
    public void Dispose()
    {
        Discard(Path);
        Delete(LockOf(Path));
        _lock.Dispose();
    }

    private static void DiscardIfFree(string draft)
    {
        if (!File.Exists(LockOf(draft)))
        {
            // Of a version that made no lock, or deleted half-way: nobody works so long on one.
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(draft) > _unlockedIsOld)
                Discard(draft);
            return;
        }

        try
        {
            using var free = new FileStream(LockOf(draft), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            Discard(draft);
            Delete(LockOf(draft));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Held: somebody works on it.
        }
    }

    private static void Discard(string draft)
    {
        Delete(draft);
        Delete(draft + "-journal");
    }

    private static void Delete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A leftover that cannot be deleted harms nobody and must not hide the first error.
        }
    }

    private static string LockOf(string draft) => draft + ".lock";

    [GeneratedRegex(@"^(?<path>.*[\\/]\.(?<name>[^\\/]+)\.[0-9a-f]{32}\.tmp)(-journal|\.lock)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Draft();
}
