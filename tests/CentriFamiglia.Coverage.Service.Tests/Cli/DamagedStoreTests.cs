using CentriFamiglia.Coverage.Service.Cli;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>A file whose bytes were changed by nobody in particular: a bad disk, a copy that broke off, a transfer as text.</summary>
public sealed class DamagedStoreTests(FilledStore store)
{
    private const int Copies = 200;

    [Fact]
    public async Task Of_200_damaged_copies_none_answers_with_other_figures_in_silence()
    {
        byte[] sound = await File.ReadAllBytesAsync(store.Path, TestContext.Current.CancellationToken);
        string path = store.Sibling("guasta.gpkg");
        (_, string check, _) = await RunAsync(store.Path, "check");
        (_, string gaps, _) = await RunAsync(store.Path, "gaps");
        var random = new Random(20231213);
        int refused = 0;

        for (int copy = 0; copy < Copies; copy++)
        {
            byte[] bytes = [.. sound];
            for (int n = 0; n < 1 << (copy % 6); n++)
                bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
            await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);

            (int code, string output, string error) = await RunAsync(path, "check");
            if (code == 0)
            {
                output.ShouldBe(check, $"check of copy {copy}");
                (code, output, error) = await RunAsync(path, "gaps");
                output.ShouldBe(gaps, $"gaps of copy {copy}");
                code.ShouldBe(0, error);
            }
            else
            {
                code.ShouldBeOneOf(2, 3);
                output.ShouldBeEmpty();
                error.ShouldContain("Errore: ");
                error.ShouldContain("Rimedio: ");
                refused++;
            }
        }

        refused.ShouldBeInRange(Copies / 4, Copies);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string path, string verb)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        int code = await CommandLine.RunAsync([verb, "--store", path, "--format", "csv"], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
