namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>
/// The statements that both stores send. Names of tables and columns come from <see cref="StoreTable{T}"/>, all constants of this program;
/// every value is a parameter.
/// </summary>
/// <param name="Content">What stands before the name of a table of the content.</param>
/// <param name="Own">What stands before the name of a table of the store's own.</param>
/// <param name="Now">The time at which a script is recorded, as the column wants it.</param>
/// <param name="RowNumber">The number under which a GIS shows a row; null where rows have none.</param>
internal sealed record TableSql(string Content, string Own, string Now, string? RowNumber)
{
    public string AppliedScripts => $"select script, sha256 from {Own}migrazioni order by script";

    public string RecordScript => $"insert into {Own}migrazioni (script, sha256, applied_at) values ($1, $2, {Now})";

    public string Revision => $"select revisione from {Own}stato";

    /// <summary>Also the lock that lets one writer through at a time: a second one waits here, then finds another revision.</summary>
    public string RaiseRevision => $"update {Own}stato set revisione = revisione + 1 where revisione = $1 returning revisione";

    public string MatrixInOrder => $"{Select(OtherTables.Matrix)} order by da_pro_com_t, a_pro_com_t";

    public string Select<T>(StoreTable<T> table) => $"select {table.ColumnList} from {Content}{table.Name}";

    /// <summary>The same with <see cref="RowNumber"/> as the last value.</summary>
    public string SelectNumbered<T>(StoreTable<T> table) => $"select {table.ColumnList}, {RowNumber} from {Content}{table.Name}";

    /// <summary>Not TRUNCATE, which would empty the table under a reader's eyes.</summary>
    public string Delete<T>(StoreTable<T> table) => $"delete from {Content}{table.Name}";
}
