using System.CommandLine;
using System.Text;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>Files that the verbs on runs write.</summary>
internal static class DeskFile
{
    public static Option<string> Output(string kind) => new("--output", "-o")
    {
        HelpName = $"FILE{kind}",
        Description = "File da scrivere; se c'è viene sostituito.",
        Required = true,
    };

    /// <exception cref="InputException">No file can be written there, it would replace the store, or its name ends otherwise.</exception>
    public static void Write(ParseResult parsed, Option<string> output, string text, params string[] endings)
    {
        string path = TargetFile.Check(parsed.GetRequiredValue(output), [GlobalOptions.StoreOf(parsed)], "è l'archivio stesso");
        if (endings.Length > 0 && !endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            throw new InputException("--output", $"'{Shown.Of(path)}' non finisce con {string.Join(" o ", endings)}.", $"Dare al file un nome come analisi{endings[0]}.");
        try
        {
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException("--output", $"'{Shown.Of(path)}' non si può scrivere: {FileErrors.Why(failure)}.", "Scegliere un altro nome o un'altra cartella.");
        }
    }
}
