namespace CentriFamiglia.Coverage.Service.Tests.House;

/// <summary>One command that a page shows, and what the page says that the program answers.</summary>
/// <param name="Where">The page, from the root of the repository, and the line.</param>
/// <param name="Arguments">The words after the program's name, as a shell reads them.</param>
/// <param name="Lines">
/// The answer as shown; none when only the command is. A line <c>…</c> stands for any number of lines, <c>…</c> inside a line for any
/// words. Spaces and lines without a letter or a digit do not count.
/// </param>
internal sealed record ShownCommand(string Where, string[] Arguments, string[] Lines)
{
    private const string LeftOut = "…";

    /// <returns>The first difference between what is shown and what the program said; null for none.</returns>
    public string? DifferenceFrom(string output)
    {
        string[] said = [.. output.Split('\n').Select(Words).Where(HasText)];
        int next = 0;
        bool mayJump = false;
        foreach (string line in Lines.Select(Words).Where(l => l == LeftOut || HasText(l)))
        {
            if (line == LeftOut)
            {
                mayJump = true;
                continue;
            }

            int found = Array.FindIndex(said, next, s => Fits(line, s));
            if (found < 0 || (found > next && !mayJump))
                return $"shown: {line}; said: {said.ElementAtOrDefault(next)}";
            next = found + 1;
            mayJump = false;
        }

        return mayJump || next == said.Length ? null : $"said and not shown: {said[next]}";
    }

    private static string Words(string line) => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool HasText(string line) => line.Any(char.IsLetterOrDigit);

    /// <summary>Whether the pieces of the shown line stand in the said one as whole words, in order, the outer ones at its ends.</summary>
    private static bool Fits(string shown, string said)
    {
        string[] pieces = [.. shown.Split(LeftOut).Select(p => p.Trim())];
        if (pieces is [string whole])
            return whole == said;
        string line = $" {said} ";
        int at = 0;
        foreach (string piece in pieces.Where(p => p.Length > 0))
        {
            int start = line.IndexOf($" {piece} ", at, StringComparison.Ordinal);
            if (start < 0)
                return false;
            at = start + piece.Length + 1;
        }

        return said.StartsWith(pieces[0], StringComparison.Ordinal) && said.EndsWith(pieces[^1], StringComparison.Ordinal);
    }
}
