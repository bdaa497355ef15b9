using System.Globalization;
using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Storage.GeoPackage;
using CentriFamiglia.Coverage.Storage.Schema;
using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Storage.Tests.GeoPackage;

public sealed class GeoPackageContract : StoreContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coverage-");

    private string StorePath => Path.Combine(_folder.FullName, "prova.gpkg");

    public void Dispose() => _folder.Delete(recursive: true);

    protected override string[] Scripts =>
    [
        "0001_tabelle.sql", "0002_completo_per_ats.sql", "0003_attributi_e_dichiarazioni.sql", "0004_impronte.sql", "0005_tipi_e_numeri.sql",
        "0006_bisogni.sql", "0007_moduli.sql", "0008_registro.sql", "0009_accesso.sql",
    ];

    protected override Task<ICoverageStore> OpenAsync() => Task.FromResult(StoreFactory.Open(StoreAddress.Parse(StorePath)));

    protected override async Task RecordScriptAsync(string script, string sha256)
    {
        await using var connection = new SqliteConnection($"Data Source={StorePath};Pooling=False");
        await connection.OpenAsync(Cancel);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "insert or replace into coverage_migrazioni (script, sha256, applied_at) values ($script, $sha256, '2026-01-01T00:00:00.000Z')";
        command.Parameters.AddWithValue("$script", script);
        command.Parameters.AddWithValue("$sha256", sha256);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    protected override Task<ICoverageStore> OpenFirstSchemaAsync() =>
        Task.FromResult<ICoverageStore>(new GeoPackageStore(StorePath, new MigrationScripts([MigrationScripts.Embedded("geopackage").All[0]])));

    // The header of a geometry and WKB of a point whose first ordinate is not a number.
    protected override string EmptyPlace =>
        "update {0}sedi set geom = x'47500001e61000000101000000000000000000f87f0000000000804640' where site_id = 'B-1'";

    protected override string WithoutKeys => "create table copia as select * from reti; drop table reti; alter table copia rename to reti";

    protected override async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={StorePath};Pooling=False");
        await connection.OpenAsync(Cancel);
        GeoPackageFunctions.Register(connection);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = string.Format(CultureInfo.InvariantCulture, sql, "");
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
