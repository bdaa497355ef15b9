using System.CommandLine;
using System.Data.Common;
using CentriFamiglia.Coverage.Formats;
using CentriFamiglia.Coverage.Formats.Json;
using CentriFamiglia.Coverage.Import.Reading;
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
        var italian = new Option<bool>("--italiano") { Description = "CSV per Excel in italiano: punto e virgola, virgola decimale; l'importazione lo rilegge." };
        var wkt = new Option<bool>("--wkt") { Description = "Nel CSV anche la geometria, in una colonna wkt (i comuni l'hanno sempre)." };
        Dictionary<Parameter, Option<string?>> options = QuestionCommand.OptionsOf([GapsQuestion.Limit, SharedParameters.Sedi, SharedParameters.Travel, SharedParameters.Date]);
        var command = new Command("export", "Uno strato in un file GeoJSON, GeoPackage, CSV o XLSX.") { name, output, italian, wkt };
        foreach (Option option in options.Values.Where(o => o != GlobalOptions.Sedi))
            command.Options.Add(option);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            LayerSource source = LayerCatalog.Find(parsed.GetRequiredValue(name));
            string path = CheckTarget(parsed.GetRequiredValue(output), GlobalOptions.StoreOf(parsed));
            bool csv = Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase);
            if (!csv && (parsed.GetValue(italian) || parsed.GetValue(wkt)))
                throw new InputException(parsed.GetValue(italian) ? "--italiano" : "--wkt", "vale solo per i file .csv.", "Scrivere un file .csv, o togliere l'opzione.");
            Values values = QuestionCommand.ValuesOf(parsed, options);
            (Analysis analysis, Layer layer) = await QuestionCommand.NamingOptionsAsync(options, async () =>
            {
                await using OpenStore store = await OpenStore.OpenAsync(parsed, terminal, cancellationToken);
                Analysis found = await store.Analyses.GetAsync(GapsQuestion.Instance.KeyOf(values), cancellationToken);
                return (found, await source.Make(found, store.Store, cancellationToken));
            });
            if (csv && !parsed.GetValue(wkt) && source.Name != ImportKind.Comuni.Name())
                layer = layer with { Rows = layer.Rows.WithoutGeometry() };
            IReadOnlyList<string> written = Write(Marked(layer), path, analysis.MadeAt, parsed.GetValue(italian));
            terminal.Message($"Scritto {string.Join(" e ", written)}: {layer.Rows.Length} righe.");
            foreach (string warning in ProvenanceJson.Warnings(layer.Meta))
                terminal.Message("Avvertenza: " + warning);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The file says which layer it is, so that an import knows its own lists again and takes no answer for one.</summary>
    private static Layer Marked(Layer layer)
    {
        var meta = (JsonObject)layer.Meta.DeepClone();
        meta.Remove(LayerJson.Mark);
        meta.Insert(0, LayerJson.Mark, layer.Name);
        return layer with { Meta = meta };
    }

    /// <summary>DbException is what the GeoPackage's SQLite raises where files raise IOException.</summary>
    private static IReadOnlyList<string> Write(Layer layer, string path, DateTimeOffset date, bool italian)
    {
        try
        {
            return LayerFile.Write(layer, path, date, italian);
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
