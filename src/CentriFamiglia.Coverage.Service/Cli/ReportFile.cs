using CentriFamiglia.Coverage.Formats.Csv;
using CentriFamiglia.Coverage.Formats.Json;
using CentriFamiglia.Coverage.Import;
using CentriFamiglia.Coverage.Import.Pages;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>The report of an import in a file: a page for people, or a table for programs, by its name.</summary>
internal static class ReportFile
{
    public const string Option = "--rapporto";

    private static readonly string[] _extensions = [".html", ".csv", ".json"];

    /// <param name="path">As written; null for no file.</param>
    /// <param name="imported">File or folder that is imported.</param>
    /// <param name="store">The store's address.</param>
    /// <exception cref="InputException">Nothing can be written there, or it must not be.</exception>
    public static void Check(string? path, string imported, string store)
    {
        if (path is null)
            return;
        if (!_extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            throw new InputException(Option, $"'{Shown.Of(path)}' non ha un'estensione conosciuta.", $"Usare una di: {string.Join(", ", _extensions)}.");
        TargetFile.Check(path, [store, imported], "il file è l'archivio, o quello da importare", Option);
        if (Directory.Exists(imported) && Path.GetDirectoryName(Path.GetFullPath(path)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(imported)))
            throw new InputException(Option, "il rapporto starebbe nella cartella da importare, e la prossima volta sarebbe letto.", "Scegliere un'altra cartella.");
    }

    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(string path, ImportResult result, bool trial)
    {
        try
        {
            using FileStream file = File.Create(path);
            switch (Path.GetExtension(path).ToUpperInvariant())
            {
                case ".CSV":
                    LayerCsv.WriteColumns(result.Report.ToLayer(trial), file);
                    return;
                case ".JSON":
                    LayerJson.Write(result.Report.ToLayer(trial), file);
                    return;
                default:
                    using (StreamWriter page = new(file))
                        page.Write(ReportPage.Write(result.Report, result.Next.Areas, TimeProvider.System.GetLocalNow(), trial));
                    return;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            string done = result.Applied && !trial ? "I dati sono importati, ma il rapporto no" : "Il rapporto non è scritto";
            throw new InputException(Option, $"'{Shown.Of(path)}' non si può scrivere. {done}.", "Controllare i permessi della cartella e lo spazio sul disco.");
        }
    }
}
