using System.Diagnostics;
using System.Globalization;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.TestWriter;

namespace CentriFamiglia.Coverage.Storage.Tests;

/// <summary>A process that writes a store, killed (SIGKILL) at a moment of its work; many one after the other, the next one started meanwhile.</summary>
internal static class KilledWriter
{
    /// <summary>Kills so many writers of the store and looks at what each leaves: one round whole, the one it said last or the one after it.</summary>
    /// <param name="address">Of the store.</param>
    /// <param name="kills">How many.</param>
    /// <param name="look">At the store as the writer left it, before anybody else opens it.</param>
    /// <returns>How many revisions were written in all.</returns>
    public static async Task<long> KillAsync(string address, int kills, Action look)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        var random = new Random(20231213);
        await using ICoverageStore store = StoreFactory.Open(StoreAddress.Parse(address));
        long revision = 0;
        TimeSpan first = TimeSpan.Zero;
        using var waiting = new Queued(address);
        for (int kill = 0; kill < kills; kill++)
        {
            using Process writer = await waiting.NextAsync(last: kill == kills - 1);
            long told = revision;
            await writer.StandardInput.WriteLineAsync();
            await writer.StandardInput.FlushAsync(cancel);
            var clock = Stopwatch.StartNew();
            // One in four as soon as it says that it wrote, between the commit and whatever comes next; the others while the one before would have
            // come so far, or gone on a little.
            if (kill % 4 == 0)
                (told, first) = (long.Parse((await writer.StandardOutput.ReadLineAsync(cancel))!, CultureInfo.InvariantCulture), clock.Elapsed);
            else
                await Task.Delay(first * (random.NextDouble() * 1.5), cancel);
            writer.Kill();
            while (await writer.StandardOutput.ReadLineAsync(cancel) is { } line)
                told = long.Parse(line, CultureInfo.InvariantCulture);
            await writer.WaitForExitAsync(cancel);
            (await writer.StandardError.ReadToEndAsync(cancel)).ShouldBeEmpty();
            look();

            if (!(await store.StateAsync(cancel)).Exists)
                continue;
            (TerritoryContent content, revision) = await store.ReadAsync(cancel);
            revision.ShouldBeInRange(told, told + 1);
            ContentText.Of(content).ShouldBe(ContentText.Of(Round.Content(revision)), $"kill {kill}");
            (await store.ReadMatrixAsync(cancel).ToListAsync(cancel)).ShouldBe(Round.Matrix(revision));
            // What is written half stays so: the register, which grows, is read whole now and then and at the end.
            if (kill % 20 == 19)
                HoldsWhatIsTold(await store.ReadRegisterAsync(cancel), revision);
        }

        // Nothing that a killed one left keeps the next from writing, or stays after it.
        return (await store.CommitAsync(Round.Commit(revision), cancel)).Revision;
    }

    /// <summary>Every write has its entry, its scenario and its frozen bytes, and none has part of them.</summary>
    private static void HoldsWhatIsTold(StoreRegister register, long revision)
    {
        register.Entries.Length.ShouldBe((int)revision);
        AuditCheck.Of(register.Entries, register.Count, register.Head, register.Revision, _ => true).ShouldBeEmpty();
        register.Records.Count(r => r.Kind == RecordKind.RunContent).ShouldBe((int)revision);
        register.Records.Where(r => r.Kind == RecordKind.Scenario).Select(r => (r.Version, r.Text)).ShouldBe(
            revision == 0 ? [] : [((int)revision, $$"""{"giro":{{revision}}}""")]);
    }

    private sealed class Queued(string address) : IDisposable
    {
        private Process? _next;

        public async Task<Process> NextAsync(bool last)
        {
            Process ready = _next ?? Start();
            _next = last ? null : Start();
            (await ready.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("pronto");
            return ready;
        }

        public void Dispose()
        {
            if (_next is null)
                return;
            _next.Kill();
            _next.Dispose();
        }

        private Process Start() => Process.Start(new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "CentriFamiglia.Coverage.TestWriter" + (OperatingSystem.IsWindows() ? ".exe" : "")), [address])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}
