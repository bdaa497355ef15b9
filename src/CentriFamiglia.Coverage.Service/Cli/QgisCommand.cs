using System.CommandLine;
using System.Data.Common;
using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Service.OpenData.Qgis;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>qgis</c>: a project that opens the embedded store to edit it, or, with an address, a service to look at it.</summary>
internal static class QgisCommand
{
    private const string Extension = ".qgz";

    public static Command Create(Terminal terminal)
    {
        var output = new Option<string>("--output", "-o") { HelpName = "FILE", Description = $"Progetto da scrivere ({Extension}); se c'è viene sostituito.", Required = true };
        var address = new Option<string?>("--indirizzo") { HelpName = "URL", Description = "Il progetto legge il servizio che risponde qui, e non l'archivio." };
        var command = new Command("qgis", "Un progetto di QGIS che apre l'archivio, con stili, moduli ed elenchi di valori.") { output, address };
        command.SetAction(parsed =>
        {
            string named = GlobalOptions.StoreOf(parsed), path = parsed.GetRequiredValue(output);
            if (!Path.GetExtension(path).Equals(Extension, StringComparison.OrdinalIgnoreCase))
                throw new InputException("--output", $"'{path}' non ha l'estensione di un progetto.", $"Usare {Extension}.");
            TargetFile.Check(path, [], "");
            byte[] project = parsed.GetValue(address) is { } service ? ServiceProject.Write(ServiceAddress.Root(service)) : OfStore(named, path);
            try
            {
                WholeFile.Write(path, draft => File.WriteAllBytes(draft, project));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw new InputException("--output", $"'{path}' non si può scrivere.", "Controllare i permessi della cartella e lo spazio sul disco.");
            }

            terminal.Message($"Scritto {path}.");
            return ExitCode.Done;
        });
        return command;
    }

    /// <exception cref="InputException">No embedded store is there, or an older one.</exception>
    private static byte[] OfStore(string named, string project)
    {
        if (StoreAddress.Parse(named) is not GeoPackageAddress file)
            throw new InputException("--store", "il progetto apre un archivio GeoPackage, non un server PostgreSQL.", "Aggiungere --indirizzo con l'indirizzo del servizio.");
        string whole = Path.GetFullPath(file.Path);
        if (!File.Exists(whole))
            throw new InputException("--store", $"l'archivio '{file.Path}' non c'è ancora.", "Crearlo con 'coverage migrate' o 'coverage check', oppure indicarne un altro.");
        IReadOnlyList<GeoPackageFormField> forms = FormsOf(whole);
        return forms.Count > 0
            ? StoreProject.Write(PathOf(whole, project), forms)
            : throw new InputException("--store", $"'{file.Path}' non è un archivio di questa versione del programma.",
                "Aggiornarlo con 'coverage migrate' (fare prima una copia).");
    }

    private static IReadOnlyList<GeoPackageFormField> FormsOf(string store)
    {
        try
        {
            return GeoPackageForms.Read(store);
        }
        catch (DbException)
        {
            return [];
        }
    }

    /// <summary>Where the store is, seen from the project: relative beside or below it, so that both can be moved together.</summary>
    private static string PathOf(string store, string project)
    {
        string relative = Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(project))!, store).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? store.Replace('\\', '/') : "./" + relative;
    }
}
