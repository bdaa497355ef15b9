using System.CommandLine;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>isochrones</c>: see <see cref="IsochronesQuestion"/>.</summary>
internal static class IsochronesCommand
{
    public static Command Create(Terminal terminal) =>
        new QuestionCommand(IsochronesQuestion.Instance, terminal).Create("isochrones", "Da dove si raggiunge una sede entro i minuti, sulla rete stradale.", []);
}
