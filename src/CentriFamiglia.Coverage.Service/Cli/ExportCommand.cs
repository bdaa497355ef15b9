using System.CommandLine;
using System.Data.Common;
using CentriFamiglia.Coverage.Formats;
using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>export</c>: one layer to a file, by its extension.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string>("STRATO") { Description = $"Uno di: {string.Join(", ", LayerCatalog.Names)}." };
        var output = new Option<string>("--output", "-o")
        {
            HelpName = "FILE",
            Description = $"File da scrivere ({string.Join(", ", LayerFile.Extensions)}); se c'è viene sostituito.",
            Required = true,
        };
        Dictionary<Parameter, Option<string?>> options = QuestionCommand.OptionsOf([GapsQuestion.Limit, SharedParameters.Sedi, SharedParameters.Travel, SharedParameters.Date]);
        var command = new Command("export", "Uno strato in un file GeoJSON, GeoPackage, CSV o XLSX.") { name, output };
        foreach (Option option in options.Values.Where(o => o != GlobalOptions.Sedi))
            command.Options.Add(option);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            LayerSource source = LayerCatalog.Find(parsed.GetRequiredValue(name));
            string path = CheckTarget(parsed.GetRequiredValue(output), GlobalOptions.StoreOf(parsed));
            Values values = QuestionCommand.ValuesOf(parsed, options);
            (Analysis analysis, Layer layer) = await QuestionCommand.NamingOptionsAsync(options, async () =>
            {
                await using OpenStore store = await OpenStore.OpenAsync(parsed, terminal, cancellationToken);
                Analysis found = await store.Analyses.GetAsync(GapsQuestion.Instance.KeyOf(values), cancellationToken);
                return (found, await source.Make(found, store.Store, cancellationToken));
            });
            IReadOnlyList<string> written = Write(layer, path, analysis.MadeAt);
            terminal.Message($"Scritto {string.Join(" e ", written)}: {layer.Rows.Length} righe.");
            foreach (string warning in ProvenanceJson.Warnings(layer.Meta))
                terminal.Message("Avvertenza: " + warning);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>DbException is what the GeoPackage's SQLite raises where files raise IOException.</summary>
    private static IReadOnlyList<string> Write(Layer layer, string path, DateTimeOffset date)
    {
        try
        {
            return LayerFile.Write(layer, path, date);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DbException)
        {
            throw new InputException("--output", $"'{path}' non si può scrivere.",
                "Controllare i permessi della cartella e lo spazio sul disco, oppure scegliere un'altra cartella.");
        }
    }

    private static string CheckTarget(string path, string store)
    {
        if (!LayerFile.Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            throw new InputException("--output", $"'{path}' non ha un'estensione conosciuta.", $"Usare una di: {string.Join(", ", LayerFile.Extensions)}.");
        return TargetFile.Check(path, [store], "il file è l'archivio stesso");
    }
}
