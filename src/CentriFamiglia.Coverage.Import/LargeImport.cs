namespace CentriFamiglia.Coverage.Import;

/// <summary>What a large file leaves behind in memory, given back between two stages: kept, it would stand beside what the next one needs.</summary>
public static class LargeImport
{
    /// <summary>Below these rows a collection costs more time than it gives memory.</summary>
    private const int Rows = 200_000;

    /// <param name="rows">Rows of the stage that has ended.</param>
    public static void GiveBack(int rows)
    {
        if (rows >= Rows)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
