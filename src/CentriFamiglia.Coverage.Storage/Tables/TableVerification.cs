using System.Data.Common;

namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>Every table of the content beside its seal, in one transaction.</summary>
internal static class TableVerification
{
    /// <param name="session">In a read transaction.</param>
    /// <param name="isDamage">Whether an error while reading is one of the stored bytes, not of the way to them.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<ImmutableArray<VerifiedTable>> OfAsync(TableSession session, Func<DbException, bool> isDamage, CancellationToken cancellationToken)
    {
        TableWatch watch = await session.LookAsync(cancellationToken);
        Dictionary<string, TableSeal> seals = await session.SealsAsync(watch, cancellationToken);
        var tables = new List<VerifiedTable>();
        foreach (SealedTable table in SealedTable.All.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            bool watched = !watch.Unwatched.Contains(table.Name, StringComparer.Ordinal);
            try
            {
                TableDigest digest = await session.DigestAsync(table, cancellationToken);
                tables.Add(new VerifiedTable(table.Name, digest.Rows, TableSeal.ConditionOf(seals.GetValueOrDefault(table.Name), digest), watched));
            }
            catch (DbException error) when (isDamage(error))
            {
                tables.Add(new VerifiedTable(table.Name, null, TableCondition.Damaged, watched));
            }
        }

        return [.. tables];
    }
}
