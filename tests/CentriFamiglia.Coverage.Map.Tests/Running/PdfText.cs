using System.Diagnostics;

namespace CentriFamiglia.Coverage.Map.Tests.Running;

/// <summary>The words of a PDF, as poppler reads them.</summary>
internal static class PdfText
{
    /// <summary>With single blanks, however the lines are broken.</summary>
    public static async Task<string> OfAsync(string file)
    {
        using Process process = Process.Start(new ProcessStartInfo("pdftotext", [file, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        string text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
