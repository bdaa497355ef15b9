using System.CommandLine;
using System.Data.Common;
using CentriFamiglia.Coverage.Formats;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Ogc.Features;
using CentriFamiglia.Coverage.Service.OpenData;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>export</c>: one layer to a file, by its extension.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string>("STRATO")
        {
            Description = $"Uno di: {string.Join(", ", LayerCatalog.Names)}; oppure {DataPackage.Name}, tutti in un file .zip con metadati e licenze.",
        };
        var output = new Option<string>("--output", "-o")
        {
            HelpName = "FILE",
            Description = $"File da scrivere ({string.Join(", ", LayerFile.Extensions)}); se c'è viene sostituito.",
            Required = true,
        };
        var italian = new Option<bool>("--italiano") { Description = "CSV per Excel in italiano: punto e virgola, virgola decimale; l'importazione lo rilegge." };
        var wkt = new Option<bool>("--wkt") { Description = "Nel CSV anche la geometria, in una colonna wkt (i comuni l'hanno sempre)." };
        var address = new Option<string>("--indirizzo")
        {
            HelpName = "URL",
            Description = $"Dove risponde il servizio, per le schede del {DataPackage.Name} (predefinito {ServiceAddress.Usual}).",
            DefaultValueFactory = _ => ServiceAddress.Usual,
        };
        Dictionary<Parameter, Option<string?>> options = QuestionCommand.OptionsOf(
            [
                GapsQuestion.Limit, SharedParameters.Ats, SharedParameters.Demand, SharedParameters.Sedi, SharedParameters.Travel, SharedParameters.Date,
                .. ChosenRows.Parameters,
            ]);
        var command = new Command("export", "Uno strato in un file GeoJSON, GeoPackage, CSV, XLSX o GeoParquet; o tutti in un pacchetto.") { name, output, italian, wkt, address };
        foreach (Option option in options.Values.Where(o => o != GlobalOptions.Sedi))
            command.Options.Add(option);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            bool all = parsed.GetRequiredValue(name).Equals(DataPackage.Name, StringComparison.OrdinalIgnoreCase);
            LayerSource? source = all ? null : LayerCatalog.Find(parsed.GetRequiredValue(name));
            string path = CheckTarget(parsed.GetRequiredValue(output), GlobalOptions.StoreOf(parsed), all ? [".zip"] : LayerFile.Extensions);
            bool csv = Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase);
            if (!csv && (parsed.GetValue(italian) || parsed.GetValue(wkt)))
                throw new InputException(parsed.GetValue(italian) ? "--italiano" : "--wkt", "vale solo per i file .csv.", "Scrivere un file .csv, o togliere l'opzione.");
            Values values = QuestionCommand.ValuesOf(parsed, options);
            if (source is null)
            {
                if (ChosenRows.Parameters.Append(SharedParameters.Ats).FirstOrDefault(p => values[p] is not null) is { } part)
                    throw new InputException("--" + part.Option, $"non vale per il {DataPackage.Name}.", "Esportare gli strati uno per uno.");
                return await WritePackageAsync(parsed, terminal, values, options, path, ServiceAddress.Root(parsed.GetRequiredValue(address)), cancellationToken);
            }

            (Analysis analysis, Layer layer) = await QuestionCommand.NamingOptionsAsync(options, async () =>
            {
                await using OpenStore store = await OpenStore.OpenAsync(parsed, terminal, cancellationToken);
                Analysis found = await store.Analyses.GetAsync(GapsQuestion.Instance.KeyOf(values), cancellationToken);
                Layer made = await source.Make(found, store.Store, cancellationToken);
                Layer wanted = Question.FindAts(found, values) is { } ats ? ChosenRows.OfAts(made, ats) : made;
                return (found, ChosenRows.Of(wanted, values));
            });
            layer = ExportedLayer.Of(layer);
            if (csv && !parsed.GetValue(wkt) && source.Name != ImportKind.Comuni.Name())
                layer = layer with { Rows = layer.Rows.WithoutGeometry() };
            IReadOnlyList<string> written = Write(layer, path, analysis.MadeAt, parsed.GetValue(italian));
            terminal.Message($"Scritto {string.Join(" e ", written)}: {layer.Rows.Length} righe.");
            foreach (string warning in ProvenanceJson.Warnings(layer.Meta))
                terminal.Message("Avvertenza: " + warning);
            return ExitCode.Done;
        });
        return command;
    }

    private static IReadOnlyList<string> Write(Layer layer, string path, DateTimeOffset date, bool italian)
    {
        IReadOnlyList<string> written = [];
        Guarded(path, () => written = LayerFile.Write(layer, path, date, italian));
        return written;
    }

    /// <summary>DbException is what the GeoPackage's SQLite raises where files raise IOException.</summary>
    private static void Guarded(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DbException)
        {
            throw new InputException("--output", $"'{path}' non si può scrivere.",
                "Controllare i permessi della cartella e lo spazio sul disco, oppure scegliere un'altra cartella.");
        }
    }

    private static async Task<int> WritePackageAsync(
        ParseResult parsed, Terminal terminal, Values values, Dictionary<Parameter, Option<string?>> options, string path, string root, CancellationToken cancellationToken)
    {
        byte[] package = await QuestionCommand.NamingOptionsAsync(options, async () =>
        {
            await using OpenStore store = await OpenStore.OpenAsync(parsed, terminal, cancellationToken);
            Analysis found = await store.Analyses.GetAsync(GapsQuestion.Instance.KeyOf(values), cancellationToken);
            return DataPackage.Make(found, new DatasetRecord(found, root, ServiceAddress.Body), cancellationToken);
        });
        Guarded(path, () => WholeFile.Write(path, draft => File.WriteAllBytes(draft, package)));
        terminal.Message($"Scritto {path}: {LayerCatalog.Open.Count()} strati.");
        return ExitCode.Done;
    }

    private static string CheckTarget(string path, string store, IReadOnlyList<string> extensions)
    {
        if (!extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            throw new InputException("--output", $"'{path}' non ha un'estensione conosciuta.", $"Usare una di: {string.Join(", ", extensions)}.");
        return TargetFile.Check(path, [store], "il file è l'archivio stesso");
    }
}
