using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Storage.Tests.Trust;

/// <summary>What every store must see of what others do to it: edits, backups put back, damage, triggers that are not ours.</summary>
public abstract partial class TrustContract
{
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The store of the test; opening it again gives the same store.</summary>
    protected abstract Task<ICoverageStore> OpenAsync();

    /// <summary>SQL by a program that nobody here wrote; <c>{0}</c> stands before the name of a table.</summary>
    protected abstract Task ElsewhereAsync(string sql);

    /// <summary>The same with our triggers kept still: the rows change as damage would change them.</summary>
    /// <param name="table">The one that the SQL changes.</param>
    /// <param name="sql">See <see cref="ElsewhereAsync"/>.</param>
    protected abstract Task SilentlyAsync(string table, string sql);

    /// <summary>SQL that makes the table as another program would that knows nothing of us: same columns, same rows, no triggers.</summary>
    protected abstract string MakeAnew(string table);

    /// <summary>SQL that keeps our trigger on updates of a table still.</summary>
    protected abstract string SwitchOff(string table);

    /// <summary>Keeps a copy of the store as it is.</summary>
    /// <returns>Puts it back.</returns>
    protected abstract Task<Func<Task>> BackupAsync();

    [Theory]
    [InlineData("sedi", "update {0}sedi set name = 'Altro nome' where site_id = 'B-1'")]
    [InlineData("unita", "delete from {0}unita where pro_com_t = '012034'")]
    [InlineData("documenti", "insert into {0}documenti (chiave, testo) values ('zz', 'altrove')")]
    public async Task An_edit_by_another_program_has_another_identity_and_revision_and_is_read(string table, string edit)
    {
        await using ICoverageStore store = await FilledAsync();
        string before = await store.IdentityAsync(Cancel);
        string content = ContentText.Of((await store.ReadAsync(Cancel)).Content);

        await ElsewhereAsync(edit);

        (await store.IdentityAsync(Cancel)).ShouldNotBe(before, StringComparer.Ordinal);
        (TerritoryContent edited, long revision) = await store.ReadAsync(Cancel);
        revision.ShouldBe(2);
        ContentText.Of(edited).ShouldNotBe(content, StringComparer.Ordinal);
        await Should.ThrowAsync<StoreChangedException>(() => store.WriteAsync(SampleContent.Full, ContentParts.SiteSets, null, 1, Cancel));
        StoreVerification found = await store.VerifyAsync(Cancel);
        found.Tables.Where(t => t.Condition != TableCondition.Intact).Select(t => (t.Name, t.Condition)).ShouldBe([(table, TableCondition.EditedElsewhere)]);
    }

    [Fact]
    public async Task A_table_edited_elsewhere_is_verifiable_again_once_this_program_has_written_it()
    {
        await using ICoverageStore store = await FilledAsync();
        await ElsewhereAsync("update {0}sedi set name = 'Altro nome' where site_id = 'B-1'");

        (TerritoryContent content, long revision) = await store.ReadAsync(Cancel);
        (await store.WriteAsync(content, ContentParts.SiteSets, null, revision, Cancel)).ShouldBe(3);

        (await store.VerifyAsync(Cancel)).Tables.ShouldAllBe(t => t.Condition == TableCondition.Intact);
        (await store.ReadAsync(Cancel)).Content.SiteSets.SelectMany(s => s.Sites).ShouldContain(s => s.Name == "Altro nome");
    }

    [Fact]
    public async Task A_column_that_an_office_adds_and_fills_leaves_our_rows_as_they_were_written()
    {
        await using ICoverageStore store = await FilledAsync();
        string before = await store.IdentityAsync(Cancel);
        await ElsewhereAsync("alter table {0}sedi add column note_ufficio text");
        await ElsewhereAsync("update {0}sedi set note_ufficio = 'chiamare'");

        (await store.VerifyAsync(Cancel)).Tables.ShouldAllBe(t => t.Condition == TableCondition.Intact && t.Watched);
        (await store.IdentityAsync(Cancel)).ShouldNotBe(before, StringComparer.Ordinal);
        ContentText.Of((await store.ReadAsync(Cancel)).Content).ShouldBe(ContentText.Of(SampleContent.Full));
    }

    [Fact]
    public async Task The_identity_is_the_same_while_nothing_changes_and_another_at_every_write()
    {
        await using ICoverageStore store = await FilledAsync();
        await using ICoverageStore other = await OpenAsync();
        string first = await store.IdentityAsync(Cancel);
        await store.ReadAsync(Cancel);
        await store.VerifyAsync(Cancel);
        (await store.MigrateAsync(Cancel)).ShouldBeEmpty();

        (await store.IdentityAsync(Cancel)).ShouldBe(first);
        (await other.IdentityAsync(Cancel)).ShouldBe(first);
        await other.WriteAsync(SampleContent.Full, ContentParts.None, null, 1, Cancel);
        (await store.IdentityAsync(Cancel)).ShouldNotBe(first, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_backup_put_back_and_written_to_up_to_the_same_revision_is_another_content()
    {
        await using ICoverageStore store = await FilledAsync();
        Func<Task> putBack = await BackupAsync();
        await store.WriteAsync(SampleContent.Full, ContentParts.None, null, 1, Cancel);
        string before = await store.IdentityAsync(Cancel);

        await putBack();
        await store.WriteAsync(TerritoryContent.Empty, ContentParts.Documents, null, 1, Cancel);

        (await store.StateAsync(Cancel)).Revision.ShouldBe(2);
        (await store.IdentityAsync(Cancel)).ShouldNotBe(before, StringComparer.Ordinal);
        (await store.VerifyAsync(Cancel)).Tables.ShouldAllBe(t => t.Condition == TableCondition.Intact && t.Watched);
    }

    [Theory]
    [InlineData("sedi", "update {0}sedi set name = 'Altro nome' where site_id = 'B-1'", "i valori non sono quelli scritti")]
    [InlineData("comuni", "update {0}comuni set residenti = residenti + 1 where pro_com_t = '016024'", "i valori non sono quelli scritti")]
    [InlineData("unita", "delete from {0}unita where pro_com_t = '012034'", "ha 1 righe invece di 2")]
    [InlineData("impronte", "delete from {0}impronte where tabella = 'punti'", "ne manca l'impronta")]
    public async Task Rows_that_changed_with_nobody_seen_to_change_them_are_refused_by_the_name_of_their_table(string table, string damage, string why)
    {
        await using ICoverageStore store = await FilledAsync();
        string named = table == "impronte" ? "punti" : table;

        await SilentlyAsync(table, damage);

        StoreRefusedException refused = await Should.ThrowAsync<StoreRefusedException>(() => store.ReadAsync(Cancel));
        refused.Message.ShouldStartWith($"La tabella '{named}' dell'archivio è danneggiata: {why}");
        refused.IsDamage.ShouldBeTrue();
        (await store.VerifyAsync(Cancel)).Tables.Where(t => t.Condition != TableCondition.Intact).Select(t => (t.Name, t.Condition))
            .ShouldBe([(named, TableCondition.Damaged)]);
    }

    [Fact]
    public async Task A_matrix_that_changed_with_nobody_seen_to_change_it_is_refused_when_it_has_been_read()
    {
        await using ICoverageStore store = await FilledAsync();
        await SilentlyAsync("matrice", "update {0}matrice set minuti = minuti + 1 where da_pro_com_t = '016024'");

        StoreRefusedException refused = await Should.ThrowAsync<StoreRefusedException>(() => store.ReadMatrixAsync(Cancel).CountAsync(Cancel).AsTask());

        refused.Message.ShouldStartWith("La tabella 'matrice' dell'archivio è danneggiata");
    }

    [Fact]
    public async Task A_table_made_anew_by_another_program_counts_as_edited_and_is_watched_again_once_the_store_is_migrated()
    {
        await using ICoverageStore store = await FilledAsync();
        await ElsewhereAsync(MakeAnew("reti"));
        (await store.VerifyAsync(Cancel)).Tables.Where(t => !t.Watched).Select(t => t.Name).ShouldBe(["reti"]);
        await SilentlyAsync("reti", "update {0}reti set name = 'Rifatta'");
        (await store.ReadAsync(Cancel)).Content.SiteSets.SelectMany(s => s.Networks).ShouldAllBe(n => n.Name == "Rifatta");

        await store.WriteAsync(SampleContent.Full, ContentParts.Documents, null, 1, Cancel);
        (await store.MigrateAsync(Cancel)).ShouldBeEmpty();

        (await store.ReadAsync(Cancel)).Content.SiteSets.SelectMany(s => s.Networks).ShouldAllBe(n => n.Name == "Rifatta");
        StoreVerification found = await store.VerifyAsync(Cancel);
        found.Tables.ShouldAllBe(t => t.Watched);
        found.Tables.Where(t => t.Condition != TableCondition.Intact).Select(t => (t.Name, t.Condition)).ShouldBe([("reti", TableCondition.EditedElsewhere)]);
    }

    [Fact]
    public async Task A_table_changed_while_a_trigger_of_ours_was_off_is_refused_until_the_store_is_migrated()
    {
        await using ICoverageStore store = await FilledAsync();
        await ElsewhereAsync(SwitchOff("reti"));
        (await store.VerifyAsync(Cancel)).Tables.Where(t => !t.Watched).Select(t => (t.Name, t.Condition)).ShouldBe([("reti", TableCondition.Intact)]);
        await ElsewhereAsync("update {0}reti set name = 'A trigger spento'");
        StoreRefusedException refused = await Should.ThrowAsync<StoreRefusedException>(() => store.ReadAsync(Cancel));
        refused.Cure.ShouldContain("'coverage migrate' la accetta com'è");
        string before = await store.IdentityAsync(Cancel);

        (await store.MigrateAsync(Cancel)).ShouldBeEmpty();

        (await store.IdentityAsync(Cancel)).ShouldNotBe(before, StringComparer.Ordinal);
        (await store.ReadAsync(Cancel)).Content.SiteSets.SelectMany(s => s.Networks).ShouldAllBe(n => n.Name == "A trigger spento");
        (await store.VerifyAsync(Cancel)).Tables.ShouldAllBe(t => t.Watched);
    }

    [Fact]
    public async Task What_was_done_to_a_table_while_a_trigger_of_ours_was_off_is_not_hidden_by_a_write_of_other_tables()
    {
        await using ICoverageStore store = await FilledAsync();
        await ElsewhereAsync(SwitchOff("matrice"));
        await ElsewhereAsync("update {0}matrice set minuti = 99 where da_pro_com_t = '016024' and a_pro_com_t = '012034'");
        (TerritoryContent content, long revision) = await store.ReadAsync(Cancel);

        await store.WriteAsync(content, ContentParts.SiteSets, null, revision, Cancel);

        (await store.VerifyAsync(Cancel)).Tables.Where(t => !t.Watched).Select(t => (t.Name, t.Condition)).ShouldBe([("matrice", TableCondition.Damaged)]);
        await Should.ThrowAsync<StoreRefusedException>(() => store.ReadMatrixAsync(Cancel).CountAsync(Cancel).AsTask());
        (await store.MigrateAsync(Cancel)).ShouldBeEmpty();
        (await store.ReadMatrixAsync(Cancel).ToListAsync(Cancel)).ShouldContain(entry => entry.Minutes == 99);
        (await store.VerifyAsync(Cancel)).Tables.ShouldAllBe(t => t.Watched);
    }

    /// <summary>SQL, and how the program names what it made.</summary>
    protected async Task IsRefusedBeforeAnyWriteAsync(string sql, string named)
    {
        await using ICoverageStore store = await FilledAsync();
        await ElsewhereAsync(sql);

        foreach (Func<Task> write in new Func<Task>[]
        {
            () => store.WriteAsync(TerritoryContent.Empty, ContentParts.All, null, 1, Cancel),
            () => store.WriteAsync(SampleContent.Full, ContentParts.None, null, 1, Cancel),
        })
        {
            StoreRefusedException refused = await Should.ThrowAsync<StoreRefusedException>(write);
            refused.Message.ShouldContain($"contiene {named}, che non è di questo programma");
            refused.Message.ShouldEndWith("Niente è stato modificato.");
            refused.Cure.ShouldContain("DROP TRIGGER");
        }

        (TerritoryContent content, long revision) = await store.ReadAsync(Cancel);
        revision.ShouldBe(1);
        ContentText.Of(content).ShouldBe(ContentText.Of(SampleContent.Full));
        (await store.VerifyAsync(Cancel)).Strangers.Select(s => s.ToString()).ShouldBe([named]);
    }

    protected async Task<ICoverageStore> FilledAsync()
    {
        ICoverageStore store = await OpenAsync();
        await store.MigrateAsync(Cancel);
        (await store.WriteAsync(SampleContent.Full, ContentParts.All, SampleContent.Matrix, 0, Cancel)).ShouldBe(1);
        return store;
    }
}
