using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Storage.Tests;

/// <summary>What another program changed: the row that cannot be read stands apart, every other one is read as before.</summary>
public abstract partial class StoreContract
{
    [Theory]
    [InlineData("update {0}sedi set role = 'hubb' where site_id = 'B-1'", "sedi", "role", "hubb")]
    [InlineData("update {0}sedi set status = 'aperta' where site_id = 'B-1'", "sedi", "status", "aperta")]
    [InlineData("update {0}sedi set precisione = '' where site_id = 'B-1'", "sedi", "precisione", "")]
    [InlineData("update {0}sedi set pro_com_t = '16024' where site_id = 'B-1'", "sedi", "pro_com_t", "16024")]
    [InlineData("update {0}sedi set set_sedi = 'mei' where site_id = 'B-1'", "sedi", "set_sedi", "mei")]
    [InlineData("update {0}unita set ambito_status = 'certo' where pro_com_t = '016024'", "unita", "ambito_status", "certo")]
    [InlineData("update {0}comuni set classe_snai = 'Z' where pro_com_t = '016024'", "comuni", "classe_snai", "Z")]
    [InlineData("update {0}ambiti set fonte_stato = 'forse'", "ambiti", "fonte_stato", "forse")]
    [InlineData("update {0}comuni set pro_com_t = 'BERGAMO' where pro_com_t = '016024'", "comuni", "pro_com_t", "BERGAMO")]
    public async Task A_word_that_this_program_does_not_write_leaves_out_its_row_alone(string sql, string table, string column, string value)
    {
        await using ICoverageStore store = await FilledAsync();

        await ExecuteAsync(sql);

        TerritoryContent content = (await store.ReadAsync(Cancel)).Content;
        StoredRow row = content.Unread.ShouldHaveSingleItem();
        (row.Table, row.Fault.Column, row.Fault.Value).ShouldBe((table, column, value));
        row.Cell(column).ShouldBe(value);
        ContentText.Of(content with { Unread = [] }).ShouldBe(ContentText.Of(Without(table)));
    }

    [Fact]
    public async Task The_row_left_out_keeps_all_that_it_says_as_text()
    {
        await using ICoverageStore store = await FilledAsync();

        await ExecuteAsync("update {0}sedi set role = 'hubb' where site_id = 'B-1'");

        StoredRow row = (await store.ReadAsync(Cancel)).Content.Unread.ShouldHaveSingleItem();
        row.Geometry!.Coordinate.ShouldBe(new Coordinate(9.664960000000001, 45.69753));
        new[] { "site_id", "operators", "staff", "service_charter", "valid_from", "dimostrativo" }.Select(row.Cell)
            .ShouldBe(["B-1", "0", "[\"assistente sociale\",\"psicologo | \\u0022part time\\u0022\"]", "0", "2024-02-29", "1"]);
        row.Cells.Single(c => c.Column == "operators").IsNumber.ShouldBeTrue();
    }

    [Fact]
    public async Task A_place_that_is_none_leaves_out_its_row()
    {
        await using ICoverageStore store = await FilledAsync();

        await ExecuteAsync(EmptyPlace);

        StoredRow row = (await store.ReadAsync(Cancel)).Content.Unread.ShouldHaveSingleItem();
        (row.Table, row.Fault.Column, row.Fault.Reason, row.Cell("site_id")).ShouldBe(("sedi", "geom", "la cella non è un punto valido", "B-1"));
    }

    [Fact]
    public async Task Of_two_rows_with_one_key_the_first_is_read()
    {
        await using ICoverageStore store = await FilledAsync();

        await ExecuteAsync(WithoutKeys);
        await ExecuteAsync("update {0}reti set network_id = 'R;1' where network_id = 'R;2'");

        TerritoryContent content = (await store.ReadAsync(Cancel)).Content;
        StoredRow row = content.Unread.ShouldHaveSingleItem();
        (row.Table, row.Fault.Kind, row.Fault.Column, row.Cell("name")).ShouldBe(("reti", StoredFaultKind.Repeated, "network_id", "Rete due"));
        content.SiteSets.Single(s => s.Active).Networks.ShouldHaveSingleItem().Name.ShouldBe("Rete");
    }

    [Fact]
    public async Task Two_keys_of_two_columns_that_read_the_same_in_one_are_two_keys()
    {
        await using ICoverageStore store = await FilledAsync();

        await ExecuteAsync("insert into {0}set_sedi (nome, attivo) values ('a', false), ('a/b', false)");
        await ExecuteAsync("update {0}reti set set_sedi = 'a/b', network_id = 'c' where network_id = 'R;1'");
        await ExecuteAsync("update {0}reti set set_sedi = 'a', network_id = 'b/c' where network_id = 'R;2'");

        TerritoryContent content = (await store.ReadAsync(Cancel)).Content;
        content.Unread.ShouldBeEmpty();
        content.SiteSets.SelectMany(s => s.Networks.Select(n => (s.Name, n.Id.Value))).ShouldBe([("a", "b/c"), ("a/b", "c")]);
    }

    [Fact]
    public async Task A_store_that_nobody_changed_has_no_row_left_out()
    {
        await using ICoverageStore store = await FilledAsync();

        (await store.ReadAsync(Cancel)).Content.Unread.ShouldBeEmpty();
    }

    /// <summary>Gives the sede B-1 a place that is no point.</summary>
    protected abstract string EmptyPlace { get; }

    /// <summary>Makes <c>reti</c> a table without keys, as a copy by another program is.</summary>
    protected abstract string WithoutKeys { get; }

    private static TerritoryContent Without(string table)
    {
        TerritoryContent full = SampleContent.Full;
        return table switch
        {
            "sedi" => full with { SiteSets = [.. full.SiteSets.Select(s => s with { Sites = [.. s.Sites.Where(site => site.Id.Value != "B-1")] })] },
            "unita" => full with { Memberships = [.. full.Memberships.Where(m => m.Comune.Value != "016024")] },
            "comuni" => full with { Comuni = [.. full.Comuni.Where(c => c.Code.Value != "016024")] },
            _ => full with { Areas = [.. full.Areas.Where(a => a.Level != AreaLevel.Ambito)] },
        };
    }
}
