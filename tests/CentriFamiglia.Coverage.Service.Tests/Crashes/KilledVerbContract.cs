using System.Diagnostics;
using CentriFamiglia.Coverage.Service.Tests.Deciding;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Crashes;

/// <summary>
/// <c>kill -9</c> in the middle of the real program's work: the store is as before or as after, its register says which, and what was acknowledged is there.
/// Two hundred moments on either store: forty of each verb that writes, and forty of a job.
/// </summary>
public abstract partial class KilledVerbContract : IDisposable
{
    /// <summary>Of each verb.</summary>
    private const int Kills = 40;

    private const string Scenario = """
        {"nome":"Prova","linea":"rimodulazione","costo_spoke_eur":50000,
         "changes":[{"op":"add","id":"N1","role":"spoke","network_id":"BG01","pro_com_t":"016012"},{"op":"change","id":"BG01-S1","opening_hours":"Mo-Fr 09:00-13:00"}]}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coverage-uccisi-");
    private readonly Random _random = new(20231213);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Where a store may be filled.</summary>
    protected abstract Task<string> PlaceAsync();

    /// <summary>A store like this one, of one's own.</summary>
    protected abstract Task<string> CopyAsync(string address);

    /// <summary>Nobody needs it any more.</summary>
    protected abstract Task DropAsync(string address);

    /// <summary>Whether somebody is writing to it at this moment.</summary>
    protected abstract Task<bool> IsWrittenAsync(string address);

    /// <summary>Until what a killed writer had begun is ended, one way or the other.</summary>
    protected abstract Task SettleAsync(string address);

    [Fact]
    public async Task A_killed_verb_leaves_the_store_as_before_or_as_after_and_says_nothing_that_is_not_so()
    {
        string drafted = await PlaceAsync();
        await SmallStore.FillAsync(drafted);
        string run, published;
        await using (var desks = new OpenDesks(drafted))
        {
            await desks.ScenarioAsync(Scenario);
            run = (await desks.FreezeAsync()).Head.Id;
        }

        published = await CopyAsync(drafted);
        await using (var desks = new OpenDesks(published))
            await desks.Runs.PublishAsync(run, OpenDesks.Actor, Cancel);
        string files = await FilesAsync();

        (string Prepared, string Action, int Kills, string[] Words)[] verbs =
        [
            (drafted, "scenario.applica", Kills, ["scenario", "apply", "prova"]),
            (drafted, "analisi.congela", Kills / 4, ["run", "freeze", "--ats", "Bergamo", "--date", "2026-11-02"]),
            (drafted, "analisi.pubblica", Kills, ["run", "publish", run]),
            (published, "decisione.prende", Kills, ["decide", run, "1", "accettata", "--perche", "Manca una sede"]),
            (drafted, "archivio.importa", Kills, ["import", files, "--sedi", "mie"]),
        ];
        foreach ((string prepared, string action, int kills, string[] words) in verbs)
        {
            var clock = Stopwatch.StartNew();
            (int kept, int lost, int writing) = await KillAsync(prepared, action, words, kills);
            writing.ShouldBeGreaterThan(0);
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{action}: {kept} as after, {lost} as before, {writing} while writing; {clock.Elapsed.TotalSeconds / kills:F2} s each");
        }
    }

    /// <summary>One import writes comuni, demand points, sedi, the matrix and a document.</summary>
    private async Task<string> FilesAsync()
    {
        foreach (string kind in (string[])["popolazione", "punti", "sedi", "matrice", "eccezioni"])
            await File.WriteAllTextAsync(Path.Combine(_folder.FullName, kind + ".csv"), OwnFiles.ByKind[kind], Cancel);
        return _folder.FullName;
    }

    private async Task<(int Kept, int Lost, int Writing)> KillAsync(string prepared, string action, string[] words, int kills)
    {
        string undisturbed = await CopyAsync(prepared);
        StoreLook before = await StoreLook.AtAsync(undisturbed);
        string[] warm = ["run", "list", "--store", undisturbed];
        (TimeSpan whole, TimeSpan part) = await TimeAsync(undisturbed, words, warm);
        StoreLook after = await StoreLook.AtAsync(undisturbed);
        after.Entries.ShouldBe(before.Entries + 1);
        after.State.ShouldNotBe(before.State, StringComparer.Ordinal);

        (int kept, int lost, int writing) = (0, 0, 0);
        string address = await CopyAsync(prepared);
        RunningVerb? next = new(warm);
        try
        {
            for (int kill = 0; kill < kills; kill++)
            {
                using RunningVerb verb = next!;
                next = kill == kills - 1 ? null : new RunningVerb(warm);
                await verb.BeginAsync([.. words, "--store", address]);
                // One in three at whatever moment; the others while it writes, or just after.
                if (kill % 3 == 0)
                    await Task.Delay(whole * (_random.NextDouble() * 1.2), Cancel);
                else
                    writing += await UntilWritingAsync(verb, address, part * (_random.NextDouble() * 2)) ? 1 : 0;
                (bool done, string error) = await verb.KillAsync();
                await SettleAsync(address);

                StoreLook found = await StoreLook.AtAsync(address);
                found.ShouldBe(found.Entries == before.Entries ? before : after, $"{action}, kill {kill}: {error}");
                if (done)
                    found.ShouldBe(after, "what was acknowledged is there");
                if (found == before)
                {
                    lost++;
                    continue;
                }

                // A store that a killed one left as before is written again as it stands.
                kept++;
                await DropAsync(address);
                address = await CopyAsync(prepared);
            }
        }
        finally
        {
            next?.Dispose();
        }

        // Nothing that they left keeps the verb from its work.
        await TimeAsync(address, words, warm);
        (await StoreLook.AtAsync(address)).ShouldBe(after);
        await DropAsync(address);
        await DropAsync(undisturbed);
        return (kept, lost, writing);
    }

    private async Task<bool> UntilWritingAsync(RunningVerb verb, string address, TimeSpan more)
    {
        while (!verb.HasExited)
        {
            if (await IsWrittenAsync(address))
            {
                await Task.Delay(more, Cancel);
                return true;
            }

            await Task.Delay(1, Cancel);
        }

        return false;
    }

    /// <returns>How long it takes, and how long from when it is seen to write.</returns>
    private async Task<(TimeSpan Whole, TimeSpan Writing)> TimeAsync(string address, string[] words, string[] warm)
    {
        using var verb = new RunningVerb(warm);
        await verb.BeginAsync([.. words, "--store", address]);
        var clock = Stopwatch.StartNew();
        await UntilWritingAsync(verb, address, TimeSpan.Zero);
        TimeSpan begun = clock.Elapsed;
        (bool done, string error) = await verb.EndAsync();
        done.ShouldBeTrue(error);
        return (clock.Elapsed, clock.Elapsed - begun);
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
