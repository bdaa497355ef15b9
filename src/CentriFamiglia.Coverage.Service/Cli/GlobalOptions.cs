using System.CommandLine;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>Options that every verb has. They are texts here and get their meaning, and their Italian errors, where they are read.</summary>
internal static class GlobalOptions
{
    public const string StoreVariable = "COVERAGE_STORE";

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

    public static Option<string?> Sedi { get; } = new("--" + SharedParameters.Sedi.Option)
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

    public static Option<string?> Format { get; } = new("--format")
    {
        HelpName = "FORMATO",
        Description = "table, json, csv oppure geojson.",
        Recursive = true,
    };

    public static IReadOnlyList<Option> All { get; } = [Store, Geodata, Sedi, Demo, Format];

    /// <exception cref="InputException">The option is given without a value, as a script with an unset variable does: another store must not take its place.</exception>
    public static string StoreOf(ParseResult parsed) =>
        parsed.GetValue(Store) is { } given
            ? NotBlank(given) ?? throw new InputException("--store", "il nome dell'archivio è vuoto.", "Scrivere un file .gpkg o una stringa di connessione, oppure togliere l'opzione.")
            : NotBlank(Environment.GetEnvironmentVariable(StoreVariable)) ?? "coverage.gpkg";

    /// <exception cref="InputException">The format is not one of <paramref name="allowed"/>, whose first is the default.</exception>
    public static string FormatOf(ParseResult parsed, params ReadOnlySpan<string> allowed) =>
        new ChoiceParameter("--format", "", [.. allowed], allowed[0]) { Placeholder = "" }.Read(parsed.GetValue(Format))!;

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
