using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.TestWriter;

/// <summary>
/// Writes a store over and over until it is killed: from each revision the <see cref="Round"/> of the next. Says <c>pronto</c> and waits for a
/// line; then says every revision once it is written. What came of the writing that was cut short is for others to see.
/// </summary>
internal static class Program
{
    private static async Task Main(string[] arguments)
    {
        await using ICoverageStore store = StoreFactory.Open(StoreAddress.Parse(arguments[0]));
        Console.WriteLine("pronto");
        Console.ReadLine();
        long revision = await RevisionAsync(store);
        while (true)
        {
            revision = (await store.CommitAsync(Round.Commit(revision), CancellationToken.None)).Revision;
            Console.WriteLine(revision);
        }
    }

    // A file is created by whoever comes first, and is killed at that too.
    private static async Task<long> RevisionAsync(ICoverageStore store)
    {
        await store.MigrateAsync(CancellationToken.None);
        return (await store.StateAsync(CancellationToken.None)).Revision;
    }
}
