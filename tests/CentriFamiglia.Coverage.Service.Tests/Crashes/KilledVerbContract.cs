using System.Collections.Immutable;
using System.Diagnostics;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Deciding.Audit;
using CentriFamiglia.Coverage.Service.Deciding.Runs;
using CentriFamiglia.Coverage.Service.Deciding.Scenarios;
using CentriFamiglia.Coverage.Service.Tests.Deciding;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;

namespace CentriFamiglia.Coverage.Service.Tests.Crashes;

/// <summary>
/// <c>kill -9</c> in the middle of the real verbs that write: the store is as before or as after, its register says which, and what a verb acknowledged is
/// there. The same on both stores.
/// </summary>
public abstract class KilledVerbContract : IDisposable
{
    /// <summary>Of each verb.</summary>
    private const int Kills = 6;

    private const string Scenario = """
        {"nome":"Prova","linea":"rimodulazione","costo_spoke_eur":50000,
         "changes":[{"op":"add","id":"N1","role":"spoke","network_id":"BG01","pro_com_t":"016012"},{"op":"change","id":"BG01-S1","opening_hours":"Mo-Fr 09:00-13:00"}]}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coverage-uccisi-");
    private readonly Random _random = new(20231213);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A store filled with the shipped data, of one's own.</summary>
    protected abstract Task<string> FilledAsync();

    /// <summary>Another like it.</summary>
    protected abstract Task<string> CopyAsync(string address);

    /// <summary>Whether somebody is writing to it at this moment.</summary>
    protected abstract Task<bool> IsWrittenAsync(string address);

    /// <summary>Until what a killed writer had begun is ended, one way or the other.</summary>
    protected abstract Task SettleAsync(string address);

    [Fact]
    public async Task A_killed_verb_leaves_the_store_as_before_or_as_after_and_says_nothing_that_is_not_so()
    {
        string drafted = await FilledAsync();
        string run = await PrepareAsync(drafted);
        string published = await CopyAsync(drafted);
        await using (var desks = new OpenDesks(published))
            await desks.Runs.PublishAsync(run, OpenDesks.Actor, Cancel);
        string sedi = Path.Combine(_folder.FullName, "sedi.csv");
        await File.WriteAllTextAsync(
            sedi, "site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours\nPROVA-1,Centro di prova,non_dichiarato,,097042,9.39,45.85,24/7\n", Cancel);

        (string Prepared, string Action, string[] Words)[] verbs =
        [
            (drafted, "scenario.applica", ["scenario", "apply", "prova"]),
            (drafted, "analisi.pubblica", ["run", "publish", run]),
            (published, "decisione.prende", ["decide", run, "1", "accettata", "--perche", "Manca una sede"]),
            (drafted, "archivio.importa", ["import", sedi, "--sedi", "mie"]),
        ];
        foreach ((string prepared, string action, string[] words) in verbs)
        {
            (int kept, int lost, int writing) = await KillAsync(prepared, action, words, run);
            writing.ShouldBeGreaterThan(0);
            TestContext.Current.TestOutputHelper?.WriteLine($"{action}: {kept} as after, {lost} as before, {writing} while writing");
        }
    }

    private async Task<string> PrepareAsync(string address)
    {
        await using var desks = new OpenDesks(address);
        await desks.ScenarioAsync(Scenario);
        return (await desks.FreezeAsync()).Head.Id;
    }

    private async Task<(int Kept, int Lost, int Writing)> KillAsync(string prepared, string action, string[] words, string run)
    {
        string undisturbed = await CopyAsync(prepared);
        (int entries, string before) = await LookAsync(undisturbed, run);
        string[] warm = ["run", "list", "--store", undisturbed];
        (TimeSpan whole, TimeSpan part) = await TimeAsync(undisturbed, words, warm);
        (int more, string after) = await LookAsync(undisturbed, run);
        more.ShouldBe(entries + 1);
        after.ShouldNotBe(before, StringComparer.Ordinal);

        (int kept, int lost, int writing) = (0, 0, 0);
        string address = await CopyAsync(prepared);
        RunningVerb? next = new(warm);
        try
        {
            for (int kill = 0; kill < Kills; kill++)
            {
                using RunningVerb verb = next!;
                next = kill == Kills - 1 ? null : new RunningVerb(warm);
                await verb.BeginAsync([.. words, "--store", address]);
                // One in three at whatever moment; the others while it writes, or just after.
                if (kill % 3 == 0)
                    await Task.Delay(whole * (_random.NextDouble() * 1.2), Cancel);
                else
                    writing += await UntilWritingAsync(verb, address, part * (_random.NextDouble() * 1.5)) ? 1 : 0;
                (bool done, string error) = await verb.KillAsync();
                await SettleAsync(address);

                (int found, string state) = await LookAsync(address, run);
                (found - entries).ShouldBeInRange(0, 1, error);
                state.ShouldBe(found == entries ? before : after, $"{action}, kill {kill}");
                if (done)
                    found.ShouldBe(entries + 1, "what was acknowledged is there");
                (kept, lost) = found == entries ? (kept, lost + 1) : (kept + 1, lost);
                // A store that a killed one left as before is written again as it stands.
                if (found > entries)
                    address = await CopyAsync(prepared);
            }
        }
        finally
        {
            next?.Dispose();
        }

        // Nothing that they left keeps the verb from its work.
        await TimeAsync(address, words, warm);
        (await LookAsync(address, run)).ShouldBe((entries + 1, after));
        return (kept, lost, writing);
    }

    private async Task<bool> UntilWritingAsync(RunningVerb verb, string address, TimeSpan more)
    {
        while (!verb.HasExited)
        {
            if (!await IsWrittenAsync(address))
                continue;
            await Task.Delay(more, Cancel);
            return true;
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

    /// <summary>What the store holds, after making sure that it is whole: entries of its register, and all that the verbs change.</summary>
    private static async Task<(int Entries, string State)> LookAsync(string address, string run)
    {
        await using var desks = new OpenDesks(address);
        StoreVerification found = await desks.Store.VerifyAsync(Cancel);
        found.FileProblem.ShouldBeNull();
        found.Tables.ShouldAllBe(t => t.Condition == TableCondition.Intact && t.Watched);
        StoreRegister register = await desks.Store.ReadRegisterAsync(Cancel);
        AuditVerification.Of(register).ShouldNotContain(r => r.IsFault);
        (TerritoryContent content, _) = await desks.Store.ReadAsync(Cancel);
        KeptRun kept = await desks.Runs.GetAsync(run, Cancel);
        (await desks.Runs.ContentAsync(kept.Head, Cancel)).Hash.ShouldBe(kept.Head.Hash);
        KeptScenario scenario = await desks.Scenarios.GetAsync("prova", Cancel);
        ImmutableArray<Decision> decisions = await desks.Decisions.OfAsync(run, Cancel);
        string sets = string.Join(' ', content.SiteSets.Select(s => s.Name).Order(StringComparer.Ordinal)
            .Select(name => $"{name} {TerritorySnapshot.Create(content, name, new DateOnly(2026, 11, 1)).Hash}"));
        int planned = content.SiteSets.SelectMany(s => s.Sites).Count(s => s.Status == SiteStatus.Planned);
        return (register.Entries.Length, $"{sets} {planned} {kept.Head.IsPublished} {scenario.Scenario.State} {string.Join(',', decisions.Select(d => (d.Proposal, d.Outcome)))}");
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
