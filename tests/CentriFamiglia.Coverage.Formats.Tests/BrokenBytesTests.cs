using CentriFamiglia.Coverage.Formats.Tables;

namespace CentriFamiglia.Coverage.Formats.Tests;

public class BrokenBytesTests
{
    private static readonly FileLimits _small = FileLimits.Default with { MaxExpandedBytes = 32 << 20 };

    [Theory]
    [InlineData("excel-date-formule-errori-celle-sparse.xlsx")]
    [InlineData("excel-italiano-windows1252.csv")]
    [InlineData("excel-testo-unicode-utf16.txt")]
    [InlineData("membri-sconosciuti.geojson")]
    [InlineData("anelli-rotti.geojson")]
    [InlineData("comuni.gpkg")]
    public void Bytes_changed_cut_or_doubled_give_a_table_or_a_message_and_nothing_else(string file)
    {
        using TempFolder folder = new();
        LayerFile.Write(Samples.Comuni, folder["comuni.gpkg"], Samples.Date);
        byte[] whole = File.ReadAllBytes(file.EndsWith(".gpkg", StringComparison.Ordinal) ? folder[file] : Samples.Ugly(file));
        string broken = folder["rotto" + Path.GetExtension(file)];
        Random random = new(1507);

        int refused = 0;
        for (int i = 0; i < 200; i++)
        {
            File.WriteAllBytes(broken, Break(whole, random));
            try
            {
                SourceFiles.Read(broken, _small).ShouldNotBeEmpty();
            }
            catch (SourceFileException error)
            {
                error.Cure.ShouldNotBeEmpty();
                refused++;
            }
            catch (Exception other)
            {
                Assert.Fail($"{file}, change {i}: {other}");
            }
        }

        refused.ShouldBeInRange(1, 199);
    }

    private static byte[] Break(byte[] whole, Random random)
    {
        byte[] bytes = [.. whole];
        int at = random.Next(bytes.Length);
        switch (random.Next(3))
        {
            case 0:
                for (int i = random.Next(1, 4); i > 0; i--)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            case 1:
                return bytes[..Math.Max(1, at)];
            default:
                return [.. bytes[..at], .. bytes[(at / 2)..]];
        }
    }
}
