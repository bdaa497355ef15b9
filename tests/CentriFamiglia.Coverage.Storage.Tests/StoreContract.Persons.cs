using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Roles;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Storage.Tests;

/// <content>The store as one person may use it.</content>
public abstract partial class StoreContract
{
    protected static Caller PlannerOf(string ats) => new("p", "Pianificatrice", [Role.Planner], [ats]);

    protected static Caller RegionCaller { get; } = new("r", "Regione", [Role.Region], []);

    protected static Caller ReaderCaller { get; } = new("l", "Lettore", [Role.Reader], []);

    protected static Caller CabinaOf(string ats) => new("c", "Cabina", [Role.Cabina], [ats]);

    [Fact]
    public async Task A_person_reads_the_drafts_of_her_own_ats_and_what_is_published()
    {
        await using ICoverageStore store = await FilledAsync();
        StoredRecord draft = Scenario("bozza", 1, "{}") with { Ats = "Bergamo" }, regional = Scenario("regionale", 1, "{}");
        StoredRecord run = new(RecordKind.Run, "a", 1, Closed: false, "{}") { Ats = "Bergamo" };
        StoredRecord frozen = new(RecordKind.RunContent, "a", 1, Closed: true, "{}") { Ats = "Bergamo" };
        await store.CommitAsync(Commit("prova", new(draft, null), new(regional, null), new(run, null), new(frozen, null)), Cancel);

        (await ScenariosOf(PlannerOf("Bergamo"))).ShouldBe(["bozza"]);
        (await ScenariosOf(PlannerOf("Brescia"))).ShouldBeEmpty();
        (await ScenariosOf(RegionCaller)).ShouldBe(["bozza", "regionale"]);
        (await ScenariosOf(ReaderCaller)).ShouldBeEmpty();
        (await store.For(PlannerOf("Brescia")).ReadRecordAsync(RecordKind.Run, "a", Cancel)).ShouldBeNull();
        (await store.For(ReaderCaller).ReadRecordAsync(RecordKind.RunContent, "a", Cancel)).ShouldBeNull();
        (await store.For(CabinaOf("Bergamo")).ReadRecordAsync(RecordKind.RunContent, "a", Cancel)).ShouldBe(frozen);

        await store.For(RegionCaller).CommitAsync(Commit("analisi.pubblica", new RecordChange(run with { Version = 2, Closed = true }, "{}")), Cancel);

        (await store.For(ReaderCaller).ReadRecordAsync(RecordKind.RunContent, "a", Cancel)).ShouldBe(frozen);
        (await store.For(PlannerOf("Brescia")).ReadRecordAsync(RecordKind.Run, "a", Cancel)).ShouldNotBeNull();

        async Task<IEnumerable<string>> ScenariosOf(Caller caller) => (await store.For(caller).ReadRecordsAsync(RecordKind.Scenario, Cancel)).Select(r => r.Key);
    }

    [Fact]
    public async Task A_person_writes_records_of_her_own_ats_alone_and_publishes_none()
    {
        await using ICoverageStore store = await FilledAsync();
        ICoverageStore planner = store.For(PlannerOf("Bergamo"));

        await planner.CommitAsync(Commit("scenario.crea", new RecordChange(Scenario("mio", 1, "{}") with { Ats = "Bergamo" }, null)), Cancel);
        await RefusedAsync(planner, Scenario("altrui", 1, "{}") with { Ats = "Brescia" }, null);
        await RefusedAsync(planner, Scenario("di-tutti", 1, "{}"), null);
        await RefusedAsync(planner, Scenario("mio", 2, "{\"a\":1}") with { Ats = "Brescia" }, "{}");
        await RefusedAsync(planner, new StoredRecord(RecordKind.Run, "r", 1, Closed: true, "{}") { Ats = "Bergamo" }, null);
        await RefusedAsync(store.For(CabinaOf("Bergamo")), Scenario("cabina", 1, "{}") with { Ats = "Bergamo" }, null);
        await RefusedAsync(store.For(ReaderCaller), Scenario("lettore", 1, "{}") with { Ats = "Bergamo" }, null);

        (await store.ReadRecordsAsync(RecordKind.Scenario, Cancel)).Select(r => r.Key).ShouldBe(["mio"]);
        await Should.ThrowAsync<StoreForbiddenException>(() => planner.ReadRegisterAsync(Cancel));
        (await store.For(RegionCaller).ReadRegisterAsync(Cancel)).Entries.Length.ShouldBe(2, "the refused ones are not told");
    }

    [Fact]
    public async Task A_person_writes_rows_of_her_own_ats_alone()
    {
        await using ICoverageStore store = await FilledAsync();
        (TerritoryContent content, long revision) = await store.ReadAsync(Cancel);
        SiteSet set = content.SiteSets.First(s => s.Active);
        Site site = set.Sites.First(s => s.Comune.Value == "016024");
        TerritoryContent next = content.With(set with { Sites = [.. set.Sites.Select(s => s == site ? site with { OpeningHours = "Mo 07:15-08:45" } : s)] });
        StoreCommit commit = Commit("sede.scrive") with { Content = new ContentChange(next, ContentParts.SiteSets, null, new StoreReading(content, revision)) };

        foreach (Caller caller in (Caller[])[PlannerOf("Brescia"), CabinaOf("Bergamo"), ReaderCaller, new("n", "Nessuno", [], ["Bergamo"])])
            (await Should.ThrowAsync<StoreForbiddenException>(() => store.For(caller).CommitAsync(commit, Cancel))).Message.ShouldContain("Nulla è stato scritto");
        (await store.ReadAsync(Cancel)).Revision.ShouldBe(revision);

        await store.For(PlannerOf("Bergamo")).CommitAsync(commit, Cancel);

        (await store.ReadAsync(Cancel)).Content.SiteSets.First(s => s.Active).Sites.First(s => s.Id == site.Id).OpeningHours.ShouldBe("Mo 07:15-08:45");
        (await store.VerifyAsync(Cancel)).Tables.ShouldAllBe(t => t.Condition == TableCondition.Intact);
    }

    [Fact]
    public async Task What_is_everybodys_only_the_region_writes()
    {
        await using ICoverageStore store = await FilledAsync();
        (TerritoryContent content, long revision) = await store.ReadAsync(Cancel);
        var read = new StoreReading(content, revision);
        Comune bergamo = content.Comuni.First(c => c.Code.Value == "016024");
        IEnumerable<AtsDeclaration> declared = content.Declarations.Append(new AtsDeclaration("Brescia", 1m, null, null)).OrderBy(d => d.Ats, StringComparer.Ordinal);
        (string What, TerritoryContent Next, ContentParts Parts)[] changes =
        [
            ("documento", content with { Documents = content.Documents.SetItem("fonti", "[1]") }, ContentParts.Documents),
            ("insieme", content with { SiteSets = [.. content.SiteSets.Select(s => s with { Active = !s.Active })] }, ContentParts.SiteSets),
            ("completezza", content with { SiteSets = [.. content.SiteSets.Select(s => s with { CompleteFor = ["Brescia"] })] }, ContentParts.SiteSets),
            ("comune", content with { Comuni = [.. content.Comuni.Select(c => c == bergamo ? c with { Name = "Altro" } : c)] }, ContentParts.Comuni),
            ("appartenenza", content with { Memberships = [.. content.Memberships.Select(m => m with { Ats = "Bergamo" })] }, ContentParts.Memberships),
            ("dichiarazione", content with { Declarations = [.. declared] }, ContentParts.Declarations),
        ];

        foreach ((string what, TerritoryContent next, ContentParts parts) in changes)
        {
            StoreCommit commit = Commit("prova") with { Content = new ContentChange(next, parts, null, read) };
            await Should.ThrowAsync<StoreForbiddenException>(() => store.For(PlannerOf("Bergamo")).CommitAsync(commit, Cancel), what);
        }

        TerritoryContent figures = content with { Comuni = [.. content.Comuni.Select(c => c == bergamo ? c with { Residents = 1 } : c)] };
        await store.For(PlannerOf("Bergamo")).CommitAsync(Commit("prova") with { Content = new ContentChange(figures, ContentParts.Comuni, null, read) }, Cancel);
    }

    private static async Task RefusedAsync(ICoverageStore store, StoredRecord record, string? before) =>
        await Should.ThrowAsync<StoreForbiddenException>(() => store.CommitAsync(Commit("prova", new RecordChange(record, before)), Cancel), record.Key);
}
