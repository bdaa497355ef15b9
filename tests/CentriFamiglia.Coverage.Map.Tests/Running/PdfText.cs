using System.Diagnostics;

namespace CentriFamiglia.Coverage.Map.Tests.Running;

/// <summary>The words of a PDF, as poppler reads them.</summary>
internal static class PdfText
{
    private static bool IsHere { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "pdftotext")));

    /// <summary>With single blanks, however the lines are broken.</summary>
    public static async Task<string> OfAsync(string file)
    {
        Assert.SkipWhen(!IsHere && Environment.GetEnvironmentVariable("CI") != "true", "pdftotext is not here (Debian package poppler-utils).");
        using Process process = Process.Start(new ProcessStartInfo("pdftotext", [file, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        string text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
