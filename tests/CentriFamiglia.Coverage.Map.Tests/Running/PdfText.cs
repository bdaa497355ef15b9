using System.Diagnostics;

namespace CentriFamiglia.Coverage.Map.Tests.Running;

/// <summary>The words of a PDF, as poppler reads them.</summary>
internal static class PdfText
{
    private static bool IsHere { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "pdftotext")));

    /// <summary>With single blanks, however the lines are broken.</summary>
    public static async Task<string> OfAsync(string file) => Plain(await ReadAsync(file));

    /// <summary>The same, page by page.</summary>
    public static async Task<string[]> PagesOfAsync(byte[] pdf)
    {
        string file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, pdf, TestContext.Current.CancellationToken);
        string text = await ReadAsync(file);
        File.Delete(file);
        return [.. text.TrimEnd('\f').Split('\f').Select(Plain)];
    }

    private static async Task<string> ReadAsync(string file)
    {
        Assert.SkipWhen(!IsHere && Environment.GetEnvironmentVariable("CI") != "true", "pdftotext is not here (Debian package poppler-utils).");
        using Process process = Process.Start(new ProcessStartInfo("pdftotext", [file, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        string text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return text;
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
