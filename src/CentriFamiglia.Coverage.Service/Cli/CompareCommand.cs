using System.CommandLine;
using CentriFamiglia.Coverage.Service.Input;
using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>compare</c>: see <see cref="CompareQuestion"/>. The second state may be in another store, which only this verb opens.</summary>
internal static class CompareCommand
{
    public static Command Create(Terminal terminal)
    {
        var store = new Option<string?>("--after-store") { HelpName = "ARCHIVIO", Description = "Archivio del secondo stato. Senza: lo stesso del primo." };
        return new QuestionCommand(CompareQuestion.Instance, terminal)
        {
            Prepare = (parsed, values) => parsed.GetValue(store) is { } other ? values.With(CompareQuestion.Store, other) : values,
            OtherStore = async (parsed, cancellationToken) => parsed.GetValue(store) is { } other
                ? await OpenStore.OpenAsync(parsed, Existing(other), terminal, cancellationToken)
                : null,
        }.Create("compare", "Due stati a confronto: ogni misura di ogni area, prima e dopo.", [store]);
    }

    /// <exception cref="InputException">There is no such file: comparing must not make a store.</exception>
    private static string Existing(string store) => StoreAddress.Parse(store) is GeoPackageAddress file && !File.Exists(file.Path)
        ? throw new InputException("--after-store", $"'{Shown.Of(store)}' non c'è.", "Indicare un archivio che esiste.")
        : store;
}
