using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Storage.Tests;

/// <content>Scenarios, runs and decisions beside the territory, and the register that tells every write.</content>
public abstract partial class StoreContract
{
    [Fact]
    public async Task Records_come_back_as_they_were_written_in_the_order_of_their_keys()
    {
        await using ICoverageStore store = await FilledAsync();
        StoredRecord second = Scenario("zebra", 1, """{"nome":"Zèbra «1»"}"""), first = Scenario("B", 1, "{}"), third = Scenario("è", 1, "{}");

        await store.CommitAsync(Commit("scenario.crea", new(second, null), new(first, null), new(third, null)), Cancel);

        (await store.ReadRecordsAsync(RecordKind.Scenario, Cancel)).ShouldBe([first, second, third]);
        (await store.ReadRecordAsync(RecordKind.Scenario, "zebra", Cancel)).ShouldBe(second);
        (await store.ReadRecordAsync(RecordKind.Run, "zebra", Cancel)).ShouldBeNull();
        (await store.ReadAsync(Cancel)).Revision.ShouldBe(1, "the territory is as it was");
    }

    [Fact]
    public async Task A_record_changed_by_two_at_once_keeps_the_first_change_and_refuses_the_second()
    {
        await using ICoverageStore store = await FilledAsync();
        await store.CommitAsync(Commit("scenario.crea", new RecordChange(Scenario("s", 1, """{"n":1}"""), null)), Cancel);
        await store.CommitAsync(Commit("scenario.cambia", new RecordChange(Scenario("s", 2, """{"n":2}"""), """{"n":1}""")), Cancel);

        StoreChangedException late = await Should.ThrowAsync<StoreChangedException>(
            () => store.CommitAsync(Commit("scenario.cambia", new RecordChange(Scenario("s", 2, """{"n":3}"""), """{"n":1}""")), Cancel));
        StoreChangedException twice = await Should.ThrowAsync<StoreChangedException>(
            () => store.CommitAsync(Commit("scenario.crea", new RecordChange(Scenario("s", 1, "{}"), null)), Cancel));

        late.Message.ShouldContain("lo scenario 's' è cambiato nel frattempo");
        twice.Message.ShouldContain("c'è già lo scenario 's'");
        (await store.ReadRecordAsync(RecordKind.Scenario, "s", Cancel))!.Text.ShouldBe("""{"n":2}""");
        (await store.ReadRegisterAsync(Cancel)).Entries.Select(e => e.Action).TakeLast(2).ShouldBe(["scenario.crea", "scenario.cambia"], "a refused write is not told");
    }

    [Fact]
    public async Task A_closed_record_is_read_only_for_ever()
    {
        await using ICoverageStore store = await FilledAsync();
        var run = new StoredRecord(RecordKind.Run, "r", 1, Closed: true, "{}");
        await store.CommitAsync(Commit("analisi.pubblica", new RecordChange(run, null)), Cancel);

        StoreRefusedException refused = await Should.ThrowAsync<StoreRefusedException>(
            () => store.CommitAsync(Commit("analisi.cambia", new RecordChange(run with { Version = 2, Text = """{"a":1}""" }, "{}")), Cancel));

        refused.Message.ShouldContain("in sola lettura, per sempre");
        (await store.ReadRecordAsync(RecordKind.Run, "r", Cancel)).ShouldBe(run);
    }

    [Fact]
    public async Task Territory_and_records_are_written_together_or_not_at_all()
    {
        await using ICoverageStore store = await FilledAsync();
        (TerritoryContent content, long revision) = await store.ReadAsync(Cancel);
        TerritoryContent next = content with { Documents = content.Documents.SetItem("prova", "2") };
        var change = new ContentChange(next, ContentParts.Documents, null, new StoreReading(content, revision));
        await store.CommitAsync(Commit("scenario.crea", new RecordChange(Scenario("s", 1, "{}"), null)), Cancel);

        await Should.ThrowAsync<StoreChangedException>(() => store.CommitAsync(
            Commit("scenario.applica", new RecordChange(Scenario("s", 5, "{}"), "{}")) with { Content = change }, Cancel));
        (await store.ReadAsync(Cancel)).Content.Documents.ContainsKey("prova").ShouldBeFalse();
        AuditEntry entry = await store.CommitAsync(Commit("scenario.applica", new RecordChange(Scenario("s", 2, """{"x":1}"""), "{}")) with { Content = change }, Cancel);

        entry.Revision.ShouldBe(2);
        (await store.ReadAsync(Cancel)).Content.Documents["prova"].ShouldBe("2");
        JsonNode.Parse(entry.After!)!["archivio"]!["documenti"]!["prova"]!["testo"]!.GetValue<string>().ShouldBe("2");
        JsonNode.Parse(entry.Before!)!["scenario/s"]!.ToJsonString().ShouldBe("{}");
        JsonNode.Parse(entry.After!)!["scenario/s"]!["x"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task The_register_tells_every_row_before_and_after_and_each_entry_holds_the_hash_of_the_last()
    {
        await using ICoverageStore store = await FilledAsync();
        (TerritoryContent content, long revision) = await store.ReadAsync(Cancel);
        SiteSet set = content.SiteSets.First(s => !s.Sites.IsEmpty);
        Site site = set.Sites[0];
        SiteSet changed = set with { Sites = set.Sites.SetItem(0, site with { Name = "Altro nome" }) };

        await store.CommitAsync(
            Commit("archivio.importa") with { Content = new(content.With(changed), ContentParts.SiteSets, null, new StoreReading(content, revision)) }, Cancel);

        StoreRegister register = await store.ReadRegisterAsync(Cancel);
        AuditEntry last = register.Entries[^1];
        string key = $"{set.Name} / {site.Id}";
        JsonNode.Parse(last.Before!)!["archivio"]!["sedi"]![key]!["name"]!.GetValue<string>().ShouldBe(site.Name);
        JsonNode.Parse(last.After!)!["archivio"]!["sedi"]![key]!["name"]!.GetValue<string>().ShouldBe("Altro nome");
        JsonNode.Parse(last.After!)!["archivio"]!["sedi"]!.AsObject().Count.ShouldBe(1, "rows that stay are not told");
        (last.Who, last.When, last.Previous, last.Hash).ShouldBe(("prova", "2024-11-30T10:00:00.000Z", register.Entries[^2].Hash, register.Head));
        AuditRemark remark = AuditCheck.Of(
            register.Entries, register.Count, register.Head, register.Revision, e => e.After?.Contains("archivio", StringComparison.Ordinal) == true).ShouldHaveSingleItem();
        (remark.IsFault, remark.Number).ShouldBe((false, 2));
        remark.Text.ShouldContain("l'orologio del computer è tornato indietro", customMessage: "the second entry is of an hour of its own, before the first");
    }

    [Fact]
    public async Task A_clock_that_jumps_neither_refuses_a_write_nor_changes_the_order_of_the_register()
    {
        await using ICoverageStore store = await FilledAsync();
        // A day on, ten years back, the year one, and on again.
        DateTimeOffset[] hours =
            [new(2024, 12, 1, 10, 0, 0, TimeSpan.Zero), new(2014, 12, 1, 10, 0, 0, TimeSpan.Zero), DateTimeOffset.MinValue, new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero)];
        for (int i = 0; i < hours.Length; i++)
        {
            var act = new AuditAct("prova", hours[i], "scenario.cambia", "prova/1");
            var change = new RecordChange(Scenario("s", i + 1, $$"""{"n":{{i}}}"""), i == 0 ? null : $$"""{"n":{{i - 1}}}""");
            (await store.CommitAsync(new StoreCommit(act) { Records = [change] }, Cancel)).Number.ShouldBe(i + 2);
        }

        StoreRegister register = await store.ReadRegisterAsync(Cancel);

        register.Entries.Select(e => e.Number).ShouldBe([1, 2, 3, 4, 5]);
        register.Entries.Skip(1).Select(e => DateTimeOffset.Parse(e.When, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(hours);
        ImmutableArray<AuditRemark> remarks = [
            .. AuditCheck.Of(register.Entries, register.Count, register.Head, register.Revision, e => e.After?.Contains("archivio", StringComparison.Ordinal) == true),
        ];
        remarks.ShouldNotContain(r => r.IsFault);
        remarks.Where(r => r.Text.Contains("l'orologio del computer è tornato indietro", StringComparison.Ordinal)).Select(r => r.Number).ShouldBe([2, 3, 4], ignoreOrder: true);
    }

    private static StoredRecord Scenario(string key, int version, string text) => new(RecordKind.Scenario, key, version, Closed: false, text);

    private static StoreCommit Commit(string action, params RecordChange[] records) =>
        new(new AuditAct("prova", new DateTimeOffset(2024, 11, 30, 10, 0, 0, TimeSpan.Zero), action, "prova/1")) { Records = [.. records] };
}
