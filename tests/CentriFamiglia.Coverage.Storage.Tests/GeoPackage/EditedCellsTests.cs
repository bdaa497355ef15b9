using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;
using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Storage.Tests.GeoPackage;

/// <summary>SQLite keeps what it is given whatever the column is declared as, and gives 0 for a text asked for as a number.</summary>
public sealed class EditedCellsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coverage-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("update sedi set operators = 'due' where site_id = 'B-1'", "operators", "due")]
    [InlineData("update sedi set operators = 2.5 where site_id = 'B-1'", "operators", "2.5")]
    [InlineData("update sedi set operators = 99999999999 where site_id = 'B-1'", "operators", "99999999999")]
    [InlineData("update sedi set service_charter = 'forse' where site_id = 'B-1'", "service_charter", "forse")]
    [InlineData("update sedi set valid_from = '29/02/2024' where site_id = 'B-1'", "valid_from", "29/02/2024")]
    [InlineData("update sedi set spaces = '' where site_id = 'B-1'", "spaces", "")]
    [InlineData("update sedi set spaces = 'null' where site_id = 'B-1'", "spaces", "null")]
    [InlineData("update sedi set spaces = '[null]' where site_id = 'B-1'", "spaces", "[null]")]
    [InlineData("update sedi set staff = 'psicologo|educatore' where site_id = 'B-1'", "staff", "psicologo|educatore")]
    [InlineData("update comuni set residenti = 'molti' where pro_com_t = '016024'", "residenti", "molti")]
    [InlineData("update comuni set superficie_km2 = '1.234,5' where pro_com_t = '016024'", "superficie_km2", "1.234,5")]
    [InlineData("update reti set contribution_eur = '70.000,00' where network_id = 'R;1'", "contribution_eur", "70.000,00")]
    [InlineData("update dichiarazioni set residui_eur = 'nessuno' where ats = 'Bergamo'", "residui_eur", "nessuno")]
    public async Task A_cell_of_another_kind_than_its_column_leaves_out_its_row_and_is_never_read_as_zero(string sql, string column, string value)
    {
        StoredRow row = (await EditedAsync(sql)).Unread.ShouldHaveSingleItem();

        (row.Fault.Kind, row.Fault.Column, row.Fault.Value).ShouldBe((StoredFaultKind.Value, column, value));
        row.Cell(column).ShouldBe(value);
    }

    [Fact]
    public async Task A_number_of_pairs_that_is_none_is_never_read_as_zero()
    {
        StoreRefusedException refused = await Should.ThrowAsync<StoreRefusedException>(() => EditedAsync("update matrice_info set coppie = 'molte'"));

        refused.Message.ShouldBe("Nella tabella 'matrice_info' dell'archivio una cella della colonna 'coppie' contiene 'molte', che non si può leggere.");
    }

    [Fact]
    public async Task The_row_is_named_by_the_number_under_which_QGIS_shows_it()
    {
        TerritoryContent content = await EditedAsync("update sedi set fid = 71, role = 'hubb' where site_id = 'B-1'");

        content.Unread.ShouldHaveSingleItem().Number.ShouldBe(71);
    }

    [Fact]
    public async Task A_geometry_that_is_no_geometry_leaves_out_its_row_and_says_why()
    {
        StoredRow row = (await EditedAsync(
            "create table copia as select * from sedi; drop table sedi; alter table copia rename to sedi; update sedi set geom = x'00' where site_id = "
                + "'B-1'")).Unread.ShouldHaveSingleItem();

        (row.Fault.Column, row.Geometry).ShouldBe(("geom", null));
        row.GeometryError!.ShouldContain("\"GP\"");
    }

    [Fact]
    public async Task A_cell_left_empty_in_a_copy_without_rules_leaves_out_its_row()
    {
        TerritoryContent content = await EditedAsync(
            "create table copia as select * from sedi; drop table sedi; alter table copia rename to sedi; update sedi set geom = null, spaces = null where site_id = 'B-1'");

        StoredRow row = content.Unread.ShouldHaveSingleItem();
        (row.Fault.Column, row.Fault.Value, row.Geometry, row.GeometryError, row.Cell("spaces")).ShouldBe(("geom", null, null, null, null));
    }

    private async Task<TerritoryContent> EditedAsync(string sql)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        string path = Path.Combine(_folder.FullName, "prova.gpkg");
        await using ICoverageStore store = StoreFactory.Open(StoreAddress.Parse(path));
        await store.MigrateAsync(cancel);
        await store.WriteAsync(SampleContent.Full, ContentParts.All, SampleContent.Matrix, 0, cancel);
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await connection.OpenAsync(cancel);
            GeoPackageFunctions.Register(connection);
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(cancel);
        }

        return (await store.ReadAsync(cancel)).Content;
    }
}
