namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>
/// The statements that both stores send. Names of tables and columns come from <see cref="StoreTable{T}"/>, all constants of this program;
/// every value is a parameter.
/// </summary>
/// <param name="Content">What stands before the name of a table of the content.</param>
/// <param name="Own">What stands before the name of a table of the store's own.</param>
/// <param name="Row">The column by which a row is found again within a transaction.</param>
/// <param name="InOrder">What makes a column of text be sorted by its bytes.</param>
/// <param name="Now">The time at which a script is recorded, as the column wants it.</param>
/// <param name="Random">A text that was never there before.</param>
/// <param name="RowsHaveNumbers">Whether <paramref name="Row"/> is the number under which a GIS shows a row.</param>
internal sealed record TableSql(string Content, string Own, string Row, string InOrder, string Now, string Random, bool RowsHaveNumbers)
{
    public string AppliedScripts => $"select script, sha256 from {Own}migrazioni order by script";

    public string RecordScript => $"insert into {Own}migrazioni (script, sha256, applied_at) values ($1, $2, {Now})";

    public string Revision => $"select revisione from {Own}stato";

    /// <summary>Also the lock that lets one writer through at a time: a second one waits here, then finds another revision.</summary>
    public string RaiseRevision => $"update {Own}stato set revisione = revisione + 1 where revisione = $1 returning revisione";

    /// <summary>A backup of the same revision has another epoch, unless nothing was written since.</summary>
    public string RenewEpoch => $"update {Own}stato set epoca = {Random}";

    public string Seals => $"select tabella, righe, impronta, modificata from {Own}impronte";

    public string WriteSeal => $"insert into {Own}impronte (tabella, righe, impronta, modificata) values ($1, $2, $3, false) "
        + "on conflict (tabella) do update set righe = excluded.righe, impronta = excluded.impronta, modificata = excluded.modificata";

    /// <summary>What a trigger of ours does.</summary>
    public string RaiseEdited => $"update {Own}stato set revisione = revisione + 1, epoca = {Random}";

    /// <inheritdoc cref="RaiseEdited"/>
    public string MarkEditedOnce(string table) => $"update {Own}impronte set modificata = true where tabella = '{table}' and not modificata";

    public string MarkEdited => $"update {Own}impronte set modificata = true where tabella = $1";

    /// <summary>Also the lock that lets one entry through at a time. Number of the new entry, hash of the last one, revision.</summary>
    public string TakeNumber => $"update {Own}stato set voci = voci + 1 returning voci, testa, revisione";

    public string WriteHead => $"update {Own}stato set testa = $1";

    public string Head => $"select voci, testa, revisione from {Own}stato";

    public string WriteEntry => $"insert into {Own}registro (numero, quando, chi, azione, oggetto, prima, dopo, revisione, precedente, impronta) "
        + "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    public string Entries => $"select numero, quando, chi, azione, oggetto, prima, dopo, revisione, precedente, impronta from {Own}registro order by numero";

    public string Records => $"select genere, chiave, versione, chiusa, testo, ats from {Own}carte order by genere{InOrder}, chiave{InOrder}";

    public string RecordsOfKind => $"select genere, chiave, versione, chiusa, testo, ats from {Own}carte where genere = $1 order by chiave{InOrder}";

    public string Record => $"select genere, chiave, versione, chiusa, testo, ats from {Own}carte where genere = $1 and chiave = $2";

    public string InsertRecord => $"insert into {Own}carte (genere, chiave, versione, chiusa, testo, ats) values ($1, $2, $3, $4, $5, $6) on conflict do nothing";

    /// <summary>Of a record that is of the version before, and open.</summary>
    public string UpdateRecord =>
        $"update {Own}carte set versione = $3, chiusa = $4, testo = $5, ats = $6 where genere = $1 and chiave = $2 and versione = $3 - 1 and not chiusa";

    public string MatrixInOrder => $"{Select(OtherTables.Matrix)} order by da_pro_com_t, a_pro_com_t";

    public string Select<T>(StoreTable<T> table) => $"select {table.ColumnList} from {Content}{table.Name}";

    /// <summary>The columns, then the row's number, in the order of the key, and of the table among rows of one key.</summary>
    public string SelectInOrder<T>(StoreTable<T> table) =>
        $"select {table.ColumnList}, {Row} from {Content}{table.Name}"
        + $" order by {string.Join(", ", table.Key.Select(k => k.Column + InOrder).Append(Row))}";

    public string Select(SealedTable table) => $"select {table.ColumnList} from {Content}{table.Name}";

    /// <summary>The columns, then the number under which a GIS shows the row, where it has one.</summary>
    public string SelectNumbered<T>(StoreTable<T> table) =>
        RowsHaveNumbers ? $"select {table.ColumnList}, {Row} from {Content}{table.Name}" : Select(table);
}
