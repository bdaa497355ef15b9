using System.Text.Json;
using CentriFamiglia.Coverage.Service.Cli;

namespace CentriFamiglia.Coverage.TestVerb;

/// <summary>
/// Runs one verb of the program, to be killed meanwhile: says <c>pronto</c>, reads its words as a JSON array from a line, and says <c>esito</c> and the exit
/// code once the verb has ended. What is slow in a new process is done before, with the words of the command line.
/// </summary>
internal static class Program
{
    private static async Task Main(string[] before)
    {
        await CommandLine.RunAsync(before, TextWriter.Null, TextWriter.Null);
        Console.WriteLine("pronto");
        if (Console.ReadLine() is not { } words)
            return;
        int code = await CommandLine.RunAsync(JsonSerializer.Deserialize<string[]>(words)!, TextWriter.Null, Console.Error);
        Console.WriteLine($"esito {code}");
    }
}
