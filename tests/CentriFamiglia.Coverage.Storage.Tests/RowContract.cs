using System.Collections.Immutable;
using System.Globalization;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Storage.Tests;

/// <summary>What every store must do to the rows that others have a hand in. Each store has one subclass, with the program that edits it.</summary>
public abstract class RowContract
{
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected static SiteSet Mine { get; } = SampleContent.Full.SiteSets.Single(s => s.Name == SiteSet.Mine);

    /// <summary>The store with its schema and nothing in it; opening it again gives the same store.</summary>
    protected abstract Task<ICoverageStore> OpenAsync();

    /// <summary>Runs one statement as an office would, with a program that is not ours. <c>{0}</c> stands before the name of a table.</summary>
    protected abstract Task EditAsync(string sql);

    /// <summary>One line per row of an answer, its cells parted by a bar.</summary>
    protected abstract Task<string[]> AskAsync(string sql);

    /// <summary>An expression that changes whenever a row is written anew: the row's number, and in PostgreSQL its version.</summary>
    protected abstract string Trace { get; }

    [Fact]
    public async Task A_write_changes_only_the_rows_that_differ_and_leaves_a_column_of_the_office_alone()
    {
        await using ICoverageStore store = await FilledAsync();
        foreach (string table in new[] { "sedi", "reti", "comuni", "punti", "set_sedi" })
            await EditAsync($"alter table {{0}}{table} add column note_ufficio text");
        await EditAsync("update {0}sedi set note_ufficio = 'chiedere a Paola: ' || site_id");
        await EditAsync("update {0}comuni set note_ufficio = 'visto'");
        string[] rows = await AskAsync($"select site_id, {Trace} from {{0}}sedi where site_id = 'a-1'");
        string[] comuni = await AskAsync($"select pro_com_t, {Trace} from {{0}}comuni order by pro_com_t");
        StoreReading read = await ReadAsync(store);
        Site changed = Mine.Sites[0] with { Name = "Hub «Il Gelso», 3° piano" };
        Site added = Mine.Sites[1] with { Id = new SiteId("c-1"), Name = "Nuovo" };

        await store.WriteAsync(
            WithSites(read.Content, changed, Mine.Sites[1], added), ContentParts.SiteSets | ContentParts.Comuni, null, read, Cancel);

        (await AskAsync("select site_id, name, note_ufficio from {0}sedi order by site_id")).ShouldBe(
        [
            "B-1|Hub «Il Gelso», 3° piano|chiedere a Paola: B-1",
            "a-1|Centro|chiedere a Paola: a-1",
            "c-1|Nuovo|",
        ], ignoreOrder: true);
        (await AskAsync($"select site_id, {Trace} from {{0}}sedi where site_id = 'a-1'")).ShouldBe(rows);
        (await AskAsync($"select pro_com_t, {Trace} from {{0}}comuni order by pro_com_t")).ShouldBe(comuni);
        (await AskAsync("select count(*) from {0}comuni where note_ufficio = 'visto'")).ShouldBe(["2"]);
    }

    [Fact]
    public async Task A_row_that_is_taken_away_leaves_the_others_as_they_were()
    {
        await using ICoverageStore store = await FilledAsync();
        string[] rows = await AskAsync($"select site_id, {Trace} from {{0}}sedi where site_id = 'B-1'");
        StoreReading read = await ReadAsync(store);

        await store.WriteAsync(WithSites(read.Content, Mine.Sites[0]), ContentParts.SiteSets, null, read, Cancel);

        (await AskAsync($"select site_id, {Trace} from {{0}}sedi")).ShouldBe(rows);
    }

    [Theory]
    [InlineData("update {0}sedi set name = 'Ufficio' where site_id = 'B-1'", "'mie' / 'B-1' della tabella 'sedi' è stata modificata", true)]
    [InlineData("update {0}sedi set geom = (select geom from {0}sedi where site_id = 'a-1') where site_id = 'B-1'", "'B-1' della tabella 'sedi' è stata modificata", true)]
    [InlineData("delete from {0}sedi where site_id = 'B-1'", "'mie' / 'B-1' della tabella 'sedi' è stata tolta", true)]
    [InlineData("update {0}sedi set phone = '035 1' where site_id = 'a-1'", "'mie' / 'a-1' della tabella 'sedi' è stata modificata", false)]
    [InlineData("delete from {0}sedi where site_id = 'a-1'", "'mie' / 'a-1' della tabella 'sedi' è stata tolta", false)]
    [InlineData("update {0}reti set months = 24 where network_id = 'R;2'", "'mie' / 'R;2' della tabella 'reti' è stata modificata", false)]
    [InlineData("update {0}set_sedi set attivo = not attivo where nome = 'mie'", "'mie' della tabella 'set_sedi' è stata modificata", false)]
    [InlineData("insert into {0}set_sedi (nome, attivo) values ('altre', false)", "'altre' della tabella 'set_sedi' è stata aggiunta", false)]
    public async Task An_edit_committed_after_the_content_was_read_refuses_the_write_and_is_named_and_kept(string edit, string named, bool overlaps)
    {
        await using ICoverageStore store = await FilledAsync();
        StoreReading read = await ReadAsync(store);
        await EditAsync(edit);
        string edited = ContentText.Of((await store.ReadAsync(Cancel)).Content);

        StoreChangedException error = await Should.ThrowAsync<StoreChangedException>(
            () => store.WriteAsync(WithSites(read.Content, Mine.Sites[0] with { Name = "Nostro" }, Mine.Sites[1]), ContentParts.SiteSets, null, read, Cancel));

        error.Message.ShouldContain(named);
        error.Message.ShouldContain("Nessun dato è stato scritto");
        error.Cure.ShouldContain("Ripetere il comando");
        error.Overlaps.ShouldBe(overlaps);
        ContentText.Of((await store.ReadAsync(Cancel)).Content).ShouldBe(edited);
    }

    [Fact]
    public async Task Another_write_of_ours_in_between_is_named_by_its_row_too()
    {
        await using ICoverageStore store = await FilledAsync();
        StoreReading read = await ReadAsync(store);
        await store.WriteAsync(WithSites(read.Content, Mine.Sites[0] with { Phone = "035 2" }, Mine.Sites[1]), ContentParts.SiteSets, null, read, Cancel);

        StoreChangedException error = await Should.ThrowAsync<StoreChangedException>(
            () => store.WriteAsync(WithSites(read.Content, Mine.Sites[0] with { Phone = "035 3" }, Mine.Sites[1]), ContentParts.SiteSets, null, read, Cancel));

        error.Message.ShouldContain("'mie' / 'B-1' della tabella 'sedi' è stata modificata");
        error.Cure.ShouldContain("decidere quale valore deve restare");
        (await AskAsync("select phone from {0}sedi where site_id = 'B-1'")).ShouldBe(["035 2"]);
    }

    [Fact]
    public async Task Rows_of_a_set_that_is_not_there_are_left_alone()
    {
        await using ICoverageStore store = await FilledAsync();
        await EditAsync("update {0}sedi set set_sedi = 'persa' where site_id = 'a-1'");
        StoreReading read = await ReadAsync(store);

        await store.WriteAsync(WithSites(read.Content, Mine.Sites[0] with { Name = "Nostro" }), ContentParts.SiteSets, null, read, Cancel);

        (await AskAsync("select set_sedi, site_id, name from {0}sedi order by set_sedi")).ShouldBe(["mie|B-1|Nostro", "persa|a-1|Centro"]);
    }

    [Theory]
    [InlineData("kept", "a-1|spoek")]
    [InlineData("dropped", "")]
    [InlineData("mended", "a-1|non_dichiarato")]
    public async Task A_row_that_cannot_be_read_stays_as_it_is_until_a_write_drops_or_mends_it(string what, string left)
    {
        await using ICoverageStore store = await FilledAsync();
        await EditAsync("update {0}sedi set role = 'spoek' where site_id = 'a-1'");
        StoreReading read = await ReadAsync(store);
        read.Content.Unread.ShouldHaveSingleItem().Table.ShouldBe("sedi");
        Site changed = Mine.Sites[0] with { Name = "Nostro" };
        TerritoryContent next = what == "mended" ? WithSites(read.Content, changed, Mine.Sites[1]) : WithSites(read.Content, changed);

        await store.WriteAsync(what == "dropped" ? next with { Unread = [] } : next, ContentParts.SiteSets, null, read, Cancel);

        (await AskAsync("select site_id, role from {0}sedi where site_id = 'a-1'")).ShouldBe(left.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        (await AskAsync("select name from {0}sedi where site_id = 'B-1'")).ShouldBe(["Nostro"]);
    }

    /// <summary>Keys that a sorting by letters, by UTF-16 or by UTF-8 puts in three different orders.</summary>
    [Fact]
    public async Task Any_points_become_any_other_points_whatever_their_keys()
    {
        string[] keys = ["", "a", "A", "B", "à", "z", "ab", "a b", "a-b", "Z\uE000", "Z\uFFFD", "Z😀", "Z😀a", "10", "9", "'", "\\", "\"", "{}", "(0,1)"];
        var random = new Random(20231213);
        await using ICoverageStore store = await OpenAsync();
        for (int round = 0; round < 40; round++)
        {
            StoreReading read = await ReadAsync(store);
            DemandPoints points =
            [
                .. keys.Where(_ => random.Next(3) > 0).OrderBy(k => k, StringComparer.Ordinal)
                    .Select(k => new DemandPoint(new DemandPointId("P" + k), new ComuneCode("016024"), 9 + random.Next(2), 45, random.Next(3))),
            ];

            await store.WriteAsync(read.Content with { DemandPoints = [.. points] }, ContentParts.DemandPoints, null, read, Cancel);

            (await store.ReadAsync(Cancel)).Content.DemandPoints.OrderBy(p => p.Id.Value, StringComparer.Ordinal).ShouldBe(points);
        }
    }

    [Fact]
    public async Task A_matrix_that_was_read_and_edited_since_refuses_the_write()
    {
        await using ICoverageStore store = await FilledAsync();
        StoreReading read = await ReadAsync(store) with { Matrix = await store.ReadMatrixAsync(Cancel).ToListAsync(Cancel) };
        await EditAsync("update {0}matrice set minuti = 99 where da_pro_com_t = '016024' and a_pro_com_t = '012034'");
        TravelMatrixEntry[] next = [SampleContent.Matrix[0] with { Minutes = 1 }, .. SampleContent.Matrix[1..]];

        StoreChangedException error = await Should.ThrowAsync<StoreChangedException>(
            () => store.WriteAsync(read.Content with { Matrix = read.Content.Matrix! with { Sha256 = "b" } }, ContentParts.Matrix, next, read, Cancel));

        error.Message.ShouldContain("'016024' / '012034' della tabella 'matrice' è stata modificata");
        (await AskAsync("select sha256 from {0}matrice_info")).ShouldBe([SampleContent.Full.Matrix!.Sha256]);
    }

    protected async Task<ICoverageStore> FilledAsync()
    {
        ICoverageStore store = await OpenAsync();
        (await store.WriteAsync(SampleContent.Full, ContentParts.All, SampleContent.Matrix, new StoreReading(TerritoryContent.Empty, 0), Cancel)).ShouldBe(1);
        return store;
    }

    protected static async Task<StoreReading> ReadAsync(ICoverageStore store)
    {
        (TerritoryContent content, long revision) = await store.ReadAsync(Cancel);
        return new StoreReading(content, revision);
    }

    protected static string Named(string sql, string before) => string.Format(CultureInfo.InvariantCulture, sql, before);

    protected static TerritoryContent WithSites(TerritoryContent content, params ImmutableArray<Site> sites) =>
        content with { SiteSets = [.. content.SiteSets.Select(s => s.Name == SiteSet.Mine ? s with { Sites = sites } : s)] };
}
