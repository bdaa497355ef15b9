using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Storage.Tests;

public class StoreAddressTests
{
    private const string Secret = "s3gr3ta";

    [Theory]
    [InlineData("coverage.gpkg")]
    [InlineData("/dati/anno=2023/Coverage.GPKG")]
    [InlineData("  dati con spazi/prova.gpkg ")]
    public void A_path_that_ends_in_gpkg_is_a_file(string text) =>
        StoreAddress.Parse(text).ShouldBeOfType<GeoPackageAddress>().Path.ShouldBe(Path.GetFullPath(text.Trim()));

    [Theory]
    [InlineData("Host=db;Database=centri;Username=ats;Password=s3gr3ta", "PostgreSQL db:5432/centri")]
    [InlineData("Server=db;Port=5433;Database=centri;User Id=ats;Pwd=\"s3gr3ta;=@\"", "PostgreSQL db:5433/centri")]
    [InlineData("host=db port=5433 dbname=centri user=ats password=s3gr3ta sslmode=verify-full", "PostgreSQL db:5433/centri")]
    [InlineData("host=db dbname=centri user=ats password='s3gr3ta con \\'apici\\''", "PostgreSQL db:5432/centri")]
    [InlineData("postgres://ats:s3gr3ta@db/centri", "PostgreSQL db:5432/centri")]
    [InlineData("postgresql://ats:s3gr3ta%40%2F@db:5433/centri?sslmode=require&connect_timeout=3", "PostgreSQL db:5433/centri")]
    [InlineData("postgres://[::1]:5433/centri?user=ats&password=s3gr3ta", "PostgreSQL ::1:5433/centri")]
    public void A_PostgreSQL_connection_is_understood_and_shown_without_its_password(string text, string shown)
    {
        StoreAddress address = StoreAddress.Parse(text);

        address.DisplayName.ShouldBe(shown);
        address.ToString().ShouldBe(shown);
        address.ShouldBeOfType<PostGisAddress>().Settings.Password.ShouldStartWith(Secret);
    }

    [Fact]
    public void Special_characters_of_a_password_reach_the_server_as_written()
    {
        Password("postgres://ats:a%40b%3Ac%2F%23@db/centri").ShouldBe("a@b:c/#");
        Password(@"host=db dbname=centri password='a b\'c\\d'").ShouldBe(@"a b'c\d");
        Password("Host=db;Password='a;b=c'").ShouldBe("a;b=c");

        static string? Password(string text) => StoreAddress.Parse(text).ShouldBeOfType<PostGisAddress>().Settings.Password;
    }

    [Theory]
    [InlineData("Host=db;Password=x;s3gr3ta")]
    [InlineData("Host=db;Database=centri;s3gr3ta=1")]
    [InlineData("Host=db;Port=s3gr3ta")]
    [InlineData("Host=;Password=s3gr3ta")]
    [InlineData("Username=ats;Password=s3gr3ta")]
    [InlineData("host=db dbname=centri password=s3gr3ta con spazio")]
    [InlineData("host=db dbname=centri s3gr3ta=1")]
    [InlineData("postgres://ats:x@s3gr3ta@db/centri")]
    [InlineData("postgres://ats:12/s3gr3ta@db/centri")]
    [InlineData("postgres://ats:x#s3gr3ta@db/centri")]
    [InlineData("postgres://ats:x?s3gr3ta@db/centri")]
    [InlineData("postgres://ats:s3gr3ta@db/centri/altro")]
    [InlineData("postgres://ats:s3gr3ta@:5432/centri")]
    [InlineData("postgres://ats:s3gr3ta@db/centri?s3gr3ta=1")]
    [InlineData("postgres://ats:x@db:s3gr3ta/centri")]
    [InlineData("ats:s3gr3ta@db/centri")]
    public void What_cannot_be_understood_is_refused_with_a_cure_and_without_the_password(string text)
    {
        StoreRefusedException error = Should.Throw<StoreRefusedException>(() => StoreAddress.Parse(text));

        error.Cure.ShouldNotBeNullOrWhiteSpace();
        $"{error} {error.Cure}".ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData("archivio.sqlite", "archivio.sqlite")]
    [InlineData("coverage", "coverage")]
    [InlineData("", "né un file .gpkg né")]
    public void Anything_else_is_refused_by_name(string text, string named) =>
        Should.Throw<StoreRefusedException>(() => StoreAddress.Parse(text)).Message.ShouldContain(named);
}
