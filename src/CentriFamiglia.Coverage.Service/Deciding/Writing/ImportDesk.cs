using CentriFamiglia.Coverage.Import;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Import.Stored;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Deciding.Writing;

/// <summary>A file into the store, all or nothing, judged on the state that would result.</summary>
internal sealed class ImportDesk(ICoverageStore store)
{
    /// <summary>How often an import starts again when another process wrote in the meantime.</summary>
    private const int Attempts = 3;

    /// <param name="request">What to read, and how.</param>
    /// <param name="act">Who does it.</param>
    /// <param name="dryRun">Only judges.</param>
    /// <param name="limits">How much of a file is read; null for the usual caps.</param>
    /// <param name="cancellationToken">Stops; nothing is kept.</param>
    /// <exception cref="SourceFileException">The file cannot be read at all.</exception>
    /// <exception cref="StoreException">The store refuses the write.</exception>
    public async Task<ImportResult> ImportAsync(ImportRequest request, AuditAct act, bool dryRun, FileLimits? limits, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            (TerritoryContent content, long revision) = await store.ReadAsync(cancellationToken);
            List<TravelMatrixEntry>? matrix = null;
            ImportResult result = Importer.Import(request, StoreCheck.Check(content).Readable, () => matrix ??= ReadMatrix(cancellationToken), limits);
            if (dryRun || !result.Applied || result.Changed == ContentParts.None)
                return result;
            try
            {
                bool hasMatrix = result.Changed.HasFlag(ContentParts.Matrix);
                LargeImport.GiveBack(result.Report.Read);
                var read = new StoreReading(content, revision) { Matrix = matrix };
                await store.WriteAsync(result.Next, result.Changed, hasMatrix ? result.Matrix : null, read, cancellationToken, act);
                return result;
            }
            catch (StoreChangedException changed) when (attempt < Attempts && !changed.Overlaps)
            {
                // The checks must hold on what the other program left.
            }
        }
    }

    private List<TravelMatrixEntry> ReadMatrix(CancellationToken cancellationToken) =>
        store.ReadMatrixAsync(cancellationToken).ToBlockingEnumerable(cancellationToken).ToList();
}
