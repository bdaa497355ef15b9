using System.CommandLine;
using CentriFamiglia.Coverage.Import;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Service.Deciding.Writing;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>import</c>: a planner's file or folder into the store, all or nothing.</summary>
internal static class ImportCommand
{
    public static Command Create(Terminal terminal)
    {
        string kinds = string.Join(", ", ImportKinds.All.Select(k => k.Name()));
        // It may stand after --completo, which takes a value if there is one: the action says when it is missing.
        var path = new Argument<string?>("PERCORSO") { Arity = ArgumentArity.ZeroOrOne, Description = "File (CSV, XLSX, GeoJSON, GeoPackage) oppure cartella." };
        var kind = new Option<string?>("--as") { HelpName = "GENERE", Description = $"Che cosa contiene: {kinds}. Senza: si riconosce dalle colonne." };
        var replace = new Option<bool>("--replace") { Description = "Il file è l'elenco intero: ciò che non nomina viene tolto." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Controlla e riferisce soltanto." };
        var acceptValid = new Option<bool>("--accept-valid") { Description = "Importa le righe valide e scarta le altre." };
        var complete = new Option<string?>("--completo")
        {
            HelpName = "ATS",
            Arity = ArgumentArity.ZeroOrOne,
            Description = "Dichiara completo l'elenco delle sedi di queste ATS (nomi separati da virgole, oppure tutte). Senza nome: l'ATS delle sedi del file, se è una sola.",
        };
        var epsg = new Option<string?>("--epsg") { HelpName = "CODICE", Description = "Sistema di coordinate, se il file non lo dice (per esempio 32632)." };
        var part = new Option<string?>("--sheet")
        {
            HelpName = "NOME",
            Description = "Foglio della cartella di Excel, o strato del GeoPackage, da leggere. Senza: quelli che si riconoscono.",
        };
        var precision = new Option<string?>("--precisione") { HelpName = "comune", Description = "Con «comune» le sedi senza coordinate stanno nel capoluogo del loro comune." };
        var reportFile = new Option<string?>(ReportFile.Option)
        {
            HelpName = "FILE",
            Description = "Scrive il rapporto anche in un file: .html (una pagina da leggere, stampare e inviare), .csv o .json.",
        };
        var command = new Command("import", "Importa comuni, unità, popolazione, punti, sedi, reti, una matrice dei tempi o eccezioni allo standard locale.") { path, kind,
            replace, dryRun, acceptValid, complete, epsg, part, precision, reportFile };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string format = GlobalOptions.FormatOf(parsed, "table", "json", "csv");
            (string file, string? completeFor) = PathAndAts(parsed.GetValue(path), parsed.GetResult(complete) is null ? null : parsed.GetValue(complete) ?? "");
            var request = new ImportRequest(file)
            {
                Kind = KindOf(parsed.GetValue(kind), kinds),
                Replace = parsed.GetValue(replace),
                AcceptValid = parsed.GetValue(acceptValid),
                CompleteFor = completeFor,
                SetName = _sedi.Read(parsed.GetValue(GlobalOptions.Sedi)),
                Epsg = (int?)_epsg.Read(parsed.GetValue(epsg)),
                Part = parsed.GetValue(part),
                PlaceInComune = _precision.Read(parsed.GetValue(precision)) is not null,
            };
            string? target = parsed.GetValue(reportFile);
            ReportFile.Check(target, file, GlobalOptions.StoreOf(parsed));
            bool trial = parsed.GetValue(dryRun);
            await using OpenStore store = await OpenStore.OpenAsync(parsed, GlobalOptions.StoreOf(parsed), terminal, trial, cancellationToken);
            ImportResult result = store.Foreseen is { } content
                ? Importer.Import(request, content)
                : await new ImportDesk(store.Store).ImportAsync(
                    request, LocalUser.Does("archivio.importa", Path.GetFileName(Path.TrimEndingDirectorySeparator(request.Path))), trial, null, cancellationToken);
            Layer report = format == "table" ? result.Report.ToGroupedLayer(trial) : result.Report.ToLayer(trial);
            LayerOutput.Write(report, format, new TableLook(Columns: ReportLayer.Abreast, LongestText: null) { Width = 120, RestBelow = true }, terminal);
            terminal.Message(result.Report.Summary());
            if (trial)
                terminal.Message(ReportLayer.NothingWritten);
            if (target is not null)
            {
                ReportFile.Write(target, result, trial);
                terminal.Message($"Rapporto scritto in {target}.");
            }

            return result.Applied ? ExitCode.Done : ExitCode.BadInput;
        });
        return command;
    }

    private static readonly ChoiceParameter _sedi = SharedParameters.Sedi with { Name = GlobalOptions.Sedi.Name };

    private static readonly ChoiceParameter _precision = new("--precisione", "", ["comune"], null) { Placeholder = "comune" };

    private static readonly NumberParameter _epsg = new("--epsg", "", 1024, 999_999, 0) { Placeholder = "CODICE" };

    /// <summary>A file or folder that follows <c>--completo</c>, where no other is named, is what to import and not an ATS.</summary>
    private static (string Path, string? CompleteFor) PathAndAts(string? path, string? completeFor) =>
        path is not null ? (path, completeFor)
        : Path.Exists(completeFor) ? (completeFor, "")
        : throw new InputException("PERCORSO", "manca.", "'coverage import --help' mostra verbi e opzioni.");

    private static ImportKind? KindOf(string? text, string kinds)
    {
        if (text is null)
            return null;
        return ImportKinds.TryParse(text, out ImportKind kind)
            ? kind
            : throw new InputException("--as", $"'{Shown.Of(text)}' non è un genere di dati.", $"Usare uno di: {kinds}.");
    }
}
