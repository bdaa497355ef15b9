using CentriFamiglia.Coverage.Storage.GeoPackage;

namespace CentriFamiglia.Coverage.Storage.Tests.GeoPackage;

/// <summary>What was read of a file serves until somebody may have written to it.</summary>
public sealed class FileMemoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coverage-memoria-").FullName;
    private readonly FileMemory _memory;
    private int _reads;

    public FileMemoryTests()
    {
        _memory = new FileMemory(Name);
        Write("uno");
        Settle(Name);
    }

    private string Name => Path.Combine(_folder, "prova.gpkg");

    [Fact]
    public async Task A_file_that_nobody_writes_to_is_read_once()
    {
        (await ReadAsync(), await ReadAsync(), await ReadAsync()).ShouldBe(("uno", "uno", "uno"));

        _reads.ShouldBe(1);
    }

    [Fact]
    public async Task Every_write_is_seen_however_soon_after_the_one_before_and_of_whatever_length()
    {
        (await ReadAsync()).ShouldBe("uno");
        foreach (int i in Enumerable.Range(100, 50))
        {
            Write(i.ToString());
            (await ReadAsync()).ShouldBe(i.ToString());
        }
    }

    [Fact]
    public async Task A_file_put_in_its_place_with_the_same_length_and_time_is_another()
    {
        (await ReadAsync()).ShouldBe("uno");
        string other = Name + ".altro";
        File.WriteAllText(other, "due");
        File.SetLastWriteTimeUtc(other, File.GetLastWriteTimeUtc(Name));
        File.Move(other, Name, overwrite: true);

        (await ReadAsync()).ShouldBe("due");
    }

    [Theory]
    [InlineData("-wal")]
    [InlineData("-journal")]
    public async Task What_SQLite_writes_beside_it_counts(string log)
    {
        await ReadAsync();
        File.WriteAllText(Name + log, "x");
        await ReadAsync();

        _reads.ShouldBe(2);
    }

    [Fact]
    public async Task A_reading_that_fails_is_not_remembered()
    {
        await Should.ThrowAsync<InvalidDataException>(() => _memory.GetAsync(_ => throw new InvalidDataException()));

        (await ReadAsync()).ShouldBe("uno");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<string> ReadAsync() => _memory.GetAsync(_ =>
    {
        _reads++;
        return Task.FromResult(File.ReadAllText(Name));
    });

    private void Write(string text) => File.WriteAllText(Name, text);

    /// <summary>As if it had been written long ago.</summary>
    private static void Settle(string name) => File.SetLastWriteTimeUtc(name, new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
}
