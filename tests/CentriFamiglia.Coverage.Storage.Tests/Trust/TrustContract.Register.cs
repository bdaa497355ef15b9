using System.Collections.Immutable;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Storage.Tests.Trust;

/// <content>The register of changes against who would change it.</content>
public abstract partial class TrustContract
{
    [Theory]
    [InlineData("update {0}registro set chi = 'altri' where numero = 2")]
    [InlineData("delete from {0}registro where numero = 1")]
    [InlineData("update {0}carte set testo = '[]' where genere = 'analisi'")]
    [InlineData("delete from {0}carte where genere = 'scenario'")]
    public async Task Another_program_cannot_change_the_register_nor_what_is_published(string sql)
    {
        await using ICoverageStore store = await RegisteredAsync();

        (await Record.ExceptionAsync(() => TamperAsync(sql))).ShouldNotBeNull();

        StoreRegister register = await store.ReadRegisterAsync(Cancel);
        Faults(register).ShouldBeEmpty();
        register.Records.Select(r => r.Text).ShouldBe(["{\"b\":1}", "{\"a\":1}"]);
    }

    [Theory]
    [InlineData("update {0}registro set chi = 'altri' where numero = 2", 2, "l'impronta non corrisponde")]
    [InlineData("update {0}registro set dopo = replace(dopo, 'a', 'b') where numero = 2", 2, "l'impronta non corrisponde")]
    [InlineData("delete from {0}registro where numero = 2", 3, "mancano le voci dalla 2 alla 2")]
    [InlineData("delete from {0}registro where numero = 3", 0, "dovrebbe finire alla voce 3, e finisce alla 2")]
    public async Task A_byte_of_the_register_changed_by_who_takes_its_guard_away_is_found(string sql, int number, string said)
    {
        await using ICoverageStore store = await RegisteredAsync();

        foreach (string guard in Unguard)
            await TamperAsync(guard);
        await TamperAsync(sql);

        Faults(await store.ReadRegisterAsync(Cancel)).ShouldContain(r => r.Number == number && r.Text.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_another_program_edits_is_noted_between_the_entries()
    {
        await using ICoverageStore store = await RegisteredAsync();
        await ElsewhereAsync("update {0}sedi set name = 'Altro nome' where site_id = 'B-1'");

        StoreRegister register = await store.ReadRegisterAsync(Cancel);

        AuditRemark remark = Remarks(register).ShouldHaveSingleItem();
        remark.IsFault.ShouldBeFalse();
        remark.Text.ShouldContain("una modifica del territorio");
    }

    /// <summary>SQL by who knows the store's own tables; <c>{0}</c> stands before the name of one.</summary>
    protected abstract Task TamperAsync(string sql);

    /// <summary>SQL that takes away what keeps the register from being changed.</summary>
    protected abstract IEnumerable<string> Unguard { get; }

    private async Task<ICoverageStore> RegisteredAsync()
    {
        ICoverageStore store = await FilledAsync();
        await store.CommitAsync(Commit("scenario.crea", new StoredRecord(RecordKind.Scenario, "s", 1, Closed: false, "{\"a\":1}")), Cancel);
        await store.CommitAsync(Commit("analisi.pubblica", new StoredRecord(RecordKind.Run, "r", 1, Closed: true, "{\"b\":1}")), Cancel);
        return store;
    }

    private static StoreCommit Commit(string action, StoredRecord record) =>
        new(new AuditAct("prova", DateTimeOffset.UtcNow, action, RecordTelling.SubjectOf(record))) { Records = [new(record, null)] };

    private static IEnumerable<AuditRemark> Faults(StoreRegister register) => Remarks(register).Where(r => r.IsFault);

    private static ImmutableArray<AuditRemark> Remarks(StoreRegister register) => AuditCheck.Of(
        register.Entries, register.Count, register.Head, register.Revision, e => e.After?.Contains("archivio", StringComparison.Ordinal) == true);
}
