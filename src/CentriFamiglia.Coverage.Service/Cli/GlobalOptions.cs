using System.CommandLine;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Service.Servers;
using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>Options that every verb has. They are texts here and get their meaning, and their Italian errors, where they are read.</summary>
internal static class GlobalOptions
{
    public const string StoreVariable = "COVERAGE_STORE";
    public const string RoadsVariable = "COVERAGE_ROADS";
    public const string ServerVariable = "COVERAGE_SERVER_STRADE";

    private static readonly NumberParameter _cap = new("--max-snap", "", 0, 100_000, 1) { Placeholder = "METRI" };

    public static Option<string?> Store { get; } = new("--store")
    {
        HelpName = "ARCHIVIO",
        Description = $"File .gpkg oppure stringa di connessione PostgreSQL (variabile {StoreVariable}; altrimenti ./coverage.gpkg).",
        Recursive = true,
    };

    public static Option<string?> Geodata { get; } = new("--geodata")
    {
        HelpName = "CARTELLA",
        Description = "Dati con cui riempire un archivio nuovo (altrimenti la cartella geodata più vicina, verso l'alto).",
        Recursive = true,
    };

    public static Option<string?> Sedi { get; } = new("--" + SharedParameters.Sedi.Option, AliasesOf(SharedParameters.Sedi))
    {
        HelpName = SharedParameters.Sedi.Placeholder,
        Description = SharedParameters.Sedi.Description,
        Recursive = true,
    };

    public static Option<bool> Demo { get; } = new("--demo")
    {
        Description = "Su PostgreSQL: carica anche le sedi inventate, per provare.",
        Recursive = true,
    };

    public static Option<string?> Format { get; } = new("--format", "--f")
    {
        HelpName = "FORMATO",
        Description = "table, json, csv oppure geojson.",
        Recursive = true,
    };

    public static Option<string?> Roads { get; } = new("--roads")
    {
        HelpName = "RETE.roads",
        Description = $"Rete stradale creata con roads build (variabile {RoadsVariable}; altrimenti quella accanto all'archivio, con lo stesso nome).",
        Recursive = true,
    };

    public static Option<string?> Server { get; } = new("--server-strade")
    {
        HelpName = "INDIRIZZO",
        Description = $"Server delle strade dell'ufficio, osrm+http://SERVER:5000 o valhalla+http://SERVER:8002, anche ?profilo=NOME (variabile {ServerVariable}).",
        Recursive = true,
    };

    public static Option<string?> MaxSnap { get; } = new("--max-snap")
    {
        HelpName = _cap.Placeholder,
        Description = $"Con una rete stradale o un server: un luogo più lontano da una strada non è agganciato (predefinito {SnapOptions.Default.CapMetres:0}).",
        Recursive = true,
    };

    public static Option<string?> Rules { get; } = new("--" + SharedParameters.Rules.Option, AliasesOf(SharedParameters.Rules))
    {
        HelpName = SharedParameters.Rules.Placeholder,
        Description = $"Insieme di regole: {string.Join(" o ", RuleSet.ShippedIds)}, oppure un file .json, oppure una cartella che ne contiene.",
        Recursive = true,
    };

    public static IReadOnlyList<Option> All { get; } = [Store, Geodata, Sedi, Demo, Format, Roads, Server, MaxSnap, Rules];

    /// <summary>The names of a parameter that are not its option's own.</summary>
    public static string[] AliasesOf(Parameter parameter) => [.. parameter.Names.Where(n => n != parameter.Option).Select(n => "--" + n)];

    /// <summary>The network that the command line or the environment names; null when neither does.</summary>
    /// <exception cref="InputException">The option is given without a value.</exception>
    public static string? RoadsOf(ParseResult parsed) =>
        parsed.GetValue(Roads) is { } given
            ? NotBlank(given) ?? throw new InputException("--roads", "il nome della rete è vuoto.", "Scrivere un file .roads, oppure togliere l'opzione.")
            : NotBlank(Environment.GetEnvironmentVariable(RoadsVariable));

    /// <summary>The office's server of roads that the command line or the environment names; null when neither does.</summary>
    /// <exception cref="InputException">It is no such address.</exception>
    private static RoadServerAddress? ServerOf(ParseResult parsed) =>
        parsed.GetValue(Server) is { } given ? RoadServerAddress.Parse("--server-strade", given)
            : NotBlank(Environment.GetEnvironmentVariable(ServerVariable)) is { } variable ? RoadServerAddress.Parse(ServerVariable, variable) : null;

    /// <summary>The same, to be asked; null for none.</summary>
    /// <exception cref="InputException">It is no such address.</exception>
    public static ServerBeside? ServerBesideOf(ParseResult parsed, TextWriter messages, CancellationToken stop) => ServerOf(parsed) is { } server
        ? new ServerBeside(server, SnapOf(parsed), ServerLimits.Usual, messages, TimeProvider.System, stop)
        : null;

    /// <exception cref="InputException">Not a number of metres.</exception>
    public static SnapOptions SnapOf(ParseResult parsed) =>
        _cap.Read(parsed.GetValue(MaxSnap)) is { } metres ? SnapOptions.Default with { CapMetres = (double)metres } : SnapOptions.Default;

    /// <exception cref="InputException">The option is given without a value, as a script with an unset variable does: another store must not take its place.</exception>
    public static string StoreOf(ParseResult parsed) =>
        parsed.GetValue(Store) is { } given
            ? NotBlank(given) ?? throw new InputException("--store", "il nome dell'archivio è vuoto.",
                "Scrivere un file .gpkg o una stringa di connessione, oppure togliere l'opzione.")
            : NotBlank(Environment.GetEnvironmentVariable(StoreVariable)) ?? "coverage.gpkg";

    /// <exception cref="InputException">The format is not one of <paramref name="allowed"/>, whose first is the default.</exception>
    public static string FormatOf(ParseResult parsed, params ReadOnlySpan<string> allowed) =>
        new ChoiceParameter("--format", "", [.. allowed], allowed[0]) { Placeholder = "" }.Read(parsed.GetValue(Format))!;

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
